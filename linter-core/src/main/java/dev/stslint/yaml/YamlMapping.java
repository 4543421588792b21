package dev.stslint.yaml;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in two readings: {@link #written()} is what stands in the file, in order, with duplicate keys and
 * {@code <<}; the mapping itself is what kubectl makes of it: merge keys resolved in document order, the last of equal
 * keys kept (facts: I2).
 *
 * <p>Keys and values stand side by side, in order. A key that is written as it reads is no node until somebody asks for it.
 */
public final class YamlMapping extends YamlNode {

    private static final YamlNode[] NO_NODES = {};
    private static final int[] NO_NUMBERS = {};

    private final boolean flow;
    private final Entries entries;

    /** Which of the entries are this mapping's. */
    private final int first;

    private final int size;

    /** A bit for each name, the one that its hash chooses: most names that are asked for are not there. */
    private final short bits;

    private final @Nullable Rest rest;

    private YamlMapping(int start, int end, boolean flow, Entries entries, int first, int size, @Nullable Rest rest) {
        super(start, end);
        this.flow = flow;
        this.entries = entries;
        this.first = first;
        this.size = size;
        this.bits = entries.bits(first, first + size);
        this.rest = rest;
    }

    /** One that has all entries from there on. */
    static YamlMapping of(int start, int end, boolean flow, Entries entries, int first) {
        return of(start, end, flow, entries, first, NO_NODES, null);
    }

    /**
     * The same, of any keys.
     *
     * @param keys one for each entry
     */
    static YamlMapping of(int start, int end, boolean flow, Entries entries, int first, YamlNode[] keys) {
        return of(start, end, flow, entries, first, keys, null);
    }

    /** One of any keys, with entries of its own. */
    static YamlMapping of(int start, int end, boolean flow, String[] names, YamlNode[] keys, YamlNode[] values) {
        return of(start, end, flow, Entries.of(names, new int[names.length], values), 0, keys, null);
    }

    private static YamlMapping of(
            int start,
            int end,
            boolean flow,
            Entries entries,
            int first,
            YamlNode[] keys,
            @Nullable YamlMapping written) {
        int size = entries.size() - first;
        return new YamlMapping(start, end, flow, entries, first, size, Rest.of(entries, first, size, keys, written));
    }

    static YamlMapping empty(int start, int end, boolean flow) {
        return new YamlMapping(start, end, flow, Entries.NONE, 0, 0, null);
    }

    /** Whether it is written with braces, or is a lone pair inside brackets. */
    public boolean isFlow() {
        return flow;
    }

    public int size() {
        return size;
    }

    /** The key of entry {@code i} as kubectl reads it: always a string. */
    public String name(int i) {
        return entries.name(first + checked(i));
    }

    public YamlNode key(int i) {
        checked(i);
        return isPlain() || rest == null ? key(name(i), entries.keyStart(first + i)) : rest.keys[i];
    }

    /** Whether all keys are written as they read. */
    private boolean isPlain() {
        return rest == null || rest.keys.length == 0;
    }

    private int checked(int i) {
        return Objects.checkIndex(i, size);
    }

    /** A key that is written as it reads. */
    static YamlScalar key(String name, int start) {
        return new YamlScalar(start, start + name.length(), name, YamlScalar.Style.PLAIN, ScalarType.STRING);
    }

    /** The value of entry {@code i}; an alias stays an alias. */
    public YamlNode value(int i) {
        return entries.value(first + checked(i));
    }

    /** The index of a key, or -1; of equal keys the first one's. */
    public int indexOf(String name) {
        if ((bits & Entries.bit(name)) == 0) {
            return -1;
        }
        if (rest != null && rest.index.length > 0) {
            return rest.indexOf(name, entries, first);
        }
        int at = entries.indexOf(name, first, first + size);
        return at < 0 ? -1 : at - first;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value of a key with aliases followed, or null when the key is absent. */
    public @Nullable YamlNode get(String name) {
        int i = indexOf(name);
        return i < 0 ? null : value(i).target();
    }

    /** The entries as they stand in the file. */
    public YamlMapping written() {
        return rest == null || rest.written == null ? this : rest.written;
    }

    /** Some of its entries, with other values. */
    YamlMapping of(int[] chosen, YamlNode[] others) {
        return chosen(chosen, others, null);
    }

    /** The same entries with other values. */
    YamlMapping with(YamlNode[] others) {
        int to = first + size;
        Entries changed = Entries.of(entries.names(first, to), entries.keyStarts(first, to), others);
        return of(start(), end(), flow, changed, 0, rest == null ? NO_NODES : rest.keys);
    }

    /** The same mapping with its entries behind others, and other values. */
    YamlMapping in(Entries others, YamlNode[] values) {
        int place = others.size();
        for (int i = 0; i < size; i++) {
            others.add(name(i), entries.keyStart(first + i), values[i]);
        }
        return of(start(), end(), flow, others, place, rest == null ? NO_NODES : rest.keys);
    }

    /** What kubectl makes of these entries, when they stand for those of {@code written}: of equal names only the last. */
    YamlMapping inEffect(YamlMapping written) {
        boolean[] kept = new boolean[size];
        int[] last = new int[size];
        Arrays.fill(last, -1);
        int count = 0;
        for (int i = size - 1; i >= 0; i--) {
            int same = indexOf(name(i));
            if (last[same] < 0) {
                last[same] = i;
                kept[i] = true;
                count++;
            }
        }
        int[] chosen = new int[count];
        YamlNode[] values = new YamlNode[count];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (kept[i]) {
                chosen[next] = i;
                values[next++] = value(i);
            }
        }
        return chosen(chosen, values, written);
    }

    private YamlMapping chosen(int[] chosen, YamlNode[] others, @Nullable YamlMapping written) {
        String[] names = new String[chosen.length];
        int[] starts = new int[chosen.length];
        YamlNode[] keys = isPlain() ? NO_NODES : new YamlNode[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            names[i] = name(chosen[i]);
            starts[i] = entries.keyStart(first + chosen[i]);
            if (keys.length > 0) {
                keys[i] = key(chosen[i]);
            }
        }
        return of(start(), end(), flow, Entries.of(names, starts, others), 0, keys, written);
    }

    /** What few mappings have. */
    private static final class Rest {

        private static final int MOST_WITHOUT_INDEX = 16;

        /** So many numbers are sorted soonest by putting each among those before it. */
        private static final int FEW = 64;

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

        static @Nullable Rest of(Entries entries, int first, int size, YamlNode[] keys, @Nullable YamlMapping written) {
            boolean isLong = size > MOST_WITHOUT_INDEX;
            return isLong || keys.length > 0 || written != null
                    ? new Rest(isLong ? index(entries.names(first, first + size)) : NO_NUMBERS, keys, written)
                    : null;
        }

        int indexOf(String name, Entries entries, int first) {
            int place = firstNotBefore(name, entries, first);
            return place < index.length && entries.name(first + index[place]).equals(name) ? index[place] : -1;
        }

        private int firstNotBefore(String name, Entries entries, int first) {
            int hash = name.hashCode();
            int low = 0;
            int high = index.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                String other = entries.name(first + index[middle]);
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
            sort(byHash);
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

        /** Without the JDK's own sorting of numbers: on JDK 25 its first use links method handles, which takes 18 ms. */
        private static void sort(long[] numbers) {
            if (numbers.length > FEW) {
                Long[] objects = new Long[numbers.length];
                for (int i = 0; i < objects.length; i++) {
                    objects[i] = numbers[i];
                }
                Arrays.sort(objects);
                for (int i = 0; i < objects.length; i++) {
                    numbers[i] = objects[i];
                }
                return;
            }
            for (int i = 1; i < numbers.length; i++) {
                long number = numbers[i];
                int at = i;
                while (at > 0 && numbers[at - 1] > number) {
                    numbers[at] = numbers[at - 1];
                    at--;
                }
                numbers[at] = number;
            }
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
