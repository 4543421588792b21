package dev.stslint.yaml;

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

    /** Whether it is written with braces. */
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

    /** Keys and values side by side, in order. */
    public static final class Entries {

        private final String[] names;
        private final YamlNode[] keys;
        private final YamlNode[] values;

        Entries(String[] names, YamlNode[] keys, YamlNode[] values) {
            this.names = names;
            this.keys = keys;
            this.values = values;
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
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
