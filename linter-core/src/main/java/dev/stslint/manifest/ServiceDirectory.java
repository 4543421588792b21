package dev.stslint.manifest;

import dev.stslint.kube.GenericObject;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Questions about Services. */
public final class ServiceDirectory {

    private final ManifestSet manifests;
    private final LabelIndex index;
    private final Map<String, Members> endpointSlices = new HashMap<>();

    /** Several rules ask it of each set, on several threads, so it is answered once. */
    private final Map<KubernetesObject, Lookup<Service>> governing = new ConcurrentHashMap<>();

    ServiceDirectory(ManifestSet manifests, LabelIndex index) {
        this.manifests = manifests;
        this.index = index;
        for (Member member : manifests.ofType(GenericObject.class).all()) {
            if (member.object().kind().equals("EndpointSlice")) {
                Optional<String> service = member.object().labels().get("kubernetes.io/service-name");
                if (service.isPresent()) {
                    Members.file(endpointSlices, service.get(), member);
                }
            }
        }
    }

    /**
     * The Service that {@code serviceName} names. Unknown when no name is written, or one that no Service can have.
     */
    public Lookup<Service> governing(StatefulSet set) {
        Lookup<Service> known = governing.get(set.object());
        if (known == null) {
            known = lookUpGoverning(set);
            governing.put(set.object(), known);
        }
        return known;
    }

    private Lookup<Service> lookUpGoverning(StatefulSet set) {
        String name = set.serviceName().or("");
        if (NameToken.isStandIn(name) || !NameToken.isDnsLabel(name)) {
            return new Lookup.Unknown<>("no Service can have that name");
        }
        List<NearMiss<Service>> nearMisses = new ArrayList<>(1);
        String unknown = "";
        for (Scope scope : manifests.scopesOf(set)) {
            List<Candidate> here = new ArrayList<>(1);
            for (Candidate candidate : manifests.named("Service", name).seenFrom(scope)) {
                if (!candidate.member().isCalled(name, candidate.placement())) {
                    continue;
                }
                if (!scope.sharesNamespace(candidate.placement())) {
                    nearMisses.add(new NearMiss<>(NearMiss.Kind.OTHER_NAMESPACE, service(candidate)));
                } else if (!candidate.sibling() || selects(candidate, set, scope)) {
                    here.add(candidate);
                }
            }
            if (!here.isEmpty()) {
                return new Lookup.Found<>(service(best(here, set, scope)));
            }
            if (manifests.isKnown("Service", name, scope.placement())) {
                return new Lookup.Unknown<>(ManifestSet.KNOWN);
            }
            unknown = unknown.isEmpty() ? reasonNotToKnow(set, scope, name) : unknown;
        }
        addOthersThatSelect(set, nearMisses);
        if (!unknown.isEmpty()) {
            List<NearMiss<Service>> sure = new ArrayList<>(nearMisses.size());
            for (NearMiss<Service> miss : nearMisses) {
                if (miss.kind() == NearMiss.Kind.HEADLESS_SELECTS_PODS) {
                    sure.add(miss);
                }
            }
            return sure.isEmpty() || manifests.isPartial() ? new Lookup.Unknown<>(unknown) : new Lookup.Missing<>(sure);
        }
        addSimilarlyNamed(set, name, nearMisses);
        addOutOfScope(set, name, nearMisses);
        return new Lookup.Missing<>(nearMisses);
    }

    /** The Services in scope that select a workload's pods, the nearest only. */
    public List<Service> selecting(Workload workload) {
        Set<Member> seen = new HashSet<>();
        List<Service> found = new ArrayList<>(1);
        for (Scope scope : manifests.scopesOf(workload)) {
            for (Candidate candidate : Scope.nearest(candidatesSelecting(workload, scope))) {
                if (seen.add(candidate.member())) {
                    found.add(service(candidate));
                }
            }
        }
        return found;
    }

    /** The headless ones among them. */
    public List<Service> headlessSelecting(Workload workload) {
        List<Service> headless = new ArrayList<>(1);
        for (Service service : selecting(workload)) {
            if (service.isHeadless()) {
                headless.add(service);
            }
        }
        return headless;
    }

