package dev.stslint.manifest;

import dev.stslint.kube.Container;
import dev.stslint.kube.Fields;
import dev.stslint.kube.HostName;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PodIdentity;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Workload;
import dev.stslint.source.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about the host names that stand in values. */
public final class HostDirectory {

    private final ManifestSet manifests;
    private final Index index;

    HostDirectory(ManifestSet manifests, Index index) {
        this.manifests = manifests;
        this.index = index;
    }

    /**
     * The host names in scope that need the pods of a set to have names: {@code db-0.…} of set {@code db}, and a variable
     * pod, or an SRV query, under its governing Service's name.
     */
    public List<HostName> podNamesOf(StatefulSet set) {
        List<HostName> found = new ArrayList<>(0);
        for (HostName host : seenFrom(set, index.bySetName, set.name())) {
            if (!host.serviceBehindPod().isEmpty()) {
                found.add(host);
            }
        }
        String service = set.serviceName().or("");
        if (!service.isEmpty()) {
            found.addAll(seenFrom(set, index.byServiceBehindPod, service));
        }
        return found;
    }

    /** The host names in scope of an object, in other objects, that are the name of a Service. */
    public List<HostName> usesOf(String service, ObjectView from) {
        List<HostName> found = new ArrayList<>(0);
        for (HostName host : seenFrom(from, index.byFirstLabel, service)) {
            if (host.owner() != from.object() && host.use() != HostName.Use.WORD) {
                found.add(host);
            }
        }
        return found;
    }

    /** Whether something in scope, the set itself included, addresses its governing Service by name. */
    public boolean addressGoverningServiceOf(StatefulSet set) {
        String service = set.serviceName().or("");
        return !service.isEmpty() && !seenFrom(set, index.byFirstLabel, service).isEmpty();
    }

    /** Whether a Service in scope has the host's first label for its name, as those for single pods do. */
    public boolean isService(HostName host) {
        Member owner = manifests.memberOf(host);
        return manifests
                        .find(owner.view(), "Service", host.firstLabel())
                        .found()
                        .isPresent()
                || manifests.isKnown(
                        "Service", host.firstLabel(), owner.placements().get(0));
    }

    /** Whether the pods that use the name bring an answer of their own: {@code hostAliases}, search domains, a script. */
    public boolean hasOwnResolution(HostName host) {
        if (!(manifests.memberOf(host).view() instanceof Workload workload)) {
            return false;
        }
        Fields spec = workload.template().spec();
        if (spec.list("hostAliases").isPresent()
                || spec.object("dnsConfig").list("searches").isPresent()) {
            return true;
        }
        for (Container container : workload.containers()) {
            if (PodIdentity.changesResolution(container)) {
                return true;
            }
        }
        return false;
    }

    private List<HostName> seenFrom(ObjectView view, Map<String, Hosts> filed, String key) {
        Hosts hosts = filed.get(key);
        if (hosts == null) {
            return List.of();
        }
        Set<Member> owners = new HashSet<>();
        for (Scope scope : manifests.scopesOf(view)) {
            for (Scope.Candidate owner : hosts.owners.seenFrom(scope)) {
                owners.add(owner.member());
            }
        }
        List<HostName> seen = new ArrayList<>(owners.size());
        for (Member owner : Members.inOrder(owners)) {
            seen.addAll(hosts.byOwner.getOrDefault(owner, List.of()));
        }
        return seen;
    }

    /** All host names by what is asked of them. */
    static final class Index {

        private final Map<String, Hosts> bySetName = new HashMap<>();
        private final Map<String, Hosts> byServiceBehindPod = new HashMap<>();
        private final Map<String, Hosts> byFirstLabel = new HashMap<>();

        Index(List<Member> members) {
            for (Member member : members) {
                for (HostName host : member.hostNames()) {
                    if (host.hasVariablePod() || host.srv()) {
                        String service = host.srv() ? host.firstLabel() : host.serviceBehindPod();
                        file(byServiceBehindPod, service, member, host);
                    } else if (!host.pod().isEmpty()) {
                        file(bySetName, host.setName(), member, host);
                        file(byFirstLabel, host.firstLabel(), member, host);
                    } else {
                        file(byFirstLabel, host.firstLabel(), member, host);
                    }
                }
            }
        }

        private static void file(Map<String, Hosts> index, String key, Member owner, HostName host) {
            Hosts hosts = index.get(key);
            if (hosts == null) {
                hosts = new Hosts();
                index.put(key, hosts);
            }
            hosts.owners.add(owner);
            Groups.add(hosts.byOwner, owner, host);
        }
    }

    /** The host names that are filed under one key. */
    private static final class Hosts {

        private final Members owners = new Members();
        private final Map<Member, List<HostName>> byOwner = new HashMap<>();
    }
}
