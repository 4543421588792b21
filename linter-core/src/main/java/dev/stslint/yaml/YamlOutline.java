package dev.stslint.yaml;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Smaller copies of mappings, places kept: what remains of an object when its values are no longer needed. What is left
 * out is gone from {@link YamlMapping#written()} too.
 */
public final class YamlOutline {

    private YamlOutline() {}

    /** Only the fields of these names; a field of {@code hollowed} keeps its own names and loses their values. */
    public static YamlMapping of(YamlMapping mapping, Set<String> kept, Set<String> hollowed) {
        int[] entries = new int[mapping.size()];
        YamlNode[] values = new YamlNode[mapping.size()];
        int count = 0;
        for (int i = 0; i < mapping.size(); i++) {
            boolean isHollowed = hollowed.contains(mapping.name(i));
            if (isHollowed || kept.contains(mapping.name(i))) {
                entries[count] = i;
                values[count++] = isHollowed ? hollow(mapping.value(i).target()) : mapping.value(i);
            }
        }
        return mapping.of(Arrays.copyOf(entries, count), Arrays.copyOf(values, count));
    }

    /** The mapping with one field put in place of the one it has; unchanged when it has none of that name. */
    public static YamlMapping with(YamlMapping mapping, String name, @Nullable YamlNode value) {
        int at = mapping.indexOf(name);
        if (at < 0 || value == null) {
            return mapping;
        }
        YamlNode[] values = new YamlNode[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
            values[i] = i == at ? value : mapping.value(i);
        }
        return mapping.with(values);
    }

    /** The same list with only the fields of these names in its mappings. */
    public static YamlSequence ofItems(YamlSequence list, Set<String> kept) {
        YamlNode[] items = new YamlNode[list.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = list.item(i).target() instanceof YamlMapping item ? of(item, kept, Set.of()) : list.item(i);
        }
        return new YamlSequence(list.start(), list.end(), list.isFlow(), items);
    }

    /** A copy that holds nothing of the tree that the mapping was taken from. */
    public static YamlMapping apart(YamlMapping mapping) {
        Entries entries = Entries.growing();
        YamlMapping copy = apart(mapping, entries);
        entries.fit();
        return copy;
    }

    private static YamlMapping apart(YamlMapping mapping, Entries entries) {
        YamlNode[] values = new YamlNode[mapping.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = apart(mapping.value(i), entries);
        }
        return mapping.in(entries, values);
    }

    private static YamlNode apart(YamlNode node, Entries entries) {
        if (node instanceof YamlMapping mapping) {
            return apart(mapping, entries);
        }
        if (!(node instanceof YamlSequence list)) {
            return node;
        }
        YamlNode[] items = new YamlNode[list.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = apart(list.item(i), entries);
        }
        return new YamlSequence(list.start(), list.end(), list.isFlow(), items);
    }

    private static YamlNode hollow(YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            return node;
        }
        YamlNode[] values = new YamlNode[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
            YamlNode value = mapping.value(i);
            values[i] =
                    new YamlScalar(value.start(), value.end(), "", YamlScalar.Style.DOUBLE_QUOTED, ScalarType.STRING);
        }
        return mapping.with(values);
    }
}
