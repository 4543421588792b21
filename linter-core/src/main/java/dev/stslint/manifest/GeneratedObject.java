package dev.stslint.manifest;

/**
 * A ConfigMap or Secret that a kustomization makes from texts and files.
 *
 * @param writtenName what references call it; kustomize puts the name that it gets in their place
 * @param placement where it lands, and under which name but for its hash
 * @param hasHash whether a hash of its content stands behind its name
 */
record GeneratedObject(String kind, String writtenName, Placement placement, boolean hasHash) {

    /** Whether a reference means it: by the name as written, or by the one it has in between. */
    boolean isCalled(String ofKind, String name) {
        return kind.equals(ofKind)
                && (writtenName.equals(name) || placement.name().equals(name));
    }
}
