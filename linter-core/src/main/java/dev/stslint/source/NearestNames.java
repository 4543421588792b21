package dev.stslint.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The known names that somebody may have meant by an unknown one: at most three, the nearest first. Options, rules,
 * paths and configuration keys all ask here, so that every "did you mean" of the program judges alike.
 *
 * @param names nearest first; of equal ones, in the order in which they were known
 */
public record NearestNames(List<String> names) {

    /** No name is near. */
    public static final NearestNames NONE = new NearestNames(List.of());

    private static final int MOST = 3;

    /** Among more names than these several are near by chance, and each wrong name would be compared with all of them. */
    private static final int MOST_KNOWN = 1000;

    /**
     * The names within a third of the wanted one's length, upper and lower case being alike; when none is, those that
     * start with it. None among more than a thousand.
     */
    public static NearestNames of(String wanted, Collection<String> known) {
        if (known.size() > MOST_KNOWN) {
            return NONE;
        }
        String folded = wanted.toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, folded.length() / 3);
        List<List<String>> byDistance = new ArrayList<>();
        for (int i = 0; i <= farthest; i++) {
            byDistance.add(new ArrayList<>());
        }
        List<String> longer = new ArrayList<>();
        long characters = characters(folded);
        for (String name : known) {
            String candidate = name.toLowerCase(Locale.ROOT);
            boolean isFar = Long.bitCount(characters ^ characters(candidate)) > 2 * farthest;
            int distance = isFar ? farthest + 1 : distance(folded, candidate, farthest);
            if (distance <= farthest && distance < candidate.length()) {
                byDistance.get(distance).add(name);
            } else if (folded.length() >= 2 && candidate.startsWith(folded)) {
                longer.add(name);
            }
        }
        byDistance.add(longer);
        List<String> nearest = new ArrayList<>(MOST);
        for (List<String> names : byDistance) {
            for (String name : names) {
                if (nearest.size() < MOST && !nearest.contains(name)) {
                    nearest.add(name);
                }
            }
        }
        return nearest.isEmpty() ? NONE : new NearestNames(List.copyOf(nearest));
    }

    /** {@code ; did you mean `a` or `b`?}, ready to follow a message; empty when no name is near. */
    public String question() {
        return names.isEmpty() ? "" : "; " + suggestion();
    }

    /** {@code did you mean `a` or `b`?}, to stand alone; empty when no name is near. */
    public String suggestion() {
        if (names.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("did you mean ");
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append(i == names.size() - 1 ? " or " : ", ");
            }
            text.append('`').append(names.get(i)).append('`');
        }
        return text.append('?').toString();
    }

    /** A bit for each character that is in a name, some sharing one: one change to a name changes two bits at most. */
    private static long characters(String name) {
        long characters = 0;
        for (int i = 0; i < name.length(); i++) {
            characters |= 1L << name.charAt(i);
        }
        return characters;
    }

    /**
     * How many characters must be inserted, removed, replaced or swapped with their neighbour (optimal string
     * alignment); above {@code limit}, some number above it.
     */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                smallest = Math.min(smallest, cost);
            }
            if (smallest > limit) {
                return limit + 1;
            }
        }
        return row[b.length()];
    }
}
