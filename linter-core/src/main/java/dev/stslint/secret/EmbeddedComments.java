package dev.stslint.secret;

import java.util.Arrays;

/**
 * Comments of configuration texts, whatever their format: lines that start with {@code #}, {@code ;}, {@code //}, {@code
 * -- } and the like, and what stands between the marks of XML and C. What follows a value on its line is left alone, since
 * there a {@code #} may belong to the value.
 */
final class EmbeddedComments {

    private static final String XML_OPEN = "<!--";
    private static final String C_OPEN = "/*";

    private EmbeddedComments() {}

    /**
     * Whether all comments of a text are lines of their own, so that each line tells for itself.
     *
     * @param tag where its first {@code <} stands, or -1
     */
    static boolean areLines(String text, int tag) {
        return (tag < 0 || text.indexOf(XML_OPEN, tag) < 0) && !text.contains(C_OPEN);
    }

    /**
     * Those of some lines that are no comments.
     *
     * @param parts starts and ends, of one line or several each
     */
    static int[] without(String text, int[] parts) {
        int[] lines = new int[parts.length];
        int count = 0;
        for (int i = 0; i < parts.length; i += 2) {
            int at = parts[i];
            while (at < parts[i + 1]) {
                int end = Math.min(TextRuns.lineEnd(text, at), parts[i + 1]);
                if (!isCommentLine(text, at)) {
                    if (count == lines.length) {
                        lines = Arrays.copyOf(lines, 2 * count);
                    }
                    lines[count++] = at;
                    lines[count++] = end;
                }
                at = end + 1;
            }
        }
        return Arrays.copyOf(lines, count);
    }

    /** Whether a line that starts there is a comment. */
    static boolean isCommentLine(String text, int line) {
        int end = TextRuns.lineEnd(text, line);
        int first = line;
        while (first < end && text.charAt(first) <= ' ') {
            first++;
        }
        return first < end && isComment(text, first);
    }

    /** The text with blanks in place of its comments, so that places stay. */
    static String blanked(String text) {
        char[] characters = text.toCharArray();
        int at = 0;
        while (at < characters.length) {
            int first = at;
            while (first < characters.length && characters[first] <= ' ') {
                first++; // lines of blanks too
            }
            int end = first;
            while (end < characters.length && characters[end] != '\n') {
                end++;
            }
            if (first < end && isComment(text, first)) {
                blank(characters, first, end);
            }
            at = end + 1;
        }
        blankBetween(text, XML_OPEN, "-->", characters);
        blankBetween(text, C_OPEN, "*/", characters);
        return new String(characters);
    }

    private static boolean isComment(String text, int first) {
        char c = text.charAt(first);
        return c == '#'
                || c == ';'
                || text.startsWith("! ", first)
                || text.startsWith("//", first)
                || text.startsWith("-- ", first)
                || text.startsWith("REM ", first);
    }

    private static void blankBetween(String text, String open, String close, char[] characters) {
        for (int start = text.indexOf(open); start >= 0; ) {
            boolean opens = start == 0 || text.charAt(start - 1) <= ' ' || open.length() > 2;
            int end = opens ? text.indexOf(close, start + open.length()) : start;
            if (end < 0) {
                return;
            }
            if (opens) {
                blank(characters, start, end + close.length());
            }
            start = text.indexOf(open, opens ? end + close.length() : start + 1);
        }
    }

    private static void blank(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (characters[i] != '\n' && characters[i] != '\r') {
                characters[i] = ' ';
            }
        }
    }
}
