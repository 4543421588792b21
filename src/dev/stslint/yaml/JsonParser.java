package dev.stslint.yaml;

import java.util.Arrays;

/**
 * Reads one JSON value at a place of a text, strictly, as Go's {@code encoding/json} does. It does not recurse and does
 * not look for where the value ends beforehand: objects may follow each other without anything in between.
 */
final class JsonParser {

    private static final int VALUE = 0;
    private static final int FIRST_KEY = 1;
    private static final int KEY = 2;
    private static final int FIRST_ITEM = 3;
    private static final int AFTER_VALUE = 4;

    private final String text;
    private final int end;
    private final TreeBuilder builder;

    private int at;
    private boolean[] objects = new boolean[16];
    private int depth;

    JsonParser(String text, int start, TreeBuilder builder) {
        this.text = text;
        this.at = start;
        this.end = text.length();
        this.builder = builder;
    }

    /** Whether kubectl tries to read a text as JSON first: its first character other than white space is a brace. */
    static boolean mayStart(String text) {
        int start = afterBlanks(text, 0);
        return start < text.length() && text.charAt(start) == '{';
    }

    /** The first character that is no JSON white space. */
    static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Reads the value; answers where it ends, or -1 when it is not JSON. Stops early with the builder. */
    int read() {
        int state = VALUE;
        while (!builder.isStopped()) {
            at = afterBlanks(text, at);
            if (at == end) {
                return -1;
            }
            state = next(state, text.charAt(at));
            if (state < 0) {
                return -1;
            }
            if (state == AFTER_VALUE && depth == 0) {
                return at;
            }
        }
        return at;
    }

    private int next(int state, char c) {
        if (state == AFTER_VALUE) {
            return afterValue(c);
        }
        if ((state == FIRST_KEY && c == '}') || (state == FIRST_ITEM && c == ']')) {
            return close();
        }
        if (state == KEY || state == FIRST_KEY) {
            return key(c);
        }
        return value(c);
    }

    private int afterValue(char c) {
        boolean object = objects[depth - 1];
        if (c == ',') {
            at++;
            return object ? KEY : VALUE;
        }
        return c == (object ? '}' : ']') ? close() : -1;
    }

    private int close() {
        at++;
        depth--;
        builder.endCollection(at);
        return AFTER_VALUE;
    }

    private int key(char c) {
        if (c != '"' || !string()) {
            return -1;
        }
        at = afterBlanks(text, at);
        if (at == end || text.charAt(at) != ':') {
            return -1;
        }
        at++;
        return VALUE;
    }

    private int value(char c) {
        return switch (c) {
            case '{' -> {
                builder.startMapping(at, true, null);
                yield open(true);
            }
            case '[' -> {
                builder.startSequence(at, true, null);
                yield open(false);
            }
            case '"' -> string() ? AFTER_VALUE : -1;
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number() ? AFTER_VALUE : -1;
        };
    }

    private int open(boolean object) {
        if (depth == objects.length) {
            objects = Arrays.copyOf(objects, depth * 2);
        }
        objects[depth++] = object;
        at++;
        return object ? FIRST_KEY : FIRST_ITEM;
    }

    private int word(String word) {
        if (!text.startsWith(word, at)) {
            return -1;
        }
        builder.scalar(at, at + word.length(), word, YamlScalar.Style.PLAIN, null, null);
        at += word.length();
        return AFTER_VALUE;
    }

    private boolean number() {
        int i = at;
        if (i < end && text.charAt(i) == '-') {
            i++;
        }
        int whole = i;
        i = afterDigits(i);
        if (i == whole || (text.charAt(whole) == '0' && i > whole + 1)) {
            return false;
        }
        if (i < end && text.charAt(i) == '.') {
            int fraction = i + 1;
            i = afterDigits(fraction);
            if (i == fraction) {
                return false;
            }
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
                i++;
            }
            int exponent = i;
            i = afterDigits(exponent);
            if (i == exponent) {
                return false;
            }
        }
        builder.scalar(at, i, text.substring(at, i), YamlScalar.Style.PLAIN, null, null);
        at = i;
        return true;
    }

    private int afterDigits(int from) {
        int i = from;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private boolean string() {
        int start = at;
        int i = at + 1;
        while (i < end && text.charAt(i) != '"' && text.charAt(i) != '\\' && text.charAt(i) >= ' ') {
            i++;
        }
        if (i == end || text.charAt(i) < ' ') {
            return false;
        }
        String content;
        if (text.charAt(i) == '"') {
            content = text.substring(start + 1, i);
            at = i + 1;
        } else {
            StringBuilder unescaped = new StringBuilder(text.substring(start + 1, i));
            at = i;
            if (!unescape(unescaped)) {
                return false;
            }
            content = unescaped.toString();
        }
        builder.scalar(start, at, content, YamlScalar.Style.DOUBLE_QUOTED, null, null);
        return true;
    }

    /** Reads from {@code at} to behind the closing quote. */
    private boolean unescape(StringBuilder content) {
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ') {
                return false;
            }
            if (c != '\\') {
                content.append(c);
            } else if (at == end || !escape(text.charAt(at++), content)) {
                return false;
            }
        }
        return false;
    }

    private boolean escape(char c, StringBuilder content) {
        switch (c) {
            case '"', '\\', '/' -> content.append(c);
            case 'b' -> content.append('\b');
            case 'f' -> content.append('\f');
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case 'u' -> {
                return unicodeEscape(content);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Half of a pair without its other half becomes U+FFFD, as in Go. */
    private boolean unicodeEscape(StringBuilder content) {
        int unit = hex(at);
        if (unit < 0) {
            return false;
        }
        at += 4;
        if (!Character.isSurrogate((char) unit)) {
            content.append((char) unit);
            return true;
        }
        int low = text.startsWith("\\u", at) ? hex(at + 2) : -1;
        if (Character.isHighSurrogate((char) unit) && low >= 0 && Character.isLowSurrogate((char) low)) {
            content.append((char) unit).append((char) low);
            at += 6;
        } else {
            content.append('\uFFFD');
        }
        return true;
    }

    private int hex(int from) {
        if (from + 4 > end) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
