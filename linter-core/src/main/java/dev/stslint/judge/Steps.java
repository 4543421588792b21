package dev.stslint.judge;

import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways through a tree: names of fields, and indexes of items as whole numbers. */
final class Steps {

    private Steps() {}

    /** What one step leads to, aliases followed; null where there is nothing. */
    static @Nullable YamlNode into(@Nullable YamlNode node, Object step) {
        YamlNode target = node == null ? null : node.target();
        if (target instanceof YamlMapping mapping) {
            return mapping.get(String.valueOf(step));
        }
        return target instanceof YamlSequence sequence && step instanceof Integer index && index < sequence.size()
                ? sequence.item(index).target()
                : null;
    }

    /** Whether they lead into a list that is an item of another one: no path of a field tells such places apart. */
    static boolean areInInnerList(List<Object> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) instanceof Integer && steps.get(i - 1) instanceof Integer) {
                return true;
            }
        }
        return false;
    }

    /** What all steps lead to. */
    static @Nullable YamlNode to(YamlNode root, List<Object> steps) {
        YamlNode at = root.target();
        for (Object step : steps) {
            at = into(at, step);
        }
        return at;
    }

    /** The place of what steps lead to: a scalar's characters, the key of all else; of what is missing, of what it is missed in. */
    static Location place(SourceFile file, YamlNode root, List<Object> steps) {
        YamlNode at = root.target();
        Span span = at instanceof YamlMapping mapping && mapping.size() > 0
                ? mapping.written().key(0).span()
                : at.span();
        for (Object step : steps) {
            YamlNode next = into(at, step);
            if (next == null) {
                break;
            }
            boolean isInner = next instanceof YamlMapping || next instanceof YamlSequence;
            span = isInner && at instanceof YamlMapping mapping
                    ? mapping.key(mapping.indexOf(String.valueOf(step))).span()
                    : next.span();
            at = next;
        }
        return new Location(file, span);
    }
}
