package dev.stslint.manifest;

import java.util.Optional;

/**
 * An object that exists outside of the input, as the user says. What it looks like nobody knows.
 *
 * @param namespace empty: whichever
 */
public record KnownObject(String kind, String namespace, String name) {

    /** Reads {@code Kind/namespace/name}, or {@code Kind/name} for any namespace. */
    public static Optional<KnownObject> parse(String text) {
        int first = text.indexOf('/');
        int last = text.lastIndexOf('/');
        if (first <= 0 || last == text.length() - 1 || text.indexOf('/', first + 1) != (last == first ? -1 : last)) {
            return Optional.empty();
        }
        String namespace = last == first ? "" : text.substring(first + 1, last);
        boolean isCapital = text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
        return !isCapital || (last != first && namespace.isEmpty())
                ? Optional.empty()
                : Optional.of(new KnownObject(text.substring(0, first), namespace, text.substring(last + 1)));
    }

    @Override
    public String toString() {
        return kind + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
