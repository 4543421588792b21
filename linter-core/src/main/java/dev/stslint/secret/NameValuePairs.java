package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name and its value as two fields of a list's item, as variables have it. */
final class NameValuePairs {

    private static final String NAME_OF_JSON = "\"name\"";

    private final String text;

    NameValuePairs(String text) {
        this.text = text;
    }

    /**
     * Adds those with a sensitive name.
     *
     * @param lines starts and ends of the lines that may hold one
     */
    void addTo(int[] lines, List<Assignment> found) {
        if (text.contains("value")) {
            for (int i = 0; i < lines.length; i += 2) {
                addPairs(lines[i], lines[i + 1], found);
            }
            if (text.contains(NAME_OF_JSON)) {
                new NameValuePairs(EmbeddedComments.blanked(text)).addPairsOfJson(found);
            }
        }
    }

    /** {@code - name: DB_PASSWORD} and {@code value: x} on the next line, as lists of variables have it. */
    private void addPairs(int from, int to, List<Assignment> found) {
        int at = from;
        while (at < to) {
            Span name = valueOnLine(at, "name");
            int next = nextLine(at);
            Span value = name == null ? null : valueOnLine(next, "value");
            if (name != null && value != null) {
                Assignment.addSensitive(text.substring(name.start(), name.end()), value, found);
            }
            at = next;
        }
    }

    /** Where the next line starts that holds something but a comment; or the text's end. */
    private int nextLine(int line) {
        int next = line;
        do {
            next = Math.min(TextRuns.lineEnd(text, next) + 1, text.length());
        } while (next < text.length()
                && (EmbeddedComments.isCommentLine(text, next)
                        || TextRuns.stripped(text, next, TextRuns.lineEnd(text, next))
                                .isEmpty()));
        return next;
    }

    /** What a line gives a key, which may be the first of a list's item. */
    private @Nullable Span valueOnLine(int at, String key) {
        Span line = TextRuns.stripped(text, at, TextRuns.lineEnd(text, at));
        int start = text.startsWith("- ", line.start())
                ? TextRuns.stripped(text, line.start() + 1, line.end()).start()
                : line.start();
        return line.isEmpty() ? null : pairValue(start, line.end(), key);
    }

    private @Nullable Span pairValue(int start, int end, String key) {
        int i = TextRuns.isQuote(text, start) ? start + 1 : start;
        if (!text.startsWith(key, i)) {
            return null;
        }
        i += key.length();
        i = TextRuns.isQuote(text, i) ? i + 1 : i;
        if (i >= end || text.charAt(i) != ':') {
            return null;
        }
        Span value = TextRuns.stripped(text, i + 1, end);
        int to = !value.isEmpty() && text.charAt(value.end() - 1) == ',' ? value.end() - 1 : value.end();
        boolean quoted =
                to - value.start() > 1 && TextRuns.isQuote(text, value.start()) && TextRuns.isQuote(text, to - 1);
        Span inner = quoted ? new Span(value.start() + 1, to - 1) : new Span(value.start(), to);
        return inner.isEmpty() || "|>{[&*".indexOf(text.charAt(inner.start())) >= 0 ? null : inner;
    }

    /** {@code "name":"DB_PASSWORD","value":"x"}. */
    private void addPairsOfJson(List<Assignment> found) {
        int at = 0;
        while (at >= 0) {
            Span name = stringOf(NAME_OF_JSON, at);
            if (name.isEmpty()) {
                return;
            }
            int comma = TextRuns.afterBlanks(text, name.end() + 1);
            at = name.end();
            Span value = comma < text.length() && text.charAt(comma) == ','
                    ? stringAt("\"value\"", TextRuns.afterBlanks(text, comma + 1))
                    : Span.caret(0);
            if (!value.isEmpty()) {
                Assignment.addSensitive(text.substring(name.start(), name.end()), value, found);
            }
        }
    }

    /** The string of the next such key from there on; empty when there is none. */
    private Span stringOf(String key, int from) {
        for (int i = text.indexOf(key, from); i >= 0; i = text.indexOf(key, i + 1)) {
            Span string = stringAt(key, i);
            if (!string.isEmpty()) {
                return string;
            }
        }
        return Span.caret(0);
    }

    /** What stands between the quotes behind a key and its colon; empty when the key does not start here. */
    private Span stringAt(String key, int at) {
        if (!text.startsWith(key, at)) {
            return Span.caret(0);
        }
        int colon = TextRuns.afterBlanks(text, at + key.length());
        int quote = colon < text.length() && text.charAt(colon) == ':'
                ? TextRuns.afterBlanks(text, colon + 1)
                : text.length();
        if (quote >= text.length() || text.charAt(quote) != '"') {
            return Span.caret(0);
        }
        int end = quote + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end >= text.length() ? Span.caret(0) : new Span(quote + 1, end);
    }
}
