package dev.stslint.kube;

/** A ReplicaSet. */
public record ReplicaSet(KubernetesObject object, PodTemplate template) implements Workload {

    static ReplicaSet of(KubernetesObject object) {
        return new ReplicaSet(object, PodTemplate.of(object.spec().object("template")));
    }

    @Override
    public boolean isScalable() {
        return true;
    }
}
