package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.List;

/** A ConfigMap. */
public record ConfigMap(KubernetesObject object) implements ObjectView {

    public List<Entry> data() {
        return object.fields().object("data").entries();
    }
}
