package dev.stslint.rules.availability;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Field;
import dev.stslint.kube.IntOrString;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Ascii;
import java.util.List;
import java.util.Optional;

/** The API server takes one of the two fields, as a whole number or as a percentage up to 100% (facts: C1). */
public final class InvalidPdb implements Rule<PodDisruptionBudget> {

    private static final RuleMetadata METADATA = RuleMetadata.of("invalid-pdb")
            .summary("a PodDisruptionBudget that the API server rejects")
            .category(Category.AVAILABILITY)
            .severity(Severity.ERROR)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .local()
            .build();

    private static final String REJECTED = "the API server rejects the budget";

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
        if (!budget.minAvailable().isAbsent() && !budget.maxUnavailable().isAbsent()) {
            context.report(Problem.at(
                            budget.maxUnavailable(),
                            budget.shortTitle() + " sets both `minAvailable` and `maxUnavailable`")
                    .label(REJECTED + ": the two exclude each other")
                    .related(budget.minAvailable(), "the other one")
                    .help("keep `maxUnavailable`: it stays right when the number of replicas changes"));
            return;
        }
        for (Field<IntOrString> field : List.of(budget.minAvailable(), budget.maxUnavailable())) {
            if (field.isPresent() && budget.limit().isEmpty()) {
                report(budget, field, context);
            }
        }
    }

    private static void report(PodDisruptionBudget budget, Field<IntOrString> field, RuleContext context) {
        IntOrString value = field.value().orElseThrow();
        String digits = value.text().strip();
        boolean quoted = !value.isNumber() && (digits.isEmpty() || Ascii.isDigits(digits));
        String written = "`" + field.name() + ": " + (quoted ? "\"" + value + "\"" : value) + "`";
        if (isStandIn(value)) {
            return;
        }
        if (value.isNumber()) {
            context.report(Problem.at(field, written + " of " + budget.shortTitle() + " is negative")
                    .label(REJECTED)
                    .help("write a whole number from 0, or a percentage"));
        } else if (Ascii.isDigits(digits)) {
            context.report(Problem.at(field, written + " of " + budget.shortTitle() + " is a text, not a number")
                    .label(REJECTED + ": a text must be a percentage")
                    .help("drop the quotes: `" + field.name() + ": " + digits + "`")
                    .fix(
                            YamlEdits.hasProperties(field)
                                    ? Optional.empty()
                                    : Optional.of(Fix.safe("drop the quotes", YamlEdits.rewrite(field, digits)))));
        } else if (Ascii.isDigits(withoutPercent(value.text())) && value.text().endsWith("%")) {
            context.report(Problem.at(field, written + " of " + budget.shortTitle() + " is above 100%")
                    .label(REJECTED)
                    .help("write a percentage from 0% to 100%"));
        } else {
            context.report(Problem.at(field, written + " of " + budget.shortTitle() + " is no percentage")
                    .label(REJECTED + ": a text must be digits and a percent sign")
                    .help("write a whole number, or a percentage like `50%`"));
        }
    }

    /** What is filled in before it is applied; the percent sign behind it may be there already. */
    private static boolean isStandIn(IntOrString value) {
        return !value.isNumber()
                && !withoutPercent(value.text()).isBlank()
                && NameToken.isStandIn(withoutPercent(value.text()));
    }

    private static String withoutPercent(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    }
}
