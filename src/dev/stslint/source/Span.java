package dev.stslint.source;

/**
 * A half-open range of UTF-16 offsets in some decoded text, independent of any file. An empty span is a caret: the
 * place <em>before</em> the character at {@code start}.
 *
 * @param start offset of the first character
 * @param end offset behind the last character, never below {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The empty span at {@code offset}. */
    public static Span caret(int offset) {
        return new Span(offset, offset);
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return end == start;
    }

    /** Whether the two share a character, or one is a caret inside or at the edge of the other. */
    public boolean touches(Span other) {
        if (isEmpty() || other.isEmpty()) {
            return start <= other.end && other.start <= end;
        }
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public int hashCode() {
        return start * 31 + end;
    }

    @Override
    public String toString() {
        return "[" + start + "," + end + ")";
    }
}
