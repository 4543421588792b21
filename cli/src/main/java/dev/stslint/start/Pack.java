package dev.stslint.start;

import java.nio.charset.StandardCharsets;

/**
 * Classes in one row of bytes, found by their names without a look at all of them: to make a map of the names, of which a
 * short run asks for few, takes as long as to read the classes.
 *
 * <p>All numbers have 4 bytes. First the count of the classes and that of the slots, a power of two. Then the slots: a class
 * stands in the one that the hash code of its name says, or in the next free one, as its number or as -1 where there is
 * none. Then for each class where its name starts and where itself; then where the last one ends. Then names and classes.
 */
final class Pack {

    private final byte[] bytes;
    private final int count;
    private final int slots;

    /** By number; a class is loaded by who holds its lock. */
    private final Object[] locks;

    private final Class<?>[] loaded;

    Pack(byte[] bytes) {
        this.bytes = bytes;
        count = number(0);
        slots = number(4);
        locks = new Object[count];
        for (int i = 0; i < count; i++) {
            locks[i] = new Object();
        }
        loaded = new Class<?>[count];
    }

    int count() {
        return count;
    }

    /** The number of a class, or -1. */
    int indexOf(String name) {
        for (int slot = name.hashCode(); ; slot++) {
            int index = number(8 + 4 * (slot & (slots - 1)));
            if (index < 0 || name.equals(name(index))) {
                return index;
            }
        }
    }

    private String name(int index) {
        int start = number(record(index));
        return new String(bytes, start, classStart(index) - start, StandardCharsets.ISO_8859_1);
    }

    Class<?> load(int index, PackedClasses loader) {
        synchronized (locks[index]) {
            Class<?> type = loaded[index];
            if (type == null) {
                int start = classStart(index);
                type = loader.define(bytes, start, number(record(index + 1)) - start);
                loaded[index] = type;
            }
            return type;
        }
    }

    private int classStart(int index) {
        return number(record(index) + 4);
    }

    private int record(int index) {
        return 8 + 4 * slots + 8 * index;
    }

    private int number(int place) {
        return (bytes[place] << 24)
                | ((bytes[place + 1] & 0xFF) << 16)
                | ((bytes[place + 2] & 0xFF) << 8)
                | (bytes[place + 3] & 0xFF);
    }
}
