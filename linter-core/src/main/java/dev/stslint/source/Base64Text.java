package dev.stslint.source;

import java.util.Base64;
import java.util.Optional;

/** Texts in base64, with the standard alphabet. */
public final class Base64Text {

    private Base64Text() {}

    /** What does not count within a text. */
    public enum Gaps {
        /** Line feeds and carriage returns, as Go skips them. */
        LINE_BREAKS,
        /** All blanks. */
        BLANKS
    }

    /** Whether it is one, padding and all, as Go's standard encoding asks for. Decodes nothing. */
    public static boolean isPadded(String text, Gaps gaps) {
        int count = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isGap(c, gaps)) {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding > 0 || !isDigit(c)) {
                return false;
            }
            count++;
        }
        return count % 4 == 0 && padding <= 2;
    }

    /** The bytes that it stands for, with its padding or without; empty when it stands for none. */
    public static Optional<byte[]> bytes(String text, Gaps gaps) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isGap(c, gaps)) {
                if (c != '=' && !isDigit(c)) {
                    return Optional.empty(); // nearly always decided by now, without an exception
                }
                compact.append(c);
            }
        }
        try {
            return Optional.of(Base64.getDecoder().decode(compact.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isGap(char c, Gaps gaps) {
        return gaps == Gaps.BLANKS ? c <= ' ' : c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
