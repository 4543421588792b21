package dev.stslint.report;

import java.util.List;

/**
 * What became of a file that was found.
 *
 * @param path as shown
 * @param skipped why it was not read, or empty when it was read
 * @param forReference whether it was read for what others refer to, and nothing is said about it
 * @param taken whether nobody named it, and a kustomization takes it
 * @param documents what became of each document, in order
 */
public record FileAccount(
        String path, String skipped, boolean forReference, boolean taken, List<DocumentAccount> documents)
        implements Comparable<FileAccount> {

    /** A file that was asked about. */
    public FileAccount(String path, String skipped, List<DocumentAccount> documents) {
        this(path, skipped, false, false, documents);
    }

    /** What became of a document. */
    public enum Outcome {
        OBJECTS("objects"),
        KUSTOMIZATION("kustomization"),
        PATCH("a patch, no object of its own"),
        EMPTY("empty"),
        NOT_KUBERNETES("not Kubernetes"),
        BROKEN("does not parse");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /** A few words for people. */
        public String text() {
            return text;
        }
    }

    /**
     * What became of a document.
     *
     * @param line where it starts, counted from 1
     * @param objects how many objects it gave, each item of a list counted
     */
    public record DocumentAccount(int line, Outcome outcome, int objects) {}

    /** By path. */
    @Override
    public int compareTo(FileAccount other) {
        return path.compareTo(other.path);
    }

    public boolean isRead() {
        return skipped.isEmpty();
    }

    /** Whether it was read and findings in it are reported. */
    public boolean isLinted() {
        return isRead() && !forReference;
    }
}
