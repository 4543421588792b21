package dev.stslint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values by key, those of one key in the order in which they came. */
public final class Groups {

    private Groups() {}

    /** Adds a value to those of a key; {@code computeIfAbsent} would take a lambda, which costs at start-up. */
    public static <K, V> void add(Map<K, List<V>> groups, K key, V value) {
        List<V> group = groups.get(key);
        if (group == null) {
            group = new ArrayList<>(1);
            groups.put(key, group);
        }
        group.add(value);
    }

    /** The same, unless it was the last that was added to those of the key. */
    public static <K, V> void addOnce(Map<K, List<V>> groups, K key, V value) {
        List<V> group = groups.get(key);
        if (group == null || group.get(group.size() - 1) != value) {
            add(groups, key, value);
        }
    }
}
