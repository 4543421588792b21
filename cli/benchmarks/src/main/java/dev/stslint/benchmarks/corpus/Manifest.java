package dev.stslint.benchmarks.corpus;

import java.util.function.Consumer;

/**
 * One Kubernetes object that can be written in any style.
 *
 * @param body writes all entries below {@code apiVersion} and {@code kind}
 */
record Manifest(String apiVersion, String kind, String name, Consumer<TreeWriter> body) {

    void write(TreeWriter out) {
        out.put("apiVersion", apiVersion).put("kind", kind);
        body.accept(out);
    }

    /** What its file is called when it has one of its own. */
    String fileName() {
        return name + "-" + kind.toLowerCase(java.util.Locale.ROOT);
    }
}
