package dev.stslint.kube;

/** A StorageClass; its fields stand at the top, not under {@code spec}. */
public record StorageClass(KubernetesObject object) implements ObjectView {

    /** Absent means Delete (facts: E). */
    public Field<String> reclaimPolicy() {
        return object.fields().text("reclaimPolicy");
    }

    /** Absent means Immediate (facts: E). */
    public Field<String> volumeBindingMode() {
        return object.fields().text("volumeBindingMode");
    }
}
