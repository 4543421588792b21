package dev.stslint.report;

import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.ArrayList;
import java.util.List;

/** Keys and values between braces, in YAML's flow style and in JSON. */
final class FlowPairs {

    private FlowPairs() {}

    /**
     * A key and its value, both without quotes.
     *
     * @param value not empty
     */
    record Pair(String key, Span value) {}

    /** Where the braces end that open at {@code open}, or {@code to}. */
    static int end(String text, int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return to;
    }

    /** All pairs, those in inner braces too; of what surrounds others the value goes to the next comma. */
    static List<Pair> in(String text, int from, int to) {
        List<Pair> pairs = new ArrayList<>(2);
        int colon = Spans.indexOf(text, ":", from, to);
        while (colon >= 0) {
            Span value = scalar(text, skipBlanks(text, colon + 1, to), to);
            if (!value.isEmpty()) {
                pairs.add(new Pair(key(text, from, colon), value));
            }
            boolean isQuoted = !value.isEmpty() && isQuote(text.charAt(value.start() - 1));
            colon = Spans.indexOf(text, ":", isQuoted ? value.end() : colon + 1, to);
        }
        return pairs;
    }

    private static String key(String text, int from, int colon) {
        int end = colon;
        while (end > from && (text.charAt(end - 1) <= ' ' || isQuote(text.charAt(end - 1)))) {
            end--;
        }
        int start = end;
        while (start > from && text.charAt(start - 1) > ' ' && "{,[\"'".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, end);
    }

    private static Span scalar(String text, int start, int to) {
        if (start < to && isQuote(text.charAt(start))) {
            int close = Spans.indexOf(text, text.substring(start, start + 1), start + 1, to);
            return new Span(start + 1, close < 0 ? to : close);
        }
        int end = start;
        while (end < to && text.charAt(end) != ',') {
            end++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
