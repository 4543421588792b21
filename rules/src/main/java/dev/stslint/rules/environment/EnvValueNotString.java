package dev.stslint.rules.environment;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvVar;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;

/** Environment variables are texts; the API server takes no number and no boolean for one (facts: I3). */
public final class EnvValueNotString implements Rule<Container> {

    private static final RuleMetadata METADATA = RuleMetadata.of("env-value-not-string")
            .summary("the value of an environment variable is a number or a boolean")
            .category(Category.ENVIRONMENT)
            .severity(Severity.ERROR)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .local()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Container> target() {
        return Container.class;
    }

    @Override
    public void check(Container container, RuleContext context) {
        for (EnvVar variable : container.environment()) {
            if (variable.value().isInvalid()) {
                variable.writtenValue().value().ifPresent(text -> report(variable, text, context));
            }
        }
    }

    private static void report(EnvVar variable, String text, RuleContext context) {
        String name = variable.name().or("");
        context.report(Problem.at(
                        variable.value(),
                        "the value of " + (name.isEmpty() ? "a variable" : "`" + name + "`") + " must be a text")
                .label("without quotes it is a number or a boolean: the API server rejects the object")
                .help("put it in quotes")
                .fix(Fix.safe("put it in quotes", YamlEdits.rewrite(variable.value(), "\"" + text + "\""))));
    }
}
