package dev.stslint.judge;

import dev.stslint.schema.Limit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A keyword of a schema that a value does not fit.
 *
 * @param keyword {@code anyOf}, {@code oneOf} or {@code not} where it is in one of these: which alternative was meant, nobody
 *     knows
 * @param steps from the root to the value: names, and indexes as whole numbers
 * @param property the field that is missing or should not be there; empty where it is about the value itself
 * @param schemas those that led to it, the root first and the one with the keyword last
 * @param bound what the schema says behind the keyword
 * @param fitting the indexes of the alternatives that fit, where more than one does
 * @param twins the numbers of the first two equal items, counted from 1, where none may be there twice
 */
record Breach(
        String keyword,
        List<Object> steps,
        String property,
        List<JsonNode> schemas,
        JsonNode bound,
        List<Integer> fitting,
        List<Integer> twins) {

    /** The schema that has the keyword. */
    JsonNode schema() {
        return schemas.get(schemas.size() - 1);
    }

    /** The steps to what it is about: the field, where there is one. */
    List<Object> place() {
        if (property.isEmpty()) {
            return steps;
        }
        List<Object> all = new ArrayList<>(steps);
        all.add(property);
        return all;
    }

    /** Whether it is about a name that stands there, and not about its value. */
    boolean isAboutName() {
        return switch (keyword) {
            case "additionalProperties", "unevaluatedProperties", "propertyNames" -> true;
            default -> false;
        };
    }

    Limit limit() {
        return switch (keyword) {
            case "type" -> new Limit(Limit.Kind.TYPE, types());
            case "pattern" -> new Limit(Limit.Kind.PATTERN, bound.asString(""));
            case "format" -> new Limit(Limit.Kind.FORMAT, bound.asString(""));
            case "minLength" -> number(Limit.Kind.SHORTEST);
            case "maxLength" -> number(Limit.Kind.LONGEST);
            case "minItems" -> number(Limit.Kind.FEWEST_ITEMS);
            case "maxItems" -> number(Limit.Kind.MOST_ITEMS);
            case "uniqueItems" ->
                new Limit(
                        Limit.Kind.DISTINCT_ITEMS,
                        twins.isEmpty() ? "" : ": items " + twins.get(0) + " and " + twins.get(1) + " are the same");
            case "minProperties" -> number(Limit.Kind.FEWEST_FIELDS);
            case "maxProperties" -> number(Limit.Kind.MOST_FIELDS);
            case "minimum" -> number(Limit.Kind.LEAST);
            case "maximum" -> number(Limit.Kind.MOST);
            case "exclusiveMinimum" -> number(Limit.Kind.ABOVE);
            case "exclusiveMaximum" -> number(Limit.Kind.BELOW);
            case "multipleOf" -> number(Limit.Kind.MULTIPLE);
            case "enum", "const" -> new Limit(Limit.Kind.VALUES, words(texts()));
            case "required", "dependentRequired", "dependencies" -> new Limit(Limit.Kind.PRESENT, "");
            case "propertyNames" -> new Limit(Limit.Kind.NAMES, "");
            case "additionalProperties", "unevaluatedProperties", "false" -> new Limit(Limit.Kind.ABSENT, "");
            case "anyOf" -> new Limit(Limit.Kind.ALTERNATIVES, "");
            case "oneOf" -> new Limit(fitting.isEmpty() ? Limit.Kind.ALTERNATIVES : Limit.Kind.ONE_ALTERNATIVE, "");
            case "not" -> new Limit(Limit.Kind.EXCLUDED, "");
            case "contains", "minContains", "maxContains" -> new Limit(Limit.Kind.CONTENT, "");
            default -> new Limit(Limit.Kind.OTHER, keyword);
        };
    }

    /** The values that an {@code enum} or {@code const} takes, as they are written in JSON without quotes. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (keyword.equals("enum")) {
            for (JsonNode value : bound) {
                texts.add(text(value));
            }
        } else {
            texts.add(text(bound));
        }
        return texts;
    }

    /** For each alternative the one field that it asks for; empty where one asks for more, or for something else. */
    List<String> alternatives() {
        List<String> names = new ArrayList<>();
        for (JsonNode alternative : bound) {
            JsonNode required = alternative.path("required");
            boolean isPlain = alternative.size() == 1
                    && required.size() == 1
                    && required.get(0).isString();
            if (!isPlain) {
                return List.of();
            }
            names.add(required.get(0).asString());
        }
        return names;
    }

    private Limit number(Limit.Kind kind) {
        return new Limit(kind, text(bound));
    }

    private String types() {
        List<String> titles = new ArrayList<>();
        JsonNode type = bound;
        if (type.isString()) {
            titles.add(title(type.asString()));
        }
        for (JsonNode each : type) {
            if (!each.asString("").equals("null")) {
                titles.add(title(each.asString("")));
            }
        }
        return String.join(" or ", titles);
    }

    /** What messages call a type of JSON Schema. */
    static String title(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "a mapping";
            case "array" -> "a list";
            default -> type;
        };
    }

    private static String text(JsonNode value) {
        return value.isString()
                ? value.asString()
                : value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    private static String words(List<String> texts) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            words.append(i == 0 ? "" : i == texts.size() - 1 ? " or " : ", ")
                    .append('`')
                    .append(texts.get(i))
                    .append('`');
        }
        return words.toString();
    }
}
