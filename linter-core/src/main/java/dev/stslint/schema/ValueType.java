package dev.stslint.schema;

/** What a single value must be. */
public enum ValueType {
    STRING("string", "a text"),
    INT32("int32", "a whole number"),
    INT64("int64", "a whole number"),
    NUMBER("number", "a number"),
    BOOLEAN("boolean", "true or false"),
    /** A point in time, as text. */
    TIME("time", "a text"),
    /** Bytes as base64 text. */
    BYTES("bytes", "a text in base64"),
    INT_OR_STRING("int-or-string", "a whole number or a text"),
    QUANTITY("quantity", "a quantity"),
    /** Whatever there is. */
    ANY("any", "anything"),
    /** A mapping with fields of its own. */
    OBJECT("", "a mapping");

    private final String word;
    private final String title;

    ValueType(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** A few words for messages, behind "must be". */
    public String title() {
        return title;
    }

    /** The type that the table's word means; every other word is the name of an object's type. */
    static ValueType called(String word) {
        return switch (word) {
            case "string" -> STRING;
            case "int32" -> INT32;
            case "int64" -> INT64;
            case "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            case "time" -> TIME;
            case "bytes" -> BYTES;
            case "int-or-string" -> INT_OR_STRING;
            case "quantity" -> QUANTITY;
            case "any" -> ANY;
            default -> OBJECT;
        };
    }

    /** The table's word; empty for objects. */
    String word() {
        return word;
    }
}
