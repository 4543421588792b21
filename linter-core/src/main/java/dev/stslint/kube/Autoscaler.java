package dev.stslint.kube;

/**
 * What changes a workload's replica count by load: a HorizontalPodAutoscaler, or KEDA's ScaledObject, which makes one.
 */
public record Autoscaler(KubernetesObject object) implements ObjectView {

    private boolean isKeda() {
        return object.kind().equals("ScaledObject");
    }

    /** The kind of the target; KEDA's default is Deployment. */
    public String targetKind() {
        return object.spec().object("scaleTargetRef").text("kind").or(isKeda() ? "Deployment" : "");
    }

    public Field<String> targetName() {
        return object.spec().object("scaleTargetRef").text("name");
    }

    /** Absent means 1 for an HPA (facts: G) and 0 for KEDA. */
    public Field<Integer> minimum() {
        return object.spec().integer(isKeda() ? "minReplicaCount" : "minReplicas");
    }

    /** Whether it starts pods where there are none: KEDA does, an HPA leaves a workload with 0 replicas alone (facts: G). */
    public boolean startsFromZero() {
        return isKeda();
    }

    /** Whether both ends are written as numbers, or left to their defaults. */
    public boolean hasKnownRange() {
        return !minimum().isInvalid()
                && !maximum().isInvalid()
                && (isKeda() || maximum().isPresent());
    }

    /** The fewest replicas it scales to, 1 at least: at 0 there is no pod to speak of. */
    public int floor() {
        return Math.max(1, minimum().or(1));
    }

    /** Absent means 100 for KEDA; an HPA must have it. */
    public Field<Integer> maximum() {
        return object.spec().integer(isKeda() ? "maxReplicaCount" : "maxReplicas");
    }

    /** The most replicas it scales to. */
    public int ceiling() {
        return maximum().or(isKeda() ? 100 : floor());
    }
}
