package dev.stslint.secret;

/** The alphabets that credentials are written in; ASCII only. */
enum Characters {
    DIGITS {
        @Override
        boolean hold(char c) {
            return isDigit(c);
        }
    },
    HEX {
        @Override
        boolean hold(char c) {
            return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        }
    },
    UPPER_ALPHANUMERIC {
        @Override
        boolean hold(char c) {
            return isDigit(c) || (c >= 'A' && c <= 'Z');
        }
    },
    ALPHANUMERIC {
        @Override
        boolean hold(char c) {
            return isAlphanumeric(c);
        }
    },
    /** Alphanumeric, {@code -} and {@code _}: base64 as URLs want it. */
    URL_SAFE {
        @Override
        boolean hold(char c) {
            return isAlphanumeric(c) || c == '-' || c == '_';
        }
    },
    /** {@link #URL_SAFE} and the full stop. */
    DOTTED {
        @Override
        boolean hold(char c) {
            return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
        }
    },
    BASE64 {
        @Override
        boolean hold(char c) {
            return isAlphanumeric(c) || c == '+' || c == '/' || c == '=';
        }
    };

    abstract boolean hold(char c);

    /** Where the run of these characters that starts at {@code from} ends, at most at {@code limit}. */
    int endOfRun(String text, int from, int limit) {
        int end = from;
        while (end < limit && hold(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
