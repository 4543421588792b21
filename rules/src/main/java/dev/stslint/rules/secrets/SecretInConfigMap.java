package dev.stslint.rules.secrets;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Fields.Entry;
import dev.stslint.kube.KeyedValue;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.ObjectView;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.HttpCredential;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * ConfigMaps are not kept from anybody: roles that hide Secrets show them, they are not encrypted at rest, and tools print
 * them.
 */
public final class SecretInConfigMap implements Rule<ObjectView> {

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
    public Class<ObjectView> target() {
        return ObjectView.class;
    }

    @Override
    public void check(ObjectView view, RuleContext context) {
        if (view instanceof ConfigMap map) {
            List<KeyedValue> values = new ArrayList<>();
            for (Entry entry : map.data()) {
                values.add(KeyedValue.of(entry));
            }
            check(map.title(), values, context);
        } else if (view instanceof Kustomization kustomization) {
            for (Generator generator : kustomization.generators()) {
                if (generator.kind().equals("ConfigMap")) {
                    check(generator.title(), generator.literals(), context);
                }
            }
        }
    }

    private static void check(String map, List<KeyedValue> values, RuleContext context) {
        List<Secret> secrets = new ArrayList<>(0);
        boolean onlyStandIns = true;
        for (KeyedValue value : values) {
            String text = value.text();
            if (HttpCredential.isAll(text)) {
                context.conceal(value.origin(HttpCredential.startIn(text), text.length()));
            }
            for (Exposed exposed : Exposed.in(value.key(), text)) {
                Span span = exposed.span();
                context.conceal(value.origin(span.start(), span.end()));
                if (!exposed.plain()) {
                    secrets.add(new Secret(value, exposed));
                    onlyStandIns &= exposed.exposure().compareTo(Exposure.STUB) <= 0;
                }
            }
        }
        for (Secret secret : secrets) {
            report(map, secret, onlyStandIns, context);
        }
    }

    /** A secret, and the value it stands in. */
    private record Secret(KeyedValue value, Exposed exposed) {}

    private static void report(String map, Secret secret, boolean onlyStandIns, RuleContext context) {
        Exposed exposed = secret.exposed();
        KeyedValue value = secret.value();
        Span span = exposed.span();
        Problem problem = Problem.at(
                        value.part(span.start(), span.end()),
                        Exposed.message(exposed.phrase(), Exposed.shown(value.key()), " of " + map, exposed.setting()))
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
