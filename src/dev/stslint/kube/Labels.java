package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels, annotations or another map of names to texts. */
public final class Labels implements Located {

    private final Fields fields;

    Labels(Fields fields) {
        this.fields = fields;
    }

    public Optional<String> get(String name) {
        return fields.text(name).value();
    }

    /** The label, or the place where it is missed. */
    public Field<String> field(String name) {
        return fields.text(name);
    }

    public boolean isEmpty() {
        return fields.names().isEmpty();
    }

    /** Names and values; labels of a wrong type, which the API server rejects, are left out. */
    public Map<String, String> asMap() {
        List<Entry> entries = fields.entries();
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.value().isPresent()) {
                map.put(entry.name(), entry.value().or(""));
            }
        }
        return map;
    }

    public List<Entry> entries() {
        return fields.entries();
    }

    public Fields fields() {
        return fields;
    }

    @Override
    public Location location() {
        return fields.location();
    }

    @Override
    public String fieldPath() {
        return fields.fieldPath();
    }
}
