package dev.stslint.rules.environment;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvVar;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Service;
import dev.stslint.kube.VariableReference;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Lookup;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.TokenShape;
import dev.stslint.secret.UrlCredentials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The kubelet goes through {@code env} once, from top to bottom: a reference to a variable further down, or to the
 * variable itself, stays what it is, dollar sign and all (facts: D1).
 */
public final class LateEnvReference implements Rule<Workload> {

    private static final RuleMetadata METADATA = RuleMetadata.of("late-env-reference")
            .summary("a variable refers to one that is defined only after it, and so is not replaced")
            .category(Category.ENVIRONMENT)
            .severity(Severity.ERROR)
            .tiers(Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .build();

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
        for (Container container : workload.containers()) {
            List<EnvVar> variables = container.environment();
            DefinitionOrder order = null;
            for (int i = 0; i < variables.size(); i++) {
                String value = variables.get(i).value().or("");
                for (VariableReference reference : VariableReference.in(value)) {
                    order = order == null ? new DefinitionOrder(variables) : order;
                    if (isFirstOf(reference, value)) {
                        check(workload, container, order, i, reference, context);
                    }
                }
            }
        }
    }

    /** One finding for each name in a value, however often it stands there. */
    private static boolean isFirstOf(VariableReference reference, String value) {
        for (VariableReference other : VariableReference.in(value.substring(0, reference.from()))) {
            if (other.name().equals(reference.name())) {
                return false;
            }
        }
        return true;
    }

    private static void check(
            Workload workload,
            Container container,
            DefinitionOrder order,
            int at,
            VariableReference reference,
            RuleContext context) {
        List<EnvVar> variables = container.environment();
        String name = reference.name();
        OptionalInt definition = order.firstDefinition(name, at);
        if (definition.isEmpty() || order.isDefinedBefore(name, at) || order.isOverridden(at)) {
            return;
        }
        EnvVar variable = variables.get(at);
        EnvVar defined = variables.get(definition.getAsInt());
        Problem problem = Problem.at(
                        variable.value().part(reference.from(), reference.to()),
                        definition.getAsInt() == at
                                ? "`$(" + name + ")` in `" + name + "` refers to the variable itself"
                                : "`$(" + name + ")` in `" + variable.name().or("") + "` is defined only further down")
                .basedOn(
                        variable,
                        defined,
                        container.importList(),
                        workload.template().serviceLinks());
        if (definition.getAsInt() > at) {
            problem = problem.related(defined.name(), "this definition comes too late for it");
        }
        Lookup<ObjectView> imported = context.manifests().variables().imported(workload, container, name);
        Lookup<Service> given = context.manifests().variables().given(workload, name);
        if (imported.missing().isPresent() && given.missing().isPresent()) {
            context.report(problem.label("it is not replaced: the container gets these characters")
                    .note("the kubelet goes through `env` once, from top to bottom")
                    .help(
                            definition.getAsInt() == at
                                    ? "write what it should be"
                                    : "move `" + name + "` up, before its first use")
                    .fix(fix(variables, order, at, definition.getAsInt())));
        } else if (definition.getAsInt() > at) {
            context.report(elsewhere(problem, name, imported, given).severity(Severity.INFO));
        }
    }

    /** Something else defines the name, or may: then the reference takes that value. */
    private static Problem elsewhere(Problem problem, String name, Lookup<ObjectView> imported, Lookup<Service> given) {
        Problem told = problem.help("move `" + name + "` up if its own definition is meant");
        if (imported.found().isPresent()) {
            return told.label("it takes the value that `envFrom` imports")
                    .seeAlso(imported.found().get(), "from here");
        }
        if (given.found().isPresent()) {
            return told.label("it takes the variable that the kubelet gives for a Service")
                    .seeAlso(given.found().get(), "this one");
        }
        return told.label(
                imported.isUnknown()
                        ? "it takes what `envFrom` imports, or is not replaced"
                        : "it takes what the kubelet gives for a Service, or is not replaced");
    }

    /**
     * Moves the definition before the first variable that needs it. Not where a second definition of the same name makes
     * the order matter, where it would lose what it refers to itself, or where its lines hold a secret, which would then
     * show in every difference.
     */
    private static Optional<Fix> fix(List<EnvVar> variables, DefinitionOrder order, int at, int definition) {
        EnvVar moved = variables.get(definition);
        String name = moved.name().or("");
        if (definition <= at
                || order.firstUse(name).orElse(-1) != at
                || order.firstDefinition(name, definition + 1).isPresent()
                || isSensitive(moved)
                || losesReference(order, moved, at, definition)) {
            return Optional.empty();
        }
        Optional<TextEdit[]> edits =
                YamlEdits.moveBefore(moved.fields(), variables.get(at).fields());
        String title = "move `" + name + "` before `" + variables.get(at).name().or("") + "`";
        return edits.isPresent() ? Optional.of(Fix.safe(title, edits.get())) : Optional.empty();
    }

    private static boolean isSensitive(EnvVar variable) {
        String value = variable.value().or("");
        return SensitiveName.matches(variable.name().or(""))
                || !TokenShape.in(value).isEmpty()
                || !UrlCredentials.in(value).isEmpty();
    }

    /** Whether something that the moved variable refers to is defined between its new place and its old one. */
    private static boolean losesReference(DefinitionOrder order, EnvVar moved, int from, int to) {
        for (VariableReference reference : VariableReference.in(moved.value().or(""))) {
            if (order.firstDefinition(reference.name(), from).orElse(to) < to) {
                return true;
            }
        }
        return false;
    }
}
