package dev.stslint.rules.environment;

import dev.stslint.kube.EnvVar;
import dev.stslint.kube.VariableReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Where in a list of variables each name is defined and where it is referred to, by indices into the list. */
final class DefinitionOrder {

    private final List<EnvVar> variables;
    private final Map<String, List<Integer>> definitions = new HashMap<>();
    private final Map<String, List<Integer>> uses = new HashMap<>();

    DefinitionOrder(List<EnvVar> variables) {
        this.variables = variables;
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().isPresent()) {
                add(definitions, variables.get(i).name().or(""), i);
            }
            for (VariableReference reference :
                    VariableReference.in(variables.get(i).value().or(""))) {
                add(uses, reference.name(), i);
            }
        }
    }

    /** The first definition at an index or behind it. */
    OptionalInt firstDefinition(String name, int from) {
        return first(definitions, name, from);
    }

    boolean isDefinedBefore(String name, int at) {
        OptionalInt first = firstDefinition(name, 0);
        return first.isPresent() && first.getAsInt() < at;
    }

    OptionalInt firstUse(String name) {
        return first(uses, name, 0);
    }

    /** Whether a later definition of a variable's name replaces it before anything has used it (facts: D2). */
    boolean isOverridden(int at) {
        String name = variables.get(at).name().or("");
        OptionalInt next = firstDefinition(name, at + 1);
        if (next.isEmpty()) {
            return false;
        }
        OptionalInt use = first(uses, name, at + 1);
        return use.isEmpty() || use.getAsInt() > next.getAsInt();
    }

    private static void add(Map<String, List<Integer>> places, String name, int index) {
        places.computeIfAbsent(name, key -> new ArrayList<>(1)).add(index);
    }

    private static OptionalInt first(Map<String, List<Integer>> places, String name, int from) {
        List<Integer> indices = places.getOrDefault(name, List.of());
        int found = Collections.binarySearch(indices, from);
        int first = found < 0 ? -found - 1 : found;
        return first < indices.size() ? OptionalInt.of(indices.get(first)) : OptionalInt.empty();
    }
}
