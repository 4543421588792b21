package dev.stslint.yaml;

import java.util.List;

/** Trees made up around a node that is written, for those who read trees: they hold nothing else. */
public final class YamlBranch {

    private YamlBranch() {}

    /**
     * What stands under a path.
     *
     * @param steps names from the outermost mapping on; an empty one stands for an item of a list
     */
    public static YamlNode of(List<String> steps, YamlNode leaf) {
        YamlNode node = leaf;
        for (int i = steps.size() - 1; i >= 0; i--) {
            node = steps.get(i).isEmpty()
                    ? new YamlSequence(leaf.start(), leaf.end(), false, new YamlNode[] {node})
                    : mapping(new String[] {steps.get(i)}, new YamlNode[] {node}, leaf);
        }
        return node;
    }

    /** A mapping of two fields. */
    public static YamlMapping of(String name, YamlNode value, String otherName, YamlNode otherValue) {
        return mapping(new String[] {name, otherName}, new YamlNode[] {value, otherValue}, otherValue);
    }

    /** A text that is written nowhere, at the place of what it is about. */
    public static YamlScalar text(String text, YamlNode place) {
        return new YamlScalar(place.start(), place.end(), text, YamlScalar.Style.PLAIN, ScalarType.STRING);
    }

    private static YamlMapping mapping(String[] names, YamlNode[] values, YamlNode place) {
        YamlNode[] keys = new YamlNode[names.length];
        for (int i = 0; i < names.length; i++) {
            keys[i] = text(names[i], place);
        }
        return YamlMapping.of(place.start(), place.end(), false, names, keys, values);
    }
}
