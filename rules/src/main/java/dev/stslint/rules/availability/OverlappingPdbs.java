package dev.stslint.rules.availability;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Appearance;
import dev.stslint.manifest.BudgetDirectory.Overlap;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Reach;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The eviction API answers 500 for a pod that two budgets cover, whatever they say (facts: C3). Reported once, on the
 * budget that asks for less and so covers more.
 */
public final class OverlappingPdbs implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("overlapping-pdbs")
            .summary("two PodDisruptionBudgets cover the same pods, which nobody can evict then")
            .category(Category.AVAILABILITY)
            .severity(Severity.ERROR)
            .since("0.1")
            .build();

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
        List<Overlap> overlaps = context.manifests().budgets().overlaps(budget);
        Map<PodDisruptionBudget, Overlap> byOther = new LinkedHashMap<>();
        for (Overlap overlap : overlaps) {
            if (isWider(budget, overlap.other())) {
                byOther.putIfAbsent(overlap.other(), overlap);
            }
        }
        for (Overlap overlap : byOther.values()) {
            report(budget, overlap, overlaps, context);
        }
    }

    private static void report(
            PodDisruptionBudget budget, Overlap overlap, List<Overlap> overlaps, RuleContext context) {
        Workload workload = overlap.workload();
        Problem problem = Problem.at(
                        budget.selector(),
                        "budgets `" + overlap.other().name() + "` and `" + budget.name() + "` both cover "
                                + workload.title())
                .label("no pod of it can be evicted: the eviction API answers 500")
                .related(overlap.other().selector(), "the other budget")
                .related(workload.template().labels(), "both select these labels")
                .note("`kubectl drain` stops at the 500; the stricter budget does not win")
                .help("leave each pod to one budget: narrow one selector, or drop one budget")
                .explains(budget.limitPlace());
        for (LabelSelector selector : List.of(budget.selector(), overlap.other().selector())) {
            for (Requirement requirement : selector.requirements()) {
                problem = problem.basedOn(workload.template().labels().field(requirement.key()));
            }
        }
        Reach reach = reach(budget, overlap, overlaps, context.manifests());
        context.report(
                reach.isEverywhere()
                        ? problem
                        : problem.severity(Severity.INFO).note(reach.words()));
    }

    private static Reach reach(
            PodDisruptionBudget budget, Overlap overlap, List<Overlap> overlaps, ManifestSet manifests) {
        return Reach.of(manifests.appearances(budget), Appearance::application, appearance -> overlaps.stream()
                .anyMatch(other -> other.other().equals(overlap.other())
                        && other.application().equals(appearance.application())));
    }

    private static boolean isWider(PodDisruptionBudget budget, PodDisruptionBudget other) {
        int asked = budget.selector().requirements().size();
        int otherAsked = other.selector().requirements().size();
        return asked < otherAsked || (asked == otherAsked && budget.name().compareTo(other.name()) > 0);
    }
}
