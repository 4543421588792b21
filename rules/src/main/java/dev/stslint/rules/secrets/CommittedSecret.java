package dev.stslint.rules.secrets;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields.Entry;
import dev.stslint.kube.KeyedValue;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Secret;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.EncodedText;
import dev.stslint.secret.Placeholder;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.UrlCredentials;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Secret in a repository is as open as the repository: base64 is a spelling, not a cipher. One finding a Secret, since
 * it is moved out as a whole.
 */
public final class CommittedSecret implements Rule<ObjectView> {

    private static final String OF_OBJECT =
            "keep the values out of the files: as a SealedSecret, an ExternalSecret, by SOPS, or from the pipeline";
    private static final String OF_GENERATOR =
            "keep the values out of the files: in a file for `envs` that git ignores, as a SealedSecret, or from the pipeline";

    private static final int MOST_NAMED = 3;
    private static final int LONGEST_MESSAGE = 100;

    /** Where {@code kubectl apply} keeps all values of a Secret once more. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final RuleMetadata METADATA = RuleMetadata.of("committed-secret")
            .summary("a Secret stands in the files with its values")
            .category(Category.SECRETS)
            .severity(Severity.WARNING)
            .tiers(Severity.ERROR, Severity.INFO)
            .since("0.1")
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
        if (view instanceof Secret secret) {
            check(secret, context);
        } else if (view instanceof Kustomization kustomization) {
            for (Generator generator : kustomization.generators()) {
                if (generator.kind().equals("Secret")) {
                    check(generator, context);
                }
            }
        }
    }

    private static void check(Secret secret, RuleContext context) {
        Field<String> lastApplied = secret.object().annotations().field(LAST_APPLIED);
        conceal(new KeyedValue(LAST_APPLIED, lastApplied.or(""), lastApplied, 0), context);
        List<Value> values = new ArrayList<>(2);
        for (Entry entry : secret.data()) {
            KeyedValue written = KeyedValue.of(entry);
            conceal(written, context);
            addExposed(Value.of(written, decoded(written.text()), true), values);
        }
        for (Entry entry : secret.stringData()) {
            KeyedValue written = KeyedValue.of(entry);
            conceal(written, context);
            addExposed(Value.of(written, Optional.of(written.text()), false), values);
        }
        if (!values.isEmpty() && !secret.isEncrypted()) {
            report(secret.name(), values, OF_OBJECT, context);
        }
    }

    private static void check(Generator generator, RuleContext context) {
        List<Value> values = new ArrayList<>(2);
        for (KeyedValue literal : generator.literals()) {
            conceal(literal, context);
            addExposed(Value.of(literal, Optional.of(literal.text()), false), values);
        }
        if (!values.isEmpty()) {
            report(generator.name().or(""), values, OF_GENERATOR, context);
        }
    }

    private static void addExposed(Value value, List<Value> exposed) {
        if (value.exposure().compareTo(Exposure.STUB) >= 0) {
            exposed.add(value);
        }
    }

    /** A value of a type that the API server rejects is a secret all the same. */
    private static void conceal(KeyedValue value, RuleContext context) {
        if (value.field().isInvalid() || !value.text().isEmpty()) {
            context.conceal(value.origin());
        }
    }

    private static void report(String name, List<Value> values, String help, RuleContext context) {
        Value gravest = values.get(0);
        for (Value value : values) {
            gravest = value.exposure().compareTo(gravest.exposure()) > 0 ? value : gravest;
        }
        Exposure exposure = gravest.exposure();
        List<String> keys = new ArrayList<>(values.size());
        for (Value value : values) {
            String key = Exposed.shown(value.written().key());
            if (value.exposure() == exposure && !keys.contains(key)) {
                keys.add(key); // `data` and `stringData` may both have it
            }
        }
        KeyedValue written = gravest.written();
        Problem problem = Problem.at(written.part(0, written.text().length()), message(name, gravest, keys))
                .label(exposure.label(
                        gravest.encoded() ? "base64 hides it from nobody" : "it is readable as it stands"))
                .help(help);
        for (Value value : values) {
            if (!value.equals(gravest) && problem.related().size() < MOST_NAMED) {
                problem = problem.seeAlso(
                        value.written().origin(), value.exposure().phrase(value.noun()) + " too");
            }
        }
        if (exposure != Exposure.STUB) {
            problem = problem.note("it stays in the history of the repository after it is taken out here");
        }
        context.report(problem.severity(exposure == Exposure.STUB ? Severity.INFO : exposure.severity()));
    }

