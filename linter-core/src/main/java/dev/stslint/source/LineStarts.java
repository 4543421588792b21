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

    /** The same for a text of ASCII characters, which are quicker to look at as bytes. */
    static int[] ofAscii(byte[] text, int from) {
        LineStarts found = new LineStarts(text.length);
        for (int i = from; i < text.length; i++) {
            byte c = text[i];
            if (c == '\n' || c == '\r') {
                found.add(i - from, c == '\n' && i > from && text[i - 1] == '\r');
            }
        }
        return Arrays.copyOf(found.starts, found.count);
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
