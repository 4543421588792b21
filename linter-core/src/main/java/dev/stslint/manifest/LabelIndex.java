package dev.stslint.manifest;

import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import dev.stslint.kube.Workload;
import dev.stslint.source.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds who selects whom without trying every pair: selectors are filed under the label they ask for first, workloads
 * under each of their labels.
 */
final class LabelIndex {

    private final Map<Class<?>, Map<String, List<Member>>> selectors = new HashMap<>();
    private final Map<String, List<Member>> workloadsByLabel = new HashMap<>();
    private final List<Member> workloads = new ArrayList<>();

    LabelIndex(List<Member> members) {
        for (Member member : members) {
            if (member.view() instanceof Service service) {
                file(member, service.selector());
            } else if (member.view() instanceof PodDisruptionBudget budget) {
                file(member, budget.selector());
            } else if (member.view() instanceof Workload) {
                workloads.add(member);
            }
        }
        for (Member member : workloads) {
            for (Placement placement : member.placements()) {
                for (Map.Entry<String, String> label :
                        member.podLabels(placement).entrySet()) {
                    Groups.addOnce(workloadsByLabel, label.getKey() + "=" + label.getValue(), member);
                }
            }
        }
    }

    /** Services or budgets whose selector may select pods with these labels; the selector decides. */
    List<Member> selectorsFor(Class<?> type, Map<String, String> labels) {
        Map<String, List<Member>> byLabel = selectors.getOrDefault(type, Map.of());
        Set<Member> found = new LinkedHashSet<>(byLabel.getOrDefault("", List.of()));
        for (Map.Entry<String, String> label : labels.entrySet()) {
            found.addAll(byLabel.getOrDefault(label.getKey() + "=" + label.getValue(), List.of()));
        }
        return List.copyOf(found);
    }

    List<Member> workloads() {
        return workloads;
    }

    /** Workloads whose pods a selector of {@code from}, as a placement changes it, may select; the selector decides. */
    List<Member> workloadsFor(LabelSelector selector, Member from, Placement placement) {
        String label = from.surestLabel(selector, placement);
        return label.isEmpty() ? workloads : workloadsByLabel.getOrDefault(label, List.of());
    }

    private void file(Member member, LabelSelector selector) {
        Class<?> type = member.view().getClass();
        Map<String, List<Member>> byLabel = selectors.get(type);
        if (byLabel == null) {
            byLabel = new HashMap<>();
            selectors.put(type, byLabel);
        }
        for (Placement placement : member.placements()) {
            Groups.addOnce(byLabel, member.surestLabel(selector, placement), member);
        }
    }
}
