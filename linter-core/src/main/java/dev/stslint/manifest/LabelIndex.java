package dev.stslint.manifest;

import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Operator;
import dev.stslint.kube.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds who selects whom without trying every pair: selectors are filed under the label they ask for first, workloads
 * under each of their labels.
 */
final class LabelIndex {

    private final Map<String, List<Member>> selectorsByLabel = new HashMap<>();
    private final List<Member> selectorsWithoutEquality = new ArrayList<>();
    private final Map<String, List<Member>> workloadsByLabel = new HashMap<>();
    private final List<Member> workloads;

    /** @param selectorOf gives the selector of each of {@code selectors} */
    LabelIndex(List<Member> selectors, Function<Member, LabelSelector> selectorOf, List<Member> workloads) {
        this.workloads = workloads;
        for (Member member : selectors) {
            String label = firstEquality(selectorOf.apply(member));
            (label.isEmpty()
                            ? selectorsWithoutEquality
                            : selectorsByLabel.computeIfAbsent(label, key -> new ArrayList<>(1)))
                    .add(member);
        }
        for (Member member : workloads) {
            for (Placement placement : member.placements()) {
                for (Map.Entry<String, String> label : member.podLabels(placement).entrySet()) {
                    List<Member> list = workloadsByLabel.computeIfAbsent(
                            label.getKey() + "=" + label.getValue(), key -> new ArrayList<>(1));
                    if (list.isEmpty() || list.get(list.size() - 1) != member) {
                        list.add(member);
                    }
                }
            }
        }
    }

    /** Members whose selector may select pods with these labels; the selector decides. */
    List<Member> selectorsFor(Map<String, String> labels) {
        List<Member> found = new ArrayList<>(selectorsWithoutEquality);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            found.addAll(selectorsByLabel.getOrDefault(label.getKey() + "=" + label.getValue(), List.of()));
        }
        return found;
    }

    /** Workloads whose pods the selector may select; the selector decides. */
    List<Member> workloadsFor(LabelSelector selector) {
        String label = firstEquality(selector);
        return label.isEmpty() ? workloads : workloadsByLabel.getOrDefault(label, List.of());
    }

    private static String firstEquality(LabelSelector selector) {
        for (Requirement requirement : selector.requirements()) {
            if (requirement.operator() == Operator.EQUALS) {
                return requirement.key() + "=" + requirement.values().get(0);
            }
        }
        return "";
    }
}
