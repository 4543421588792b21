package dev.stslint.rules.availability;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Autoscaler;
import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.manifest.BudgetDirectory.Coverage;
import dev.stslint.manifest.BudgetDirectory.Covered;
import dev.stslint.manifest.CoveredPods;
import dev.stslint.manifest.DisruptionAllowance;
import dev.stslint.manifest.Reach;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A budget that lets pods go under load, and none in quiet times, which is when nodes are drained (facts: C4, G). */
public final class PdbBlocksAtScaleFloor implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("pdb-blocks-at-scale-floor")
            .summary("a PodDisruptionBudget that lets no pod be evicted while its autoscaler is at the minimum")
            .category(Category.AVAILABILITY)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .yieldsTo("overlapping-pdbs")
            .build();

    /** No floor above is worth a proposal. */
    private static final int HIGHEST_FLOOR = 100;

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<PodDisruptionBudget> target() {
        return PodDisruptionBudget.class;
    }

    @Override
    public void check(PodDisruptionBudget budget, RuleContext context) {
        Optional<DisruptionLimit> limit = budget.limit();
        if (limit.isEmpty() || budget.selectsNothing()) {
            return;
        }
        List<Coverage> coverages = context.manifests().budgets().coverages(budget);
        List<String> holding = new ArrayList<>(1);
        for (Coverage coverage : coverages) {
            if (isBlockedAtFloor(coverage, limit.get())) {
                holding.add(coverage.application());
            }
        }
        Reach reach = new Reach(holding, coverages.size());
        for (Coverage coverage : coverages) {
            Optional<Covered> scaled = scaled(coverage);
            if (scaled.isPresent() && isBlockedAtFloor(coverage, limit.get())) {
                Problem problem = problem(budget, limit.get(), coverage, scaled.get());
                context.report(problem, reach);
                return;
            }
        }
    }

    private static boolean isBlockedAtFloor(Coverage coverage, DisruptionLimit limit) {
        DisruptionAllowance most = coverage.atCeiling(limit);
        return coverage.atFloor(limit).blocks() && most.evictions() > 0;
    }

    private static Optional<Covered> scaled(Coverage coverage) {
        for (Covered covered : coverage.covered()) {
            if (covered.replicas().autoscaler().isPresent()) {
                return Optional.of(covered);
            }
        }
        return Optional.empty();
    }

    private static Problem problem(
            PodDisruptionBudget budget, DisruptionLimit limit, Coverage coverage, Covered scaled) {
        Autoscaler scaler = scaled.replicas().autoscaler().orElseThrow();
        String floor = scaler.floor() == 1 ? "1 replica" : scaler.floor() + " replicas";
        return Problem.at(
                        budget.limitPlace(),
                        budget.shortTitle() + " blocks at the scale floor: "
                                + coverage.atFloor(limit).sum())
                .label("`kubectl drain` hangs whenever " + scaled.workload().title() + " is at " + floor)
                .related(
                        scaler.minimum(),
                        scaler.title()
                                + (scaler.minimum().isPresent() ? " goes down to " : " goes down to the default, ")
                                + floor)
                .basedOn(coverage.evidence().toArray(new Located[0]))
                .help("write `maxUnavailable: 1`" + enough(limit, coverage));
    }

    /** The floor from which on the limit lets a pod go, where one workload alone decides. */
    private static String enough(DisruptionLimit limit, Coverage coverage) {
        if (coverage.covered().size() > 1) {
            return "";
        }
        for (int floor = 2; floor <= HIGHEST_FLOOR; floor++) {
            if (!DisruptionAllowance.of(limit, CoveredPods.of(floor)).blocks()) {
                return ", or raise the floor to " + floor;
            }
        }
        return "";
    }
}
