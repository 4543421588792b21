package dev.stslint.yaml;

import dev.stslint.yaml.YamlMapping.Entries;
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
        int count = 0;
        for (int i = 0; i < mapping.size(); i++) {
            if (kept.contains(mapping.name(i)) || hollowed.contains(mapping.name(i))) {
                count++;
            }
        }
        String[] names = new String[count];
        YamlNode[] keys = new YamlNode[count];
        YamlNode[] values = new YamlNode[count];
        int next = 0;
        for (int i = 0; i < mapping.size(); i++) {
            String name = mapping.name(i);
            if (kept.contains(name) || hollowed.contains(name)) {
                names[next] = name;
                keys[next] = mapping.key(i);
                values[next++] =
                        hollowed.contains(name) ? hollow(mapping.value(i).target()) : mapping.value(i);
            }
        }
        return mapping(mapping, new Entries(names, keys, values));
    }

    /** The mapping with one field put in place of the one it has; unchanged when it has none of that name. */
    public static YamlMapping with(YamlMapping mapping, String name, @Nullable YamlNode value) {
        int at = mapping.indexOf(name);
        if (at < 0 || value == null) {
            return mapping;
        }
        String[] names = new String[mapping.size()];
        YamlNode[] keys = new YamlNode[mapping.size()];
        YamlNode[] values = new YamlNode[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
            names[i] = mapping.name(i);
            keys[i] = mapping.key(i);
            values[i] = i == at ? value : mapping.value(i);
        }
        return mapping(mapping, new Entries(names, keys, values));
    }

    /** The same list with only the fields of these names in its mappings. */
    public static YamlSequence ofItems(YamlSequence list, Set<String> kept) {
        YamlNode[] items = new YamlNode[list.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = list.item(i).target() instanceof YamlMapping item ? of(item, kept, Set.of()) : list.item(i);
        }
        return new YamlSequence(list.start(), list.end(), list.isFlow(), items);
    }

    private static YamlNode hollow(YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            return node;
        }
        String[] names = new String[mapping.size()];
        YamlNode[] keys = new YamlNode[mapping.size()];
        YamlNode[] values = new YamlNode[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
            YamlNode value = mapping.value(i);
            names[i] = mapping.name(i);
            keys[i] = mapping.key(i);
            values[i] =
                    new YamlScalar(value.start(), value.end(), "", YamlScalar.Style.DOUBLE_QUOTED, ScalarType.STRING);
        }
        return mapping(mapping, new Entries(names, keys, values));
    }

    private static YamlMapping mapping(YamlMapping original, Entries entries) {
        return new YamlMapping(original.start(), original.end(), original.isFlow(), entries, entries);
    }
}
