package dev.stslint.judge;

import dev.stslint.schema.FieldHolder;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a custom resource or a part of it, in the form that the API server asks for: every field has a type, and what
 * is said besides stands in {@link #written()}.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">structural
 *     schemas</a>
 */
final class StructuralSchema implements FieldHolder {

    /** The fields that an object has without its schema saying so. */
    private static final List<String> IDENTITY = List.of("apiVersion", "kind", "metadata");

    private final YamlMapping written;
    private final boolean isObject;
    private final Map<String, StructuralSchema> properties;
    private final @Nullable StructuralSchema items;
    private final @Nullable StructuralSchema additional;

    /**
     * @param isObject whether it is of an object of the API, the root or an embedded one
     * @param items of the items of a list
     * @param additional of the values of a map
     */
    StructuralSchema(
            YamlMapping written,
            boolean isObject,
            Map<String, StructuralSchema> properties,
            @Nullable StructuralSchema items,
            @Nullable StructuralSchema additional) {
        this.written = written;
        this.isObject = isObject;
        this.properties = new LinkedHashMap<>(properties);
        this.items = items;
        this.additional = additional;
    }

    YamlMapping written() {
        return written;
    }

    Map<String, StructuralSchema> properties() {
        return properties;
    }

    @Nullable
    StructuralSchema items() {
        return items;
    }

    @Nullable
    StructuralSchema additional() {
        return additional;
    }

    /** Of a field, or of every field where it is one of a map; null where it has none. */
    @Nullable
    StructuralSchema property(String name) {
        StructuralSchema property = properties.get(name);
        return property == null ? additional : property;
    }

    /** Whether a field without a schema stays. */
    boolean keeps(String name) {
        return is("x-kubernetes-preserve-unknown-fields") || (isObject && IDENTITY.contains(name));
    }

    /** Whether a field is the metadata of an object, whose fields are the same for every kind, whatever the schema says. */
    boolean isMetadata(String name) {
        return isObject && name.equals("metadata");
    }

    boolean isEmbedded() {
        return is("x-kubernetes-embedded-resource");
    }

    boolean isIntOrString() {
        return is("x-kubernetes-int-or-string");
    }

    boolean isNullable() {
        return is("nullable");
    }

    /** The type; empty where it takes several. */
    String type() {
        return text("type");
    }

    /** What a field holds that is not written; null where that is nothing. */
    @Nullable
    YamlNode fallback() {
        return written.get("default");
    }

    /** The fields that tell the items of a list apart; none where the server does not ask for it. */
    List<String> itemKeys() {
        List<String> keys = new ArrayList<>();
        if (text("x-kubernetes-list-type").equals("map")
                && written.get("x-kubernetes-list-map-keys") instanceof YamlSequence list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.item(i).target() instanceof YamlScalar key) {
                    keys.add(key.text());
                }
            }
        }
        return keys;
    }

    /** The names of its fields, those included that it need not name. */
    List<String> names() {
        List<String> names = new ArrayList<>(properties.keySet());
        for (String name : isObject ? IDENTITY : List.<String>of()) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    @Override
    public boolean hasField(String name) {
        return properties.containsKey(name) || (isObject && IDENTITY.contains(name));
    }

    @Override
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, StructuralSchema> property : properties.entrySet()) {
            if (!property.getValue().properties.isEmpty()) {
                parts.add(property.getKey());
            }
        }
        return parts;
    }

    @Override
    public Optional<FieldHolder> part(String name) {
        StructuralSchema part = properties.get(name);
        if (part != null && part.items != null) {
            part = part.items;
        }
        return part == null || part.properties.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private boolean is(String name) {
        return text(name).equals("true");
    }

    private String text(String name) {
        return written.get(name) instanceof YamlScalar scalar ? scalar.canonical() : "";
    }
}
