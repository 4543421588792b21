package dev.stslint.manifest;

import dev.stslint.kube.Autoscaler;
import dev.stslint.kube.DaemonSet;
import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.Field;
import dev.stslint.kube.GenericObject;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.Labels;
import dev.stslint.kube.Pod;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.CoveredPods.Unscaled;
import dev.stslint.manifest.DisruptionAllowance.Outcome;
import dev.stslint.manifest.Scope.Candidate;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about PodDisruptionBudgets. */
public final class BudgetDirectory {

    private final ManifestSet manifests;
    private final LabelIndex index;
    private final Map<String, Members> customByName = new HashMap<>();

    BudgetDirectory(ManifestSet manifests, LabelIndex index) {
        this.manifests = manifests;
        this.index = index;
        for (Member member : manifests.ofType(GenericObject.class).all()) {
            if (((GenericObject) member.view()).isCustom()) {
                Members.file(customByName, member.name(), member);
            }
        }
    }

    /**
     * What a budget covers in one application.
     *
     * @param application the directory of the kustomization; empty outside of kustomizations
     * @param covered the workloads whose pods it covers
     * @param doubt what of it a patch, a stand-in or the world outside of the input may change
     * @param nearMiss when it covers nothing, the workload that it was probably meant for
     * @param evidence the fields that this rests on, absent ones included
     */
    public record Coverage(
            String application,
            List<Covered> covered,
            Doubt doubt,
            Optional<NearMiss> nearMiss,
            List<Located> evidence) {

        /** What a limit lets go when every autoscaler is at its lowest. */
        public DisruptionAllowance atFloor(DisruptionLimit limit) {
            return allowance(limit, End.FLOOR);
        }

        /** What a limit lets go when every autoscaler is at its highest. */
        public DisruptionAllowance atCeiling(DisruptionLimit limit) {
            return allowance(limit, End.CEILING);
        }

        private DisruptionAllowance allowance(DisruptionLimit limit, End end) {
            if (doubt == Doubt.ALL) {
                return DisruptionAllowance.unknown();
            }
            DisruptionAllowance counted = DisruptionAllowance.of(limit, pods(end));
            if (isCounted() || counted.outcome() == Outcome.UNSCALED) {
                return counted;
            }
            return limit.keepsEverything() ? DisruptionAllowance.ofNothing(limit) : DisruptionAllowance.unknown();
        }

        /** Whether the pods that it covers are all there and can be counted. */
        public boolean isCounted() {
            return !covered.isEmpty() && doubt == Doubt.NONE;
        }

        /** The pods at their most. */
        public CoveredPods pods() {
            return pods(End.CEILING);
        }

        private CoveredPods pods(End end) {
            CoveredPods pods = CoveredPods.of(0);
            for (Covered one : covered) {
                pods = pods.plus(one.pods(end));
            }
            return pods;
        }
    }

    /** Where autoscalers are. */
    private enum End {
        FLOOR,
        CEILING
    }

    /**
     * A workload that a budget was probably meant for.
     *
     * @param unmet what its pods do not carry as they are deployed
     * @param relabelled the labels that kustomizations give its pods, by their keys
     */
    public record NearMiss(Workload workload, List<Requirement> unmet, Map<String, Field<String>> relabelled) {}

    /** How much of what a budget covers may be otherwise. */
    public enum Doubt {
        NONE,
        /** These pods are covered; how many there are, and whether others are too, cannot be known. */
        NUMBERS,
        /** A patch changes the budget, or labels that it selects by. */
        ALL;

