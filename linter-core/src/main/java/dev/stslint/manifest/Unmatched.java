package dev.stslint.manifest;

import dev.stslint.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a kustomization for an object that is not among those it takes, or for a field that the object does not
 * have; kustomize fails there.
 *
 * @param entry what names the object or the field
 * @param change what it would do to it
 * @param kind of the object; empty for any that has replicas, or where none is named
 * @param name of the object; empty where none is named
 * @param names of objects that it could be for
 * @param difference why those of this kind and name are none that it is for; empty where there are none
 * @param taker the directory of what is built, where the entry is a component's: others that take the component may have
 *     the object; else empty
 */
public record Unmatched(
        Located entry,
        Change change,
        String kind,
        String name,
        List<String> names,
        Optional<Difference> difference,
        Optional<String> taker) {

    /**
     * What an entry says otherwise of an object than that has it.
     *
     * @param aspect of what
     * @param said what the entry says; empty where that is nothing
     * @param given what fits instead; an empty one where nothing should be said
     * @param objects those that would fit but for that, as far as they are written somewhere
     * @param isSetLater whether the kustomization itself makes it what the entry says, after it has looked for the object
     */
    public record Difference(
            Aspect aspect, String said, Set<String> given, List<Located> objects, boolean isSetLater) {}

    /** What tells objects of a kind and a name apart. */
    public enum Aspect {
        VERSION,
        NAMESPACE
    }

    /** What a kustomization does to objects and cannot do to none. */
    public enum Change {
        REPLICAS,
        /** Strategic merge patches without a target: those are for the object they name themselves. */
        PATCH,
        /** A generator that merges into an object or replaces it. */
        GENERATOR,
        /** The same where components follow, which may have the object. */
        GENERATOR_BEFORE_COMPONENTS,
        /** A replacement that copies from it. */
        SOURCE,
        /** A replacement that copies from a field of it, which is not there. */
        SOURCE_FIELD,
        /** A replacement that copies to a field of it, which is not there. */
        TARGET_FIELD
    }
}
