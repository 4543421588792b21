package dev.stslint.source;

import java.util.Arrays;

/** Where the lines of a text start. YAML's line breaks only: LF, CRLF, CR. (U+0085, U+2028 and U+2029 are content in 1.2.) */
final class LineStarts {

    private int[] starts;
    private int count = 1;

    /** @param length of the text, in whatever units: an estimate */
    LineStarts(int length) {
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
        return found.toArray();
    }

    /** @param isSecondHalf whether it is the line feed of a pair whose return was added before */
    void add(int lineBreak, boolean isSecondHalf) {
        if (isSecondHalf) {
            count--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = lineBreak + 1;
    }

    int[] toArray() {
        return Arrays.copyOf(starts, count);
    }
}
