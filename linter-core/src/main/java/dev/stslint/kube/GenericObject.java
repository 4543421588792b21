package dev.stslint.kube;

/** An object of a kind without a view of its own. */
public record GenericObject(KubernetesObject object) implements ObjectView {

    /** Whether it is of a kind that Kubernetes does not bring along, so that some operator may make pods of it. */
    public boolean isCustom() {
        return object.group().indexOf('.') > 0 && !object.group().endsWith(".k8s.io");
    }
}
