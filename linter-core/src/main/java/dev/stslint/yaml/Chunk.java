package dev.stslint.yaml;

/**
 * The text of one document: from its start to the next line that starts with dashes, and what the same look at all its
 * characters tells.
 */
final class Chunk {

    /** What a line starts with that separates documents. */
    static final String DASHES = "---";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** For each character whether nobody needs to know of it; for those behind ASCII somebody does. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (char c = ' '; c < 0x7F; c++) {
            PLAIN[c] = c != '#' && c != '\\';
        }
    }

    private final String text;
    private final byte[] characters;
    private final int start;
    private final int end;

    private boolean blank = true;
    private int directive = -1;
    private int lastHash = -1;
    private int lastTab = -1;
    private int lastBackslash = -1;
    private int forbidden = -1;
    private boolean ascii = true;
    private int supplementary;
    private int longestLine;

    /**
     * The document that starts there, up to the next separator or the end of the text.
     *
     * @param characters those of the text, as {@link Buffers#characters} gives them
     */
    Chunk(String text, byte[] characters, int start) {
        this.text = text;
        this.characters = characters;
        this.start = start;
        int line = start;
        while (line < text.length() && !(characters[line] == '-' && text.startsWith(DASHES, line))) {
            if (blank) {
                readOpening(line);
            }
            int lineEnd = readLine(line);
            longestLine = Math.max(longestLine, lineEnd - line);
            line = lineEnd + 1;
        }
        this.end = Math.min(line, text.length());
    }

    /** Looks at how a line starts in front of which there are only blank lines and comments. */
    private void readOpening(int line) {
        int first = line == start && text.charAt(line) == BYTE_ORDER_MARK ? line + 1 : line;
        while (characters[first] == ' ') {
            first++;
        }
        if (first < text.length() && characters[first] != '#' && !isBreak(characters[first])) {
            blank = false;
            directive = characters[first] == '%' && first == line ? first : -1;
        }
    }

    /** Answers where the line ends. Most lines hold nothing of interest, which one branch for each of their characters tells. */
    private int readLine(int line) {
        byte[] all = characters;
        boolean[] isPlain = PLAIN;
        boolean plain = true;
        int i = line;
        int last = text.length() - 4;
        while (i <= last) { // four at a time, as long as none of them ends the line
            byte first = all[i];
            byte second = all[i + 1];
            byte third = all[i + 2];
            byte fourth = all[i + 3];
            if (first <= '\r' || second <= '\r' || third <= '\r' || fourth <= '\r') {
                break;
            }
            plain &= isPlain[first];
            plain &= isPlain[second];
            plain &= isPlain[third];
            plain &= isPlain[fourth];
            i += 4;
        }
        byte c = all[i];
        while (c > '\r' || (!isBreak(c) && i < text.length())) {
            plain &= isPlain[c & 0xFF];
            c = all[++i];
        }
        if (!plain) {
            lookAt(line, i);
        }
        return i;
    }

    private void lookAt(int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = characters[i];
            if (c == '#') {
                lastHash = i;
            } else if (c == '\\') {
                lastBackslash = i;
            } else if (c == '\t') {
                lastTab = i;
            } else if (c < ' ' || c == 0x7F) {
                if (forbidden < 0 && isForbidden(text, i)) {
                    forbidden = i;
                }
                ascii &= c >= 0;
                supplementary += Character.isLowSurrogate(text.charAt(i)) ? 1 : 0;
            }
        }
    }

    private static boolean isBreak(byte c) {
        return c == '\n' || c == '\r';
    }

    /** Those of the whole text. */
    byte[] characters() {
        return characters;
    }

    /** Whether all its characters are ASCII. */
    boolean isAscii() {
        return ascii;
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
