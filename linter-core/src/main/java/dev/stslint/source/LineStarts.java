package dev.stslint.source;

import java.util.Arrays;

/** Where the lines of a text start. YAML's line breaks only: LF, CRLF, CR. (U+0085, U+2028 and U+2029 are content in 1.2.) */
final class LineStarts {

    private int[] starts;
    private int count = 1;

    private LineStarts(int length) {
        this.starts = new int[Math.max(16, length / 24)];
    }

    static int[] of(String text) {
        LineStarts found = new LineStarts(text.length());
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                found.add(i, before == '\r' && c == '\n');
            }
            before = c;
        }
        return Arrays.copyOf(found.starts, found.count);
    }

    /** The same for a text in UTF-8, which is quicker to look at as bytes. */
    static int[] ofUtf8(byte[] text, int from) {
        LineStarts found = new LineStarts(text.length);
        int further = from; // bytes that are no UTF-16 units of their own, and those in front of the text
        for (int i = from; i < text.length; i++) {
            byte c = text[i];
            if (c == '\n' || c == '\r') {
                found.add(i - further, c == '\n' && i > from && text[i - 1] == '\r');
            } else if (c < 0) {
                further += isContinuation(c) ? 1 : isOfFour(c) ? -1 : 0;
            }
        }
        return Arrays.copyOf(found.starts, found.count);
    }

    private static boolean isContinuation(byte c) {
        return (c & 0xC0) == 0x80;
    }

    /** Whether it is the first of four bytes, which make two units. */
    private static boolean isOfFour(byte c) {
        return (c & 0xF8) == 0xF0;
    }

    private void add(int lineBreak, boolean isSecondHalf) {
        if (isSecondHalf) {
            count--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = lineBreak + 1;
    }
}
