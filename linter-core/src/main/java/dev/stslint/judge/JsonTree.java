package dev.stslint.judge;

import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is written, as the JSON that kubectl makes of it. */
final class JsonTree {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** More digits than any field takes; with them a short exponent could be gigabytes of zeros. */
    private static final int MOST_DIGITS = 400;

    private JsonTree() {}

    /** An object as the API server takes it: a field that is null is not there. */
    static JsonNode ofObject(YamlNode node) {
        return of(node, false);
    }

    /** A schema, in which null is a value like others. */
    static JsonNode ofSchema(YamlNode node) {
        return of(node, true);
    }

    static boolean isNull(YamlNode node) {
        return node.target() instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }

    private static JsonNode of(YamlNode written, boolean keepsNulls) {
        YamlNode node = written.target();
        if (node instanceof YamlMapping mapping) {
            ObjectNode object = NODES.objectNode();
            for (int i = 0; i < mapping.size(); i++) {
                if (keepsNulls || !isNull(mapping.value(i))) {
                    object.set(mapping.name(i), of(mapping.value(i), keepsNulls));
                }
            }
            return object;
        }
        if (node instanceof YamlSequence sequence) {
            ArrayNode array = NODES.arrayNode(sequence.size());
            for (int i = 0; i < sequence.size(); i++) {
                array.add(of(sequence.item(i), keepsNulls));
            }
            return array;
        }
        return ofScalar((YamlScalar) node);
    }

    private static JsonNode ofScalar(YamlScalar scalar) {
        return switch (scalar.type()) {
            case NULL -> NODES.nullNode();
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.canonical()));
            case INTEGER, NUMBER -> ofNumber(scalar.canonical());
            case STRING -> NODES.stringNode(scalar.text());
        };
    }

    /** A number without a fraction is a whole one, however it is written; one that JSON cannot say stays a text. */
    private static JsonNode ofNumber(String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                return NODES.numberNode(number.doubleValue());
            }
            return number.stripTrailingZeros().scale() <= 0
                    ? NODES.numberNode(number.toBigInteger())
                    : NODES.numberNode(number);
        } catch (NumberFormatException e) {
            return NODES.stringNode(digits);
        }
    }
}
