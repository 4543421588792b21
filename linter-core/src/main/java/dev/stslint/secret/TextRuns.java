package dev.stslint.secret;

import dev.stslint.source.Span;

/** Where the runs of a text start and end that are no blanks, and what stands between quotes. */
final class TextRuns {

    private TextRuns() {}

    /** A part of a text without the white space around it. */
    static Span stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    /** The first character from there on that is no white space, or the text's end. */
    static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** Where the line ends that an offset lies in, without its line break. */
    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    static boolean isQuote(String text, int at) {
        return at >= 0 && at < text.length() && "\"'`".indexOf(text.charAt(at)) >= 0;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
