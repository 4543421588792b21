package dev.stslint.rules.availability;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Appearance;
import dev.stslint.manifest.BudgetDirectory.Overlap;
import dev.stslint.manifest.Reach;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The eviction API answers 500 for a pod that two budgets cover, whatever they say (facts: C3). Reported once, on the
 * budget that asks for less and so covers more.
 */
public final class OverlappingPdbs implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("overlapping-pdbs")
            .summary("two PodDisruptionBudgets cover the same pods, which nobody can evict then")
            .category(Category.AVAILABILITY)
            .severity(Severity.ERROR)
            .tiers(Severity.INFO)
            .since("0.1")
            .build();

    private static final int MOST_RELATED = 3;

    /** By what the selectors ask for, then by name: the same whichever file is read first. */
    private static final Comparator<PodDisruptionBudget> NARROWEST_FIRST = new Comparator<>() {
        @Override
        public int compare(PodDisruptionBudget one, PodDisruptionBudget other) {
            int order = Integer.compare(
                    other.selector().requirements().size(),
                    one.selector().requirements().size());
            return order != 0 ? order : one.name().compareTo(other.name());
        }
    };

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
        List<Overlap> overlaps = new ArrayList<>(0);
        for (Overlap overlap : context.manifests().budgets().overlaps(budget)) {
            if (isWider(budget, overlap.other())) {
                overlaps.add(overlap);
            }
        }
        if (overlaps.isEmpty()) {
            return;
        }
        overlaps.sort(Comparator.comparing(Overlap::other, NARROWEST_FIRST)
                .thenComparing(overlap -> overlap.workload().title()));
        List<Appearance> appearances = context.manifests().appearances(budget);
        List<String> holding = new ArrayList<>(1);
        for (Appearance appearance : appearances) {
            if (overlaps.stream().anyMatch(overlap -> overlap.application().equals(appearance.application()))) {
                holding.add(appearance.application());
            }
        }
        Reach reach = new Reach(holding, appearances.size());
        Problem problem = problem(budget, overlaps);
        context.report(problem, reach);
    }

    private static Problem problem(PodDisruptionBudget budget, List<Overlap> overlaps) {
        Overlap first = overlaps.get(0);
        Workload workload = first.workload();
        Problem problem = Problem.at(
                        budget.selector(), named(first.other(), budget) + " both cover " + workload.title())
                .label("no pod of it can be evicted: the eviction API answers 500")
                .related(workload.template().labels(), "both select these pods")
                .note("`kubectl drain` stops at the 500; the stricter budget does not win")
                .help("leave each pod to one budget: narrow one selector, or drop one budget")
                .explains(budget.limitPlace());
        Set<PodDisruptionBudget> others = new LinkedHashSet<>();
        for (Overlap overlap : overlaps) {
            problem = problem.explains(overlap.other().limitPlace());
            if (others.add(overlap.other()) && others.size() <= MOST_RELATED) {
                problem = problem.related(
                        overlap.other().selector(),
                        overlap.equals(first)
                                ? "the other budget"
                                : "and a further one, for " + overlap.workload().title());
            }
        }
        for (LabelSelector selector : List.of(budget.selector(), first.other().selector())) {
            for (Requirement requirement : selector.requirements()) {
                problem = problem.basedOn(workload.template().labels().field(requirement.key()));
            }
        }
        return problem;
    }

    private static String named(PodDisruptionBudget first, PodDisruptionBudget second) {
        return first.name().isEmpty() || second.name().isEmpty()
                ? "this budget and another one"
                : "budgets `" + first.name() + "` and `" + second.name() + "`";
    }

    private static boolean isWider(PodDisruptionBudget budget, PodDisruptionBudget other) {
        return NARROWEST_FIRST.compare(budget, other) > 0;
    }
}
