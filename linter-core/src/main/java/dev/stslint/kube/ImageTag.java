package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A tag, with the version that can be read from it: {@code 8.0.36-debian-12-r3} is 8.0.36, {@code v2.7-alpine} is 2.7.
 * Nothing is read from {@code latest}, {@code alpine}, {@code bookworm}, a date or a commit's hash.
 *
 * @param text as written; empty when there is none
 * @param version its numbers, most significant first; empty when none can be read
 */
public record ImageTag(String text, List<Integer> version) {

    /** Longer numbers are dates and build numbers. */
    private static final int LONGEST_NUMBER = 4;

    /** Reads the version that a tag starts with, perhaps behind a {@code v}. */
    public static ImageTag parse(String text) {
        boolean prefixed = text.length() > 1 && text.charAt(0) == 'v' && isDigit(text.charAt(1));
        return new ImageTag(text, versionAt(text, prefixed ? 1 : 0));
    }

    /** Reads the version that stands behind a word: behind {@code pg}, {@code 2.17.2-pg16-oss} is 16. */
    public static ImageTag parseBehind(String word, String text) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            List<Integer> version = versionAt(text, at + word.length());
            boolean isOwnWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (isOwnWord && !version.isEmpty()) {
                return new ImageTag(text, version);
            }
        }
        return new ImageTag(text, List.of());
    }

    /** The first number; empty when no version can be read. */
    public OptionalInt major() {
        return version.isEmpty() ? OptionalInt.empty() : OptionalInt.of(version.get(0));
    }

    private static List<Integer> versionAt(String text, int start) {
        List<Integer> numbers = new ArrayList<>(3);
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            boolean endsHere = end == text.length() || "-._+".indexOf(text.charAt(end)) >= 0;
            if (end - at > LONGEST_NUMBER || (numbers.isEmpty() && !endsHere)) {
                return List.copyOf(numbers);
            }
            numbers.add(Integer.parseInt(text.substring(at, end)));
            if (end == text.length() || text.charAt(end) != '.') {
                break;
            }
            at = end + 1;
        }
        return List.copyOf(numbers);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
