package dev.stslint.rules.availability;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Field;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.BudgetDirectory.Coverage;
import dev.stslint.manifest.BudgetDirectory.NearMiss;
import dev.stslint.manifest.Reach;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * A budget whose selector misses the pods it was written for. Most budgets that select nothing in the input are right,
 * their pods being made by an operator or a chart (facts: real-mistakes 1): only a near miss counts.
 */
public final class PdbSelectsNothing implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("pdb-selects-nothing")
            .summary("a PodDisruptionBudget selects no pods, and misses a workload beside it by a label")
            .category(Category.AVAILABILITY)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
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
        List<Coverage> coverages = context.manifests().budgets().coverages(budget);
        List<String> holding = new ArrayList<>(1);
        for (Coverage coverage : coverages) {
            if (coverage.nearMiss().isPresent()) {
                holding.add(coverage.application());
            }
        }
        Reach reach = new Reach(holding, coverages.size());
        for (Coverage coverage : coverages) {
            Optional<NearMiss> missed = coverage.nearMiss();
            Optional<Problem> problem = missed.isPresent() ? problem(budget, missed.get()) : Optional.empty();
            if (problem.isPresent()) {
                context.report(problem.get(), reach);
                return;
            }
        }
    }

    private static Optional<Problem> problem(PodDisruptionBudget budget, NearMiss nearMiss) {
        Workload missed = nearMiss.workload();
        List<Requirement> unmet =
                budget.selector().unmetBy(missed.template().labels().asMap());
        if (unmet.isEmpty()) {
            return relabelled(budget, nearMiss);
        }
        Requirement first = unmet.get(0);
        Field<String> carried = carried(first, missed);
        Located place = carried.isPresent() ? carried : missed.template().labels();
        String seen = carried.isPresent()
                ? "`" + carried.name() + ": " + carried.or("") + "`"
                : "no label `" + first.key() + "`";
        return Optional.of(problem(budget, first)
                .related(place, "the pods of " + missed.title() + " carry " + seen)
                .basedOn(budget.selector(), missed.template().labels().field(first.key()))
                .help(
                        carried.isPresent()
                                ? "select " + seen + " if " + missed.title() + " is meant"
                                : "drop `" + first.key() + "` from the selector, or give the pods that label"));
    }

    /** Empty where only what a kustomization adds to the selector is missed: nobody wrote that wrong. */
    private static Optional<Problem> relabelled(PodDisruptionBudget budget, NearMiss nearMiss) {
        Workload missed = nearMiss.workload();
        for (Requirement unmet : nearMiss.unmet()) {
            Field<String> label = nearMiss.relabelled().get(unmet.key());
            if (label != null) {
                Field<String> written = missed.template().labels().field(unmet.key());
                return Optional.of(
                        problem(budget, unmet)
                                .related(label, "the pods of " + missed.title() + " get this value here")
                                .related(written, "they would have this one")
                                .basedOn(budget.selector())
                                .help(
                                        "let the kustomization add another key, or change selectors with it: `includeSelectors: true`"));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(PodDisruptionBudget budget, Requirement unmet) {
        return Problem.at(unmet.field(), "no pod carries `" + unmet + "`, which " + budget.shortTitle() + " selects")
                .label("it protects nothing");
    }

    /** What the pods carry instead: another value of that label, or the value under another key. */
    private static Field<String> carried(Requirement unmet, Workload missed) {
        Map<String, String> labels = missed.template().labels().asMap();
        if (!labels.containsKey(unmet.key())) {
            for (Entry<String, String> label : labels.entrySet()) {
                if (unmet.values().contains(label.getValue())) {
                    return missed.template().labels().field(label.getKey());
                }
            }
        }
        return missed.template().labels().field(unmet.key());
    }
}
