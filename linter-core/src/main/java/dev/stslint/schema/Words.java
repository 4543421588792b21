package dev.stslint.schema;

/** The words of a line of the table, one after the other. */
final class Words {

    private final String line;
    private int at;

    Words(String line) {
        this.line = line;
    }

    boolean hasNext() {
        return at < line.length();
    }

    String next() {
        int space = line.indexOf(' ', at);
        int end = space < 0 ? line.length() : space;
        String word = line.substring(at, end);
        at = end + 1;
        return word;
    }

    /** What follows the equals sign of {@code name=value}. */
    static String valueOf(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    /** The parts of a list. */
    static String[] split(String list, char separator) {
        int count = 1;
        for (int i = 0; i < list.length(); i++) {
            count += list.charAt(i) == separator ? 1 : 0;
        }
        String[] parts = new String[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int end = list.indexOf(separator, start);
            parts[i] = list.substring(start, end < 0 ? list.length() : end);
            start = end + 1;
        }
        return parts;
    }
}
