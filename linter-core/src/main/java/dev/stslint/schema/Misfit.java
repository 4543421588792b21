package dev.stslint.schema;

import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;

/**
 * A value of a wrong type.
 *
 * @param wanted what must stand there: {@code a list}, {@code a whole number} …
 * @param type of the field's values, or its items' when it must be a list or a map and is none
 * @param found what stands there
 * @param text the scalar as it is written, without quotes; empty for a mapping or list
 * @param canonical the scalar as kubectl reads it
 * @param isPlain whether it is written without quotes
 */
public record Misfit(String wanted, ValueType type, Found found, String text, String canonical, boolean isPlain) {

    /** What kubectl takes a value for. */
    public enum Found {
        TEXT("a text"),
        WHOLE_NUMBER("a whole number"),
        NUMBER("a number with a fraction"),
        BOOLEAN("a boolean"),
        MAPPING("a mapping"),
        LIST("a list");

        private final String title;

        Found(String title) {
            this.title = title;
        }

        /** A few words for messages. */
        public String title() {
            return title;
        }
    }

    /**
     * The misfit that a node is.
     *
     * @param wanted what must stand there instead
     */
    public static Misfit of(String wanted, ValueType type, YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            Found found = node instanceof YamlMapping ? Found.MAPPING : Found.LIST;
            return new Misfit(wanted, type, found, "", "", false);
        }
        return new Misfit(
                wanted,
                type,
                found(scalar.type()),
                scalar.text(),
                scalar.canonical(),
                scalar.style() == YamlScalar.Style.PLAIN);
    }

    private static Found found(ScalarType type) {
        return switch (type) {
            case INTEGER -> Found.WHOLE_NUMBER;
            case NUMBER -> Found.NUMBER;
            case BOOLEAN -> Found.BOOLEAN;
            default -> Found.TEXT;
        };
    }

    /** Whether it is a scalar of another type where a text must be, so that quotes make it right. */
    public boolean isUnquotedText() {
        return type == ValueType.STRING
                && wanted.equals(ValueType.STRING.title())
                && isPlain
                && (found == Found.WHOLE_NUMBER || found == Found.NUMBER || found == Found.BOOLEAN);
    }

    /** Whether kubectl reads another value than is written: {@code yes} as true, {@code 0644} as 420. */
    public boolean isReadOtherwise() {
        return isPlain && !canonical.equals(text);
    }
}
