package dev.stslint.rules.secrets;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Fields.Entry;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * ConfigMaps are not kept from anybody: roles that hide Secrets show them, they are not encrypted at rest, and tools print
 * them.
 */
public final class SecretInConfigMap implements Rule<ConfigMap> {

    private static final RuleMetadata METADATA = RuleMetadata.of("secret-in-config-map")
            .summary("a credential stands in a ConfigMap")
            .category(Category.SECRETS)
            .severity(Severity.WARNING)
            .tiers(Severity.ERROR, Severity.INFO)
            .since("0.1")
            .yieldsTo("credentials-in-url")
            .local()
            .concealing()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<ConfigMap> target() {
        return ConfigMap.class;
    }

    @Override
    public void check(ConfigMap map, RuleContext context) {
        List<Value> values = new ArrayList<>(0);
        boolean onlyStandIns = true;
        for (Entry entry : map.data()) {
            for (Exposed exposed : Exposed.in(entry.name(), entry.value().or(""))) {
                values.add(new Value(entry, exposed));
                onlyStandIns &= exposed.exposure().compareTo(Exposure.STUB) <= 0;
            }
        }
        for (Value value : values) {
            report(map, value, onlyStandIns, context);
        }
    }

    /** A secret, and the entry it stands in. */
    private record Value(Entry entry, Exposed exposed) {}

    private static void report(ConfigMap map, Value value, boolean onlyStandIns, RuleContext context) {
        Exposed exposed = value.exposed();
        Span span = exposed.span();
        context.conceal(value.entry().value().origin(span.start(), span.end()));
        String key = Exposed.shown(value.entry().name());
        Problem problem = Problem.at(
                        value.entry().value().part(span.start(), span.end()),
                        Exposed.message(exposed.phrase(), key, " of " + map.title(), exposed.setting()))
                .label(exposed.exposure().label("nothing keeps a ConfigMap from being read"))
                .help(help(exposed));
        context.report(problem.severity(
                onlyStandIns ? Severity.INFO : exposed.exposure().severity()));
    }

    private static String help(Exposed exposed) {
        return exposed.setting().isEmpty()
                ? "move this key into a Secret and take it from there"
                : "let the program read it from a variable or a file that comes from a Secret";
    }
}
