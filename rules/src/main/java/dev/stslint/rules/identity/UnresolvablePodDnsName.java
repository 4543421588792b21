package dev.stslint.rules.identity;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.HostName;
import dev.stslint.kube.HostName.Use;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Views;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.ReplicaCount;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.List;

/**
 * A pod of a set is called {@code <set>-<ordinal>.<serviceName>.<namespace>}, under its governing Service alone, with
 * ordinals from {@code start} to {@code start + replicas - 1}; the bare pod name resolves for nobody (facts: A5, B2).
 */
public final class UnresolvablePodDnsName implements Rule<HostName> {

    private static final RuleMetadata METADATA = RuleMetadata.of("unresolvable-pod-dns-name")
            .summary("a host name names a pod that the StatefulSet does not have, or not by that name")
            .category(Category.IDENTITY)
            .severity(Severity.ERROR)
            .since("0.1")
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<HostName> target() {
        return HostName.class;
    }

    @Override
    public void check(HostName host, RuleContext context) {
        if (host.pod().isEmpty() || host.ordinal() < 0 || isSomethingElse(host, context)) {
            return;
        }
        List<StatefulSet> sets = context.manifests().workloads().setsNamedBy(host);
        if (sets.size() == 1) {
            check(host, sets.get(0), context);
        }
    }

    /** A Service of that very name, the pod of an Indexed Job, or a name that the pod resolves in its own way. */
    private static boolean isSomethingElse(HostName host, RuleContext context) {
        return context.manifests().hosts().isService(host)
                || context.manifests().workloads().isPodOfIndexedJob(host)
                || context.manifests().hosts().hasOwnResolution(host);
    }

    private static void check(HostName host, StatefulSet set, RuleContext context) {
        ReplicaCount replicas = context.manifests().replicas(set);
        int first = set.firstOrdinal();
        int last = first + replicas.ceiling() - 1;
        String service = set.serviceName().or("");
        String named = host.serviceBehindPod();
        Problem problem = Problem.at(host, "`" + host.text() + "` does not resolve to a pod of " + set.title());
        if (named.isEmpty()) {
            if (isHost(host)) {
                String right = service.isEmpty() ? "" : ": `" + host.pod() + "." + service + "`";
                context.report(problem.label("a bare pod name resolves for nobody but the pod itself")
                        .related(
                                set.serviceName(), service.isEmpty() ? "the set names no Service" : "the set's Service")
                        .help("write the Service behind it" + right));
            }
            return;
        }
        if (host.ordinal() < first || host.ordinal() > last) {
            context.report(problem.label(pods(set, first, last))
                    .related(
                            replicas.place(),
                            replicas.count() == 1
                                    ? "the set has 1 replica"
                                    : "the set has " + replicas.count() + " replicas")
                    .help("name a pod that exists, or raise `replicas`"));
        } else if (!service.isEmpty() && !named.equals(service) && isGoverned(set, context)) {
            context.report(problem.label("pods have names under the governing Service alone")
                    .related(set.serviceName(), "which is `" + service + "`")
                    .help("write `" + host.underService(service) + "`"));
        } else if (isElsewhere(host, set)) {
            context.report(problem.label("the set is in namespace `"
                            + set.object().namespace().or("") + "`")
                    .related(set.object().namespace(), "here")
                    .help("write `" + host.pod() + "." + named + "."
                            + set.object().namespace().or("") + "`"));
        }
    }

    /** Where the governing Service itself is missing, that is the finding, and these names may be the right ones. */
    private static boolean isGoverned(StatefulSet set, RuleContext context) {
        return context.manifests().services().governing(set).found().isPresent();
    }

    /** Whether the name goes to another namespace than the set's: written in it, or by the pod that uses it. */
    private static boolean isElsewhere(HostName host, StatefulSet set) {
        String actual = set.object().namespace().or("");
        String named = host.namespaceBehindPod();
        String own = host.owner().namespace().or("");
        if (actual.isEmpty()) {
            return false;
        }
        return named.isEmpty()
                ? host.labels().length == 2 && !own.isEmpty() && !own.equals(actual) && isPods(host)
                : !named.equals(actual);
    }

    /** Whether the value belongs to pods of its object's namespace: a workload's own, not a ConfigMap's text. */
    private static boolean isPods(HostName host) {
        return Views.of(host.owner()) instanceof Workload;
    }

    /** Whether a name without dots is surely a host and not a member's name. */
    private static boolean isHost(HostName host) {
        return host.use() == Use.URL || host.use() == Use.WITH_PORT;
    }

    private static String pods(StatefulSet set, int first, int last) {
        if (last < first) {
            return "the set has no pods";
        }
        String from = "`" + set.name() + "-" + first + "`";
        return first == last
                ? "the only pod is " + from
                : "the pods are " + from + " to `" + set.name() + "-" + last + "`";
    }
}
