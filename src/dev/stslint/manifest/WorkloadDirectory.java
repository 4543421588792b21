package dev.stslint.manifest;

import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.HostName;
import dev.stslint.kube.Job;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about workloads. */
public final class WorkloadDirectory {

    private final ManifestSet manifests;
    private final LabelIndex index;

    WorkloadDirectory(ManifestSet manifests, LabelIndex index) {
        this.manifests = manifests;
        this.index = index;
    }

    /** The workloads in scope whose pods a Service selects, the nearest only. */
    public List<Workload> selectedBy(Service service) {
        Set<Workload> found = new LinkedHashSet<>();
        for (Scope scope : manifests.scopesOf(service)) {
            for (Candidate candidate : selected(service.selector(), scope)) {
                found.add(workload(candidate));
            }
        }
        return List.copyOf(found);
    }

    /** The workloads in scope whose pods a budget covers in one application, the nearest only. */
    List<Candidate> covered(PodDisruptionBudget budget, Scope scope) {
        if (!budget.selectsAll()) {
            return selected(budget.selector(), scope);
        }
        List<Candidate> all = new ArrayList<>();
        for (Candidate candidate : ManifestSet.seen(scope, index.workloads())) {
            if (scope.sharesNamespace(candidate.placement())) {
                all.add(candidate);
            }
        }
        return Scope.nearest(all);
    }

    /**
     * A workload of the same application that a selector was probably meant for: it meets all of the selector's
     * requirements but one, or has the name of the selecting object.
     */
    public Optional<Workload> nearMissOf(ObjectView selecting, LabelSelector selector) {
        for (Scope scope : manifests.scopesOf(selecting)) {
            Optional<Candidate> nearest = Optional.empty();
            int mostMet = 0;
            for (Candidate candidate : ManifestSet.seen(scope, index.workloads())) {
                if (candidate.sibling()
                        || !scope.sharesNamespace(candidate.placement())
                        || candidate.distance() > Scope.SAME_DIRECTORY) {
                    continue;
                }
                Map<String, String> labels = candidate.member().podLabels(candidate.placement());
                int met = selector.requirements().size()
                        - selector.unmetBy(labels).size();
                boolean almost = met > 0 && met >= selector.requirements().size() - 1;
                boolean related = sharesWord(selector, labels)
                        || candidate.member().name().equals(selecting.name());
                if ((almost || related) && met + (related ? 1 : 0) > mostMet) {
                    mostMet = met + (related ? 1 : 0);
                    nearest = Optional.of(candidate);
                }
            }
            if (nearest.isPresent()) {
                return nearest.map(WorkloadDirectory::workload);
            }
        }
        return Optional.empty();
    }

    /** The StatefulSets in scope that a host name with an ordinal may belong to. */
    public List<StatefulSet> setsNamedBy(HostName host) {
        List<StatefulSet> found = new ArrayList<>(1);
        for (Candidate candidate : namedBy(host, "StatefulSet")) {
            found.add((StatefulSet) candidate.member().view());
        }
        return found;
    }

    /** Whether an Indexed Job in scope has pods of that name. */
    public boolean isPodOfIndexedJob(HostName host) {
        for (Candidate candidate : namedBy(host, "Job")) {
            if (candidate.member().view() instanceof Job job && job.isIndexed()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a ConfigMap that the pods mount speaks of host or pod names, as a start script does that makes an ordinal
     * of them.
     */
    public boolean mountsIdentityScript(Workload workload) {
        for (Volume volume : workload.template().volumes()) {
            Optional<String> name = volume.configMapName().value();
            if (name.isPresent()) {
                Optional<ObjectView> found =
                        manifests.find(workload, "ConfigMap", name.get()).found();
                if (found.isPresent()
                        && found.get() instanceof ConfigMap map
                        && manifests.member(map).usesPodIdentity()) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Candidate> namedBy(HostName host, String kind) {
        Member owner = manifests.memberOf(host);
        List<Candidate> found = new ArrayList<>(1);
        for (Placement placement : owner.placements()) {
            Scope scope = new Scope(owner, placement);
            for (Candidate candidate : Scope.nearest(ManifestSet.seen(scope, manifests.named(kind, host.setName())))) {
                if (!found.contains(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private List<Candidate> selected(LabelSelector selector, Scope scope) {
        List<Candidate> found = new ArrayList<>(1);
        for (Candidate candidate : ManifestSet.seen(scope, index.workloadsFor(selector))) {
            Map<String, String> labels = candidate.member().podLabels(candidate.placement());
            if (scope.sharesNamespace(candidate.placement())
                    && scope.from().selects(selector, scope.placement(), labels)) {
                found.add(candidate);
            }
        }
        return Scope.nearest(found);
    }

    /** Whether a wanted value and a label's value share a word, as {@code elasticsearch-master} and {@code elasticsearch}. */
    private static boolean sharesWord(LabelSelector selector, Map<String, String> labels) {
        for (Requirement requirement : selector.requirements()) {
            String label = labels.getOrDefault(requirement.key(), "");
            for (String value : requirement.values()) {
                if (!label.isEmpty()
                        && (value.startsWith(label + "-")
                                || label.startsWith(value + "-")
                                || NearestNames.of(value, List.of(label))
                                                .names()
                                                .size()
                                        == 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Workload workload(Candidate candidate) {
        return (Workload) candidate.member().view();
    }
}
