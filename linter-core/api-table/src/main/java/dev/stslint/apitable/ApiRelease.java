package dev.stslint.apitable;

import java.util.SortedMap;

/**
 * The API of one Kubernetes release.
 *
 * @param minor 31 for 1.31
 * @param types by name, as {@code V1Container}
 * @param kinds what can be created, by {@code Kind group/version}
 */
public record ApiRelease(int minor, SortedMap<String, ApiType> types, SortedMap<String, ApiKind> kinds) {

    /**
     * A type: what an object of the API holds.
     *
     * @param fields by name
     */
    public record ApiType(String name, SortedMap<String, ApiField> fields) {}

    /**
     * A field of a type.
     *
     * @param type as the table writes it: {@code string}, {@code int32}, the name of a type, {@code V1Container[]},
     *     {@code string{}} …
     * @param description empty where the client has none: fields of a type of their own are described there
     */
    public record ApiField(String name, String type, boolean required, String description) {}

    /**
     * Something that can be created.
     *
     * @param apiVersion {@code group/version}, or the version alone in the core group
     * @param type the name of its type
     * @param plural as in its address
     */
    public record ApiKind(String kind, String apiVersion, String type, String plural, boolean namespaced) {

        /** What tells it from all others. */
        public String id() {
            return kind + " " + apiVersion;
        }
    }
}
