package dev.stslint.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in two readings: {@link #written()} is what stands in the file, in order, with duplicate keys and
 * {@code <<}; the mapping itself is what kubectl makes of it: merge keys resolved in document order, the last of equal
 * keys kept (facts: I2).
 */
public final class YamlMapping extends YamlNode {

    private final Entries written;
    private final Entries effective;
    private final boolean flow;

    YamlMapping(int start, int end, boolean flow, Entries written, Entries effective) {
        super(start, end);
        this.flow = flow;
        this.written = written;
        this.effective = effective;
    }

    /** Whether it is written with braces, or is a lone pair inside brackets. */
    public boolean isFlow() {
        return flow;
    }

    public int size() {
        return effective.size();
    }

    /** The key of entry {@code i} as kubectl reads it: always a string. */
    public String name(int i) {
        return effective.name(i);
    }

    public YamlNode key(int i) {
        return effective.key(i);
    }

    /** The value of entry {@code i}; an alias stays an alias. */
    public YamlNode value(int i) {
        return effective.value(i);
    }

    /** The index of a key, or -1. */
    public int indexOf(String name) {
        return effective.indexOf(name);
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value of a key with aliases followed, or null when the key is absent. */
    public @Nullable YamlNode get(String name) {
        int i = indexOf(name);
        return i < 0 ? null : effective.value(i).target();
    }

    /** The entries as they stand in the file. */
    public Entries written() {
        return written;
    }

    Entries effective() {
        return effective;
    }

    /** Keys and values side by side, in order; with an index by name when there are many. */
    public static final class Entries {

        private static final int MOST_WITHOUT_INDEX = 16;
        private static final int[] NO_INDEX = {};

        /** Behind the constants that its constructor reads. */
        static final Entries NONE = new Entries(new String[0], new YamlNode[0], new YamlNode[0]);

        private final String[] names;
        private final YamlNode[] keys;
        private final YamlNode[] values;

        /** The numbers of the entries by hash, name and place: no choice of names makes a search in it slow. */
        private final int[] index;

        Entries(String[] names, YamlNode[] keys, YamlNode[] values) {
            this.names = names;
            this.keys = keys;
            this.values = values;
            this.index = names.length > MOST_WITHOUT_INDEX ? index(names) : NO_INDEX;
        }

        public int size() {
            return names.length;
        }

        public String name(int i) {
            return names[i];
        }

        public YamlNode key(int i) {
            return keys[i];
        }

        public YamlNode value(int i) {
            return values[i];
        }

        /** The first entry of that name, or -1. */
        int indexOf(String name) {
            if (index.length > 0) {
                int place = firstNotBefore(name);
                return place < index.length && names[index[place]].equals(name) ? index[place] : -1;
            }
            int hash = name.hashCode();
            for (int i = 0; i < names.length; i++) {
                if (names[i].hashCode() == hash && names[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        /** Of equal names only the last entry. */
        Entries withoutOverridden() {
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
            if (count == names.length) {
                return this;
            }
            String[] keptNames = new String[count];
            YamlNode[] keptKeys = new YamlNode[count];
            YamlNode[] keptValues = new YamlNode[count];
            int next = 0;
            for (int i = 0; i < names.length; i++) {
                if (kept[i]) {
                    keptNames[next] = names[i];
                    keptKeys[next] = keys[i];
                    keptValues[next++] = values[i];
                }
            }
            return new Entries(keptNames, keptKeys, keptValues);
        }

        private int firstNotBefore(String name) {
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
