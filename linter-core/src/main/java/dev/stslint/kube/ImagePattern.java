package dev.stslint.kube;

import java.util.Set;

/**
 * Which images a row of the image table is about: {@code postgres} (the official image, mirrors of it and builds called
 * the same), {@code apache/kafka} (that owner's, and mirrors that keep the owner's name), {@code k8s.gcr.io/etcd} (that
 * registry's). A {@code *} stands for any characters of one part. The more parts match, the better the match.
 */
record ImagePattern(String registry, String owner, String name) {

    /** Owners of the official images: for one processor each, and under their full name. */
    private static final Set<String> OFFICIAL = Set.of(
            "", "library", "amd64", "arm32v5", "arm32v6", "arm32v7", "arm64v8", "i386", "ppc64le", "riscv64", "s390x");

    static ImagePattern parse(String text) {
        int slash = text.lastIndexOf('/');
        String name = text.substring(slash + 1);
        String rest = slash < 0 ? "" : text.substring(0, slash);
        int first = rest.indexOf('/');
        String head = first < 0 ? rest : rest.substring(0, first);
        if (head.indexOf('.') < 0) {
            return new ImagePattern("", rest, name);
        }
        return new ImagePattern(head, first < 0 ? "" : rest.substring(first + 1), name);
    }

    boolean matches(ImageReference image) {
        return (registry.isEmpty() || registry.equals(image.registry()))
                && Glob.matches(name, image.name())
                && (owner.isEmpty() || ownerMatches(image.owner()));
    }

    /** How much of an image it names: of two patterns that match, the one with the higher number counts. */
    int precision() {
        return (registry.isEmpty() ? 0 : 8)
                + (owner.isEmpty() ? 0 : owner.indexOf('*') < 0 ? 4 : 2)
                + (name.indexOf('*') < 0 ? 1 : 0);
    }

    /** Whether an image is called so and no more is known: a mirror of the official image, or anybody's build. */
    boolean isGuessFor(ImageReference image) {
        String owner = image.owner();
        return registry.isEmpty()
                && this.owner.isEmpty()
                && !OFFICIAL.contains(owner.substring(owner.lastIndexOf('/') + 1));
    }

    private boolean ownerMatches(String actual) {
        if (Glob.matches(owner, actual)) {
            return true;
        }
        // A mirror puts a path of its own in front: `cache/docker.io/bitnami/redis`.
        int slash = actual.length();
        for (int i = 0; i < owner.length(); i++) {
            if (owner.charAt(i) == '/') {
                slash = actual.lastIndexOf('/', slash - 1);
            }
        }
        int start = actual.lastIndexOf('/', slash - 1);
        return start >= 0 && Glob.matches(owner, actual.substring(start + 1));
    }

    @Override
    public String toString() {
        return (registry.isEmpty() ? "" : registry + "/") + (owner.isEmpty() ? "" : owner + "/") + name;
    }
}
