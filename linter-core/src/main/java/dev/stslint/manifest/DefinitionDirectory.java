package dev.stslint.manifest;

import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.CustomResourceDefinition.Version;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.source.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which definition a custom object is made by. */
public final class DefinitionDirectory {

    /** Further away than any directory: what is there for reference, and what is given apart from the input. */
    private static final int CONTEXT = -1;

    private static final int GIVEN = -2;

    private final ManifestSet manifests;
    private final Map<String, List<Candidate>> byKind = new HashMap<>(0);

    /** A definition, without its schemas where it is in the input, in a version. */
    public record Definition(CustomResourceDefinition definition, Version version) {}

    /** @param home the directory that it is for, or rather those below */
    private record Candidate(CustomResourceDefinition definition, String home, int rank, boolean isPatched) {}

    DefinitionDirectory(ManifestSet manifests, List<CustomResourceDefinition> given) {
        this.manifests = manifests;
        for (Member member : manifests.ofType(CustomResourceDefinition.class).all()) {
            CustomResourceDefinition definition = (CustomResourceDefinition) member.view();
            boolean isPatched = false;
            for (Placement placement : member.placements()) {
                isPatched |= placement.patches("spec.versions");
            }
            add(new Candidate(definition, member.directory(), member.isContext() ? CONTEXT : 0, isPatched));
        }
        for (CustomResourceDefinition definition : given) {
            add(new Candidate(definition, "", GIVEN, false));
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
                int rank = candidate.rank < 0
                        ? candidate.rank
                        : common(candidate.home, manifests.member(view).directory());
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
