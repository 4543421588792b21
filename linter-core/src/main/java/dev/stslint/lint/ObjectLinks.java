package dev.stslint.lint;

import dev.stslint.kube.Autoscaler;
import dev.stslint.kube.ClaimTemplate;
import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Pod;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.BudgetDirectory.Coverage;
import dev.stslint.manifest.BudgetDirectory.Covered;
import dev.stslint.manifest.Lookup;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.ReplicaCount;
import dev.stslint.report.ObjectGraph;
import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Relation;
import dev.stslint.report.ObjectGraph.Role;
import dev.stslint.secret.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the manifest set how its objects hang together, and notes the answers for a drawing: from workloads to Services,
 * pods and claims, from budgets and autoscalers to what they are about. Objects that nothing leads to or from are left out.
 */
final class ObjectLinks {

    private final ManifestSet manifests;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();
    private final Map<KubernetesObject, Integer> objects = new HashMap<>();
    private final Map<KubernetesObject, Integer> pods = new HashMap<>();

    private ObjectLinks(ManifestSet manifests) {
        this.manifests = manifests;
    }

    static ObjectGraph of(ManifestSet manifests) {
        ObjectLinks graph = new ObjectLinks(manifests);
        for (Workload workload : manifests.all(Workload.class)) {
            graph.addWorkload(workload);
        }
        for (StatefulSet set : manifests.all(StatefulSet.class)) {
            graph.addPodNames(set);
        }
        for (Service service : manifests.all(Service.class)) {
            graph.addService(service);
        }
        for (PodDisruptionBudget budget : manifests.all(PodDisruptionBudget.class)) {
            graph.addBudget(budget);
        }
        return new ObjectGraph(List.copyOf(graph.nodes), List.copyOf(graph.links));
    }

    private void addWorkload(Workload workload) {
        int made = podsOf(workload);
        if (workload instanceof StatefulSet set) {
            addGoverningService(set);
            for (ClaimTemplate template : set.claimTemplates()) {
                link(made, claims(set, template), Relation.MOUNTS);
            }
        }
        for (Volume volume : workload.template().volumes()) {
            Optional<String> claim = volume.claimName().value();
            if (claim.isPresent()) {
                addClaim(workload, volume, claim.get());
            }
        }
        Optional<Autoscaler> scaler = manifests.replicas(workload).autoscaler();
        if (scaler.isPresent()) {
            String range = scaler.get().floor() + " to " + scaler.get().ceiling() + " replicas";
            int node = node(
                    Role.AUTOSCALER, scaler.get().object(), scaler.get().hasKnownRange() ? List.of(range) : List.of());
            link(node, node(workload), Relation.SCALES);
        }
    }

    private void addGoverningService(StatefulSet set) {
        Lookup<Service> governing = manifests.services().governing(set);
        if (governing.found().isPresent()) {
            link(node(set), node(governing.found().get()), Relation.IS_GOVERNED_BY);
        } else if (governing.missing().isPresent()) {
            link(node(set), missing(set, set.serviceName().or("")), Relation.IS_GOVERNED_BY);
        }
    }

    private void addClaim(Workload workload, Volume volume, String name) {
        Lookup<ObjectView> claim = manifests.find(workload, "PersistentVolumeClaim", name);
        if (claim.found().isPresent()) {
            link(podsOf(workload), node(Role.CLAIM, claim.found().get().object(), List.of()), Relation.MOUNTS);
        } else if (!NameToken.isStandIn(name)) {
            // Claims are often made by hand, so one that is not in the input is not said to be missing.
            String object = workload.object().id().shown();
            String path = volume.claimName().fieldPath();
            int node = add(new Node(
                    Role.CLAIM,
                    "PersistentVolumeClaim",
                    name,
                    object,
                    path,
                    volume.claimName().location(),
                    List.of("not in the input"),
                    false));
            link(podsOf(workload), node, Relation.MOUNTS);
        }
    }

    private void addService(Service service) {
        List<Workload> selected = manifests.workloads().selectedBy(service);
        for (Workload workload : selected) {
            link(node(service), podsOf(workload), Relation.SELECTS);
        }
        for (HostName host : manifests.hosts().usesOf(service.name(), service)) {
            addUse(host.owner(), node(service));
        }
    }

    /** What names the pods of a set, besides the set itself, as a list of members does. */
    private void addPodNames(StatefulSet set) {
        for (HostName host : manifests.hosts().podNamesOf(set)) {
            if (host.owner() != set.object()) {
                addUse(host.owner(), podsOf(set));
            }
        }
    }

    private void addUse(KubernetesObject user, int addressed) {
        if (user.kind().equals("Service")) {
            return; // another name for it, as ExternalName is
        }
        int node = node(Role.CONFIGURATION, user, List.of());
        if (!links.contains(new Link(node, addressed, Relation.IS_GOVERNED_BY))) {
            link(node, addressed, Relation.ADDRESSES);
        }
    }

