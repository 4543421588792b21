package dev.stslint.source;

/**
 * What of a file may be quoted in a message although nobody knows what it is: short words of letters and what joins them. A
 * password that stands in the wrong place is hardly ever one.
 */
public final class PlainWord {

    private static final int LONGEST = 50;

    private PlainWord() {}

    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && c != '-' && c != '_' && c != '.' && c != '/') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    /** {@code there is no rule `x`}, or, where the word may not be quoted, {@code there is no such rule}. */
    public static String unknown(String what, String word) {
        return is(word) ? "there is no " + what + " `" + word + "`" : "there is no such " + what;
    }
}
