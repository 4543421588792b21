package dev.stslint.judge;

import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structural schema as JSON Schema, for what the API server validates once it has dropped unknown fields and filled in
 * defaults.
 */
final class StructuralJson {

    /** Keywords that mean the same in both. */
    private static final List<String> SHARED = List.of(
            "enum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "multipleOf",
            "pattern",
            "required");

    /** Forms that Go and the validator read alike; of others the server takes more, or is asked for nothing. */
    private static final Set<String> FORMATS = Set.of("ipv4", "ipv6", "uuid");

    private StructuralJson() {}

    /** Of a whole resource: its identity is checked elsewhere, and its status ignored when it is applied. */
    static JsonNode ofResource(StructuralSchema schema) {
        ObjectNode json = of(schema);
        if (json.get("properties") instanceof ObjectNode properties) {
            properties.remove("status");
        }
        if (json.get("required") instanceof ArrayNode required) {
            required.removeIf(
                    name -> Set.of("apiVersion", "kind", "metadata", "status").contains(name.asString("")));
        }
        return json;
    }

    private static ObjectNode of(StructuralSchema schema) {
        ObjectNode json = values(schema.written(), schema.isIntOrString());
        if (!schema.properties().isEmpty()) {
            ObjectNode properties = json.putObject("properties");
            for (Map.Entry<String, StructuralSchema> property :
                    schema.properties().entrySet()) {
                properties.set(property.getKey(), of(property.getValue()));
            }
        }
        StructuralSchema items = schema.items();
        if (items != null) {
            json.set("items", of(items));
        }
        StructuralSchema additional = schema.additional();
        if (additional != null) {
            json.set("additionalProperties", of(additional));
        }
        if (schema.isEmbedded()) {
            ArrayNode required = json.get("required") instanceof ArrayNode some ? some : json.putArray("required");
            required.add("apiVersion").add("kind");
        }
        if (!schema.isNullable()) {
            return json;
        }
        ObjectNode nullable = JsonTree.NODES.objectNode();
        nullable.putObject("if").put("type", "null");
        nullable.set("else", json);
        return nullable;
    }

    /** What is said of a value itself. */
    private static ObjectNode values(YamlMapping written, boolean isIntOrString) {
        ObjectNode json = JsonTree.NODES.objectNode();
        YamlNode type = written.get("type");
        if (isIntOrString) {
            json.putArray("type").add("integer").add("string");
        } else if (type != null) {
            json.set("type", JsonTree.ofSchema(type));
        }
        for (String keyword : SHARED) {
            YamlNode value = written.get(keyword);
            if (value != null && !JsonTree.isNull(value)) {
                json.set(keyword, JsonTree.ofSchema(value));
            }
        }
        putBounds(written, json);
        YamlNode format = written.get("format");
        if (format != null && FORMATS.contains(JsonTree.ofSchema(format).asString(""))) {
            json.set("format", JsonTree.ofSchema(format));
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            if (written.get(keyword) instanceof YamlSequence list && !(isIntOrString && saysIntOrString(list))) {
                ArrayNode all = json.putArray(keyword);
                for (int i = 0; i < list.size(); i++) {
                    all.add(within(list.item(i)));
                }
            }
        }
        YamlNode not = written.get("not");
        if (not != null) {
            json.set("not", within(not));
        }
        return json;
    }

    /** A schema within {@code allOf}, {@code not} …: it has no types of its own. */
    private static JsonNode within(YamlNode node) {
        if (!(node.target() instanceof YamlMapping mapping)) {
            return JsonTree.NODES.objectNode();
        }
        ObjectNode json = values(mapping, false);
        if (mapping.get("properties") instanceof YamlMapping fields) {
            ObjectNode properties = json.putObject("properties");
            for (int i = 0; i < fields.size(); i++) {
                properties.set(fields.name(i), within(fields.value(i)));
            }
        }
        if (mapping.get("items") instanceof YamlMapping items) {
            json.set("items", within(items));
        }
        if (mapping.get("additionalProperties") instanceof YamlMapping additional) {
            json.set("additionalProperties", within(additional));
        }
        return json;
    }

    /** Bounds are exclusive by a flag here, and numbers of 32 bits have bounds without saying so. */
    private static void putBounds(YamlMapping written, ObjectNode json) {
        boolean isSmall = text(written, "type").equals("integer")
                && text(written, "format").equals("int32");
        putBound(written, "minimum", "exclusiveMinimum", Integer.MIN_VALUE, isSmall, json);
        putBound(written, "maximum", "exclusiveMaximum", Integer.MAX_VALUE, isSmall, json);
    }

    private static void putBound(
            YamlMapping written, String name, String exclusive, int unsaid, boolean isSmall, ObjectNode json) {
        YamlNode bound = written.get(name);
        if (bound != null && !JsonTree.isNull(bound)) {
            json.set(text(written, exclusive).equals("true") ? exclusive : name, JsonTree.ofSchema(bound));
        } else if (isSmall) {
            json.put(name, unsaid);
        }
    }

    /** Whether alternatives only repeat that a number or a text is taken: directly, or within an {@code allOf}. */
    private static boolean saysIntOrString(YamlSequence list) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.item(i).target() instanceof YamlMapping mapping)) {
                return false;
            }
            boolean isType = mapping.size() == 1 && mapping.has("type");
            boolean isNested = mapping.get("anyOf") instanceof YamlSequence nested && saysIntOrString(nested);
            if (!isType && !isNested) {
                return false;
            }
        }
        return true;
    }

    private static String text(YamlMapping written, String name) {
        YamlNode node = written.get(name);
        return node instanceof YamlScalar scalar ? scalar.canonical() : "";
    }
}
