package dev.stslint.yaml;

/**
 * The text of one document: from its start to the next line that starts with dashes, and what the same look at all its
 * characters tells.
 */
final class Chunk {

    /** What a line starts with that separates documents. */
    static final String DASHES = "---";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final char[] characters;
    private final int start;
    private final int end;

    private final boolean blank;
    private final int directive;
    private final int lastHash;
    private final int lastTab;
    private final int lastBackslash;
    private final int forbidden;
    private final int supplementary;
    private final int longestLine;

    /**
     * The document that starts there, up to the next separator or the end of the text.
     *
     * @param characters those of the text, as {@link #characters(String)} gives them
     */
    Chunk(String text, char[] characters, int start) {
        this.text = text;
        this.characters = characters;
        this.start = start;
        boolean onlyComments = true;
        boolean inComment = false;
        int percent = -1;
        int hash = -1;
        int tab = -1;
        int backslash = -1;
        int firstForbidden = -1;
        int pairs = 0;
        int longest = 0;
        int lineStart = start;
        int i = start;
        int textEnd = text.length();
        for (; i < textEnd; i++) {
            char c = characters[i];
            if (!onlyComments && (c > '\\' ? c < 0x7F : c == ' ' || (c > '-' && c < '\\'))) {
                continue; // most characters: letters, digits and spaces behind the first content
            }
            if (c == '-' && i == lineStart && text.startsWith(DASHES, i)) {
                break;
            }
            if (YamlText.isBreak(c)) {
                longest = Math.max(longest, i - lineStart);
                lineStart = i + 1;
                inComment = false;
            } else if (c == '#') {
                inComment |= onlyComments;
                hash = i;
            } else if (c > ' ' && c < 0x7F) {
                backslash = c == '\\' ? i : backslash;
                if (onlyComments && !inComment) {
                    percent = c == '%' && i == lineStart ? i : -1;
                    onlyComments = false;
                }
            } else if (c != ' ') {
                tab = c == '\t' ? i : tab;
                if (c != '\t' && firstForbidden < 0 && isForbidden(text, i)) {
                    firstForbidden = i;
                }
                if (Character.isLowSurrogate(c)) {
                    pairs++;
                }
                onlyComments &= inComment || (c == BYTE_ORDER_MARK && i == start);
            }
        }
        this.end = i;
        this.blank = onlyComments;
        this.directive = percent;
        this.lastHash = hash;
        this.lastTab = tab;
        this.lastBackslash = backslash;
        this.forbidden = firstForbidden;
        this.supplementary = pairs;
        this.longestLine = Math.max(longest, i - lineStart);
    }

    /** The characters of a text one by one, and room for two more. */
    static char[] characters(String text) {
        char[] characters = new char[text.length() + 2];
        text.getChars(0, text.length(), characters, 0);
        return characters;
    }

    /** Those of the whole text. */
    char[] characters() {
        return characters;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Whether there is nothing in it but spaces and comments. */
    boolean isBlank() {
        return blank;
    }

    /** Where it starts with a {@code %} directive, or -1. */
    int directive() {
        return directive;
    }

    /** The first character that YAML does not allow anywhere, or -1. */
    int forbidden() {
        return forbidden;
    }

    /** Length of the longest line in UTF-16 units. */
    int longestLine() {
        return longestLine;
    }

    /** The first {@code #} from there on, or -1. */
    int nextHash(int from) {
        return from > lastHash ? -1 : text.indexOf('#', from);
    }

    /** The first tab from there on, or -1. */
    int nextTab(int from) {
        return from > lastTab ? -1 : text.indexOf('\t', from);
    }

    /** The first backslash from there on, or -1. */
    int nextBackslash(int from) {
        return from > lastBackslash ? -1 : text.indexOf('\\', from);
    }

    /** For each character outside the basic plane how many code points stand before it, in order. */
    int[] supplementary() {
        int[] places = new int[supplementary];
        int count = 0;
        for (int i = start; count < places.length; i++) {
            if (Character.isLowSurrogate(text.charAt(i))) {
                places[count] = i - 1 - start - count;
                count++;
            }
        }
        return places;
    }

    private static boolean isForbidden(String text, int at) {
        char c = text.charAt(at);
        if (c < 0xA0) {
            return c != 0x85;
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                    : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0xFFFE || c == 0xFFFF;
    }
}
