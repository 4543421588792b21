package dev.stslint.rules.secrets;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvVar;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Secret;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Lookup;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.HttpCredential;
import dev.stslint.secret.SensitiveName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A literal in {@code env} is readable by everybody who can read the file, the history of its repository, or the pod.
 * Stand-ins count: {@code devpassword} is the password that the container runs with, and the one that is never changed.
 */
public final class InlineSecret implements Rule<Workload> {

    private static final RuleMetadata METADATA = RuleMetadata.of("inline-secret")
            .summary("a credential stands in an environment variable")
            .category(Category.SECRETS)
            .severity(Severity.WARNING)
            .tiers(Severity.ERROR, Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .yieldsTo("credentials-in-url")
            .concealing()
            .build();

    private static final String OF_LITERAL = "everybody who can read this file or the pod can read it";

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Workload> target() {
        return Workload.class;
    }

    @Override
    public void check(Workload workload, RuleContext context) {
        Set<String> referred = null;
        for (Container container : workload.containers()) {
            for (EnvVar variable : container.environment()) {
                String value = variable.value().or("");
                if (HttpCredential.isAll(value)) {
                    context.conceal(variable.value().origin(HttpCredential.startIn(value), value.length()));
                }
                for (Exposed exposed : Exposed.in(variable.name().or(""), value)) {
                    referred = referred == null ? workload.template().secretNames() : referred;
                    if (!isNameOfSecret(workload, referred, variable, exposed, context)) {
                        context.conceal(variable.value()
                                .origin(exposed.span().start(), exposed.span().end()));
                        if (!exposed.plain()) {
                            report(workload, referred, variable, exposed, context);
                        }
                    }
                }
            }
        }
    }

    /**
     * Whether the value is the name of a Secret: one that is in scope, or that the pod refers to elsewhere; or that may be
     * there, when it looks like a name and the input does not hold everything.
     */
    private static boolean isNameOfSecret(
            Workload workload, Set<String> referred, EnvVar variable, Exposed exposed, RuleContext context) {
        if (exposed.kind() != SensitiveName.SECRET
                || exposed.exposure() == Exposure.TOKEN
                || !exposed.setting().isEmpty()) {
            return false;
        }
        String value = variable.value().or("");
        if (referred.contains(value)) {
            return true;
        }
        if (!isObject(workload, context)) {
            return false;
        }
        Lookup<ObjectView> secret = context.manifests().find(workload, "Secret", value);
        return secret.found().isPresent() || (exposed.exposure() == Exposure.NAME && secret.isUnknown());
    }

    private static void report(
            Workload workload, Set<String> referred, EnvVar variable, Exposed exposed, RuleContext context) {
        String name = variable.name().or("");
        boolean remarked = exposed.exposure() == Exposure.LITERAL
                && StandInRemark.isAmong(variable.value().remarks());
        String phrase = remarked ? Exposure.STUB.phrase("") : exposed.phrase();
        Problem problem = Problem.at(
                        variable.value()
                                .part(exposed.span().start(), exposed.span().end()),
                        Exposed.message(phrase, Exposed.variable(name), "", exposed.setting()))
                .label(
                        remarked
                                ? "a comment says that it should not stay"
                                : exposed.exposure().label(OF_LITERAL))
                .severity(exposed.exposure().severity())
                .basedOn(variable);
        if (exposed.exposure() == Exposure.TOKEN || (exposed.exposure() == Exposure.LITERAL && !remarked)) {
            problem = problem.note("it stays in the history of the repository after it is taken out here");
        }
        context.report(
                isAll(variable, exposed)
                        ? withSource(workload, referred, variable, problem, context)
                        : problem.help(
                                "take it out into a variable that comes from a Secret, and write `$(NAME)` here"));
    }

    /** Whether nothing but the secret stands in the value. */
    private static boolean isAll(EnvVar variable, Exposed exposed) {
        return exposed.span().length() == variable.value().or("").strip().length();
    }

    private static Problem withSource(
            Workload workload, Set<String> referred, EnvVar variable, Problem problem, RuleContext context) {
        String name = variable.name().or("");
        List<Secret> holding = isObject(workload, context)
                ? context.manifests().variables().secretsHolding(workload, name)
                : List.of();
        Optional<Secret> found = meant(holding, referred);
        if (found.isEmpty()) {
            String own = workload.name().isEmpty() ? "credentials" : workload.name();
            String secret = referred.size() == 1 ? referred.iterator().next() : own;
            return problem.help("put it into a Secret and read it: `" + flow(secret, name) + "`");
        }
        String secret = found.get().name();
        String key = found.get().keyLike(name).orElse(name);
        return problem.seeAlso(found.get(), "this Secret has the key `" + key + "`")
                .help("read it from there: `" + flow(secret, key) + "`")
                .fix(Fix.unsafe(
                        "read `" + name + "` from Secret `" + secret + "`",
                        YamlEdits.exchangeForLines(variable.value(), block(secret, key), flow(secret, key))));
    }

    private static Optional<Secret> meant(List<Secret> holding, Set<String> referred) {
        for (Secret secret : holding) {
            if (holding.size() == 1 || referred.contains(secret.name())) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }

    /** A patch shows what stands in it, but nobody knows what it is put into, and so what is in its scope. */
    private static boolean isObject(Workload workload, RuleContext context) {
        return context.manifests().holds(workload.object());
    }

    private static String flow(String secret, String key) {
        return "valueFrom: {secretKeyRef: {name: " + YamlEdits.scalar(secret) + ", key: " + YamlEdits.scalar(key)
                + "}}";
    }

    private static String block(String secret, String key) {
        return "valueFrom:\n  secretKeyRef:\n    name: " + YamlEdits.scalar(secret) + "\n    key: "
                + YamlEdits.scalar(key);
    }
}
