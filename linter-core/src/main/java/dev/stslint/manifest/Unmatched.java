package dev.stslint.manifest;

import dev.stslint.source.Located;
import java.util.List;

/**
 * An entry of a kustomization for an object that is not among those it takes; kustomize fails there.
 *
 * @param entry what names the object
 * @param change what it would do to it
 * @param kind of the object; empty for any that has replicas
 * @param name of the object
 * @param names of objects that it could be for
 */
public record Unmatched(Located entry, Change change, String kind, String name, List<String> names) {

    /** What a kustomization does to objects and cannot do to none. */
    public enum Change {
        REPLICAS,
        /** Strategic merge patches without a target: those are for the object they name themselves. */
        PATCH,
        /** A generator that merges into an object or replaces it. */
        GENERATOR
    }
}
