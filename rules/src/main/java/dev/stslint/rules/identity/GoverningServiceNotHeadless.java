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
 * By the DNS specification only a headless Service gives pods names of their own. CoreDNS answers them under any
 * governing Service, kube-dns does not, and the Service's own name is the virtual IP either way (facts: B2.6).
 */
public final class GoverningServiceNotHeadless implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("governing-service-not-headless")
            .summary("the Service that governs a StatefulSet has a cluster IP")
            .category(Category.IDENTITY)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .yieldsTo("governing-service-selects-other-pods")
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
        if (governing.isPresent()
                && !governing.get().isHeadless()
                && !governing.get().isExternalName()
                && !governing.get().clusterIp().isInvalid()
                && !context.manifests().services().hasOwnEndpoints(governing.get())) {
            report(set, governing.get(), context);
        }
    }

    private static void report(StatefulSet set, Service service, RuleContext context) {
        List<HostName> podNames = context.manifests().hosts().podNamesOf(set);
        String message = "governing Service `" + service.name() + "` of " + set.title() + " is not headless";
        Problem problem = Problem.at(set.serviceName(), message)
                .label("`" + service.name() + "` is one virtual IP; pod names resolve only by CoreDNS")
                .related(
                        service.type().isPresent() && !service.type().is("ClusterIP")
                                ? service.type()
                                : service.clusterIp(),
                        service.clusterIp().isPresent() ? "the Service has a cluster IP" : "no `clusterIP: None` here")
                .basedOn(set.replicas());
        if (!podNames.isEmpty()) {
            problem = problem.related(podNames.get(0), "a pod is addressed by name here");
        }
        if (service.type().or("ClusterIP").equals("ClusterIP")) {
            problem = problem.help("add a headless Service for the pods' names, or make this one headless")
                    .note("`clusterIP` cannot be changed on a live Service; it has to be deleted and made again")
                    .fix(fix(service));
        } else {
            problem = problem.help(
                    "keep this " + service.type().or("") + " for clients and govern by a headless Service beside it");
        }
        boolean needed = context.manifests().replicas(set).isReplicated() || !podNames.isEmpty();
        context.report(needed ? problem : problem.severity(Severity.INFO));
    }

    /** Where {@code clusterIPs} is written too, both would have to change. */
    private static Optional<Fix> fix(Service service) {
        if (!service.clusterIps().isAbsent()) {
            return Optional.empty();
        }
        String title = "set `clusterIP: None` on Service `" + service.name() + "`";
        return service.clusterIp().isPresent()
                ? Optional.of(Fix.unsafe(title, YamlEdits.replace(service.clusterIp(), "None")))
                : Fix.unsafe(title, YamlEdits.put(service.spec(), "clusterIP", "None"));
    }
}
