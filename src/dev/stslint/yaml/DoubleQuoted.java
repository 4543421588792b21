package dev.stslint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Text in double quotes as go-yaml v2 reads it. It knows escapes that the engine does not ({@code \'}, {@code \L},
 * {@code \P}) and rejects some that the engine takes: {@code \/}, and halves of surrogate pairs.
 */
final class DoubleQuoted {

    private static final String ESCAPES = "0abt\tnvfre \"'\\N_LP";
    private static final String MEANINGS = "\0\u0007\b\t\t\n\u000B\f\r\u001B \"'\\\u0085\u00A0\u2028\u2029";

    private final String text;
    private final int end;

    private int at;

    /**
     * @param start the opening quote
     * @param end behind the closing quote, or as far as the text goes when there may be none
     */
    DoubleQuoted(String text, int start, int end) {
        this.text = text;
        this.at = start + 1;
        this.end = end;
    }

    /** Where the next escape sequence starts, or -1 when the closing quote comes first. Stands behind it afterwards. */
    int nextEscape() {
        while (at < end && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at += 2;
                return at - 2;
            }
            at++;
        }
        return -1;
    }

    /** Whether kubectl reads the escape sequence at that backslash. */
    boolean isKnown(int backslash) {
        char c = backslash + 1 < end ? text.charAt(backslash + 1) : ' ';
        if (ESCAPES.indexOf(c) >= 0 || YamlText.isBreak(c)) {
            return true;
        }
        int length = hexLength(c);
        int value = length == 0 ? -1 : hex(backslash + 2, length);
        return value >= 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
    }

    /** The content; null when an escape sequence is not known. */
    @Nullable
    String content() {
        StringBuilder content = new StringBuilder();
        while (at < end - 1) {
            char c = text.charAt(at);
            if (c == '\\') {
                if (!isKnown(at)) {
                    return null;
                }
                appendEscape(content);
            } else if (YamlText.isWhite(c)) {
                appendWhite(content);
            } else {
                content.append(c);
                at++;
            }
        }
        return content.toString();
    }

    private void appendEscape(StringBuilder content) {
        char c = text.charAt(at + 1);
        int length = hexLength(c);
        if (YamlText.isBreak(c)) {
            at = YamlText.afterBreak(text, at + 1);
            appendBreaks(content);
        } else if (length > 0) {
            content.appendCodePoint(hex(at + 2, length));
            at += 2 + length;
        } else {
            content.append(MEANINGS.charAt(ESCAPES.indexOf(c)));
            at += 2;
        }
    }

    /** Blanks within a line stay; around line breaks they go, one line break becomes a space, more lose one. */
    private void appendWhite(StringBuilder content) {
        int start = at;
        while (YamlText.isBlank(text.charAt(at))) {
            at++;
        }
        if (!YamlText.isBreak(text.charAt(at))) {
            content.append(text, start, at);
            return;
        }
        at = YamlText.afterBreak(text, at);
        if (appendBreaks(content) == 0) {
            content.append(' ');
        }
    }

    private int appendBreaks(StringBuilder content) {
        int breaks = 0;
        while (YamlText.isWhite(text.charAt(at))) {
            if (YamlText.isBreak(text.charAt(at))) {
                content.append('\n');
                breaks++;
                at = YamlText.afterBreak(text, at);
            } else {
                at++;
            }
        }
        return breaks;
    }

    private static int hexLength(char c) {
        return c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    }

    private int hex(int from, int length) {
        if (from + length > end) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < from + length; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value > Character.MAX_CODE_POINT ? -1 : (int) value;
    }
}
