package dev.stslint.kube;

/** A Job. */
public record Job(KubernetesObject object, PodTemplate template) implements Workload {

    static Job of(KubernetesObject object) {
        return new Job(object, PodTemplate.of(object.spec().object("template")));
    }

    /** Whether its pods are called {@code <job>-<index>}: pod names that look like a StatefulSet's. */
    public boolean isIndexed() {
        return object.spec().text("completionMode").is("Indexed");
    }
}
