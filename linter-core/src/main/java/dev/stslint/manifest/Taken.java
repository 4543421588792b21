package dev.stslint.manifest;

import dev.stslint.kube.KubernetesObject;
import dev.stslint.manifest.Duplicate.Cause;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kustomization has so far: objects that were read, and those that it generates. Notes what comes twice: kustomize
 * tells objects apart by group, version, kind, name and namespace, and refuses a second one
 * (sigs.k8s.io/kustomize/api/resmap).
 */
final class Taken {

    /** An object on its way through kustomizations. */
    record Placed(Member member, Placement placement) {

        /** What tells it from others by now; empty where that is not known. */
        String identity() {
            if (member.name().isEmpty() || !placement.hasKnownIdentity()) {
                return "";
            }
            KubernetesObject object = member.object();
            String namespace = placement.namespace().isEmpty() || isInNamespace() ? placement.namespace() : "";
            return Taken.identity(object.group(), object.version(), object.kind(), placement.name(), namespace);
        }

        private boolean isInNamespace() {
            Optional<ApiKind> kind = Schema.kindOf(member.object());
            return kind.isEmpty() || kind.get().namespaced();
        }

        String title() {
            return Taken.title(member.object().kind(), placement.name());
        }
    }

    /**
     * An object as it came.
     *
     * @param entry what brought it
     * @param object where it is written, or what makes it
     */
    private record Arrival(Located entry, Located object) {}

    private final List<Placed> objects = new ArrayList<>();
    private final Set<Member> members = new HashSet<>();
    private final List<GeneratedObject> generated = new ArrayList<>(0);
    private final Map<String, Arrival> arrivals = new HashMap<>();
    private boolean hasConfigurations;
    private boolean hasSchema;

    List<Placed> objects() {
        return objects;
    }

    List<GeneratedObject> generated() {
        return generated;
    }

    /** Notes that something says which fields hold labels, counts and the like; it holds for all that take this. */
    void addConfigurations() {
        hasConfigurations = true;
    }

    boolean hasConfigurations() {
        return hasConfigurations;
    }

    /** Notes that something says which kinds there are; it holds for all that take this. */
    void addSchema() {
        hasSchema = true;
    }

    /** Whether objects of a kind count as being in a namespace; of a kind that is not known they do. */
    boolean isInNamespace(KubernetesObject object) {
        Optional<ApiKind> kind = Schema.kindOf(object);
        return kind.isPresent() ? kind.get().namespaced() : !hasSchema;
    }

    /** Adds the objects of a file; tells of the first that is there already. */
    void addFile(List<Placed> file, Located entry, List<Duplicate> duplicates) {
        boolean isTold = false;
        for (Placed placed : file) {
            add(placed);
            Arrival arrival = new Arrival(entry, placed.member.object());
            Arrival first = arrive(placed.identity(), arrival);
            if (first != null && !isTold) {
                isTold = duplicates.add(duplicate(Cause.TAKEN, placed.title(), arrival, first));
            }
        }
    }

    /** Adds what another kustomization has made; tells of the first that is there already. What comes twice there was told there. */
    void addAll(Taken other, Located entry, List<Duplicate> duplicates) {
        boolean isTold = false;
        hasConfigurations |= other.hasConfigurations;
        hasSchema |= other.hasSchema;
        for (Placed placed : other.objects) {
            add(placed);
            Arrival arrival = new Arrival(entry, placed.member.object());
            Arrival first = arrive(placed.identity(), arrival);
            if (first != null && first.entry != entry && !isTold) {
                isTold = duplicates.add(duplicate(Cause.TAKEN, placed.title(), arrival, first));
            }
        }
        for (GeneratedObject made : other.generated) {
            generated.add(made);
            Arrival arrival = new Arrival(entry, entry);
            Arrival first = arrive(identity(made), arrival);
            if (first != null && first.entry != entry && !isTold) {
                isTold = duplicates.add(duplicate(Cause.TAKEN, title(made), arrival, first));
            }
        }
    }

    /**
     * Adds an object that is made.
     *
     * @param cause of the duplicate, if there is one already
     */
    void generate(GeneratedObject made, Located generator, Cause cause, List<Duplicate> duplicates) {
        generated.add(made);
        Arrival arrival = new Arrival(generator, generator);
        Arrival first = arrive(identity(made), arrival);
        if (first != null) {
            duplicates.add(duplicate(cause, title(made), arrival, first));
        }
    }

    /** Takes note that objects may have other names now, or be gone: nothing is told of those that are there. */
    void forgetIdentities() {
        arrivals.clear();
    }

    /** @return what came before under the same identity, if anything did */
    private @Nullable Arrival arrive(String identity, Arrival arrival) {
        return identity.isEmpty() ? null : arrivals.putIfAbsent(identity, arrival);
    }

    private static Duplicate duplicate(Cause cause, String title, Arrival second, Arrival first) {
        return new Duplicate(second.entry, cause, title, second.object, first.entry, first.object);
    }

    /** Once: what comes a second time under the same name kustomize refuses, and bases of shared bases double it at each step. */
    private void add(Placed placed) {
        if (members.add(placed.member) || !holds(placed)) {
            objects.add(placed);
        }
    }

    private boolean holds(Placed placed) {
        for (Placed other : objects) {
            if (other.member == placed.member
                    && other.placement.name().equals(placed.placement.name())
                    && other.placement.namespace().equals(placed.placement.namespace())) {
                return true;
            }
        }
        return false;
    }

    /** Whether some objects are told apart by their namespaces, or are namespaces. */
    boolean isInSeveralNamespaces() {
        int namespaces = 0;
        for (Placed placed : objects) {
            if (!placed.placement.namespace().equals(objects.get(0).placement.namespace())) {
                return true;
            }
            namespaces += placed.member.object().kind().equals("Namespace") ? 1 : 0;
        }
        return namespaces > 1;
    }

    /** What tells each object from others by now, in their order; empty where that is not known. */
    List<String> identities() {
        List<String> identities = new ArrayList<>(objects.size());
        for (Placed placed : objects) {
            identities.add(placed.identity());
        }
        return identities;
    }

    /**
     * Looks for two that have become one.
     *
     * @param before what told them apart
     * @param entry what has changed that
     */
    void compare(List<String> before, Located entry, List<Duplicate> duplicates) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> now = identities();
        for (int i = 0; i < now.size(); i++) {
            Integer first = now.get(i).isEmpty() ? null : seen.putIfAbsent(now.get(i), i);
            if (first != null && !before.get(first).equals(before.get(i))) {
                KubernetesObject object = objects.get(i).member.object();
                KubernetesObject other = objects.get(first).member.object();
                duplicates.add(new Duplicate(entry, Cause.MOVED, objects.get(i).title(), object, entry, other));
                return;
            }
        }
    }

    /** What tells what is made from other objects by now; empty where that is not known. */
    static String identity(GeneratedObject made) {
        Placement placement = made.placement();
        return placement.hasKnownIdentity()
                ? identity("", "v1", made.kind(), placement.name(), placement.namespace())
                : "";
    }

    /** The default namespace is the same as none (sigs.k8s.io/kustomize/kyaml/resid). */
    private static String identity(String group, String version, String kind, String name, String namespace) {
        String inNamespace = namespace.equals("default") ? "" : namespace;
        return name + ' ' + kind + ' ' + version + ' ' + group + ' ' + inNamespace;
    }

    private static String title(GeneratedObject made) {
        return title(made.kind(), made.placement().name());
    }

    private static String title(String kind, String name) {
        return kind + " `" + name + "`";
    }
}
