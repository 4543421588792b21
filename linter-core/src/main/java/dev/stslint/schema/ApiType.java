package dev.stslint.schema;

import dev.stslint.schema.ApiField.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object of the API, or a part of it, holds. */
final class ApiType implements FieldHolder {

    private final String name;
    private final Map<String, ApiField> byName;
    private final List<ApiField> required;
    private final List<Choice> choices;

    private ApiType(String name, Map<String, ApiField> byName, List<ApiField> required, List<Choice> choices) {
        this.name = name;
        this.byName = byName;
        this.required = required;
        this.choices = choices;
    }

    /**
     * Fields of which not two may be set.
     *
     * @param isNeeded whether one of them must be
     */
    record Choice(List<String> members, boolean isNeeded) {}

    /** Reads the entry that starts at {@code at}. */
    static ApiType parse(ApiTable table, String text, int at) {
        int end = text.indexOf('\n', at);
        Words head = new Words(text.substring(at, end));
        String name = head.next();
        List<Choice> choices = new ArrayList<>(0);
        while (head.hasNext()) {
            String word = head.next();
            choices.add(new Choice(List.of(Words.split(Words.valueOf(word), '|')), word.startsWith("one-of=")));
        }
        Map<String, ApiField> byName = new HashMap<>();
        List<ApiField> required = new ArrayList<>(0);
        for (int line = end + 1; line < text.length() && text.charAt(line) == ' '; line = end + 1) {
            end = text.indexOf('\n', line);
            ApiField field = ApiField.parse(table, text.substring(line + 1, end));
            byName.put(field.name(), field);
            if (field.isRequired()) {
                required.add(field);
            }
        }
        return new ApiType(name, byName, List.copyOf(required), List.copyOf(choices));
    }

    String name() {
        return name;
    }

    /** The field of a name, or null. */
    @Nullable
    ApiField field(String fieldName) {
        return byName.get(fieldName);
    }

    @Override
    public boolean hasField(String fieldName) {
        return byName.containsKey(fieldName);
    }

    @Override
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (ApiField field : byName.values()) {
            if (field.type() == ValueType.OBJECT && field.shape() == Shape.ONE) {
                parts.add(field.name());
            }
        }
        return parts;
    }

    @Override
    public Optional<FieldHolder> part(String fieldName) {
        ApiField field = byName.get(fieldName);
        return field == null || field.type() != ValueType.OBJECT || field.shape() == Shape.MAP
                ? Optional.empty()
                : Optional.of(field.target());
    }

    /** Whether nothing is known of what it holds, so that everything passes. */
    boolean isOpen() {
        return byName.isEmpty();
    }

    /** In no order. */
    Iterable<ApiField> fields() {
        return byName.values();
    }

    List<ApiField> required() {
        return required;
    }

    List<Choice> choices() {
        return choices;
    }
}
