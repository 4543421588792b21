package dev.stslint.manifest;

import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An object of the set with its places in applications. */
final class Member {

    private final ObjectView view;
    private final String root;
    private final List<HostName> hostNames;
    private final boolean usesPodIdentity;
    private final List<Placement> placements = new ArrayList<>(1);

    Member(ObjectView view, String root, List<HostName> hostNames, boolean usesPodIdentity) {
        this.view = view;
        this.root = root;
        this.hostNames = hostNames;
        this.usesPodIdentity = usesPodIdentity;
    }

    ObjectView view() {
        return view;
    }

    KubernetesObject object() {
        return view.object();
    }

    /** The name as written. */
    String name() {
        return view.name();
    }

    String directory() {
        return object().file().directory();
    }

    /** The directory (or file) the user named, below which the object was found. */
    String root() {
        return root;
    }

    List<HostName> hostNames() {
        return hostNames;
    }

    /** Whether a text in it, as a script in a ConfigMap, asks for the pod's own name. */
    boolean usesPodIdentity() {
        return usesPodIdentity;
    }

    /** One for each application that takes it, or a single one as written. */
    List<Placement> placements() {
        return placements;
    }

    boolean isKustomized() {
        return placements.get(0).application().isPresent();
    }

    boolean isCalled(String name, Placement placement) {
        return placement.name().equals(name) || name().equals(name);
    }

    /** The labels its pods carry in a placement; empty when it makes no pods. */
    Map<String, String> podLabels(Placement placement) {
        if (!(view instanceof Workload workload)) {
            return Map.of();
        }
        Map<String, String> labels = new HashMap<>(workload.controllerLabels());
        labels.putAll(workload.template().labels().asMap());
        labels.putAll(placement.templateLabels());
        return labels;
    }

    /** Whether a selector of this object, as a placement changes it, selects pods with these labels. */
    boolean selects(LabelSelector selector, Placement placement, Map<String, String> labels) {
        if (!selector.isReadable()
                || (selector.requirements().isEmpty()
                        && placement.selectorLabels().isEmpty())) {
            return false;
        }
        for (Requirement requirement : selector.requirements()) {
            boolean replaced = placement.selectorLabels().containsKey(requirement.key());
            if (!replaced && !requirement.holdsFor(labels)) {
                return false;
            }
        }
        for (Map.Entry<String, String> added : placement.selectorLabels().entrySet()) {
            if (!Objects.equals(added.getValue(), labels.get(added.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return object().toString();
    }
}
