package dev.stslint.manifest;

import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Container;
import dev.stslint.kube.Field;
import dev.stslint.kube.HostName;
import dev.stslint.kube.Job;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.kube.VolumeMount;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** The workloads in scope whose pods a budget covers in one application. */
    List<Candidate> covered(PodDisruptionBudget budget, Scope scope) {
        List<Candidate> found = new ArrayList<>(1);
        boolean all = budget.selectsAll() && scope.from().isUnselective(budget.selector(), scope.placement());
        Members workloads =
                all ? index.workloads() : index.workloadsFor(budget.selector(), scope.from(), scope.placement());
        LabelSelector selector = budget.selector();
        for (Member workload : workloads.near(scope)) {
            for (Candidate candidate : scope.seeAll(workload)) {
                if (scope.sharesNamespace(candidate.placement())
                        && !candidate.sibling()
                        && (all || selects(selector, scope, candidate))) {
                    found.add(candidate);
                }
            }
            if (found.size() >= LabelIndex.MOST_SELECTED) {
                break;
            }
        }
        return Scope.together(found);
    }

    /** A workload of the same application that a selector was probably meant for, and misses by a slip. */
    public Optional<Workload> nearMissOf(ObjectView selecting, LabelSelector selector) {
        for (Scope scope : manifests.scopesOf(selecting)) {
            List<Candidate> near = nearMissesOf(selector, scope);
            if (!near.isEmpty()) {
                return Optional.of(workload(near.get(0)));
            }
        }
        return Optional.empty();
    }

    /** The workloads of one application that a selector was probably meant for, the likeliest first. */
    List<Candidate> nearMissesOf(LabelSelector selector, Scope scope) {
        List<Candidate> near = new ArrayList<>(1);
        List<SelectorSlip> slips = new ArrayList<>(1);
        for (Candidate candidate : index.workloads().seenByNeighbour(scope)) {
            if (!scope.sharesNamespace(candidate.placement())) {
                continue;
            }
            SelectorSlip slip = SelectorSlip.between(selector, scope, candidate);
            if (slip == SelectorSlip.NONE) {
                continue;
            }
            int at = 0;
            while (at < slips.size() && slips.get(at).compareTo(slip) <= 0) {
                at++;
            }
            near.add(at, candidate);
            slips.add(at, slip);
        }
        return near;
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

    /** Whether a container is started by a script in a volume whose content is not in the input. */
    public boolean startsUnseenScript(Workload workload) {
        for (Container container : workload.containers()) {
            for (VolumeMount mount : container.mounts()) {
                String path = mount.path().or("");
                if (!path.isEmpty() && startsFrom(path, container) && !isSeen(mount, workload)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsFrom(String path, Container container) {
        boolean isProgram = !container.command().isEmpty();
        for (Field<String> word : container.commandLine()) {
            boolean isScript =
                    isProgram || word.or("").contains(".sh") || word.or("").contains(".py");
            if (isScript && word.or("").contains(path)) {
                return true;
            }
            isProgram = false;
        }
        return false;
    }

    private boolean isSeen(VolumeMount mount, Workload workload) {
        return workload.template()
                .volume(mount.name().or(""))
                .flatMap(volume -> volume.configMapName().value())
                .flatMap(name -> manifests.find(workload, "ConfigMap", name).found())
                .isPresent();
    }

    private List<Candidate> namedBy(HostName host, String kind) {
        Member owner = manifests.memberOf(host);
        List<Candidate> found = new ArrayList<>(1);
        for (Placement placement : owner.placements()) {
            Scope scope = new Scope(owner, placement);
            for (Candidate candidate :
                    Scope.nearest(manifests.named(kind, host.setName()).seenFrom(scope))) {
                if (!found.contains(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private List<Candidate> selected(LabelSelector selector, Scope scope) {
        List<Candidate> found = new ArrayList<>(1);
        Members workloads = index.workloadsFor(selector, scope.from(), scope.placement());
        for (Member workload : workloads.near(scope)) {
            for (Candidate candidate : scope.seeAll(workload)) {
                if (scope.sharesNamespace(candidate.placement()) && selects(selector, scope, candidate)) {
                    found.add(candidate);
                }
            }
            if (found.size() >= LabelIndex.MOST_SELECTED) {
                break;
            }
        }
        return Scope.nearest(found);
    }

    private static boolean selects(LabelSelector selector, Scope scope, Candidate candidate) {
        return scope.from()
                .selects(selector, scope.placement(), candidate.member().podLabels(candidate.placement()));
    }

    private static Workload workload(Candidate candidate) {
        return (Workload) candidate.member().view();
    }
}
