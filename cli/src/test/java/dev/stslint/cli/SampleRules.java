package dev.stslint.cli;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Service;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Rules of the tests' own, so that what stslint ships can change. */
final class SampleRules implements RulePack {

    static final String OLD_SERVICE = "old-service";

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                new SampleRule("failing-rule", (service, context) -> {
                    if (service.name().equals("fail")) {
                        throw new IllegalStateException("on purpose");
                    }
                }),
                new SampleRule(OLD_SERVICE, (service, context) -> {
                    if (service.name().endsWith("-old")) {
                        context.report(
                                Problem.at(service, "this Service is old").help("make a new one"));
                    }
                }));
    }

    @Override
    public Optional<String> page(String ruleId) {
        return ruleId.equals(OLD_SERVICE)
                ? Optional.of("# old-service\n\n## What it checks\n\nA Service is `old`.\n")
                : Optional.empty();
    }

    /** A rule on Services. */
    private record SampleRule(RuleMetadata metadata, BiConsumer<Service, RuleContext> check) implements Rule<Service> {

        SampleRule(String id, BiConsumer<Service, RuleContext> check) {
            this(
                    RuleMetadata.of(id)
                            .summary("a sample for tests")
                            .category(Category.IDENTITY)
                            .severity(Severity.WARNING)
                            .since("0.1")
                            .build(),
                    check);
        }

        @Override
        public Class<Service> target() {
            return Service.class;
        }

        @Override
        public void check(Service target, RuleContext context) {
            check.accept(target, context);
        }
    }
}
