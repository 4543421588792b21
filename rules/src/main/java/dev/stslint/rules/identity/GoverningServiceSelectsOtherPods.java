package dev.stslint.rules.identity;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.Labels;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A governing Service publishes names only for pods that its selector picks; one without a selector publishes nothing by
 * itself, and an ExternalName never does (facts: B2.2, B2.3).
 */
public final class GoverningServiceSelectsOtherPods implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("governing-service-selects-other-pods")
            .summary("the Service that governs a StatefulSet does not select its pods")
            .category(Category.IDENTITY)
            .severity(Severity.ERROR)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<StatefulSet> target() {
        return StatefulSet.class;
    }

    @Override
    public void check(StatefulSet set, RuleContext context) {
        Optional<Service> governing =
                context.manifests().services().governing(set).found();
        if (governing.isEmpty() || context.manifests().services().selects(governing.get(), set)) {
            return;
        }
        Service service = governing.get();
        LabelSelector selector = service.selector();
        String whose = "Service `" + service.name() + "` selects none of the pods of " + set.title();
        Problem problem = Problem.at(set.serviceName(), whose).label("its pods get no DNS names");
        List<Service> headless = context.manifests().services().headlessSelecting(set);
        if (headless.size() == 1) {
            context.report(misnamed(problem, set, service, headless.get(0)));
            return;
        }
        if (service.isExternalName()) {
            context.report(problem.related(service.type(), "an ExternalName is an alias and selects no pods")
                    .help("govern by a headless Service that selects the pods"));
        } else if (selector.isAbsent() || selector.isEmpty()) {
            if (!context.manifests().services().hasOwnEndpoints(service)) {
                context.report(problem.related(selector, "a Service without a selector publishes nothing by itself")
                        .basedOn(set.template().labels())
                        .help("give it a selector: " + shown(set.template().labels())));
            }
        } else if (selector.isReadable()) {
            context.report(mismatch(problem, set, selector));
        }
    }

    /** Another Service does what this one is named for: it is the name that is wrong. */
    private static Problem misnamed(Problem problem, StatefulSet set, Service service, Service meant) {
        return problem.related(meant, "this headless Service selects them")
                .related(service, "this one does not")
                .basedOn(service.selector(), meant.selector(), set.template().labels())
                .help("write `serviceName: " + meant.name() + "`")
                .fix(Fix.unsafe(
                        "set `serviceName: " + meant.name() + "`", YamlEdits.replace(set.serviceName(), meant.name())));
    }

    private static Problem mismatch(Problem problem, StatefulSet set, LabelSelector selector) {
        Map<String, String> labels = set.template().labels().asMap();
        List<Requirement> unmet = selector.unmetBy(labels);
        if (unmet.isEmpty()) {
            return problem.related(selector, "a kustomization changes what it selects, or the labels of the pods")
                    .basedOn(set.template().labels());
        }
        Requirement first = unmet.get(0);
        String carried = labels.get(first.key());
        Problem named = problem.basedOn(set.template().labels())
                .related(
                        first.field(),
                        carried == null
                                ? "the pods carry no label `" + first.key() + "`"
                                : "the pods carry `" + first.key() + ": " + carried + "`");
        if (carried != null) {
            return named.related(set.template().labels().field(first.key()), "here")
                    .help("change the selector to `" + first.key() + ": " + carried + "`, or the pods' label");
        }
        return named.help(
                unmet.size() == selector.requirements().size()
                        ? "select labels that the pods carry: "
                                + shown(set.template().labels())
                        : "drop `" + first.key() + "` from the selector, or give the pods that label");
    }

    private static String shown(Labels labels) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> label : labels.asMap().entrySet()) {
            text.append(text.isEmpty() ? "`" : ", `")
                    .append(label.getKey())
                    .append(": ")
                    .append(label.getValue())
                    .append('`');
        }
        return text.isEmpty() ? "the pods' labels (they have none yet)" : text.toString();
    }
}
