package dev.stslint.report;

import java.util.Arrays;

/**
 * How many columns of a terminal a character takes.
 *
 * <p>Wide and fullwidth characters are those of Unicode's EastAsianWidth.txt (values W and F; taken from npm's
 * get-east-asian-width 1.7.0, November 2026), with ranges joined over unassigned code points between them. Marks take no
 * column; which characters are marks the JDK knows. Sequences (emoji with modifiers, joiners and variation selectors,
 * flags) count as one character, as Unicode's UTS #51 and current terminals have it.
 */
final class DisplayWidth {

    /** First and last code point of each range of characters that take two columns. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
        0x25FD, 0x25FE, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F,
        0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
        0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD,
        0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
        0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D20,
        0x18D80, 0x191D2, 0x1AFF0, 0x1B2FB, 0x1D300, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E,
        0x1F191, 0x1F19A, 0x1F1AE, 0x1F1AE, 0x1F200, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C,
        0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E,
        0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A,
        0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2,
        0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7DA, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945,
        0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFA, 0x20000, 0x3FFFD
    };

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_SELECTOR = 0xFE0F;

    private DisplayWidth() {}

    /** The columns of a text without tabs or control characters. */
    static int of(String text) {
        int columns = 0;
        int i = 0;
        while (i < text.length()) {
            int end = endOfCluster(text, i, text.length());
            columns += ofCluster(text, i, end);
            i = end;
        }
        return columns;
    }

    /** Where the character that starts at {@code start} ends, with all that is drawn onto it. */
    static int endOfCluster(String text, int start, int limit) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (isRegionalIndicator(first) && end < limit && isRegionalIndicator(text.codePointAt(end))) {
            end += 2;
        }
        boolean joined = false;
        while (end < limit) {
            int next = text.codePointAt(end);
            boolean isPart = isDrawnOnto(next) || isSkinTone(next) || (joined && isWide(first));
            if (!isPart) {
                break;
            }
            joined = next == ZERO_WIDTH_JOINER;
            end += Character.charCount(next);
        }
        return Math.min(end, limit);
    }

    /** The columns of one such character. */
    static int ofCluster(String text, int start, int end) {
        int first = text.codePointAt(start);
        if (isRegionalIndicator(first)) {
            return end - start > 2 ? 2 : 1;
        }
        if (isDrawnOnto(first)) {
            return 0;
        }
        int second = start + Character.charCount(first);
        boolean asEmoji = second < end && text.charAt(second) == EMOJI_SELECTOR;
        return asEmoji || isWide(first) ? 2 : 1;
    }

    /** Whether it changes another character and takes no column of its own. */
    static boolean isDrawnOnto(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (codePoint >= 0x1160 && codePoint <= 0x11FF); // vowels and finals of Hangul syllables
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < WIDE[0]) {
            return false;
        }
        int found = Arrays.binarySearch(WIDE, codePoint);
        return found >= 0 || (-found - 1) % 2 == 1;
    }

    private static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
}
