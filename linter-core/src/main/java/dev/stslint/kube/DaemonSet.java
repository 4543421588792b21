package dev.stslint.kube;

/** A DaemonSet: one pod a node, without a replica count. */
public record DaemonSet(KubernetesObject object, PodTemplate template) implements Workload {

    static DaemonSet of(KubernetesObject object) {
        return new DaemonSet(object, PodTemplate.of(object.spec().object("template")));
    }
}
