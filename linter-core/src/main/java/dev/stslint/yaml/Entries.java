package dev.stslint.yaml;

import java.util.Arrays;

/**
 * The entries of many mappings, one behind the other: a tree has three arrays of them, instead of three for each mapping.
 * Whoever holds one of the mappings holds the entries of all.
 */
final class Entries {

    static final Entries NONE = new Entries(new String[0], new int[0], new YamlNode[0]);

    private String[] names;
    private int[] keyStarts;
    private YamlNode[] values;
    private int size;

    private Entries(String[] names, int[] keyStarts, YamlNode[] values) {
        this.names = names;
        this.keyStarts = keyStarts;
        this.values = values;
    }

    /**
     * Those of a single mapping.
     *
     * @param keyStarts where the keys start that are written as they read; of others anything
     */
    static Entries of(String[] names, int[] keyStarts, YamlNode[] values) {
        Entries entries = new Entries(names, keyStarts, values);
        entries.size = names.length;
        return entries;
    }

    /** None so far, in arrays that can be used again when the tree is {@linkplain #complete whole}. */
    static Entries in(Buffers buffers) {
        return new Entries(buffers.entryNames, buffers.entryStarts, buffers.entryValues);
    }

    /** None so far. */
    static Entries growing() {
        return new Entries(new String[0], new int[0], new YamlNode[0]);
    }

    int size() {
        return size;
    }

    void add(String name, int keyStart, YamlNode value) {
        if (size == names.length) {
            int room = Math.max(16, 2 * size);
            names = Arrays.copyOf(names, room);
            keyStarts = Arrays.copyOf(keyStarts, room);
            values = Arrays.copyOf(values, room);
        }
        names[size] = name;
        keyStarts[size] = keyStart;
        values[size++] = value;
    }

    /** Takes arrays of its own, and gives back those that it was made in, with what they have grown by. */
    void complete(Buffers buffers) {
        buffers.entryNames = names;
        buffers.entryStarts = keyStarts;
        buffers.entryValues = values;
        fit();
        Arrays.fill(buffers.entryValues, 0, size, TreeBuilder.KEY); // or the next text would keep this one alive
    }

    /** Takes no more room than the entries need. */
    void fit() {
        String[] allNames = names;
        int[] allStarts = keyStarts;
        YamlNode[] allValues = values;
        names = new String[size]; // Arrays.copyOf asks the JVM for one by reflection, where nothing optimizes that away
        keyStarts = new int[size];
        values = new YamlNode[size];
        System.arraycopy(allNames, 0, names, 0, size);
        System.arraycopy(allStarts, 0, keyStarts, 0, size);
        System.arraycopy(allValues, 0, values, 0, size);
    }

    String name(int i) {
        return names[i];
    }

    int keyStart(int i) {
        return keyStarts[i];
    }

    YamlNode value(int i) {
        return values[i];
    }

    /** The {@linkplain #bit bits} of the names of some entries. */
    short bits(int from, int to) {
        String[] all = names;
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= bit(all[i]);
        }
        return (short) bits;
    }

    /** One of sixteen bits, which tells some names apart. */
    static int bit(String name) {
        int hash = name.hashCode();
        return 1 << ((hash ^ (hash >>> 4)) & 15);
    }

    /** The first of some entries that has a name, or -1. */
    int indexOf(String name, int from, int to) {
        String[] all = names;
        int hash = name.hashCode();
        for (int i = from; i < to; i++) {
            if (all[i].hashCode() == hash && all[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    String[] names(int from, int to) {
        return Arrays.copyOfRange(names, from, to);
    }

    int[] keyStarts(int from, int to) {
        return Arrays.copyOfRange(keyStarts, from, to);
    }
}
