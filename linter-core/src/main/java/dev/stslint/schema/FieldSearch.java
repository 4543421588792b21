package dev.stslint.schema;

import dev.stslint.finding.VersionRange;
import dev.stslint.schema.ApiField.Shape;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks for what an unknown field was meant to be. Runs for faults only. */
final class FieldSearch {

    private static final int DEEPEST = 3;

    private final ApiType root;
    private final String[] steps;

    /** @param steps from the root to the mapping that holds the field; lists by their names */
    FieldSearch(ApiType root, String[] steps) {
        this.root = root;
        this.steps = steps;
    }

    /** The fields of a type that a name is near to, of those that all target releases have. */
    static NearestNames nearest(String name, ApiType type, VersionRange targets) {
        List<String> names = new ArrayList<>();
        for (ApiField field : type.fields()) {
            if (field.lifetime().covers(targets)) {
                names.add(field.name());
            }
        }
        Collections.sort(names);
        return NearestNames.of(name, names);
    }

    /**
     * Where a field of that name belongs: the nearest part around that has one, else the one part below that does; an empty
     * path for the object itself. Nothing when there is none or are several.
     */
    Optional<String> homeOf(String name) {
        List<ApiType> types = new ArrayList<>();
        ApiType at = root;
        types.add(at);
        for (String step : steps) {
            ApiField field = at.field(step);
            if (field == null || field.type() != ValueType.OBJECT || field.shape() == Shape.MAP) {
                return Optional.empty();
            }
            at = field.target();
            types.add(at);
        }
        for (int i = types.size() - 2; i >= 0; i--) {
            if (types.get(i).field(name) != null) {
                return Optional.of(path(i));
            }
        }
        return below(at, name);
    }

    private Optional<String> below(ApiType type, String name) {
        for (int depth = 1; depth <= DEEPEST; depth++) {
            List<String> found = new ArrayList<>();
            collect(type, name, depth, path(steps.length), found);
            if (!found.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void collect(ApiType type, String name, int depth, String path, List<String> found) {
        if (depth == 0) {
            if (type.field(name) != null) {
                found.add(path);
            }
            return;
        }
        for (ApiField field : type.fields()) {
            if (field.type() == ValueType.OBJECT && field.shape() == Shape.ONE) {
                String next = path.isEmpty() ? field.name() : path + "." + field.name();
                collect(field.target(), name, depth - 1, next, found);
            }
        }
    }

    private String path(int length) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < length; i++) {
            path.append(path.isEmpty() ? "" : ".").append(steps[i]);
        }
        return path.toString();
    }
}
