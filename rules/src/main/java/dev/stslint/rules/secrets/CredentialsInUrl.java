package dev.stslint.rules.secrets;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvVar;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields.Entry;
import dev.stslint.kube.KeyedValue;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Workload;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.ConfigText;
import dev.stslint.secret.UrlCredentials;
import dev.stslint.source.Span;
import java.util.List;

/**
 * A password in an address goes wherever the address goes: into logs, error messages and process lists. The name of the
 * variable does not tell that one is in it.
 *
 * <p>This rule sees every object before any is left out as a kustomization's patch, and so hides what patches and
 * annotations hold as well.
 */
public final class CredentialsInUrl implements Rule<ObjectView> {

    private static final RuleMetadata METADATA = RuleMetadata.of("credentials-in-url")
            .summary("a URL holds a user's password")
            .category(Category.SECRETS)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .local()
            .concealing()
            .build();

    private static final String IN_VARIABLE =
            "read the password from a Secret into a variable before this one, and write `user:$(PASSWORD)@host`";
    private static final String IN_ARGUMENT =
            "read the password from a Secret into a variable, and write `user:$(PASSWORD)@host`";
    private static final String IN_CONFIG_MAP = "move the address into a Secret, or the password out of the address";

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
        conceal(view.object().annotations().entries(), context);
        if (view instanceof Workload workload) {
            conceal(workload.template().annotations().entries(), context);
            for (Container container : workload.containers()) {
                check(container, context);
            }
        } else if (view instanceof ConfigMap map) {
            for (Entry entry : map.data()) {
                checkKeyed(KeyedValue.of(entry), map.title(), context);
            }
        } else if (view instanceof Kustomization kustomization) {
            for (Generator generator : kustomization.generators()) {
                if (generator.kind().equals("ConfigMap")) {
                    for (KeyedValue literal : generator.literals()) {
                        checkKeyed(literal, generator.title(), context);
                    }
                }
            }
        }
    }

    private static void check(Container container, RuleContext context) {
        for (EnvVar variable : container.environment()) {
            String name = variable.name().or("");
            conceal(name, variable.value(), context);
            check(whole(name, variable.value()), Exposed.variable(name), "", IN_VARIABLE, context);
        }
        String owner = container.name().or("").isEmpty() ? "" : " of " + container.title();
        for (Field<String> word : container.commandLine()) {
            check(whole("", word), "the arguments", owner, IN_ARGUMENT, context);
        }
        for (List<Field<String>> command : container.handlerCommands()) {
            for (Field<String> word : command) {
                check(whole("", word), "a probe or hook", owner, IN_ARGUMENT, context);
            }
        }
    }

    private static KeyedValue whole(String name, Field<String> field) {
        return new KeyedValue(name, field.or(""), field, 0);
    }

    private static void checkKeyed(KeyedValue value, String map, RuleContext context) {
        check(value, Exposed.shown(value.key()), " of " + map, IN_CONFIG_MAP, context);
    }

    private static void check(KeyedValue value, String where, String owner, String help, RuleContext context) {
        String text = value.text();
        if (text.indexOf('@') < 0) {
            return;
        }
        for (UrlCredentials credentials : ConfigText.of(value.key(), text).urls()) {
            Span password = credentials.password();
            Exposure exposure = Exposure.ofUrlPassword(text.substring(password.start(), password.end()));
            if (exposure == Exposure.NONE) {
                continue;
            }
            context.conceal(value.origin(password.start(), password.end()));
            context.report(Problem.at(
                            value.part(password.start(), password.end()),
                            Exposed.message(exposure.phrase("password") + " in a URL", where, owner, ""))
                    .label(exposure.label("it goes wherever the address goes: logs, errors, process lists"))
                    .help(help)
                    .severity(exposure.severity()));
        }
    }

    private static void conceal(List<Entry> annotations, RuleContext context) {
        for (Entry annotation : annotations) {
            conceal(annotation.name(), annotation.value(), context);
        }
    }

    private static void conceal(String name, Field<String> field, RuleContext context) {
        String text = field.or("");
        for (Exposed exposed : Exposed.in(name, text)) {
            context.conceal(field.origin(exposed.span().start(), exposed.span().end()));
        }
        for (UrlCredentials credentials : UrlCredentials.in(text)) {
            Span password = credentials.password();
            context.conceal(field.origin(password.start(), password.end()));
        }
    }
}
