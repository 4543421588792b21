package dev.stslint.report;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets of a file that are long enough to be known again elsewhere, as in a message that quotes one. */
final class TellingValues {

    /** Shorter ones may stand elsewhere for other reasons. */
    static final int SHORTEST = 6;

    /** So few are sought one by one. */
    private static final int FEW = 16;

    private final List<String> values;
    private final Map<String, List<String>> byStart;

    TellingValues(Set<String> values) {
        this.values = List.copyOf(values);
        this.byStart = values.size() > FEW ? byStart(values) : Map.of();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Adds every place in {@code text} where one of them stands as a word of its own, {@code shift} further on. */
    void addOccurrences(String text, int shift, List<Span> found) {
        if (byStart.isEmpty()) {
            for (String value : values) {
                for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                    addIfWord(text, at, value, shift, found);
                }
            }
            return;
        }
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            for (String value : byStart.getOrDefault(text.substring(at, at + SHORTEST), List.of())) {
                if (text.startsWith(value, at)) {
                    addIfWord(text, at, value, shift, found);
                }
            }
        }
    }

    private static void addIfWord(String text, int at, String value, int shift, List<Span> found) {
        int end = at + value.length();
        if ((isEdge(text, at) || isBehindOption(text, at)) && isEdge(text, end)) {
            found.add(new Span(shift + at, shift + end));
        }
    }

    /** As in {@code -p<value>}. */
    private static boolean isBehindOption(String text, int at) {
        return at >= 2 && text.charAt(at - 2) == '-' && Character.isLetter(text.charAt(at - 1)) && isEdge(text, at - 2);
    }

    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static Map<String, List<String>> byStart(Set<String> values) {
        Map<String, List<String>> byStart = new HashMap<>();
        for (String value : values) {
            byStart.computeIfAbsent(value.substring(0, SHORTEST), start -> new ArrayList<>(1))
                    .add(value);
        }
        return byStart;
    }
}