        private Doubt or(Doubt other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** A workload whose pods a budget covers. */
    public record Covered(Workload workload, ReplicaCount replicas) {

        private CoveredPods pods(End end) {
            if (workload.isScalable()) {
                return CoveredPods.of(end == End.FLOOR ? replicas.floor() : replicas.ceiling());
            }
            if (workload instanceof Pod) {
                return new CoveredPods(0, 1, Unscaled.NONE);
            }
            return new CoveredPods(0, 0, workload instanceof DaemonSet ? Unscaled.DAEMON_SET : Unscaled.JOB);
        }
    }

    /**
     * Another budget for the same pods.
     *
     * @param application the directory of the kustomization; empty outside of kustomizations
     * @param workload whose pods both cover
     */
    public record Overlap(String application, PodDisruptionBudget other, Workload workload) {}

    /** What a budget covers, once for each application it is part of. */
    public List<Coverage> coverages(PodDisruptionBudget budget) {
        List<Coverage> coverages = new ArrayList<>(1);
        for (Scope scope : manifests.scopesOf(budget)) {
            coverages.add(coverage(budget, scope));
        }
        return coverages;
    }

    private Coverage coverage(PodDisruptionBudget budget, Scope scope) {
        List<Located> evidence = new ArrayList<>();
        evidence.add(budget.selector());
        evidence.add(budget.minAvailable());
        evidence.add(budget.maxUnavailable());
        Doubt doubt = doubt(budget, scope);
        List<Covered> covered = new ArrayList<>(1);
        for (Candidate candidate : manifests.workloads().covered(budget, scope)) {
            Workload workload = (Workload) candidate.member().view();
            ReplicaCount replicas = manifests.replicas(workload, new Scope(candidate.member(), candidate.placement()));
            covered.add(new Covered(workload, replicas));
            addEvidence(budget.selector(), workload, replicas, evidence);
            if (workload.isScalable() && !replicas.isKnown()) {
                doubt = doubt.or(Doubt.NUMBERS);
            }
            if (hasPatchedLabels(budget.selector(), candidate)) {
                doubt = Doubt.ALL;
            }
        }
        if (covered.size() >= LabelIndex.MOST_SELECTED) {
            doubt = doubt.or(Doubt.NUMBERS);
        }
        Optional<NearMiss> nearMiss =
                covered.isEmpty() && doubt == Doubt.NONE ? nearMiss(budget, scope) : Optional.empty();
        return new Coverage(
                new Appearance(scope).application(), List.copyOf(covered), doubt, nearMiss, List.copyOf(evidence));
    }

    /** Labels of controllers differ by pod, and an empty selector takes what is in the namespace besides the input. */
    private static Doubt doubt(PodDisruptionBudget budget, Scope scope) {
        Placement placement = scope.placement();
        if (placement.patches(budget.selector().fieldPath())
                || placement.patches(budget.minAvailable().fieldPath())
                || placement.patches(budget.maxUnavailable().fieldPath())) {
            return Doubt.ALL;
        }
        Doubt doubt = scope.from().isUnselective(budget.selector(), placement) ? Doubt.NUMBERS : Doubt.NONE;
        for (LabelSelector.Requirement requirement : budget.selector().requirements()) {
            if (Labels.isOfController(requirement.key())) {
                doubt = Doubt.NUMBERS;
            }
        }
        return doubt;
    }

    private static void addEvidence(
            LabelSelector selector, Workload workload, ReplicaCount replicas, List<Located> evidence) {
        for (Requirement requirement : selector.requirements()) {
            evidence.add(workload.template().labels().field(requirement.key()));
        }
        evidence.add(replicas.place());
        if (replicas.autoscaler().isPresent()) {
            Autoscaler scaler = replicas.autoscaler().get();
            evidence.add(scaler.minimum());
            evidence.add(scaler.maximum());
        }
    }

    private static boolean hasPatchedLabels(LabelSelector selector, Candidate candidate) {
        Workload workload = (Workload) candidate.member().view();
        for (Requirement requirement : selector.requirements()) {
            String path = workload.template().labels().field(requirement.key()).fieldPath();
            if (candidate.placement().patches(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Only a controller, for which budgets are written, that no other budget covers, and only where nothing else can have
     * made the pods.
     */
    private Optional<NearMiss> nearMiss(PodDisruptionBudget budget, Scope scope) {
        if (!scope.openReason(budget.object().kind()).isEmpty() || isMadeElsewhere(budget, scope)) {
            return Optional.empty();
        }
        for (Candidate candidate : manifests.workloads().nearMissesOf(budget.selector(), scope)) {
            Workload workload = (Workload) candidate.member().view();
            boolean free = covering(new Scope(candidate.member(), candidate.placement()))
                    .isEmpty();
            if (workload.isScalable() && free && !hasPatchedLabels(budget.selector(), candidate)) {
                Map<String, String> labels = candidate.member().podLabels(candidate.placement());
                return Optional.of(new NearMiss(
                        workload,
                        scope.from().unmet(budget.selector(), scope.placement(), labels),
                        candidate.placement().relabelled()));
            }
        }
        return Optional.empty();
    }

    /** Whether a custom resource in scope has a name that the selector asks for: an operator makes such pods. */
    private boolean isMadeElsewhere(PodDisruptionBudget budget, Scope scope) {
        Set<String> names = new LinkedHashSet<>();
        names.add(budget.name());
        for (LabelSelector.Requirement requirement : budget.selector().requirements()) {
            names.addAll(requirement.values());
        }
        for (String name : names) {
            if (!customByName.getOrDefault(name, Members.NONE).seenFrom(scope).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The budgets in scope that cover a workload's pods. */
    public List<PodDisruptionBudget> covering(Workload workload) {
        Set<PodDisruptionBudget> found = new LinkedHashSet<>();
        for (Scope scope : manifests.scopesOf(workload)) {
            for (Candidate candidate : covering(scope)) {
                found.add((PodDisruptionBudget) candidate.member().view());
            }
        }
        return List.copyOf(found);
    }

    /**
     * The other budgets that cover pods of a budget, in the same application; of very many only the first. Two objects of
     * one name are one budget, written twice.
     */
    public List<Overlap> overlaps(PodDisruptionBudget budget) {
        List<Overlap> overlaps = new ArrayList<>(0);
        for (Scope scope : manifests.scopesOf(budget)) {
            if (scope.placement().patches(budget.selector().fieldPath())) {
                continue;
            }
            for (Candidate covered : manifests.workloads().covered(budget, scope)) {
                if (overlaps.size() >= LabelIndex.MOST_SELECTED) {
                    break;
                }
                for (Candidate other : covering(new Scope(covered.member(), covered.placement()))) {
                    PodDisruptionBudget found =
                            (PodDisruptionBudget) other.member().view();
                    boolean known = !other.placement().patches(found.selector().fieldPath())
                            && !hasPatchedLabels(budget.selector(), covered)
                            && !hasPatchedLabels(found.selector(), covered);
                    if (known
                            && !other.placement()
                                    .name()
                                    .equals(scope.placement().name())) {
                        overlaps.add(new Overlap(new Appearance(scope).application(), found, (Workload)
                                covered.member().view()));
                    }
                }
            }
        }
        return List.copyOf(overlaps);
    }

    private List<Candidate> covering(Scope scope) {
        Map<String, String> labels = scope.from().podLabels(scope.placement());
        List<Candidate> found = new ArrayList<>(1);
        for (Member member : index.selectorsFor(PodDisruptionBudget.class, labels, scope)) {
            PodDisruptionBudget budget = (PodDisruptionBudget) member.view();
            LabelSelector selector = budget.selector();
            for (Candidate candidate : scope.seeAll(member)) {
                boolean all = budget.selectsAll() && member.isUnselective(selector, candidate.placement());
                boolean covers = all || member.selects(selector, candidate.placement(), labels);
                if (covers && !candidate.sibling() && scope.sharesNamespace(candidate.placement())) {
                    found.add(candidate);
                }
            }
            if (found.size() >= LabelIndex.MOST_SELECTED) {
                break;
            }
        }
        return Scope.together(found);
    }
}
