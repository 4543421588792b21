package dev.stslint.yaml;

/**
 * The text of one document, as {@link DocumentSplitter} cut it out, and what a single look at all its characters tells.
 */
final class Chunk {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int start;
    private final int end;

    private final boolean blank;
    private final int directive;
    private final int forbidden;
    private final int supplementary;
    private final int longestLine;

    Chunk(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        boolean onlyComments = true;
        boolean inComment = false;
        int percent = -1;
        int firstForbidden = -1;
        int pairs = 0;
        int longest = 0;
        int lineStart = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (YamlText.isBreak(c)) {
                longest = Math.max(longest, i - lineStart);
                lineStart = i + 1;
                inComment = false;
            } else if (c == '#') {
                inComment |= onlyComments;
            } else if (c > ' ' && c < 0x7F) {
                if (onlyComments && !inComment) {
                    percent = c == '%' && i == lineStart ? i : -1;
                    onlyComments = false;
                }
            } else if (c != ' ') {
                if (c != '\t' && firstForbidden < 0 && isForbidden(text, i, start)) {
                    firstForbidden = i;
                }
                if (Character.isLowSurrogate(c)) {
                    pairs++;
                }
                onlyComments &= inComment || (c == BYTE_ORDER_MARK && i == start);
            }
        }
        this.blank = onlyComments;
        this.directive = percent;
        this.forbidden = firstForbidden;
        this.supplementary = pairs;
        this.longestLine = Math.max(longest, end - lineStart);
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

    /** YAML allows no control characters, and a byte order mark only at the very start of a document. */
    private static boolean isForbidden(String text, int at, int start) {
        char c = text.charAt(at);
        if (c < 0xA0) {
            return c != 0x85;
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                    : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0xFFFE || c == 0xFFFF || (c == BYTE_ORDER_MARK && at > start);
    }
}
