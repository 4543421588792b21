package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.List;

/** A Secret. */
public record Secret(KubernetesObject object) implements ObjectView {

    /** Absent means Opaque. */
    public Field<String> type() {
        return object.fields().text("type");
    }

    /** Base64 values by key. */
    public List<Entry> data() {
        return object.fields().object("data").entries();
    }

    /** Plain values by key. */
    public List<Entry> stringData() {
        return object.fields().object("stringData").entries();
    }
}
