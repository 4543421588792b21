package dev.stslint.judge;

import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.schema.FieldSearch;
import dev.stslint.schema.Place;
import dev.stslint.schema.SchemaFaults.Fault;
import dev.stslint.source.NearestNames;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API server makes of an object before it validates it: unknown fields are dropped, fields that are null and may not
 * be so are not there, and defaults are filled in. What is dropped, and items that are there twice, are faults.
 */
final class ServerReading {

    private final KubernetesObject object;
    private final StructuralSchema root;
    private final List<Fault> faults = new ArrayList<>(0);
    private final Set<List<Object>> incomplete = new HashSet<>(0);
    private final List<Object> steps = new ArrayList<>();

    ServerReading(KubernetesObject object, StructuralSchema root) {
        this.object = object;
        this.root = root;
    }

    JsonNode read(YamlMapping tree) {
        return read(tree, root);
    }

    List<Fault> faults() {
        return faults;
    }

    /** The mappings with an unknown field: what they seem to lack may be there under that name. */
    Set<List<Object>> incomplete() {
        return incomplete;
    }

    private JsonNode read(YamlNode node, StructuralSchema schema) {
        if (node instanceof YamlMapping mapping && !schema.type().equals("array")) {
            return readMapping(mapping, schema);
        }
        StructuralSchema items = schema.items();
        if (node instanceof YamlSequence sequence && items != null) {
            return readList(sequence, schema, items);
        }
        return JsonTree.ofObject(node);
    }

    private JsonNode readMapping(YamlMapping mapping, StructuralSchema schema) {
        ObjectNode json = JsonTree.NODES.objectNode();
        for (int i = 0; i < mapping.size(); i++) {
            String name = mapping.name(i);
            YamlNode value = mapping.value(i).target();
            StructuralSchema property = schema.property(name);
            if (steps.isEmpty() && name.equals("status")) {
                continue; // the server ignores it
            }
            if (schema.isMetadata(name) || (property == null && schema.keeps(name))) {
                json.set(name, JsonTree.ofObject(value));
            } else if (property == null) {
                addUnknown(name, schema);
            } else if (!JsonTree.isNull(value) || property.isNullable()) {
                steps.add(name);
                json.set(name, read(value, property));
                steps.remove(steps.size() - 1);
            }
        }
        for (Map.Entry<String, StructuralSchema> property : schema.properties().entrySet()) {
            YamlNode fallback = property.getValue().fallback();
            if (fallback != null && !json.has(property.getKey())) {
                json.set(property.getKey(), JsonTree.ofSchema(fallback));
            }
        }
        return json;
    }

    private JsonNode readList(YamlSequence list, StructuralSchema schema, StructuralSchema items) {
        ArrayNode json = JsonTree.NODES.arrayNode(list.size());
        for (int i = 0; i < list.size(); i++) {
            steps.add(i);
            json.add(read(list.item(i).target(), items));
            steps.remove(steps.size() - 1);
        }
        List<String> keys = schema.itemKeys();
        if (!keys.isEmpty() && !Steps.areInInnerList(steps)) {
            addTwins(list, keys, items);
        }
        return json;
    }

    private void addUnknown(String name, StructuralSchema schema) {
        if (name.startsWith("$") || NameToken.isTemplate(name) || Steps.areInInnerList(steps)) {
            return; // a directive of a patch, filled in later, or nowhere that could be told
        }
        incomplete.add(List.copyOf(steps));
        List<String> way = new ArrayList<>(steps.size());
        for (Object step : steps) {
            if (step instanceof String field) {
                way.add(field);
            }
        }
        Place place = place(name);
        NearestNames near = NearestNames.of(name, schema.names());
        Optional<String> home = new FieldSearch(root, way.toArray(new String[0])).homeOf(name);
        faults.add(sink -> sink.unknownField(place, near, home));
    }

    private void addTwins(YamlSequence list, List<String> keys, StructuralSchema items) {
        Map<List<String>, Integer> first = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            List<String> values = values(list.item(i).target(), keys, items);
            Integer earlier = values.isEmpty() ? null : first.putIfAbsent(values, i);
            if (earlier != null) {
                Place place = place(i);
                Place other = place(earlier);
                faults.add(sink -> sink.twin(place, other, keys));
            }
        }
    }

    /** What tells an item apart; empty where it lacks something of it. */
    private static List<String> values(YamlNode item, List<String> keys, StructuralSchema items) {
        List<String> values = new ArrayList<>(keys.size());
        for (String key : keys) {
            YamlNode written = item instanceof YamlMapping mapping ? mapping.get(key) : null;
            StructuralSchema property = items.property(key);
            YamlNode value = written == null && property != null ? property.fallback() : written;
            Optional<String> text = text(value);
            if (text.isEmpty()) {
                return List.of();
            }
            values.add(text.get());
        }
        return values;
    }

    private static Optional<String> text(@Nullable YamlNode value) {
        return value instanceof YamlScalar scalar && !JsonTree.isNull(scalar) && !NameToken.isTemplate(scalar.text())
                ? Optional.of(scalar.canonical())
                : Optional.empty();
    }

    private Place place(Object last) {
        List<Object> way = new ArrayList<>(steps);
        way.add(last);
        return Place.at(object, way);
    }
}
