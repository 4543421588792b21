package dev.stslint.manifest;

import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import dev.stslint.kube.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds who selects whom without trying every pair: workloads are filed under each of their labels, selectors under the
 * rarest label that they ask for. One that all objects of a repository carry, as {@code part-of}, tells nothing apart.
 */
final class LabelIndex {

    /**
     * No more objects are taken for selected by one, or selecting one: where all of a crowd select each other, the answers
     * would grow with the square of it.
     */
    static final int MOST_SELECTED = 128;

    private final Map<Class<?>, Map<String, Members>> selectors = new HashMap<>();
    private final Map<String, Members> workloadsByLabel = new HashMap<>();
    private final Members workloads = new Members();

    LabelIndex(List<Member> members) {
        for (Member member : members) {
            if (member.view() instanceof Workload) {
                workloads.add(member);
                for (Placement placement : member.placements()) {
                    for (Map.Entry<String, String> label :
                            member.podLabels(placement).entrySet()) {
                        Members.file(workloadsByLabel, label.getKey() + "=" + label.getValue(), member);
                    }
                }
            }
        }
        for (Member member : members) {
            if (member.view() instanceof Service service) {
                file(member, service.selector());
            } else if (member.view() instanceof PodDisruptionBudget budget) {
                file(member, budget.selector());
            }
        }
    }

    /**
     * Services or budgets, with all that a scope sees among them, whose selector may select pods with these labels; the
     * selector decides.
     */
    List<Member> selectorsFor(Class<?> type, Map<String, String> labels, Scope scope) {
        Map<String, Members> byLabel = selectors.getOrDefault(type, Map.of());
        List<Member> first = byLabel.getOrDefault("", Members.NONE).near(scope);
        Set<Member> several = Set.of();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            Members asking = byLabel.get(label.getKey() + "=" + label.getValue());
            if (asking == null) {
                continue;
            }
            if (first.isEmpty()) {
                first = asking.near(scope);
            } else {
                several = several.isEmpty() ? new HashSet<>(first) : several;
                several.addAll(asking.near(scope));
            }
        }
        return several.isEmpty() ? first : Members.inOrder(several);
    }

    Members workloads() {
        return workloads;
    }

    /** Workloads whose pods a selector of {@code from}, as a placement changes it, may select; the selector decides. */
    Members workloadsFor(LabelSelector selector, Member from, Placement placement) {
        String label = rarest(from.sureLabels(selector, placement));
        return label.isEmpty() ? workloads : workloadsByLabel.getOrDefault(label, Members.NONE);
    }

    /** The label that the fewest workloads carry; of equals the first; empty when there is none. */
    private String rarest(List<String> labels) {
        String rarest = "";
        int fewest = Integer.MAX_VALUE;
        for (String label : labels) {
            int count = workloadsByLabel.getOrDefault(label, Members.NONE).all().size();
            if (count < fewest) {
                rarest = label;
                fewest = count;
            }
        }
        return rarest;
    }

    private void file(Member member, LabelSelector selector) {
        Class<?> type = member.view().getClass();
        Map<String, Members> byLabel = selectors.get(type);
        if (byLabel == null) {
            byLabel = new HashMap<>();
            selectors.put(type, byLabel);
        }
        for (Placement placement : member.placements()) {
            Members.file(byLabel, rarest(member.sureLabels(selector, placement)), member);
        }
    }
}
