package dev.stslint.manifest;

import dev.stslint.source.Located;

/**
 * An entry of a kustomization that leads back; kustomize fails there, also where it leads to a directory above
 * (sigs.k8s.io/kustomize/api/internal/loader).
 *
 * @param entry what leads back
 * @param kind how
 * @param taken the directory it leads to
 * @param directory that of a kustomization on the way, which is there or below
 */
public record Cycle(Located entry, Kind kind, String taken, String directory) {

    /** How an entry leads back. */
    public enum Kind {
        /** To its own kustomization. */
        ITSELF,
        /** To one that takes its own, be it by others. */
        TAKER,
        /** To a directory that its own kustomization lies in. */
        ABOVE_ITSELF,
        /** To a directory that one lies in that takes its own. */
        ABOVE_TAKER
    }
}
