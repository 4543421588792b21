package dev.stslint.yaml;

import dev.stslint.source.Location;
import dev.stslint.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The faults found in a text, as they are found. */
final class FaultLog {

    private static final int LONGEST_NAME = 40;

    private final SourceText source;
    private final List<YamlFault> faults = new ArrayList<>();

    FaultLog(SourceText source) {
        this.source = source;
    }

    void add(YamlFault.Kind kind, int start, int end, String message, String label) {
        faults.add(new YamlFault(kind, source.at(start, end), message, label, List.of()));
    }

    void add(
            YamlFault.Kind kind,
            int start,
            int end,
            String message,
            String label,
            int relatedStart,
            int relatedEnd,
            String related) {
        Location relatedPlace = source.at(relatedStart, relatedEnd);
        faults.add(new YamlFault(
                kind, source.at(start, end), message, label, List.of(new YamlFault.Related(relatedPlace, related))));
    }

    int size() {
        return faults.size();
    }

    /** Where the fault with that number starts. */
    int placeOf(int number) {
        return faults.get(number).location().span().start();
    }

    /** Forgets all faults but the first {@code size}. */
    void truncate(int size) {
        faults.subList(size, faults.size()).clear();
    }

    /** All of them in the order of their places. */
    List<YamlFault> inOrder() {
        Collections.sort(faults);
        return List.copyOf(faults);
    }

    /** A key or another name as a message may show it: in backticks, on one line, not too long. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder("`");
        int end = name.length() > LONGEST_NAME ? LONGEST_NAME - 1 : name.length();
        if (end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = name.charAt(i);
            shown.append(Character.isISOControl(c) || c == '`' ? '.' : c);
        }
        return (end < name.length() ? shown.append('…') : shown).append('`').toString();
    }
}
