package dev.stslint.report;

/**
 * Text that a terminal only shows. Whatever would move the cursor, change colours, turn the direction of writing or be
 * invisible is replaced by something that can be seen: {@code ␛} for an escape character, a code point's number for those
 * that have no such picture.
 */
public final class HarmlessText {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final char DELETE_PICTURE = '\u2421';

    private HarmlessText() {}

    /** One line: its breaks and tabs are shown too. */
    public static String of(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8);
        shown.append(text, 0, i);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(picture(c));
            }
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    static boolean isHarmless(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ';
        }
        switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> {
                return false;
            }
            case Character.FORMAT -> {
                return DisplayWidth.isDrawnOnto(codePoint);
            }
            default -> {
                return true;
            }
        }
    }

    /** What is shown in its place. */
    static String picture(int codePoint) {
        if (codePoint < ' ') {
            return String.valueOf((char) (CONTROL_PICTURES + codePoint));
        }
        if (codePoint == 0x7F) {
            return String.valueOf(DELETE_PICTURE);
        }
        return "\\u{" + Integer.toHexString(codePoint) + "}";
    }
}
