package dev.stslint.manifest;

/** Something that may have been meant by a name that is not there. */
public record NearMiss<T>(Kind kind, T value) {

    /** In what way it is near. */
    public enum Kind {
        /** The same name in another, explicit namespace. */
        OTHER_NAMESPACE,
        /** A headless Service that selects these pods, under another name. */
        HEADLESS_SELECTS_PODS,
        /** A Service with a virtual IP that selects these pods, under another name. */
        SELECTS_PODS,
        /** A name that differs by a slip. */
        SIMILAR_NAME,
        /** The same name in a directory that is not applied together with this one, as far as can be seen. */
        OUT_OF_SCOPE
    }
}
