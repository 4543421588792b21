package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.manifest.Lookup;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import dev.stslint.rule.RulePack;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A few rules to see what becomes of their findings: one local, one with options, one on references, one that is strict. */
final class LivingRules implements RulePack {

    static final RuleOption<List<String>> ALLOWED = RuleOption.texts("allow", List.of("plain"));

    @Override
    public List<Rule<?>> rules() {
        return List.of(
                new LivingRule<>(
                        metadata("long-name").local().options(ALLOWED).build(), Service.class, LivingRules::checkName),
                new LivingRule<>(
                        metadata("strict-rule").profile(Profile.STRICT).build(),
                        Service.class,
                        (service, context) -> context.report(Problem.at(service, "a strict opinion"))),
                new LivingRule<>(metadata("unknown-claim").build(), Service.class, LivingRules::checkReference),
                new LivingRule<>(metadata("unknown-service").build(), StatefulSet.class, LivingRules::checkService));
    }

    @Override
    public Optional<String> page(String ruleId) {
        return Optional.empty();
    }

    private static void checkName(Service service, RuleContext context) {
        if (!context.option(ALLOWED).contains(service.name())) {
            context.report(Problem.at(service, service.name() + " is not allowed"));
        }
    }

    private static void checkReference(Service service, RuleContext context) {
        String claim = service.object().annotations().get("claim").orElse("");
        if (!claim.isEmpty()) {
            Lookup<ObjectView> found = context.manifests().find(service, "PersistentVolumeClaim", claim);
            found.missing().ifPresent(missing -> context.report(Problem.at(service, "there is no claim " + claim)));
        }
    }

    private static void checkService(StatefulSet set, RuleContext context) {
        context.manifests()
                .services()
                .governing(set)
                .missing()
                .ifPresent(missing -> context.report(Problem.at(set.serviceName(), "there is no such Service")));
    }

    private static RuleMetadata.Builder metadata(String id) {
        return RuleMetadata.of(id)
                .summary("a sample for tests")
                .category(Category.IDENTITY)
                .severity(Severity.WARNING)
                .since("0.1");
    }

    private record LivingRule<T extends ObjectView>(
            RuleMetadata metadata, Class<T> target, BiConsumer<T, RuleContext> test) implements Rule<T> {

        @Override
        public void check(T view, RuleContext context) {
            test.accept(view, context);
        }
    }
}
