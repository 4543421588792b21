package dev.stslint.judge;

import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the schema of a version of a definition, up to the first thing that the API server does not take. */
final class StructuralSchemaReader {

    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");

    private final List<Object> steps;
    private Optional<Fault> fault = Optional.empty();

    /**
     * What makes it no schema.
     *
     * @param steps to the part, from the root of the definition
     * @param reason empty where the part only has another type than the kind's own fields, which others report
     */
    record Fault(List<Object> steps, String reason) {}

    /** @param steps from the root of the definition to the schema */
    StructuralSchemaReader(List<Object> steps) {
        this.steps = new ArrayList<>(steps);
    }

    /** The schema; empty where there is a fault. */
    Optional<StructuralSchema> read(YamlNode node) {
        StructuralSchema schema = read(node.target(), true);
        return schema == null || fault.isPresent() ? Optional.empty() : Optional.of(schema);
    }

    Optional<Fault> fault() {
        return fault;
    }

    private @Nullable StructuralSchema read(YamlNode node, boolean isRoot) {
        if (!(node instanceof YamlMapping mapping)) {
            return refuse("");
        }
        String type = text(mapping, "type");
        boolean isOpen = flag(mapping, "x-kubernetes-preserve-unknown-fields");
        boolean isEmbedded = flag(mapping, "x-kubernetes-embedded-resource");
        if (mapping.has("$ref")) {
            return refuse("$ref", "a definition must not refer to other schemas");
        }
        if (mapping.has("type") && !TYPES.contains(type)) {
            return refuse("type", mapping.get("type") instanceof YamlScalar ? unknown(type) : "");
        }
        if (type.isEmpty() && !isOpen && !flag(mapping, "x-kubernetes-int-or-string")) {
            return refuse("it has no `type`");
        }
        if (isRoot && !type.equals("object")) {
            return refuse("type", "the `type` of the whole must be `object`");
        }
        if (type.equals("array") && !isSet(mapping, "items")) {
            return refuse("a list needs `items`");
        }
        if (isSet(mapping, "properties") && isSet(mapping, "additionalProperties")) {
            return refuse("additionalProperties", "it excludes `properties`");
        }
        if (flag(mapping, "uniqueItems")) {
            return refuse("uniqueItems", "`uniqueItems` must not be true");
        }
        String pattern = text(mapping, "pattern");
        String complaint = pattern.isEmpty() ? "" : Expression.fault(pattern);
        if (!complaint.isEmpty()) {
            return refuse("pattern", "it is no regular expression: " + complaint);
        }
        return new StructuralSchema(
                mapping, isRoot || isEmbedded, properties(mapping), items(mapping), additional(mapping));
    }

    private Map<String, StructuralSchema> properties(YamlMapping mapping) {
        Map<String, StructuralSchema> properties = new LinkedHashMap<>();
        YamlNode written = mapping.get("properties");
        if (written instanceof YamlMapping fields) {
            for (int i = 0; i < fields.size() && fault.isEmpty(); i++) {
                steps.add("properties");
                steps.add(fields.name(i));
                StructuralSchema property = read(fields.value(i).target(), false);
                leave(2);
                if (property != null) {
                    properties.put(fields.name(i), property);
                }
            }
        } else if (written != null && !isNull(written)) {
            refuse("");
        }
        return properties;
    }

    private @Nullable StructuralSchema items(YamlMapping mapping) {
        YamlNode written = mapping.get("items");
        if (written == null || isNull(written)) {
            return null;
        }
        return written instanceof YamlMapping ? within("items", written) : refuse("items", "it must be one schema");
    }

    private @Nullable StructuralSchema additional(YamlMapping mapping) {
        YamlNode written = mapping.get("additionalProperties");
        if (written instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN) {
            return null;
        }
        if (written == null || isNull(written)) {
            return null;
        }
        return written instanceof YamlMapping
                ? within("additionalProperties", written)
                : refuse("additionalProperties", "it must be a schema");
    }

    private @Nullable StructuralSchema within(String step, YamlNode node) {
        steps.add(step);
        StructuralSchema schema = read(node, false);
        leave(1);
        return schema;
    }

    private @Nullable StructuralSchema refuse(String field, String reason) {
        steps.add(field);
        StructuralSchema none = refuse(reason);
        leave(1);
        return none;
    }

    private @Nullable StructuralSchema refuse(String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Fault(List.copyOf(steps), reason));
        }
        return null;
    }

    private void leave(int count) {
        for (int i = 0; i < count; i++) {
            steps.remove(steps.size() - 1);
        }
    }

    private static String unknown(String type) {
        return PlainWord.unknown("type", type) + NearestNames.of(type, TYPES).question();
    }

    private static boolean isSet(YamlMapping mapping, String name) {
        YamlNode value = mapping.get(name);
        return value != null && !isNull(value);
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }

    private static boolean flag(YamlMapping mapping, String name) {
        return text(mapping, name).equals("true");
    }

    private static String text(YamlMapping mapping, String name) {
        return mapping.get(name) instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL
                ? scalar.canonical()
                : "";
    }
}
