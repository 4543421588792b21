package dev.stslint.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in two readings: {@link #written()} is what stands in the file, in order, with duplicate keys and
 * {@code <<}; the mapping itself is what kubectl makes of it: merge keys resolved in document order, the last of equal
 * keys kept (facts: I2).
 *
 * <p>Keys and values stand side by side, in order. A key that is written as it reads is no node until somebody asks for it.
 */
public final class YamlMapping extends YamlNode {

    private static final String[] NO_NAMES = {};
    private static final YamlNode[] NO_NODES = {};
    private static final int[] NO_NUMBERS = {};

    private final boolean flow;
    private final String[] names;
    private final int[] keyStarts;
    private final YamlNode[] values;
    private final @Nullable Rest rest;

    private YamlMapping(
            int start, int end, boolean flow, String[] names, int[] keyStarts, YamlNode[] values, @Nullable Rest rest) {
        super(start, end);
        this.flow = flow;
        this.names = names;
        this.keyStarts = keyStarts;
        this.values = values;
        this.rest = rest;
    }

    /** One of keys that are written as they read, which start there. */
    static YamlMapping of(int start, int end, boolean flow, String[] names, int[] keyStarts, YamlNode[] values) {
        return new YamlMapping(start, end, flow, names, keyStarts, values, Rest.of(names, NO_NODES, null));
    }

    /** One of any keys. */
    static YamlMapping of(int start, int end, boolean flow, String[] names, YamlNode[] keys, YamlNode[] values) {
        return new YamlMapping(start, end, flow, names, NO_NUMBERS, values, Rest.of(names, keys, null));
    }

    static YamlMapping empty(int start, int end, boolean flow) {
        return new YamlMapping(start, end, flow, NO_NAMES, NO_NUMBERS, NO_NODES, null);
    }

    /** Whether it is written with braces, or is a lone pair inside brackets. */
    public boolean isFlow() {
        return flow;
    }

    public int size() {
        return names.length;
    }

    /** The key of entry {@code i} as kubectl reads it: always a string. */
    public String name(int i) {
        return names[i];
    }

    public YamlNode key(int i) {
        if (keyStarts.length == 0 && rest != null) {
            return rest.keys[i];
        }
        return key(names[i], keyStarts[i]);
    }

    /** A key that is written as it reads. */
    static YamlScalar key(String name, int start) {
        return new YamlScalar(start, start + name.length(), name, YamlScalar.Style.PLAIN, ScalarType.STRING);
    }

    /** The value of entry {@code i}; an alias stays an alias. */
    public YamlNode value(int i) {
        return values[i];
    }

    /** The index of a key, or -1; of equal keys the first one's. */
    public int indexOf(String name) {
        if (rest != null && rest.index.length > 0) {
            return rest.indexOf(name, names);
        }
        int hash = name.hashCode();
        for (int i = 0; i < names.length; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value of a key with aliases followed, or null when the key is absent. */
    public @Nullable YamlNode get(String name) {
        int i = indexOf(name);
        return i < 0 ? null : values[i].target();
    }

    /** The entries as they stand in the file. */
    public YamlMapping written() {
        return rest == null || rest.written == null ? this : rest.written;
    }

    /** Some of its entries, with other values. */
    YamlMapping of(int[] entries, YamlNode[] others) {
        return chosen(entries, others, null);
    }

    /** The same entries with other values. */
    YamlMapping with(YamlNode[] others) {
        return new YamlMapping(
                start(),
                end(),
                flow,
                names,
                keyStarts,
                others,
                rest == null ? null : new Rest(rest.index, rest.keys, null));
    }

    /** What kubectl makes of these entries, when they stand for those of {@code written}: of equal names only the last. */
    YamlMapping inEffect(YamlMapping written) {
        boolean[] kept = new boolean[names.length];
        int[] last = new int[names.length];
        Arrays.fill(last, -1);
        int count = 0;
        for (int i = names.length - 1; i >= 0; i--) {
            int first = indexOf(names[i]);
            if (last[first] < 0) {
                last[first] = i;
                kept[i] = true;
                count++;
            }
        }
        int[] entries = new int[count];
        YamlNode[] keptValues = new YamlNode[count];
        int next = 0;
        for (int i = 0; i < names.length; i++) {
            if (kept[i]) {
                entries[next] = i;
                keptValues[next++] = values[i];
            }
        }
        return chosen(entries, keptValues, written);
    }

    private YamlMapping chosen(int[] entries, YamlNode[] others, @Nullable YamlMapping written) {
        String[] chosenNames = new String[entries.length];
        boolean isPlain = keyStarts.length > 0;
        int[] starts = isPlain ? new int[entries.length] : NO_NUMBERS;
        YamlNode[] keys = isPlain ? NO_NODES : new YamlNode[entries.length];
        for (int i = 0; i < entries.length; i++) {
            chosenNames[i] = names[entries[i]];
            if (isPlain) {
                starts[i] = keyStarts[entries[i]];
            } else {
                keys[i] = key(entries[i]);
            }
        }
        return new YamlMapping(start(), end(), flow, chosenNames, starts, others, Rest.of(chosenNames, keys, written));
    }

    /** What few mappings have. */
    private static final class Rest {

        private static final int MOST_WITHOUT_INDEX = 16;

        /** The numbers of many entries by hash, name and place: no choice of names makes a search in them slow. */
        private final int[] index;

        /** Where one of them is not written as it reads, all keys. */
        private final YamlNode[] keys;

        /** Where another mapping is what stands in the file. */
        private final @Nullable YamlMapping written;

        private Rest(int[] index, YamlNode[] keys, @Nullable YamlMapping written) {
            this.index = index;
            this.keys = keys;
            this.written = written;
        }

        static @Nullable Rest of(String[] names, YamlNode[] keys, @Nullable YamlMapping written) {
            boolean isLong = names.length > MOST_WITHOUT_INDEX;
            return isLong || keys.length > 0 || written != null
                    ? new Rest(isLong ? index(names) : NO_NUMBERS, keys, written)
                    : null;
        }

        int indexOf(String name, String[] names) {
            int place = firstNotBefore(name, names);
            return place < index.length && names[index[place]].equals(name) ? index[place] : -1;
        }

        private int firstNotBefore(String name, String[] names) {
            int hash = name.hashCode();
            int low = 0;
            int high = index.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                String other = names[index[middle]];
                int order = Integer.compare(other.hashCode(), hash);
                if (order < 0 || (order == 0 && other.compareTo(name) < 0)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int[] index(String[] names) {
            int count = names.length;
            long[] byHash = new long[count];
            for (int i = 0; i < count; i++) {
                byHash[i] = ((long) names[i].hashCode() << 32) | i;
            }
            Arrays.sort(byHash);
            int[] index = new int[count];
            for (int i = 0; i < count; i++) {
                index[i] = (int) byHash[i];
            }
            int start = 0;
            for (int i = 1; i <= count; i++) {
                if (i == count || names[index[i]].hashCode() != names[index[start]].hashCode()) {
                    sortByName(names, index, start, i);
                    start = i;
                }
            }
            return index;
        }

        /** Puts the entries of one hash in the order of their names; nearly always there is only one. */
        private static void sortByName(String[] names, int[] index, int from, int to) {
            if (to - from < 2) {
                return;
            }
            Integer[] run = new Integer[to - from];
            for (int i = 0; i < run.length; i++) {
                run[i] = index[from + i];
            }
            Arrays.sort(run, (one, other) -> {
                int order = names[one].compareTo(names[other]);
                return order != 0 ? order : Integer.compare(one, other);
            });
            for (int i = 0; i < run.length; i++) {
                index[from + i] = run[i];
            }
        }
    }
}
