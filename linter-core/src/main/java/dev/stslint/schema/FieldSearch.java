package dev.stslint.schema;

import dev.stslint.finding.VersionRange;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks for what an unknown field was meant to be. Runs for faults only. */
public final class FieldSearch {

    private static final int DEEPEST = 3;

    private final FieldHolder root;
    private final String[] steps;

    /** @param steps from the root to the mapping that holds the field; lists by their names */
    public FieldSearch(FieldHolder root, String[] steps) {
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
     * Where a field of that name belongs: the nearest part around that has one, else the one part below that does, else the
     * nearest part around that is called like the one that holds it; an empty path for the object itself. Nothing when there
     * is none or are several.
     */
    public Optional<String> homeOf(String name) {
        List<FieldHolder> holders = new ArrayList<>();
        FieldHolder at = root;
        holders.add(at);
        for (String step : steps) {
            Optional<FieldHolder> part = at.part(step);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            at = part.get();
            holders.add(at);
        }
        for (int i = holders.size() - 2; i >= 0; i--) {
            if (holders.get(i).hasField(name)) {
                return Optional.of(path(i));
            }
        }
        Optional<String> below = below(at, name);
        return below.isPresent() ? below : namesake(holders, name);
    }

    /** A pod has a security context, as its containers do, and not the same is in it. */
    private Optional<String> namesake(List<FieldHolder> holders, String name) {
        for (int i = steps.length - 2; i >= 0; i--) {
            String own = steps[steps.length - 1];
            Optional<FieldHolder> other = holders.get(i).part(own);
            if (other.isPresent() && other.get().hasField(name)) {
                return Optional.of(i == 0 ? own : path(i) + "." + own);
            }
        }
        return Optional.empty();
    }

    private Optional<String> below(FieldHolder holder, String name) {
        for (int depth = 1; depth <= DEEPEST; depth++) {
            List<String> found = new ArrayList<>();
            collect(holder, name, depth, path(steps.length), found);
            if (!found.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void collect(FieldHolder holder, String name, int depth, String path, List<String> found) {
        if (depth == 0) {
            if (holder.hasField(name)) {
                found.add(path);
            }
            return;
        }
        for (String part : holder.parts()) {
            String next = path.isEmpty() ? part : path + "." + part;
            collect(holder.part(part).orElseThrow(), name, depth - 1, next, found);
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
