package dev.stslint.rules.identity;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.HostName;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.manifest.Lookup;
import dev.stslint.manifest.Lookup.Missing;
import dev.stslint.manifest.NearMiss.Kind;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Nobody checks that the governing Service exists (facts: A4, B2): the pods run, and their names never resolve. What was
 * not read may exist all the same, so that only a near miss is an error.
 */
public final class UnknownGoverningService implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("unknown-governing-service")
            .summary("the Service that `serviceName` names is not among the manifests")
            .category(Category.IDENTITY)
            .severity(Severity.WARNING)
            .tiers(Severity.ERROR, Severity.INFO)
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
        Lookup<Service> governing = context.manifests().services().governing(set);
        Optional<Missing<Service>> missing = governing.missing();
        if (missing.isPresent() && missing.get().near(Kind.OTHER_NAMESPACE).isEmpty()) {
            report(set, missing.get(), context);
        }
    }

    private static void report(StatefulSet set, Missing<Service> missing, RuleContext context) {
        String name = set.serviceName().or("");
        List<HostName> podNames = context.manifests().hosts().podNamesOf(set);
        List<HostName> users = context.manifests().hosts().usesOf(name, set);
        boolean replicated = context.manifests().replicas(set).isReplicated();
        Problem problem = Problem.at(set.serviceName(), "there is no Service `" + name + "` to govern " + set.title())
                .basedOn(set.replicas());
        Optional<Service> meant = meant(missing, replicated || !podNames.isEmpty());
        if (meant.isPresent()) {
            context.report(mismatch(problem, set, meant.get()));
            return;
        }
        problem = problem.label("its pods get no DNS names")
                .help("make a headless Service `" + name + "` that selects the pods");
        List<Service> elsewhere = missing.allNear(Kind.OUT_OF_SCOPE);
        int read = context.manifests().objects().size();
        problem = elsewhere.isEmpty()
                ? problem.note("not found in the " + (read == 1 ? "only object" : read + " objects") + " read")
                : problem.related(elsewhere.get(0), "this one stands in another directory")
                        .note("what stands apart is not looked at, unless a kustomization takes both");
        if (!podNames.isEmpty()) {
            problem = problem.related(podNames.get(0), "this name of one of its pods will not resolve");
        } else if (!users.isEmpty()) {
            problem = problem.related(users.get(0), "this host name will not resolve either");
        }
        boolean needed = replicated || !podNames.isEmpty() || !users.isEmpty();
        context.report(needed ? problem : problem.severity(Severity.INFO));
    }

    /** The one Service that must have been meant: the only headless one that selects the pods, else a similar name. */
    private static Optional<Service> meant(Missing<Service> missing, boolean identityUsed) {
        List<Service> headless = missing.allNear(Kind.HEADLESS_SELECTS_PODS);
        if (headless.size() == 1) {
            return Optional.of(headless.get(0));
        }
        List<Service> similar = missing.allNear(Kind.SIMILAR_NAME);
        if (headless.isEmpty() && similar.size() == 1) {
            return Optional.of(similar.get(0));
        }
        List<Service> virtual = missing.allNear(Kind.SELECTS_PODS);
        return headless.isEmpty() && similar.isEmpty() && identityUsed && virtual.size() == 1
                ? Optional.of(virtual.get(0))
                : Optional.empty();
    }

    private static Problem mismatch(Problem problem, StatefulSet set, Service meant) {
        String seen = meant.isHeadless()
                ? "this headless Service selects its pods"
                : "this Service is near, but not headless";
        return problem.severity(Severity.ERROR)
                .label("the Service is called `" + meant.name() + "`")
                .related(meant, seen)
                .basedOn(meant.selector(), set.template().labels())
                .help("write `serviceName: " + meant.name() + "`, or rename the Service")
                .note("the pods get no DNS names until the two agree; `serviceName` cannot be changed on a live set")
                .fix(fix(set, meant));
    }

    /** Naming a Service with a virtual address would only put another finding in the place of this one. */
    private static Optional<Fix> fix(StatefulSet set, Service meant) {
        return meant.isHeadless()
                ? Optional.of(Fix.unsafe(
                        "set `serviceName: " + meant.name() + "`", YamlEdits.replace(set.serviceName(), meant.name())))
                : Optional.empty();
    }
}
