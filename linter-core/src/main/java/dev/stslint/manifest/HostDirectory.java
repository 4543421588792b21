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
import java.util.List;
import java.util.Map;

/** Questions about the host names that stand in values. */
public final class HostDirectory {

    private final ManifestSet manifests;
    private final Map<String, List<HostName>> bySetName = new HashMap<>();
    private final Map<String, List<HostName>> byServiceBehindPod = new HashMap<>();
    private final Map<String, List<HostName>> byFirstLabel = new HashMap<>();

    HostDirectory(ManifestSet manifests) {
        this.manifests = manifests;
        for (Member member : manifests.members()) {
            for (HostName host : member.hostNames()) {
                if (host.hasVariablePod() || host.srv()) {
                    file(byServiceBehindPod, host.srv() ? host.firstLabel() : host.serviceBehindPod(), host);
                } else if (!host.pod().isEmpty()) {
                    file(bySetName, host.setName(), host);
                    file(byFirstLabel, host.firstLabel(), host);
                } else {
                    file(byFirstLabel, host.firstLabel(), host);
                }
            }
        }
    }

    /**
     * The host names in scope that need the pods of a set to have names: {@code db-0.…} of set {@code db}, and a variable
     * pod, or an SRV query, under its governing Service's name.
     */
    public List<HostName> podNamesOf(StatefulSet set) {
        List<HostName> found = new ArrayList<>(0);
        for (HostName host : bySetName.getOrDefault(set.name(), List.of())) {
            if (!host.serviceBehindPod().isEmpty() && isSeenFrom(set, host)) {
                found.add(host);
            }
        }
        String service = set.serviceName().or("");
        if (!service.isEmpty()) {
            for (HostName host : byServiceBehindPod.getOrDefault(service, List.of())) {
                if (isSeenFrom(set, host)) {
                    found.add(host);
                }
            }
        }
        return found;
    }

    /** The host names in scope of an object, in other objects, that are the name of a Service. */
    public List<HostName> usesOf(String service, ObjectView from) {
        List<HostName> found = new ArrayList<>(0);
        for (HostName host : byFirstLabel.getOrDefault(service, List.of())) {
            if (host.owner() != from.object() && host.use() != HostName.Use.WORD && isSeenFrom(from, host)) {
                found.add(host);
            }
        }
        return found;
    }

    /** Whether something in scope, the set itself included, addresses its governing Service by name. */
    public boolean addressGoverningServiceOf(StatefulSet set) {
        String service = set.serviceName().or("");
        for (HostName host : service.isEmpty() ? List.<HostName>of() : byFirstLabel.getOrDefault(service, List.of())) {
            if (isSeenFrom(set, host)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a Service in scope has the host's first label for its name, as those for single pods do. */
    public boolean isService(HostName host) {
        ObjectView owner = manifests.memberOf(host).view();
        return manifests.find(owner, "Service", host.firstLabel()).found().isPresent();
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

    private boolean isSeenFrom(ObjectView view, HostName host) {
        Member owner = manifests.memberOf(host);
        for (Scope scope : manifests.scopesOf(view)) {
            if (scope.see(owner).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void file(Map<String, List<HostName>> index, String key, HostName host) {
        Groups.add(index, key, host);
    }
}
