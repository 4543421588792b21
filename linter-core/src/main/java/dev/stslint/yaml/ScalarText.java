package dev.stslint.yaml;

import dev.stslint.source.Span;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way back from the characters of a scalar's content to those of the source they come from: through quotes, escapes,
 * folded lines and the indentation of blocks.
 *
 * <p>It reads the source once more, the way the parser did, and notes where each character comes from. Where that
 * reading does not give the same content, as with a decoded {@code !!binary} or a file that has changed, it says so by
 * pointing at the whole scalar rather than at wrong characters.
 */
public final class ScalarText {

    private final YamlScalar scalar;
    private final Supplier<Optional<String>> source;
    private @Nullable Origins origins;

    /** @param source the file's text; asked for once, and only when the scalar is not written as it reads */
    public ScalarText(YamlScalar scalar, Supplier<Optional<String>> source) {
        this.scalar = scalar;
        this.source = source;
    }

    /** The source characters of {@code scalar.text()[from, to)}; the whole scalar when they cannot be told apart. */
    public Span spanOf(int from, int to) {
        int length = scalar.text().length();
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException("no part " + from + ".." + to + " of " + length);
        }
        int quote = scalar.style() == YamlScalar.Style.PLAIN ? 0 : 1;
        if (!scalar.style().isBlock() && scalar.end() - scalar.start() == length + 2 * quote) {
            return new Span(scalar.start() + quote + from, scalar.start() + quote + to);
        }
        if (origins == null) {
            Optional<String> text = source.get();
            origins = text.isPresent() ? Origins.of(scalar, text.get()) : Origins.UNKNOWN;
        }
        return origins.isKnown() ? origins.span(from, to) : scalar.span();
    }

    /** Where each character of a content comes from: half-open ranges of the source, side by side. */
    private static final class Origins {

        private static final Origins UNKNOWN = new Origins(new int[0], new int[0]);

        private final int[] starts;
        private final int[] ends;

        private Origins(int[] starts, int[] ends) {
            this.starts = starts;
            this.ends = ends;
        }

        static Origins of(YamlScalar scalar, String source) {
            if (scalar.text().isEmpty() || scalar.end() > source.length()) {
                return UNKNOWN;
            }
            Rereading reading = new Rereading(scalar, source);
            return reading.agrees() ? new Origins(reading.starts, reading.ends) : UNKNOWN;
        }

        boolean isKnown() {
            return starts.length > 0;
        }

        Span span(int from, int to) {
            if (from == to) {
                return Span.caret(from < starts.length ? starts[from] : ends[from - 1]);
            }
            return new Span(starts[from], ends[to - 1]);
        }
    }

    /** Reads a scalar's source as YAML says and compares what comes out with the content. */
    private static final class Rereading {

        private final YamlScalar scalar;
        private final String source;
        private final String content;
        private final int[] starts;
        private final int[] ends;
        private int size;
        private boolean agrees = true;

        Rereading(YamlScalar scalar, String source) {
            this.scalar = scalar;
            this.source = source;
            this.content = scalar.text();
            this.starts = new int[content.length()];
            this.ends = new int[content.length()];
            if (scalar.style().isBlock()) {
                readBlock();
            } else {
                readFlow();
            }
        }

        boolean agrees() {
            return agrees && size == content.length();
        }

        private void add(char c, int start, int end) {
            if (size < content.length() && content.charAt(size) == c) {
                starts[size] = start;
                ends[size++] = end;
            } else {
                agrees = false;
            }
        }

        private void readFlow() {
            int quote = scalar.style() == YamlScalar.Style.PLAIN ? 0 : 1;
            int end = scalar.end() - quote;
            int i = scalar.start() + quote;
            while (i < end && agrees) {
                char c = source.charAt(i);
                if (YamlText.isWhite(c)) {
                    i = readWhite(i, end);
                } else if (scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && c == '\\') {
                    i = readEscape(i, end);
                } else {
                    int next = scalar.style() == YamlScalar.Style.SINGLE_QUOTED && c == '\'' ? i + 2 : i + 1;
                    add(c, i, next);
                    i = next;
                }
            }
        }

        /** Blanks within a line stay; around line breaks they go, one break becomes a space, more lose the first. */
        private int readWhite(int start, int end) {
            int i = start;
            while (i < end && YamlText.isBlank(source.charAt(i))) {
                i++;
            }
            if (i == end || !YamlText.isBreak(source.charAt(i))) {
                for (int at = start; at < i; at++) {
                    add(source.charAt(at), at, at + 1);
                }
                return i;
            }
            int before = size;
            int behind = YamlText.afterBreak(source, i);
            int next = readBreaks(behind, end);
            if (size == before) {
                add(' ', i, behind);
            }
            return next;
        }

        /** Every line break is content, what stands around it is not. */
        private int readBreaks(int start, int end) {
            int i = start;
            while (i < end && YamlText.isWhite(source.charAt(i))) {
                int next = YamlText.afterBreak(source, i);
                if (next > i) {
                    add('\n', i, next);
                }
                i = Math.max(next, i + 1);
            }
            return i;
        }

        private int readEscape(int backslash, int end) {
            int behind = YamlText.afterBreak(source, backslash + 1);
            if (behind > backslash + 1) {
                return readBreaks(behind, end);
            }
            int next = backslash + 2 + DoubleQuoted.hexLength(source.charAt(backslash + 1));
            if (next > end) {
                agrees = false;
                return end;
            }
            String meaning = new DoubleQuoted(source, backslash - 1, next + 1).content();
            if (meaning == null) {
                meaning = meaningInJson(backslash);
            }
            for (int i = 0; i < meaning.length(); i++) {
                add(meaning.charAt(i), backslash, next);
            }
            return next;
        }

        /** JSON knows {@code \/} and halves of surrogate pairs, go-yaml does not. */
        private String meaningInJson(int backslash) {
            char c = source.charAt(backslash + 1);
            int half = -1;
            if (c == 'u') {
                half = 0;
                for (int i = backslash + 2; i < backslash + 6; i++) {
                    half = half * 16 + Character.digit(source.charAt(i), 16);
                }
            }
            return half < 0 ? String.valueOf(c) : String.valueOf((char) half);
        }

        /**
         * Line by line. A folded block turns a break between two lines of text into a space, unless one of them starts
         * with a blank or empty lines stand between; those are breaks then, and the first one goes.
         */
        private void readBlock() {
            int end = scalar.end();
            int line = YamlText.afterBreak(source, YamlText.lineEnd(source, scalar.start(), end));
            int indentation = indentation(line, end);
            int pending = -1;
            boolean afterBlank = false;
            while (line < end && agrees) {
                int lineEnd = YamlText.lineEnd(source, line, end);
                int text = Math.min(line + indentation, afterSpaces(line, lineEnd));
                if (text == lineEnd) {
                    pending = readEmptyLine(pending, lineEnd);
                } else {
                    boolean blank = YamlText.isBlank(source.charAt(text));
                    addBreaks(pending, line, blank || afterBlank);
                    for (int i = text; i < lineEnd; i++) {
                        add(source.charAt(i), i, i + 1);
                    }
                    pending = lineEnd;
                    afterBlank = blank;
                }
                line = YamlText.afterBreak(source, lineEnd);
            }
            while (size < content.length() && content.charAt(size) == '\n') {
                add('\n', end, end);
            }
        }

        /** Before the first line of text an empty line is a break; behind it, what becomes of it the next text decides. */
        private int readEmptyLine(int pending, int lineEnd) {
            if (pending < 0) {
                add('\n', lineEnd, YamlText.afterBreak(source, lineEnd));
            }
            return pending;
        }

        /** The breaks from the end of one line of text to the start of the next. */
        private void addBreaks(int from, int to, boolean keepsFirst) {
            if (from < 0) {
                return;
            }
            int first = YamlText.afterBreak(source, from);
            boolean folds = scalar.style() == YamlScalar.Style.FOLDED && !keepsFirst;
            if (!folds) {
                add('\n', from, first);
            } else if (first == to) {
                add(' ', from, first);
            }
            int i = first;
            while (i < to) {
                int lineEnd = YamlText.lineEnd(source, i, to);
                int next = YamlText.afterBreak(source, lineEnd);
                add('\n', lineEnd, next);
                i = next;
            }
        }

        /** How far the block is indented: what its first line of text has more than the content's. */
        private int indentation(int from, int end) {
            int first = YamlText.afterWhite(source, from, end);
            int written = first - YamlText.lineStart(source, from, first);
            int firstOfContent = YamlText.afterWhite(content, 0, content.length());
            return Math.max(0, written - (firstOfContent - YamlText.lineStart(content, 0, firstOfContent)));
        }

        private int afterSpaces(int from, int end) {
            int i = from;
            while (i < end && source.charAt(i) == ' ') {
                i++;
            }
            return i;
        }
    }
}
