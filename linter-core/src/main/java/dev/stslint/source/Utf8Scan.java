package dev.stslint.source;

/** What one look at a text in UTF-8 tells: where its lines start, and whether there is anything but plain ASCII in it. */
final class Utf8Scan {

    private static final int REJECTED = -1;

    private final byte[] text;
    private final LineStarts lines;
    private boolean ascii = true;
    private boolean wellFormed = true;
    private boolean hasNull;

    private Utf8Scan(byte[] text) {
        this.text = text;
        this.lines = new LineStarts(text.length);
    }

    /** Looks at a text from a byte on; what stands before it is no part of the text. */
    static Utf8Scan of(byte[] text, int from) {
        Utf8Scan scan = new Utf8Scan(text);
        scan.run(from);
        return scan;
    }

    private void run(int from) {
        byte[] all = text;
        int further = from; // bytes that are no UTF-16 units of their own, and those in front of the text
        for (int i = from; i < all.length; i++) {
            i = behindUsual(all, i);
            if (i == all.length) {
                return;
            }
            byte c = all[i];
            if (c == '\n' || c == '\r') {
                lines.add(i - further, c == '\n' && i > from && all[i - 1] == '\r');
            } else if (c < 0) {
                ascii = false;
                int last = lastOfSequence(i);
                if (last == REJECTED) {
                    wellFormed = false;
                    return;
                }
                further += last - i - (last - i == 3 ? 1 : 0);
                i = last;
            } else if (c == 0) {
                hasNull = true;
            }
        }
    }

    /** Over bytes that tell nothing, four at a time, which takes half as long as one by one. */
    private static int behindUsual(byte[] all, int from) {
        int i = from;
        int last = all.length - 4;
        while (i <= last && all[i] > '\r' && all[i + 1] > '\r' && all[i + 2] > '\r' && all[i + 3] > '\r') {
            i += 4;
        }
        while (i < all.length && all[i] > '\r') {
            i++;
        }
        return i;
    }

    /**
     * The last byte of a sequence of two to four that stand for one character, as the table of well-formed sequences of the
     * <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506">Unicode Standard</a> has them.
     */
    private int lastOfSequence(int start) {
        int first = text[start] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || start + length > text.length) {
            return REJECTED;
        }
        int second = text[start + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return REJECTED;
        }
        for (int i = start + 2; i < start + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return REJECTED;
            }
        }
        return start + length - 1;
    }

    /** Whether all of it is ASCII. */
    boolean isAscii() {
        return ascii;
    }

    /** Whether all of it is UTF-8; if not, nothing else of the scan says anything about what stands behind the first fault. */
    boolean isWellFormed() {
        return wellFormed;
    }

    boolean hasNull() {
        return hasNull;
    }

    /** Offsets in UTF-16 units. */
    int[] lineStarts() {
        return lines.toArray();
    }
}