    /** Whether a Service in scope selects single pods of a set, by a label that only the controller gives them. */
    public boolean selectSinglePods(StatefulSet set) {
        for (Service service : selecting(set)) {
            for (Requirement requirement : service.selector().requirements()) {
                if (set.controllerLabels().containsKey(requirement.key())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether somebody else fills a Service's endpoints: an Endpoints or EndpointSlice object of its name is in scope. */
    public boolean hasOwnEndpoints(Service service) {
        if (manifests.find(service, "Endpoints", service.name()).found().isPresent()) {
            return true;
        }
        Members slices = endpointSlices.getOrDefault(service.name(), Members.NONE);
        for (Scope scope : manifests.scopesOf(service)) {
            if (!slices.seenFrom(scope).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a Service, as some application changes it, selects a workload's pods. */
    public boolean selects(Service service, Workload workload) {
        for (Scope scope : manifests.scopesOf(workload)) {
            Optional<Scope.Candidate> candidate = scope.see(manifests.member(service));
            if (candidate.isPresent() && selects(candidate.get(), workload, scope)) {
                return true;
            }
        }
        return false;
    }

    private List<Candidate> candidatesSelecting(Workload workload, Scope scope) {
        Map<String, String> labels = scope.from().podLabels(scope.placement());
        List<Candidate> found = new ArrayList<>(2);
        for (Member service : index.selectorsFor(Service.class, labels, scope)) {
            for (Candidate candidate : scope.seeAll(service)) {
                if (scope.sharesNamespace(candidate.placement()) && selects(candidate, workload, scope)) {
                    found.add(candidate);
                }
            }
            if (found.size() >= LabelIndex.MOST_SELECTED) {
                break;
            }
        }
        return found;
    }

    private static boolean selects(Candidate candidate, ObjectView workload, Scope scope) {
        Member service = candidate.member();
        return workload instanceof Workload
                && service.selects(
                        service(candidate).selector(),
                        candidate.placement(),
                        scope.from().podLabels(scope.placement()));
    }

    /** Of several candidates the nearest; of those one in exactly the same namespace, then one that selects the pods. */
    private static Candidate best(List<Candidate> candidates, StatefulSet set, Scope scope) {
        Candidate best = candidates.get(0);
        int bestScore = -1;
        for (Candidate candidate : Scope.nearest(candidates)) {
            int score =
                    candidate.placement().namespace().equals(scope.placement().namespace()) ? 2 : 0;
            score += selects(candidate, set, scope) ? 1 : 0;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Why a name that is not in scope may exist all the same; empty when there is no reason to think so. */
    private String reasonNotToKnow(StatefulSet set, Scope scope, String name) {
        if (!scope.openReason("Service").isEmpty()) {
            return scope.openReason("Service");
        }
        if (scope.placement().application().isPresent()) {
            return "";
        }
        Map<String, String> labels = scope.from().podLabels(scope.placement());
        for (Member member : manifests.named("Service", name).all()) {
            Placement placement = member.placements().get(0);
            if (scope.see(member).isEmpty()
                    && member.root().equals(scope.from().root())
                    && scope.sharesNamespace(placement)
                    && member.selects(((Service) member.view()).selector(), placement, labels)) {
                return "a Service of that name, further away in the input, selects the pods of " + set.title();
            }
        }
        return "";
    }

    private void addOthersThatSelect(StatefulSet set, List<NearMiss<Service>> nearMisses) {
        List<NearMiss<Service>> virtual = new ArrayList<>(1);
        for (Service service : selecting(set)) {
            if (service.isHeadless()) {
                nearMisses.add(new NearMiss<>(NearMiss.Kind.HEADLESS_SELECTS_PODS, service));
            } else {
                virtual.add(new NearMiss<>(NearMiss.Kind.SELECTS_PODS, service));
            }
        }
        nearMisses.addAll(virtual);
    }

    private void addSimilarlyNamed(StatefulSet set, String name, List<NearMiss<Service>> nearMisses) {
        Map<String, Service> byName = new LinkedHashMap<>();
        for (Scope scope : manifests.scopesOf(set)) {
            for (Candidate candidate : manifests.ofType(Service.class).seenByNeighbour(scope)) {
                if (scope.sharesNamespace(candidate.placement())) {
                    byName.put(candidate.member().name(), service(candidate));
                }
            }
        }
        for (String similar : NearestNames.of(name, byName.keySet()).names()) {
            nearMisses.add(new NearMiss<>(NearMiss.Kind.SIMILAR_NAME, Objects.requireNonNull(byName.get(similar))));
        }
    }

    private void addOutOfScope(StatefulSet set, String name, List<NearMiss<Service>> nearMisses) {
        Scope scope = manifests.scopesOf(set).get(0);
        for (Member member : manifests.named("Service", name).all()) {
            boolean isInScope = scope.see(member).isPresent();
            if (!isInScope && scope.sharesNamespace(member.placements().get(0))) {
                nearMisses.add(new NearMiss<>(NearMiss.Kind.OUT_OF_SCOPE, (Service) member.view()));
                return;
            }
        }
    }

    private static Service service(Candidate candidate) {
        return (Service) candidate.member().view();
    }
}
