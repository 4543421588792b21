package dev.stslint.kube;

import java.util.Optional;

/**
 * A container image: {@code registry/repository:tag@digest}.
 *
 * @param registry as {@code quay.io}, or empty for the default
 * @param repository the path without registry, as {@code bitnami/postgresql}; {@code library/} removed
 * @param tag or empty
 * @param digest with its algorithm, or empty
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

    /** Reads a reference; empty when it cannot be one, as {@code @docker.image@} or a template. */
    public static Optional<ImageReference> parse(String text) {
        String rest = text.strip();
        if (rest.isEmpty() || !isPlausible(rest)) {
            return Optional.empty();
        }
        int at = rest.indexOf('@');
        String digest = at < 0 ? "" : rest.substring(at + 1);
        rest = at < 0 ? rest : rest.substring(0, at);
        int colon = rest.lastIndexOf(':');
        String tag = colon > rest.lastIndexOf('/') ? rest.substring(colon + 1) : "";
        rest = tag.isEmpty() ? rest : rest.substring(0, colon);
        int slash = rest.indexOf('/');
        String first = slash < 0 ? "" : rest.substring(0, slash);
        boolean isHost = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        String registry = isHost ? first : "";
        String repository = isHost ? rest.substring(slash + 1) : rest;
        if ((registry.isEmpty() || registry.equals("docker.io")) && repository.startsWith("library/")) {
            repository = repository.substring("library/".length());
        }
        return repository.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageReference(registry, repository, tag, digest));
    }

    /** The last element of the repository: {@code postgresql}. */
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** The repository without its last element: {@code bitnami}; empty for official images. */
    public String owner() {
        int slash = repository.lastIndexOf('/');
        return slash < 0 ? "" : repository.substring(0, slash);
    }

    private static boolean isPlausible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean legal = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "./-_:@+".indexOf(c) >= 0;
            if (!legal) {
                return false;
            }
        }
        char first = text.charAt(0);
        return first != '@' && first != '/' && first != ':' && !text.endsWith("@");
    }
}
