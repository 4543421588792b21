package dev.stslint.rules.identity;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.HostName;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The API server never asks for a {@code serviceName} (facts: A4), but without one the pods have a host name and no DNS
 * record.
 */
public final class MissingServiceName implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("missing-service-name")
            .summary("a StatefulSet names no governing Service, so its pods get no DNS names")
            .category(Category.IDENTITY)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
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
        boolean empty = set.serviceName().is("");
        if (!empty && !set.serviceName().isAbsent()) {
            return;
        }
        List<Service> headless = context.manifests().services().headlessSelecting(set);
        List<HostName> podNames = context.manifests().hosts().podNamesOf(set);
        boolean replicated = context.manifests().replicas(set).isReplicated();
        Problem problem = Problem.at(
                        set.serviceName(),
                        set.title() + (empty ? " has an empty `serviceName`" : " has no `serviceName`"))
                .label("its pods get host names, but no DNS names of their own")
                .basedOn(set.replicas());
        if (!podNames.isEmpty()) {
            problem = problem.related(podNames.get(0), "this name of one of its pods will not resolve");
        }
        if (headless.size() == 1) {
            String name = headless.get(0).name();
            problem = problem.related(headless.get(0), "this headless Service selects its pods")
                    .help("name it: `serviceName: " + name + "`")
                    .fix(fix(set, name, empty));
        } else {
            problem = problem.help("make a headless Service (`clusterIP: None`) that selects the pods and name it");
        }
        problem = problem.note("`serviceName` cannot be changed later; the set has to be deleted and made again");
        boolean needed = replicated || !podNames.isEmpty() || !headless.isEmpty();
        context.report(needed ? problem : problem.severity(Severity.INFO));
    }

    private static Optional<Fix> fix(StatefulSet set, String name, boolean empty) {
        String title = "set `serviceName: " + name + "`";
        return empty
                ? Optional.of(Fix.unsafe(title, YamlEdits.replace(set.serviceName(), name)))
                : Fix.unsafe(title, YamlEdits.put(set.object().spec(), "serviceName", name));
    }
}
