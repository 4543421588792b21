package dev.stslint.manifest;

import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about PodDisruptionBudgets. */
public final class BudgetDirectory {

    private final ManifestSet manifests;
    private final LabelIndex index;

    BudgetDirectory(ManifestSet manifests, LabelIndex index) {
        this.manifests = manifests;
        this.index = index;
    }

    /**
     * What a budget covers in one application.
     *
     * @param application the directory of the kustomization; empty outside of kustomizations
     * @param covered the workloads whose pods it covers
     */
    public record Coverage(String application, List<Covered> covered) {}

    /** A workload whose pods a budget covers. */
    public record Covered(Workload workload, ReplicaCount replicas) {}

    /** What a budget covers, once for each application it is part of. */
    public List<Coverage> coverages(PodDisruptionBudget budget) {
        List<Coverage> coverages = new ArrayList<>(1);
        for (Scope scope : manifests.scopesOf(budget)) {
            List<Covered> covered = new ArrayList<>(1);
            for (Candidate candidate : manifests.workloads().covered(budget, scope)) {
                Workload workload = (Workload) candidate.member().view();
                Scope own = new Scope(candidate.member(), candidate.placement());
                covered.add(new Covered(workload, manifests.replicas(workload, own)));
            }
            String application =
                    scope.placement().application().map(Application::directory).orElse("");
            coverages.add(new Coverage(application, covered));
        }
        return coverages;
    }

    /** The budgets in scope that cover a workload's pods. */
    public List<PodDisruptionBudget> covering(Workload workload) {
        Set<PodDisruptionBudget> found = new LinkedHashSet<>();
        for (Scope scope : manifests.scopesOf(workload)) {
            found.addAll(covering(scope));
        }
        return List.copyOf(found);
    }

    /** The budgets that cover one of the workloads that a budget covers, in the same application; without itself. */
    public List<PodDisruptionBudget> overlapping(PodDisruptionBudget budget) {
        Set<PodDisruptionBudget> others = new LinkedHashSet<>();
        for (Scope scope : manifests.scopesOf(budget)) {
            for (Candidate candidate : manifests.workloads().covered(budget, scope)) {
                others.addAll(covering(new Scope(candidate.member(), candidate.placement())));
            }
        }
        others.remove(budget);
        return List.copyOf(others);
    }

    private List<PodDisruptionBudget> covering(Scope scope) {
        Map<String, String> labels = scope.from().podLabels(scope.placement());
        List<Candidate> found = new ArrayList<>(1);
        for (Candidate candidate : ManifestSet.seen(scope, index.selectorsFor(PodDisruptionBudget.class, labels))) {
            PodDisruptionBudget budget =
                    (PodDisruptionBudget) candidate.member().view();
            boolean covers =
                    budget.selectsAll() || candidate.member().selects(budget.selector(), candidate.placement(), labels);
            if (covers && scope.sharesNamespace(candidate.placement())) {
                found.add(candidate);
            }
        }
        List<PodDisruptionBudget> budgets = new ArrayList<>(1);
        for (Candidate candidate : Scope.nearest(found)) {
            budgets.add((PodDisruptionBudget) candidate.member().view());
        }
        return budgets;
    }
}
