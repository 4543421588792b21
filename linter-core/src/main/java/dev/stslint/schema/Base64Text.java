package dev.stslint.schema;

/** Base64 as Go's standard encoding reads it: padded, line breaks skipped. Decodes nothing. */
final class Base64Text {

    private Base64Text() {}

    static boolean isOne(String text) {
        int count = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
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

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
