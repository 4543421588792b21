package dev.stslint.kube;

/** A ReplicationController; its selector is a plain map. */
public record ReplicationController(KubernetesObject object, PodTemplate template) implements Workload {

    static ReplicationController of(KubernetesObject object) {
        return new ReplicationController(object, PodTemplate.of(object.spec().object("template")));
    }

    @Override
    public LabelSelector selector() {
        return LabelSelector.ofMap(object.spec().object("selector"));
    }

    @Override
    public boolean isScalable() {
        return true;
    }
}
