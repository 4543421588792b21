package dev.stslint.kube;

import dev.stslint.source.Ascii;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field as {@code replacements} write it: names with dots between, items of lists as {@code [name=web]}, as an
 * index or as {@code *}; a dot after a backslash or in brackets belongs to a name (sigs.k8s.io/kustomize/kyaml/utils and
 * kyaml/yaml, PathMatcher).
 */
public final class ReplacementPath {

    /** What kustomize's own labels, annotations, counts, names and namespaces may have put there before. */
    private static final Set<String> SET_BY_KUSTOMIZE =
            Set.of("metadata", "labels", "annotations", "matchLabels", "selector", "replicas");

    private final List<String> steps;

    private ReplacementPath(List<String> steps) {
        this.steps = steps;
    }

    public static ReplacementPath of(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isInBrackets = step.length() > 0 && step.charAt(0) == '[' && step.charAt(step.length() - 1) != ']';
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '.') {
                step.append('.');
                i++;
            } else if (c == '.' && !isInBrackets) {
                steps.add(step.toString());
                step.setLength(0);
            } else {
                step.append(c);
            }
        }
        steps.add(step.toString());
        if (steps.size() > 1 && steps.get(0).isEmpty()) {
            steps.remove(0);
        }
        return new ReplacementPath(steps);
    }

    /** The same as patches' paths are written: {@code spec.containers[web].env[X].value}, {@code [*]} for any item. */
    public String fieldPath() {
        StringBuilder path = new StringBuilder();
        for (String step : steps) {
            if (step.startsWith("[name=") && step.endsWith("]")) {
                path.append('[')
                        .append(step, "[name=".length(), step.length() - 1)
                        .append(']');
            } else if (step.startsWith("[") || step.equals("*") || isIndex(step)) {
                path.append("[*]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }

    /** The way as far as the first list on it: what a patch of the list touches. */
    public String wayToFirstList() {
        String path = fieldPath();
        int bracket = path.indexOf('[');
        return bracket < 0 ? path : path.substring(0, bracket);
    }

    /**
     * Whether an object, as it is written, has no such field, and nothing that kustomize does without being told to makes it.
     * Not where that is a matter of patterns, or of types.
     */
    public boolean isMissingFrom(ObjectView view) {
        for (String step : steps) {
            if (step.isEmpty() || SET_BY_KUSTOMIZE.contains(step)) {
                return false;
            }
        }
        KubernetesObject object = view.object();
        boolean isKnown = isWhole(view) || (object.hasKeysOf(steps.get(0)) && steps.size() == 2);
        return isKnown && object.tree().isPresent() && !mayLead(object.tree().get(), 0);
    }

    /** Of other objects only outlines are kept. */
    private static boolean isWhole(ObjectView view) {
        return !(view instanceof GenericObject)
                && !(view instanceof ConfigMap)
                && !(view instanceof Secret)
                && !(view instanceof CustomResourceDefinition);
    }

    private boolean mayLead(YamlNode from, int at) {
        if (at == steps.size()) {
            return true;
        }
        YamlNode node = from.target();
        String step = steps.get(at);
        if (node instanceof YamlMapping mapping) {
            YamlNode value = mapping.get(step);
            return step.startsWith("[") || step.equals("*") || (value != null && mayLead(value, at + 1));
        }
        return !(node instanceof YamlSequence list) || mayLeadInto(list, at);
    }

    private boolean mayLeadInto(YamlSequence list, int at) {
        String step = steps.get(at);
        if (isIndex(step)) {
            int index = Integer.parseInt(step);
            return index < list.size() && mayLead(list.item(index), at + 1);
        }
        int equals = step.indexOf('=');
        if (!step.startsWith("[") || !step.endsWith("]") || equals <= 1) {
            return true;
        }
        String key = step.substring(1, equals);
        String pattern = step.substring(equals + 1, step.length() - 1);
        for (int i = 0; i < list.size(); i++) {
            YamlNode item = list.item(i).target();
            if (!(item instanceof YamlMapping mapping)
                    || (mayMatch(mapping.get(key), pattern) && mayLead(item, at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Patterns are regular expressions, and match anywhere in a text. */
    private static boolean mayMatch(@Nullable YamlNode value, String pattern) {
        if (value == null) {
            return false;
        }
        return !(value.target() instanceof YamlScalar scalar)
                || scalar.type() != ScalarType.STRING
                || !isPlain(pattern)
                || scalar.text().contains(pattern);
    }

    private static boolean isPlain(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '/') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIndex(String step) {
        return step.length() <= 6 && Ascii.isDigits(step);
    }
}
