package dev.stslint.rules.availability;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.DisruptionLimit.Kind;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.StatefulSet;
import dev.stslint.manifest.BudgetDirectory.Coverage;
import dev.stslint.manifest.BudgetDirectory.Covered;
import dev.stslint.manifest.CoveredPods;
import dev.stslint.manifest.CoveredPods.Unscaled;
import dev.stslint.manifest.DisruptionAllowance;
import dev.stslint.manifest.DisruptionAllowance.Outcome;
import dev.stslint.manifest.Reach;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A budget from which no healthy pod can ever be evicted, so that every drain of a node that runs one of its pods hangs
 * (facts: C2, C4). Where a second budget covers the pods the answer is another one (facts: C3), and so is the rule.
 */
public final class PdbBlocksEviction implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("pdb-blocks-eviction")
            .summary("a PodDisruptionBudget that never lets a healthy pod be evicted")
            .category(Category.AVAILABILITY)
            .severity(Severity.ERROR)
            .tiers(Severity.WARNING, Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .yieldsTo("overlapping-pdbs")
            .build();

    private static final int MOST_RELATED = 3;

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
            if (coverage.atCeiling(limit.get()).blocks()) {
                holding.add(coverage.application());
            }
        }
        Reach reach = new Reach(holding, coverages.size());
        for (Coverage coverage : coverages) {
            if (coverage.atCeiling(limit.get()).blocks()) {
                Problem problem = problem(budget, limit.get(), coverage);
                context.report(problem, reach);
                return;
            }
        }
    }

    private static Problem problem(PodDisruptionBudget budget, DisruptionLimit limit, Coverage coverage) {
        DisruptionAllowance allowance = coverage.atCeiling(limit);
        String message = allowance.outcome() == Outcome.UNSET
                ? budget.shortTitle() + " sets no limit, so it blocks every eviction"
                : budget.shortTitle() + " blocks every eviction: " + allowance.sum();
        Problem problem = Problem.at(budget.limitPlace(), message)
                .basedOn(coverage.evidence().toArray(new Located[0]));
        int related = 0;
        for (Covered covered : coverage.covered()) {
            if (related++ < MOST_RELATED) {
                problem = problem.related(place(covered), pods(covered));
            }
        }
        return switch (allowance.outcome()) {
            case UNSET ->
                problem.label("without `minAvailable` or `maxUnavailable` none may be evicted")
                        .help("write `maxUnavailable: 1`")
                        .fix(limited(budget));
            case UNSCALED -> unscaled(problem, coverage.pods());
            case BARE ->
                problem.label("`kubectl drain` retries for ever")
                        .help("put the pods under a controller, or write `minAvailable` as a number");
            default -> counted(problem, budget, limit, coverage);
        };
    }

    /** Drains pass over DaemonSet pods and those of Jobs are removed some day: the pods beside them suffer most. */
    private static Problem unscaled(Problem problem, CoveredPods pods) {
        boolean isJob = pods.unscaled() == Unscaled.JOB;
        Problem explained = problem.label(
                        isJob
                                ? "while a pod of the Job is there, finished or not, no eviction is let through"
                                : "the budget stays at `SyncFailed`, which lets no eviction through")
                .help("leave those pods out of the selector, or write `minAvailable` as a number");
        return pods.total() > 0 && !isJob ? explained : explained.severity(Severity.WARNING);
    }

    private static Problem counted(
            Problem problem, PodDisruptionBudget budget, DisruptionLimit limit, Coverage coverage) {
        int pods = coverage.isCounted() ? coverage.pods().total() : 0;
        if (limit.kind() == Kind.MAX_UNAVAILABLE) {
            return problem.severity(Severity.WARNING)
                    .label("`kubectl drain` retries until somebody lifts the budget")
                    .help("write `maxUnavailable: 1`, unless being asked before each move is the purpose")
                    .note("Kubernetes documents it as a way to be asked first, for sets of one pod");
        }
        if (pods <= 1) {
            return problem.severity(Severity.WARNING)
                    .label(
                            pods == 1
                                    ? "its only pod cannot move: `kubectl drain` retries for ever"
                                    : "`kubectl drain` retries for ever")
                    .help("write `maxUnavailable: 1` when its pod may move, or run a second one");
        }
        Problem explained = problem.label("`kubectl drain` retries for ever")
                .help(oneAtATime(coverage, pods))
                .fix(fix(YamlEdits.exchange(budget.minAvailable(), "maxUnavailable", "1")));
        return limit.isPercentage() ? explained.note("percentages of pods that must stay are rounded up") : explained;
    }

    /** Names the quorum where losing one pod keeps it: budgets of StatefulSets are mostly there for that. */
    private static String oneAtATime(Coverage coverage, int pods) {
        boolean isSet =
                coverage.covered().size() == 1 && coverage.covered().get(0).workload() instanceof StatefulSet;
        String proposal = "write `maxUnavailable: 1`";
        return isSet && pods > 2
                ? proposal + ": " + (pods - 1) + " of " + pods + " stay, and " + (pods / 2 + 1) + " are a majority"
                : proposal;
    }

    private static Optional<Fix> limited(PodDisruptionBudget budget) {
        return fix(YamlEdits.put(budget.spec(), "maxUnavailable", "1"));
    }

    private static Optional<Fix> fix(Optional<TextEdit> edit) {
        return Fix.unsafe("write `maxUnavailable: 1`", edit);
    }

    private static Located place(Covered covered) {
        return covered.workload().isScalable() ? covered.replicas().place() : covered.workload();
    }

    private static String pods(Covered covered) {
        String title = covered.workload().title();
        if (!covered.workload().isScalable()) {
            return "it covers " + title;
        }
        int pods = covered.replicas().ceiling();
        String count = pods == 1 ? "1 replica" : pods + " replicas";
        return "it covers " + title + ", which has "
                + (covered.replicas().autoscaler().isPresent() ? "at most " : "") + count;
    }
}
