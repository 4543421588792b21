package dev.stslint.schema;

import dev.stslint.schema.ApiField.Shape;
import dev.stslint.schema.ApiType.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An object of a kind that fits its schema in a release, and what becomes of it when something is done to it. */
final class RandomObject {

    private static final int DEEPEST = 9;

    private final Random random;
    private final int minor;
    private int budget = 60;

    RandomObject(Random random, int minor) {
        this.random = random;
        this.minor = minor;
    }

    Map<String, Object> of(ApiKind kind) {
        Map<String, Object> object = mapping(ApiTable.shipped().type(kind.type()), 0);
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.kind());
        return object;
    }

    private Map<String, Object> mapping(ApiType type, int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        List<ApiField> fields = new ArrayList<>();
        type.fields().forEach(fields::add);
        fields.sort(Comparator.comparing(ApiField::name));
        List<String> excluded = new ArrayList<>();
        for (Choice choice : type.choices()) {
            String kept = choice.members().get(random.nextInt(choice.members().size()));
            for (String member : choice.members()) {
                ApiField field = type.field(member);
                boolean there = field != null && isThere(field.lifetime());
                if (member.equals(kept) && there && choice.isNeeded()) {
                    mapping.put(member, value(field, depth));
                }
                excluded.add(member);
            }
            if (choice.isNeeded() && choice.members().stream().noneMatch(mapping::containsKey)) {
                ApiField first = choice.members().stream()
                        .map(type::field)
                        .filter(field -> field != null && isThere(field.lifetime()))
                        .findFirst()
                        .orElseThrow();
                mapping.put(first.name(), value(first, depth));
            }
        }
        for (ApiField field : fields) {
            boolean chosen = field.isRequired() || (depth < DEEPEST && budget > 0 && random.nextInt(6) == 0);
            if (chosen
                    && isThere(field.lifetime())
                    && !excluded.contains(field.name())
                    && !mapping.containsKey(field.name())) {
                mapping.put(field.name(), value(field, depth));
            }
        }
        return mapping;
    }

    private Object value(ApiField field, int depth) {
        budget--;
        if (field.shape() == Shape.LIST) {
            return new ArrayList<>(List.of(one(field, depth)));
        }
        if (field.shape() == Shape.MAP) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("a", one(field, depth));
            return map;
        }
        return one(field, depth);
    }

    private Object one(ApiField field, int depth) {
        return switch (field.type()) {
            case OBJECT -> mapping(field.target(), depth + 1);
            case STRING -> text(field);
            case TIME -> "2026-01-01T00:00:00Z";
            case BYTES -> "YQ==";
            case BOOLEAN -> random.nextBoolean();
            case NUMBER -> 1.5;
            case QUANTITY -> random.nextBoolean() ? "10Gi" : (Object) 1.5;
            case INT32, INT64 -> number(field);
            case INT_OR_STRING -> random.nextBoolean() ? (Object) number(field) : "http";
            case ANY -> Map.of("anything", List.of(1, "x"));
        };
    }

    private String text(ApiField field) {
        List<ApiField.Allowed> values = field.checks().values().stream()
                .filter(allowed -> isThere(allowed.lifetime()))
                .toList();
        return values.isEmpty()
                ? "a" + random.nextInt(10)
                : values.get(random.nextInt(values.size())).text();
    }

    private long number(ApiField field) {
        long least = Math.max(0, field.checks().least());
        return Math.min(least + random.nextInt(3), field.checks().most());
    }

    private boolean isThere(Lifetime lifetime) {
        return lifetime.since() <= minor && minor <= lifetime.until();
    }

    /** Another object, in which one thing is done to one place: removed, added, renamed, or made another value. */
    Map<String, Object> mutated(Map<String, Object> object) {
        List<Map<String, Object>> mappings = new ArrayList<>();
        collect(object, mappings);
        Map<String, Object> chosen = mappings.get(random.nextInt(mappings.size()));
        List<String> names = new ArrayList<>(chosen.keySet());
        names.removeAll(List.of("apiVersion", "kind", "anything"));
        int act = names.isEmpty() ? 0 : random.nextInt(5);
        String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        switch (act) {
            case 0 -> chosen.put("unheard", "of");
            case 1 -> chosen.remove(name);
            case 2 -> chosen.put(name + "x", chosen.remove(name));
            default -> chosen.put(name, another());
        }
        return object;
    }

    private Object another() {
        List<Object> values = List.of(
                "other",
                7L,
                -7L,
                70_000L,
                5_000_000_000L,
                1.5,
                true,
                List.of("x"),
                List.of(1L),
                Map.of(),
                Map.of("x", "y"));
        return values.get(random.nextInt(values.size()));
    }

    @SuppressWarnings("unchecked")
    private static void collect(Object value, List<Map<String, Object>> mappings) {
        if (value instanceof Map<?, ?> map) {
            if (map instanceof LinkedHashMap<?, ?>) {
                mappings.add((Map<String, Object>) map);
                map.values().forEach(item -> collect(item, mappings));
            }
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, mappings));
        }
    }
}
