package dev.stslint.manifest;

import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.CustomResourceDefinition.Version;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.ObjectView;
import dev.stslint.source.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which definition a custom object is made by. */
public final class DefinitionDirectory {

    /** Further away than any directory: what is there for reference, and what is given apart from the input. */
    private static final int CONTEXT = -1;

    private static final int GIVEN = -2;

    private final ManifestSet manifests;
    private final Map<String, List<Candidate>> byKind = new HashMap<>(0);

    /** A definition, without its schemas where it is in the input, in a version. */
    public record Definition(CustomResourceDefinition definition, Version version) {}

    /** @param home what of the input it is for; null where it was given apart from it */
    private record Candidate(
            CustomResourceDefinition definition, @Nullable Member home, int rank, boolean isPatched) {}

    DefinitionDirectory(ManifestSet manifests, List<CustomResourceDefinition> given) {
        this.manifests = manifests;
        for (Member member : manifests.ofType(CustomResourceDefinition.class).all()) {
            CustomResourceDefinition definition = (CustomResourceDefinition) member.view();
            boolean isPatched = false;
            for (Placement placement : member.placements()) {
                isPatched |= placement.patches("spec.versions");
            }
            add(new Candidate(definition, member, member.isContext() ? CONTEXT : 0, isPatched));
        }
        for (CustomResourceDefinition definition : given) {
            add(new Candidate(definition, null, GIVEN, false));
        }
    }

    private void add(Candidate candidate) {
        Groups.add(byKind, key(candidate.definition.kind(), candidate.definition.group()), candidate);
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return byKind.isEmpty();
    }

    /**
     * The definitions of an object's kind in the version that it names: the nearest by directories, else those that are there
     * for reference, else those that were given; several where they are equally near. Unknown where a kustomization patches one.
     */
    public Lookup<List<Definition>> of(ObjectView view) {
        KubernetesObject object = view.object();
        List<Definition> nearest = new ArrayList<>(1);
        boolean isPatched = false;
        int best = Integer.MIN_VALUE;
        for (Candidate candidate : byKind.getOrDefault(key(object.kind(), object.group()), List.of())) {
            Optional<Version> version = candidate.definition.servedTo(object);
            if (version.isPresent()) {
                int rank = rank(candidate, view);
                if (rank > best) {
                    nearest.clear();
                    isPatched = false;
                    best = rank;
                }
                if (rank == best) {
                    nearest.add(new Definition(candidate.definition, version.get()));
                    isPatched |= candidate.isPatched;
                }
            }
        }
        if (isPatched) {
            return new Lookup.Unknown<>("a kustomization patches its definition");
        }
        return nearest.isEmpty() ? new Lookup.Missing<>(List.of()) : new Lookup.Found<>(List.copyOf(nearest));
    }

    /**
     * A definition of an object's kind that is sure to be the one it is made by, where no definition in the run serves the
     * version that the object names; empty where one does, where it cannot be told of each, and where there is none. Sure
     * is what is in the same applications, files or directories, in one above, or given: what another cluster has, in a
     * directory beside, may be older.
     */
    public Optional<CustomResourceDefinition> refusing(ObjectView view) {
        KubernetesObject object = view.object();
        Optional<CustomResourceDefinition> nearest = Optional.empty();
        int best = Integer.MIN_VALUE;
        for (Candidate candidate : byKind.getOrDefault(key(object.kind(), object.group()), List.of())) {
            Optional<List<String>> served = candidate.definition.servedVersions();
            if (candidate.isPatched || served.isEmpty() || served.get().contains(object.version())) {
                return Optional.empty();
            }
            int rank = rank(candidate, view);
            if (rank > best && isSureOf(candidate, manifests.member(view))) {
                nearest = Optional.of(candidate.definition);
                best = rank;
            }
        }
        return NameToken.isTemplate(object.version()) ? Optional.empty() : nearest;
    }

    private static boolean isSureOf(Candidate candidate, Member member) {
        if (candidate.home == null) {
            return true;
        }
        for (Placement placement : member.placements()) {
            Optional<Scope.Candidate> seen = new Scope(member, placement).see(candidate.home);
            if (seen.isEmpty() || seen.get().sibling()) {
                return false;
            }
        }
        return true;
    }

    private int rank(Candidate candidate, ObjectView view) {
        return candidate.home == null || candidate.rank < 0
                ? candidate.rank
                : common(candidate.home.directory(), manifests.member(view).directory());
    }

    /** How many directories two have in common from the top. */
    private static int common(String one, String other) {
        int count = 0;
        for (int i = 0; i <= Math.min(one.length(), other.length()); i++) {
            boolean endsOne = i == one.length() || one.charAt(i) == '/';
            boolean endsOther = i == other.length() || other.charAt(i) == '/';
            if (endsOne && endsOther && i > 0) {
                count++;
            }
            if (i == one.length() || i == other.length() || one.charAt(i) != other.charAt(i)) {
                break;
            }
        }
        return count;
    }

    private static String key(String kind, String group) {
        return kind + "." + group;
    }
}