    private void addBudget(PodDisruptionBudget budget) {
        for (Coverage coverage : manifests.budgets().coverages(budget)) {
            for (Covered covered : coverage.covered()) {
                link(node(Role.BUDGET, budget.object(), limit(budget)), podsOf(covered.workload()), Relation.COVERS);
            }
        }
    }

    private static List<String> limit(PodDisruptionBudget budget) {
        Optional<DisruptionLimit> limit = budget.limit();
        if (limit.isEmpty()) {
            return List.of();
        }
        return switch (limit.get().kind()) {
            case MIN_AVAILABLE -> List.of(limit.get() + " must stay");
            case MAX_UNAVAILABLE -> List.of(limit.get() + " may go");
            case UNSET -> List.of("no limit written: none may go");
        };
    }

    private int node(Workload workload) {
        return node(Role.WORKLOAD, workload.object(), List.of());
    }

    private int node(Service service) {
        String address = service.isExternalName() ? "external name" : service.isHeadless() ? "headless" : "";
        return node(Role.SERVICE, service.object(), address.isEmpty() ? List.of() : List.of(address));
    }

    /** The node of an object: the one it has, as what it was first met as. */
    private int node(Role role, KubernetesObject object, List<String> details) {
        Integer known = objects.get(object);
        if (known != null) {
            return known;
        }
        String name = object.name().or("");
        int node = add(new Node(role, object.kind(), name, object.id().shown(), "", object.location(), details, false));
        objects.put(object, node);
        return node;
    }

    private int missing(StatefulSet set, String service) {
        return add(new Node(
                Role.SERVICE, "Service", service, "", "", set.serviceName().location(), List.of("missing"), true));
    }

    /** The pods that a workload makes; a Pod is its own. */
    private int podsOf(Workload workload) {
        Integer known = pods.get(workload.object());
        if (known != null) {
            return known;
        }
        int made;
        if (workload instanceof Pod) {
            made = node(Role.PODS, workload.object(), List.of());
        } else {
            made = add(new Node(
                    Role.PODS,
                    "Pods",
                    podNames(workload),
                    workload.object().id().shown(),
                    workload.template().fieldPath(),
                    workload.template().location(),
                    hostNames(workload),
                    false));
            link(node(workload), made, Relation.MAKES);
        }
        pods.put(workload.object(), made);
        return made;
    }

    private String podNames(Workload workload) {
        ReplicaCount replicas = manifests.replicas(workload);
        if (!workload.isScalable() || !replicas.isKnown() || workload.name().isEmpty()) {
            return workload.name() + "-…";
        }
        if (workload instanceof StatefulSet set) {
            return range(set.name(), set, replicas.count());
        }
        return replicas.count() == 1 ? "1 pod" : replicas.count() + " pods";
    }

    /**
     * What the pods of a set are found by, as far as the governing Service says: with a virtual address it depends on the
     * cluster's DNS server whether they have names.
     */
    private List<String> hostNames(Workload workload) {
        if (!(workload instanceof StatefulSet set)
                || manifests.services().governing(set).isUnknown()) {
            return List.of();
        }
        Optional<Service> governing = manifests.services().governing(set).found();
        if (governing.isEmpty() || !manifests.services().selects(governing.get(), set)) {
            return List.of("no DNS names");
        }
        return governing.get().isHeadless()
                ? List.of(Mask.secretsIn(set.name()) + "-" + set.firstOrdinal() + "."
                        + Mask.secretsIn(governing.get().name()))
                : List.of();
    }

    private int claims(StatefulSet set, ClaimTemplate template) {
        String prefix = Mask.secretsIn(template.name().or("")) + "-" + Mask.secretsIn(set.name());
        ReplicaCount replicas = manifests.replicas(set);
        Optional<String> size = template.storageRequest().value();
        return add(new Node(
                Role.CLAIM,
                "Claims",
                replicas.isKnown() ? range(prefix, set, replicas.count()) : prefix + "-…",
                set.object().id().shown(),
                template.fieldPath(),
                template.location(),
                size.isPresent() ? List.of(size.get() + " each") : List.of(),
                false));
    }

    /** {@code db-0 … db-2}. */
    private static String range(String prefix, StatefulSet set, int count) {
        int first = set.firstOrdinal();
        return switch (count) {
            case 0 -> "no replicas";
            case 1 -> prefix + "-" + first;
            case 2 -> prefix + "-" + first + ", " + prefix + "-" + (first + 1);
            default -> prefix + "-" + first + " … " + prefix + "-" + (first + count - 1);
        };
    }

    private int add(Node node) {
        nodes.add(node.withoutSecrets());
        return nodes.size() - 1;
    }

    private void link(int from, int to, Relation relation) {
        links.add(new Link(from, to, relation));
    }
}
