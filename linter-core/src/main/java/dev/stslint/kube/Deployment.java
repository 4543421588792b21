package dev.stslint.kube;

/** A Deployment. */
public record Deployment(KubernetesObject object, PodTemplate template) implements Workload {

    static Deployment of(KubernetesObject object) {
        return new Deployment(object, PodTemplate.of(object.spec().object("template")));
    }

    @Override
    public boolean isScalable() {
        return true;
    }
}
