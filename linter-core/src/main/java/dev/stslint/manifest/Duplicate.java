package dev.stslint.manifest;

import dev.stslint.source.Located;

/**
 * An object that a kustomization has twice; kustomize fails there.
 *
 * @param entry what brings it the second time
 * @param title its kind and name
 * @param object where the second one is written
 * @param first what brought it before
 * @param firstObject where that one is written; the same place when one object is taken twice
 */
public record Duplicate(Located entry, Cause cause, String title, Located object, Located first, Located firstObject) {

    /** How it comes that there are two. */
    public enum Cause {
        TAKEN,
        GENERATED,
        /** The second one is generated since its {@code behavior}, to change the first, is written in capitals. */
        MISWRITTEN,
        /** Two objects of different namespaces are put into one. */
        MOVED
    }

    /** Whether both came with one entry, a file that holds them. */
    public boolean isOfOneFile() {
        return cause == Cause.TAKEN
                && entry.location().equals(first.location())
                && !object.location().equals(firstObject.location());
    }
}
