package dev.stslint.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names into words, whichever way they are written. */
final class NameWords {

    private NameWords() {}

    /**
     * The words of a name in lower case, without numbers: {@code DB_PASSWORD_2}, {@code dbPassword2} and {@code
     * db-password} are all db, password.
     */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        int length = name.length();
        for (int i = 0; i <= length; i++) {
            boolean ends = i == length || !Character.isLetterOrDigit(name.charAt(i));
            if (ends || (i > start && isHump(name, i))) {
                addWord(words, name, start, i);
                start = ends ? i + 1 : i;
            }
        }
        return words;
    }

    /** Whether a new word starts at {@code i}: the P of {@code dbPassword}, the K of {@code APIKey}; no J of {@code NEO4J}. */
    private static boolean isHump(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        return Character.isLowerCase(name.charAt(i - 1))
                || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
    }

    private static void addWord(List<String> words, String name, int start, int end) {
        int last = end;
        while (last > start && Character.isDigit(name.charAt(last - 1))) {
            last--;
        }
        if (last > start) {
            words.add(name.substring(start, last).toLowerCase(Locale.ROOT));
        }
    }
}
