package dev.stslint.schema;

import dev.stslint.schema.ApiField.Shape;
import dev.stslint.schema.ApiType.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table as JSON Schema, for a judge that knows nothing of our walk: types, required fields, values, bounds and choices.
 * Formats and twins JSON Schema has no words for.
 */
final class JsonSchemaOfKinds {

    private final int minor;
    private final Map<String, Object> definitions = new TreeMap<>();

    /** @param minor the release it is for */
    JsonSchemaOfKinds(int minor) {
        this.minor = minor;
    }

    /** The schema of a kind, with all types that it reaches. */
    Map<String, Object> schemaOf(ApiKind kind) {
        definitions.clear();
        Deque<ApiType> open = new ArrayDeque<>(List.of(ApiTable.shipped().type(kind.type())));
        while (!open.isEmpty()) {
            ApiType type = open.remove();
            if (!definitions.containsKey(type.name())) {
                definitions.put(type.name(), definition(type));
                for (ApiField field : type.fields()) {
                    if (field.type() == ValueType.OBJECT) {
                        open.add(field.target());
                    }
                }
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$ref", "#/$defs/" + kind.type());
        schema.put("$defs", new TreeMap<>(definitions));
        return schema;
    }

    private Map<String, Object> definition(ApiType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (type.isOpen()) {
            return schema;
        }
        Map<String, Object> properties = new TreeMap<>();
        List<String> required = new ArrayList<>();
        for (ApiField field : type.fields()) {
            if (isThere(field.lifetime())) {
                properties.put(field.name(), property(field));
                if (field.isRequired()) {
                    required.add(field.name());
                }
            }
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        List<Object> all = new ArrayList<>();
        for (Choice choice : type.choices()) {
            all.addAll(conditions(choice));
        }
        if (!all.isEmpty()) {
            schema.put("allOf", all);
        }
        return schema;
    }

    private List<Object> conditions(Choice choice) {
        List<Object> all = new ArrayList<>();
        List<Object> any = new ArrayList<>();
        for (int i = 0; i < choice.members().size(); i++) {
            any.add(Map.of("required", List.of(choice.members().get(i))));
            for (int j = 0; j < i; j++) {
                List<String> pair =
                        List.of(choice.members().get(j), choice.members().get(i));
                all.add(Map.of("not", Map.of("required", pair)));
            }
        }
        if (choice.isNeeded()) {
            all.add(Map.of("anyOf", any));
        }
        return all;
    }

    private Map<String, Object> property(ApiField field) {
        Map<String, Object> value = value(field);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (field.shape() == Shape.LIST) {
            schema.put("type", "array");
            schema.put("items", value);
            return schema;
        }
        if (field.shape() == Shape.MAP) {
            schema.put("type", "object");
            schema.put("additionalProperties", value);
            return schema;
        }
        return value;
    }

    private Map<String, Object> value(ApiField field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (field.type()) {
            case ANY -> {}
            case OBJECT -> schema.put("$ref", "#/$defs/" + field.target().name());
            case STRING, TIME, BYTES -> schema.put("type", "string");
            case BOOLEAN -> schema.put("type", "boolean");
            case NUMBER -> schema.put("type", "number");
            case QUANTITY -> schema.put("type", List.of("string", "number"));
            case INT32, INT64 -> schema.put("type", "integer");
            case INT_OR_STRING -> schema.put("type", List.of("integer", "string"));
        }
        addBounds(field, schema);
        TreeSet<String> values = new TreeSet<>();
        for (ApiField.Allowed allowed : field.checks().values()) {
            if (isThere(allowed.lifetime())) {
                values.add(allowed.text());
            }
        }
        if (!values.isEmpty()) {
            values.add(""); // the default
            schema.put("enum", List.copyOf(values));
        }
        return schema;
    }

    private static void addBounds(ApiField field, Map<String, Object> schema) {
        boolean isShort = field.type() == ValueType.INT32 || field.type() == ValueType.INT_OR_STRING;
        if (isShort || field.type() == ValueType.INT64) {
            long least = field.checks().least();
            long most = field.checks().most();
            schema.put("minimum", isShort ? Math.max(least, Integer.MIN_VALUE) : least);
            schema.put("maximum", isShort ? Math.min(most, Integer.MAX_VALUE) : most);
        }
    }

    private boolean isThere(Lifetime lifetime) {
        return lifetime.since() <= minor && minor <= lifetime.until();
    }
}
