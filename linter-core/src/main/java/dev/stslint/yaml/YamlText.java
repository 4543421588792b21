package dev.stslint.yaml;

/** YAML's white space: what separates words, and what ends lines. */
final class YamlText {

    private YamlText() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isWhite(char c) {
        return isBlank(c) || isBreak(c);
    }

    /** Where the line of {@code at} starts, not before {@code start}. */
    static int lineStart(String text, int start, int at) {
        int i = at;
        while (i > start && !isBreak(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Where the line of {@code at} ends, without its line break, not behind {@code end}. */
    static int lineEnd(String text, int at, int end) {
        int i = at;
        while (i < end && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the text next holds {@code sought}, all of it in front of {@code end}; or -1. */
    static int indexOf(String text, String sought, int from, int end) {
        for (int i = from; i <= end - sought.length(); i++) {
            if (text.startsWith(sought, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the line break that stands at {@code at}; {@code at} itself when none does. */
    static int afterBreak(String text, int at) {
        if (at >= text.length() || !isBreak(text.charAt(at))) {
            return at;
        }
        boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (pair ? 2 : 1);
    }

    /** Where the white space that ends before {@code at} starts, not before {@code start}. */
    static int beforeWhite(String text, int start, int at) {
        int i = at;
        while (i > start && isWhite(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** The first character that is no white space, not behind {@code end}. */
    static int afterWhite(String text, int at, int end) {
        int i = at;
        while (i < end && isWhite(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The first character that is neither white space nor part of a comment, not behind {@code end}. */
    static int afterWhiteAndComments(String text, int at, int end) {
        int i = afterWhite(text, at, end);
        while (i < end && text.charAt(i) == '#') {
            i = afterWhite(text, lineEnd(text, i, end), end);
        }
        return i;
    }

    /**
     * The column, from 0, of the innermost block that what stands at {@code at} is a part of, as far as its line tells:
     * that of the last dash, or of the key behind it.
     */
    static int blockColumn(String text, int start, int at) {
        int lineStart = lineStart(text, start, at);
        int column = 0;
        int i = lineStart;
        while (i < at && (text.charAt(i) == ' ' || (text.charAt(i) == '-' && text.charAt(i + 1) == ' '))) {
            column = text.charAt(i) == '-' ? i - lineStart : column;
            i++;
        }
        for (int colon = i; colon + 1 < at; colon++) {
            if (text.charAt(colon) == ':' && isBlank(text.charAt(colon + 1))) {
                return i - lineStart;
            }
        }
        return column;
    }
}
