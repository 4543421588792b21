package dev.stslint.manifest;

import dev.stslint.manifest.Scope.Candidate;
import dev.stslint.source.Groups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members that have something in common, as their name, in the order of the set. A scope finds those that it sees without
 * a look at each: a repository may hold a thousand Services called {@code db}.
 */
final class Members {

    static final Members NONE = new Members();

    /** So few are looked at one by one. */
    private static final int FEW = 8;

    private static final int MOST_COMPARED = 1000;

    private final List<Member> all = new ArrayList<>(1);

    /** Those that are there for others to refer to, from wherever they stand. */
    private final List<Member> context = new ArrayList<>(0);

    private volatile @Nullable Neighbours neighbours;

    /** Files a member under a key. Only while the set is being built. */
    static <K> void file(Map<K, Members> index, K key, Member member) {
        Members members = index.get(key);
        if (members == null) {
            members = new Members();
            index.put(key, members);
        }
        members.add(member);
    }

    /** Adds a member, once however often it is added in a row. Only while the set is being built. */
    void add(Member member) {
        if (all.isEmpty() || all.get(all.size() - 1) != member) {
            all.add(member);
            if (member.isContext()) {
                context.add(member);
            }
        }
    }

    List<Member> all() {
        return all;
    }

    /** Sorted as they stand in the set. */
    static List<Member> inOrder(Collection<Member> members) {
        List<Member> sorted = new ArrayList<>(members);
        if (sorted.size() > 1) {
            Collections.sort(sorted);
        }
        return sorted;
    }

    /** Those that a scope sees, each as often as its application takes it. */
    List<Candidate> seenFrom(Scope scope) {
        List<Candidate> seen = new ArrayList<>(1);
        for (Member member : near(scope)) {
            scope.addSeen(member, seen);
        }
        return seen;
    }

    /**
     * Those among which a misspelt name is sought: what people apply at once, the application or outside of kustomizations
     * the directory; of very many only the first, since all are compared with all.
     */
    List<Candidate> seenByNeighbour(Scope scope) {
        List<Member> neighbours = neighboursOf(scope);
        List<Candidate> seen = new ArrayList<>(1);
        for (int i = 0; i < Math.min(neighbours.size(), MOST_COMPARED); i++) {
            scope.addSeen(neighbours.get(i), seen);
        }
        return seen;
    }

    private List<Member> neighboursOf(Scope scope) {
        Application application = scope.applicationOrNull();
        return application == null
                ? neighbours().byDirectory.getOrDefault(scope.from().directory(), List.of())
                : neighbours().byApplication.getOrDefault(application, List.of());
    }

    /** Few members, all that the scope sees among them. */
    List<Member> near(Scope scope) {
        if (all.size() <= FEW || scope.from().isContext()) {
            return all;
        }
        String region = scope.region();
        List<Member> near = scope.applicationOrNull() != null || region.isEmpty() ? neighboursOf(scope) : below(region);
        if (context.isEmpty()) {
            return near;
        }
        Set<Member> both = new HashSet<>(near);
        both.addAll(context);
        return inOrder(both);
    }

    /** Those in files below a directory: they stand together, since the set is sorted by path, and 0 follows the slash. */
    private List<Member> below(String directory) {
        return all.subList(firstAtOrBehind(directory + "/"), firstAtOrBehind(directory + "0"));
    }

    private int firstAtOrBehind(String path) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (path(middle).compareTo(path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String path(int index) {
        return all.get(index).object().file().path();
    }

    /** Made when they are first asked for: most lists are short, or of no interest. */
    private Neighbours neighbours() {
        Neighbours known = neighbours;
        if (known == null) {
            known = new Neighbours(all);
            neighbours = known;
        }
        return known;
    }

    private static final class Neighbours {

        private final Map<String, List<Member>> byDirectory = new HashMap<>();
        private final Map<Application, List<Member>> byApplication = new HashMap<>();

        private Neighbours(List<Member> members) {
            for (Member member : members) {
                Groups.add(byDirectory, member.directory(), member);
                for (Placement placement : member.placements()) {
                    Optional<Application> application = placement.application();
                    if (application.isPresent()) {
                        // An application may take a member several times; it is listed once.
                        Groups.addOnce(byApplication, application.get(), member);
                    }
                }
            }
        }
    }
}
