package dev.stslint.kube;

import dev.stslint.source.Located;

/**
 * A value of a ConfigMap or Secret under its key, wherever the two stand: as an entry of {@code data}, or together in a
 * literal of a generator.
 *
 * @param key what the object will hold it under
 * @param text the value; empty when it is none, or of a type that the API server rejects
 * @param field what it stands in
 * @param start where in that it starts
 */
public record KeyedValue(String key, String text, Field<String> field, int start) {

    /** An entry, whose value is all of the field. */
    public static KeyedValue of(Fields.Entry entry) {
        return new KeyedValue(entry.name(), entry.value().or(""), entry.value(), 0);
    }

    /** Some characters of the value, as {@link Field#part} finds them. */
    public Located part(int from, int to) {
        return field.part(start + from, start + to);
    }

    /** Some characters of the value, as {@link Field#origin(int, int)} finds them. */
    public Located origin(int from, int to) {
        return field.origin(start + from, start + to);
    }

    /** All characters of the value. */
    public Located origin() {
        return text.isEmpty() ? field.origin() : origin(0, text.length());
    }
}
