package dev.stslint.schema;

import java.util.Optional;

/**
 * A kind in one version of its group, as the API server serves or once served it.
 *
 * @param apiVersion {@code group/version}, or the version alone in the core group
 * @param type the name of its type; empty when no release of the table serves it
 * @param plural its name in addresses; empty like the type
 * @param namespaced whether its objects are in namespaces
 * @param lifetime the releases that serve it
 * @param nameFormat what its objects may be called; {@link Format#ANY} where the server is told nothing here
 * @param deprecated the minor it is deprecated from, or 0
 * @param removed the minor that does not serve it any more, or 0
 * @param replacement the version to use instead; empty when there is none
 */
public record ApiKind(
        String kind,
        String apiVersion,
        String type,
        String plural,
        boolean namespaced,
        Lifetime lifetime,
        Format nameFormat,
        int deprecated,
        int removed,
        Optional<String> replacement) {

    static ApiKind parse(String line) {
        Words words = new Words(line);
        String kind = words.next();
        String apiVersion = words.next();
        String type = words.next();
        String plural = words.next();
        boolean namespaced = words.next().equals("namespaced");
        Lifetime lifetime = Lifetime.ALWAYS;
        Format nameFormat = Format.ANY;
        int deprecated = 0;
        int removed = 0;
        Optional<String> replacement = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.startsWith("name=")) {
                nameFormat = Format.called(Words.valueOf(word));
            } else if (word.startsWith("deprecated=")) {
                deprecated = Integer.parseInt(Words.valueOf(word));
            } else if (word.startsWith("removed=")) {
                removed = Integer.parseInt(Words.valueOf(word));
            } else if (word.startsWith("use=")) {
                replacement = Optional.of(Words.valueOf(word));
            } else {
                lifetime = Lifetime.parse(word);
            }
        }
        boolean known = !type.equals("-");
        return new ApiKind(
                kind,
                apiVersion,
                known ? type : "",
                known ? plural : "",
                namespaced,
                lifetime,
                nameFormat,
                deprecated,
                removed,
                replacement);
    }

    /** Whether a release of the table serves it, so that its fields are known. */
    public boolean hasFields() {
        return !type.isEmpty();
    }

    /** The API group; empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
