package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labels, annotations or another map of names to texts. */
public final class Labels implements Located {

    /** What controllers put on the pods they make: these differ by pod or by revision (facts: A5). */
    private static final Set<String> OF_CONTROLLERS = Set.of(
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "controller-revision-hash",
            "pod-template-generation",
            "pod-template-hash",
            "controller-uid",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index");

    private final Fields fields;

    Labels(Fields fields) {
        this.fields = fields;
    }

    /** Whether controllers put labels of that key on pods, so that no template needs to carry it. */
    public static boolean isOfController(String key) {
        return OF_CONTROLLERS.contains(key);
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

    /**
     * Names and values; {@code null} is the empty value. Labels of a wrong type, which the API server rejects, are left
     * out.
     */
    public Map<String, String> asMap() {
        List<Entry> entries = fields.entries();
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.value().isInvalid()) {
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
