package dev.stslint.kube;

/** A Pod of its own; it is its own template. */
public record Pod(KubernetesObject object, PodTemplate template) implements Workload {

    static Pod of(KubernetesObject object) {
        return new Pod(object, PodTemplate.of(object.fields()));
    }

    /** A pod selects nothing. */
    @Override
    public LabelSelector selector() {
        return LabelSelector.of(object.spec().object("selector"));
    }
}
