package dev.stslint.secret;

/**
 * Comments of configuration texts, whatever their format: lines that start with {@code #}, {@code ;}, {@code //}, {@code
 * -- } and the like, and what stands between the marks of XML and C. What follows a value on its line is left alone, since
 * there a {@code #} may belong to the value.
 */
final class EmbeddedComments {

    private EmbeddedComments() {}

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
        blankBetween(text, "<!--", "-->", characters);
        blankBetween(text, "/*", "*/", characters);
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
