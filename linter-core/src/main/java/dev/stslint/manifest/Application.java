package dev.stslint.manifest;

import java.util.HashSet;
import java.util.Set;

/** What one kustomization, applied on its own, makes of the input: the widest scope in which names are looked up. */
final class Application {

    private final String directory;
    private final Set<String> generated = new HashSet<>();
    private String openReason = "";

    Application(String directory) {
        this.directory = directory;
    }

    String directory() {
        return directory;
    }

    /** Notes that the kustomization takes something that is not in the input. */
    void open(String reason) {
        if (openReason.isEmpty()) {
            openReason = reason;
        }
    }

    /** Why objects may exist that were not read; empty when all were. */
    String openReason() {
        return openReason;
    }

    boolean isOpen() {
        return !openReason.isEmpty();
    }

    void generates(String kind, String name) {
        generated.add(kind + "/" + name);
    }

    boolean isGenerated(String kind, String name) {
        return generated.contains(kind + "/" + name);
    }
}
