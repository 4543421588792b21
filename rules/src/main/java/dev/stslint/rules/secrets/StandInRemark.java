package dev.stslint.rules.secrets;

import java.util.List;
import java.util.Locale;

/** A comment that says of a value that it should not stay: {@code TODO}, {@code change me}, {@code only for now}. */
final class StandInRemark {

    private static final List<String> WORDS = List.of(
            "todo",
            "fixme",
            "placeholder",
            "stub",
            "dummy",
            "fake",
            "changeme",
            "temporary",
            "insecure",
            "stand-in",
            "hardcoded");

    private static final List<String> PHRASES = List.of(
            "change me",
            "change this",
            "change it",
            "change in prod",
            "change for prod",
            "change before",
            "replace me",
            "replace this",
            "replace with",
            "replace in prod",
            "replace before",
            "for now",
            "for dev",
            "for test",
            "for local",
            "for demo",
            "not for prod",
            "in production",
            "do not commit",
            "don't commit",
            "hard-coded");

    private StandInRemark() {}

    static boolean isAmong(List<String> remarks) {
        for (String remark : remarks) {
            String text = remark.toLowerCase(Locale.ROOT);
            for (String phrase : PHRASES) {
                if (text.contains(phrase)) {
                    return true;
                }
            }
            for (String word : WORDS) {
                if (isWordIn(text, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWordIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
