package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/** A PersistentVolumeClaim. */
public record PersistentVolumeClaim(KubernetesObject object) implements ObjectView {

    public List<String> accessModes() {
        List<String> modes = new ArrayList<>(1);
        for (Field<String> mode : object.spec().texts("accessModes")) {
            mode.addTo(modes);
        }
        return modes;
    }

    public Field<String> storageClassName() {
        return object.spec().text("storageClassName");
    }
}
