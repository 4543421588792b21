package dev.stslint.rules.identity;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.manifest.Lookup.Missing;
import dev.stslint.manifest.NearMiss.Kind;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.Optional;

/** Pod names are published only by a Service of the set's own namespace (facts: B2.1). */
public final class GoverningServiceInOtherNamespace implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("governing-service-in-other-namespace")
            .summary("the Service that governs a StatefulSet is in another namespace")
            .category(Category.IDENTITY)
            .severity(Severity.ERROR)
            .since("0.1")
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
        Optional<Missing<Service>> missing =
                context.manifests().services().governing(set).missing();
        Optional<Service> elsewhere = missing.isPresent() ? missing.get().near(Kind.OTHER_NAMESPACE) : Optional.empty();
        if (elsewhere.isEmpty()) {
            return;
        }
        Service service = elsewhere.get();
        String there = service.object().namespace().or("");
        String here = set.object().namespace().or("");
        String message = "Service `" + service.name() + "` governs " + set.title() + " from another namespace";
        context.report(Problem.at(set.serviceName(), message)
                .label("looked up in the set's own namespace only" + (here.isEmpty() ? "" : ", `" + here + "`"))
                .related(
                        there.isEmpty() ? service : service.object().namespace(),
                        there.isEmpty() ? "the Service is declared here" : "the Service is in `" + there + "`")
                .related(here.isEmpty() ? set : set.object().namespace(), "the set is here")
                .help("put the Service and the set into one namespace"));
    }
}
