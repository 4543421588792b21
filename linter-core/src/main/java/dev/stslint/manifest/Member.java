package dev.stslint.manifest;

import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Operator;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An object of the set with its places in applications. */
final class Member implements Comparable<Member> {

    private final ObjectView view;
    private final KubernetesObject object;
    private final String name;
    private final String root;
    private final String directory;
    private final List<HostName> hostNames;
    private final boolean usesPodIdentity;
    private final boolean context;
    private final List<Placement> placements = new ArrayList<>(1);

    Member(
            ObjectView view,
            String root,
            String directory,
            List<HostName> hostNames,
            boolean usesPodIdentity,
            boolean context) {
        this.view = view;
        this.object = view.object();
        this.name = view.name();
        this.root = root;
        this.directory = directory;
        this.hostNames = hostNames;
        this.usesPodIdentity = usesPodIdentity;
        this.context = context;
    }

    /** By place. */
    @Override
    public int compareTo(Member other) {
        int byFile = object().file().path().compareTo(other.object().file().path());
        return byFile != 0 ? byFile : object().extent().compareTo(other.object().extent());
    }

    ObjectView view() {
        return view;
    }

    KubernetesObject object() {
        return object;
    }

    /** The name as written. */
    String name() {
        return name;
    }

    String directory() {
        return directory;
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

    /** Whether it is there for others to refer to: from wherever they stand. */
    boolean isContext() {
        return context;
    }

    /** One for each application that takes it, or a single one as written. */
    List<Placement> placements() {
        return placements;
    }

    boolean isKustomized() {
        return placements.get(0).application().isPresent();
    }

    boolean isCalled(String name, Placement placement) {
        return placement.isOrWasCalled(name) || name().equals(name);
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

    /** Whether a selector selects its pods where no kustomization changes either. */
    boolean fitsAsWritten(LabelSelector selector) {
        if (!(view instanceof Workload workload)) {
            return false;
        }
        Map<String, String> labels = new HashMap<>(workload.controllerLabels());
        labels.putAll(workload.template().labels().asMap());
        return selector.matches(labels);
    }

    /** Whether a selector of this object, as a placement changes it, selects pods with these labels. */
    boolean selects(LabelSelector selector, Placement placement, Map<String, String> labels) {
        Map<String, String> added = labelsAddedTo(selector, placement);
        if (!selector.isReadable() || (selector.requirements().isEmpty() && added.isEmpty())) {
            return false;
        }
        for (Requirement requirement : selector.requirements()) {
            if (!isReplaced(requirement, added) && !requirement.holdsFor(labels)) {
                return false;
            }
        }
        for (Map.Entry<String, String> label : added.entrySet()) {
            if (!Objects.equals(label.getValue(), labels.get(label.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a selector of this object asks for, as a placement changes it, and labels do not give; what kustomizations add
     * is left out, since nobody wrote it wrong.
     */
    List<Requirement> unmet(LabelSelector selector, Placement placement, Map<String, String> labels) {
        Map<String, String> added = labelsAddedTo(selector, placement);
        List<Requirement> unmet = new ArrayList<>(1);
        for (Requirement requirement : selector.unmetBy(labels)) {
            if (!isReplaced(requirement, added)) {
                unmet.add(requirement);
            }
        }
        return unmet;
    }

    /** The labels that everything selected must carry, each as {@code key=value}. */
    List<String> sureLabels(LabelSelector selector, Placement placement) {
        List<String> sure = new ArrayList<>(2);
        Map<String, String> added = labelsAddedTo(selector, placement);
        for (Map.Entry<String, String> label : added.entrySet()) {
            sure.add(label.getKey() + "=" + label.getValue());
        }
        for (Requirement requirement : selector.requirements()) {
            if (requirement.operator() == Operator.EQUALS && !added.containsKey(requirement.key())) {
                sure.add(requirement.key() + "=" + requirement.values().get(0));
            }
        }
        return sure;
    }

    /** Whether nothing is left of a selector to choose by, in a placement. */
    boolean isUnselective(LabelSelector selector, Placement placement) {
        return selector.isEmpty() && labelsAddedTo(selector, placement).isEmpty();
    }

    /** Kustomizations put labels into any selector but a budget's, where they go only beside others (its field specs). */
    private Map<String, String> labelsAddedTo(LabelSelector selector, Placement placement) {
        boolean takesLabels =
                !(view instanceof PodDisruptionBudget) || selector.equalities().isPresent();
        return takesLabels ? placement.selectorLabels() : Map.of();
    }

    private static boolean isReplaced(Requirement requirement, Map<String, String> added) {
        return requirement.operator() == Operator.EQUALS && added.containsKey(requirement.key());
    }

    @Override
    public String toString() {
        return object().toString();
    }
}
