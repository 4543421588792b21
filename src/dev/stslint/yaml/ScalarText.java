package dev.stslint.yaml;

import dev.stslint.source.Span;
import java.util.Optional;
import java.util.function.Supplier;

/** The way back from characters of a scalar's content to the characters of the source they come from. */
public final class ScalarText {

    private ScalarText() {}

    /**
     * The source characters of {@code scalar.text()[from, to)}; the whole scalar when they cannot be told apart, as in a
     * folded scalar with rewrapped lines.
     *
     * @param source the file's text; asked for only when the scalar is not written as it reads
     */
    public static Span spanOf(YamlScalar scalar, int from, int to, Supplier<Optional<String>> source) {
        int length = scalar.text().length();
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException("no part " + from + ".." + to + " of " + length);
        }
        int quote = scalar.style() == YamlScalar.Style.PLAIN ? 0 : 1;
        if (!scalar.style().isBlock() && scalar.end() - scalar.start() == length + 2 * quote) {
            return new Span(scalar.start() + quote + from, scalar.start() + quote + to);
        }
        return source.get().map(text -> found(scalar, from, to, text)).orElseGet(scalar::span);
    }

    /** Walks content and source side by side, line by line: the n-th line of a literal is the n-th line of its source. */
    private static Span found(YamlScalar scalar, int from, int to, String source) {
        String content = scalar.text();
        String wanted = content.substring(from, to);
        int lineStart = content.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
        if (from > 0 && content.charAt(from - 1) == '\n') {
            lineStart = from;
        }
        if (scalar.style() == YamlScalar.Style.LITERAL) {
            int line = 0;
            for (int i = 0; i < lineStart; i++) {
                if (content.charAt(i) == '\n') {
                    line++;
                }
            }
            int at = lineOfSource(scalar, line, source);
            int found = at < 0 ? -1 : source.indexOf(wanted, at + indentation(scalar, source) + (from - lineStart));
            if (found >= 0 && found + wanted.length() <= scalar.end()) {
                return new Span(found, found + wanted.length());
            }
        }
        int skip = 0;
        for (int i = content.indexOf(wanted); i >= 0 && i < from; i = content.indexOf(wanted, i + 1)) {
            skip++;
        }
        int found = source.indexOf(wanted, scalar.start());
        while (skip > 0 && found >= 0) {
            found = source.indexOf(wanted, found + 1);
            skip--;
        }
        return found >= 0 && found + wanted.length() <= scalar.end()
                ? new Span(found, found + wanted.length())
                : scalar.span();
    }

    /** The offset at which content line {@code line} of a block scalar starts in the source, or -1. */
    private static int lineOfSource(YamlScalar scalar, int line, String source) {
        int at = nextLine(source, scalar.start());
        for (int i = 0; i < line && at >= 0; i++) {
            at = nextLine(source, at);
        }
        return at < scalar.end() ? at : -1;
    }

    /** The indentation of a block scalar's content: that of its first line that is not blank. */
    private static int indentation(YamlScalar scalar, String source) {
        for (int at = nextLine(source, scalar.start()); at >= 0 && at < scalar.end(); at = nextLine(source, at)) {
            int i = at;
            while (i < scalar.end() && source.charAt(i) == ' ') {
                i++;
            }
            if (i < scalar.end() && source.charAt(i) != '\n' && source.charAt(i) != '\r') {
                return i - at;
            }
        }
        return 0;
    }

    private static int nextLine(String source, int from) {
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < source.length() && source.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }
}
