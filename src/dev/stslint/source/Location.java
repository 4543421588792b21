package dev.stslint.source;

/** A span in a file: what a finding points at. Lines and columns are derived on demand. */
public record Location(SourceFile file, Span span) implements Comparable<Location> {

    /** The place of the first character. */
    public Position start() {
        return file.positionAt(span.start());
    }

    /** The place behind the last character. */
    public Position end() {
        return file.positionAt(span.end());
    }

    /** Whether both lie in one file and share a character (or a caret). */
    public boolean touches(Location other) {
        return file == other.file && span.touches(other.span);
    }

    public boolean contains(Location other) {
        return file == other.file && span.contains(other.span);
    }

    /** By path, then by offset, then by length: the order in which findings are shown. */
    @Override
    public int compareTo(Location other) {
        int byPath = file.path().compareTo(other.file.path());
        if (byPath != 0) {
            return byPath;
        }
        int byStart = Integer.compare(span.start(), other.span.start());
        return byStart != 0 ? byStart : Integer.compare(span.end(), other.span.end());
    }

    @Override
    public int hashCode() {
        return file.path().hashCode() * 31 + span.hashCode();
    }

    /** {@code path:line:column}, the form terminals and editors make clickable. */
    @Override
    public String toString() {
        return file.path() + ":" + start();
    }
}
