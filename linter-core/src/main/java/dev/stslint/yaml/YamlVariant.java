package dev.stslint.yaml;

import java.util.Map;

/** Copies of trees in which some scalars hold other texts, each at the place of the one that is written. */
public final class YamlVariant {

    private YamlVariant() {}

    /** The mapping with other texts; itself when it holds none of the scalars. */
    public static YamlMapping of(YamlMapping mapping, Map<YamlNode, String> texts) {
        YamlNode[] values = new YamlNode[mapping.size()];
        boolean isOther = false;
        for (int i = 0; i < mapping.size(); i++) {
            values[i] = of(mapping.value(i), texts);
            isOther |= values[i] != mapping.value(i);
        }
        return isOther ? mapping.with(values) : mapping;
    }

    private static YamlNode of(YamlNode node, Map<YamlNode, String> texts) {
        if (node instanceof YamlMapping mapping) {
            return of(mapping, texts);
        }
        if (node instanceof YamlSequence sequence) {
            return of(sequence, texts);
        }
        if (node instanceof YamlAlias alias) {
            YamlNode target = of(alias.target(), texts);
            return target == alias.target() ? alias : new YamlAlias(alias.start(), alias.end(), target);
        }
        String text = texts.get(node);
        return text == null
                ? node
                : new YamlScalar(node.start(), node.end(), text, YamlScalar.Style.PLAIN, ScalarType.STRING);
    }

    private static YamlSequence of(YamlSequence sequence, Map<YamlNode, String> texts) {
        YamlNode[] items = new YamlNode[sequence.size()];
        boolean isOther = false;
        for (int i = 0; i < items.length; i++) {
            items[i] = of(sequence.item(i), texts);
            isOther |= items[i] != sequence.item(i);
        }
        return isOther ? new YamlSequence(sequence.start(), sequence.end(), sequence.isFlow(), items) : sequence;
    }
}
