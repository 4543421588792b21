package dev.stslint.kube;

/** A CronJob; the template is that of its Jobs' pods. */
public record CronJob(KubernetesObject object, PodTemplate template) implements Workload {

    static CronJob of(KubernetesObject object) {
        return new CronJob(object, PodTemplate.of(jobSpec(object).object("template")));
    }

    @Override
    public LabelSelector selector() {
        return LabelSelector.of(jobSpec(object).object("selector"));
    }

    private static Fields jobSpec(KubernetesObject object) {
        return object.spec().object("jobTemplate").object("spec");
    }
}
