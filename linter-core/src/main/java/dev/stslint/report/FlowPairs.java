package dev.stslint.report;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Keys and values between braces, in YAML's flow style and in JSON. */
final class FlowPairs {

    private FlowPairs() {}

    /** The value of a key between {@code from} and {@code to}, without quotes; empty when it is not there. */
    static Span value(String text, int from, int to, String key) {
        int at = Spans.indexOf(text, key, from, to);
        while (at >= 0) {
            int i = at + key.length();
            boolean startsKey = at == from || "{, \t\"'".indexOf(text.charAt(at - 1)) >= 0;
            if (i < to && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
                i++;
            }
            i = skipBlanks(text, i, to);
            if (startsKey && i < to && text.charAt(i) == ':') {
                return scalar(text, skipBlanks(text, i + 1, to), to);
            }
            at = Spans.indexOf(text, key, at + 1, to);
        }
        return Span.caret(from);
    }

    /** The values behind all colons between {@code from} and {@code to} but one. */
    static List<Span> others(String text, int from, int to, Span one) {
        List<Span> values = new ArrayList<>(1);
        int colon = Spans.indexOf(text, ":", from, to);
        while (colon >= 0) {
            Span value = scalar(text, skipBlanks(text, colon + 1, to), to);
            if (!value.isEmpty() && !value.equals(one)) {
                values.add(value);
            }
            colon = Spans.indexOf(text, ":", Math.max(colon + 1, value.end()), to);
        }
        return values;
    }

    private static Span scalar(String text, int start, int to) {
        if (start < to && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
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

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
