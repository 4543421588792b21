package dev.stslint.rules.api;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.judge.HousePolicy;
import dev.stslint.judge.HousePolicy.Violation;
import dev.stslint.kube.ObjectView;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.schema.Place;
import dev.stslint.source.Located;

/** What a JSON Schema of the house forbids, in its own words and as gravely as it says. */
public final class SchemaPolicy implements Rule<ObjectView> {

    private static final RuleMetadata METADATA = RuleMetadata.of("schema-policy")
            .summary("a JSON Schema given with `--schema` forbids what stands here")
            .category(Category.API)
            .severity(Severity.ERROR)
            .tiers(Severity.WARNING, Severity.INFO)
            .since("0.1")
            .local()
            .build();

    private static final int LONGEST_MESSAGE = 100;

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<ObjectView> target() {
        return ObjectView.class;
    }

    @Override
    public void check(ObjectView view, RuleContext context) {
        for (HousePolicy policy : context.policies()) {
            if (policy.appliesTo(view.object())) {
                for (Violation violation : policy.violations(view.object())) {
                    context.report(problem(view, policy, violation));
                }
            }
        }
    }

    private static Problem problem(ObjectView view, HousePolicy policy, Violation violation) {
        Place place = violation.place();
        Located located = violation.isWhole() ? view : violation.isName() ? place.key() : place;
        String name = violation.isWhole() ? view.title() : "`" + shortened(place.name()) + "`";
        String verdict = name + " " + violation.limit().words();
        Problem problem = Problem.at(
                        located,
                        shortened(violation.message().map(SchemaPolicy::line).orElse(verdict)))
                .note("the policy is `" + policy.id() + "`");
        return (violation.message().isPresent() ? problem.label(shortened(verdict)) : problem)
                .severity(violation.severity());
    }

    /** The message as one line. */
    private static String line(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