    private static String message(String name, Value gravest, List<String> keys) {
        String values = gravest.exposure() == Exposure.STUB
                ? "only placeholder credentials"
                : keys.size() == 1 ? "a literal value" : "literal values";
        String secret = name.isEmpty() ? "this Secret" : "Secret " + Exposed.shown(name);
        String message = secret + " is committed with " + values;
        String first = ": " + keys.get(0) + (gravest.exposure() == Exposure.TOKEN ? " (" + gravest.noun() + ")" : "");
        String more = keys.size() > 1 ? first + " and " + (keys.size() - 1) + " more" : first;
        for (String named : List.of(keys.size() == 2 ? first + " and " + keys.get(1) : more, more)) {
            if (message.length() + named.length() <= LONGEST_MESSAGE) {
                return message + named;
            }
        }
        return message;
    }

    /**
     * A value and what it is.
     *
     * @param encoded whether it is in base64
     */
    private record Value(KeyedValue written, Exposure exposure, String noun, boolean encoded) {

        /** @param text what the value stands for; empty when that is no text */
        static Value of(KeyedValue written, Optional<String> text, boolean encoded) {
            Optional<SensitiveName> kind = kindOf(written.key());
            if (text.isEmpty()) {
                Exposure exposure = kind.isPresent() ? Exposure.LITERAL : Exposure.NONE;
                return new Value(
                        written, exposure, kind.isPresent() ? kind.get().noun() : "", encoded);
            }
            Value gravest = new Value(written, Exposure.NONE, "", encoded);
            for (Exposed exposed : Exposed.in(written.key(), text.get())) {
                Exposure exposure = exposed.exposure() == Exposure.NAME ? Exposure.LITERAL : exposed.exposure();
                gravest = gravest.orGraver(exposure, exposed.noun());
            }
            for (UrlCredentials credentials : UrlCredentials.in(text.get())) {
                Span password = credentials.password();
                Exposure exposure = Exposure.ofUrlPassword(text.get().substring(password.start(), password.end()));
                gravest = gravest.orGraver(exposure, "password");
            }
            if (written.key().endsWith(".key") && Placeholder.of(text.get()) == Placeholder.LITERAL) {
                gravest = gravest.orGraver(Exposure.LITERAL, SensitiveName.PRIVATE_KEY.noun());
            }
            return gravest.orGraver(loginOfRegistry(text.get()), SensitiveName.CREDENTIAL.noun());
        }

        /** Docker's configuration keeps user and password together as {@code "auth": "…"}. */
        private static Exposure loginOfRegistry(String text) {
            int name = text.indexOf("\"auth\"");
            int start = name < 0 ? -1 : text.indexOf('"', name + 6);
            int end = start < 0 ? -1 : text.indexOf('"', start + 1);
            return end < 0 || !text.substring(name + 6, start).strip().equals(":")
                    ? Exposure.NONE
                    : Exposure.of(SensitiveName.CREDENTIAL, "auth", text.substring(start + 1, end));
        }

        private Value orGraver(Exposure other, String otherNoun) {
            return other.compareTo(exposure) > 0 ? new Value(written, other, otherNoun, encoded) : this;
        }

        /** In a Secret a file that is called {@code x.key} holds a private key. */
        private static Optional<SensitiveName> kindOf(String name) {
            return name.endsWith(".key") ? Optional.of(SensitiveName.PRIVATE_KEY) : SensitiveName.of(name);
        }
    }

    /** What base64 stands for; the text itself when it is none, since somebody may encode it later; empty for no text. */
    private static Optional<String> decoded(String base64) {
        return EncodedText.isOne(base64) ? EncodedText.decoded(base64) : Optional.of(base64);
    }
}
