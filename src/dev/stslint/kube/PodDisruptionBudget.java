package dev.stslint.kube;

/** A PodDisruptionBudget. */
public record PodDisruptionBudget(KubernetesObject object) implements ObjectView {

    public Fields spec() {
        return object.spec();
    }

    public Field<IntOrString> minAvailable() {
        return spec().intOrString("minAvailable");
    }

    public Field<IntOrString> maxUnavailable() {
        return spec().intOrString("maxUnavailable");
    }

    /** Absent: no pods. Empty: every pod of the namespace in policy/v1, none in policy/v1beta1 (facts: F). */
    public LabelSelector selector() {
        return LabelSelector.of(spec().object("selector"));
    }

    /** Whether an empty selector means every pod of the namespace. */
    public boolean selectsAll() {
        return object.version().equals("v1") && selector().isEmpty();
    }

    /** Absent means IfHealthyBudget. */
    public Field<String> unhealthyPodEvictionPolicy() {
        return spec().text("unhealthyPodEvictionPolicy");
    }
}
