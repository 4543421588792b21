package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry of a pod's {@code volumes}. */
public record Volume(Fields fields) implements Located {

    public Field<String> name() {
        return fields.text("name");
    }

    /** The kind of its source, as {@code configMap}; empty when none is written, which makes it an emptyDir (facts: E). */
    public Optional<String> source() {
        for (String field : fields.names()) {
            if (!field.equals("name")) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Whether its content dies with the pod: an emptyDir, written or by default. */
    public boolean isEmptyDirectory() {
        Optional<String> source = source();
        return source.isEmpty() || source.get().equals("emptyDir");
    }

    /**
     * Whether data written to it outlives the pod: a claim, a network file system, a CSI or legacy driver's volume.
     * Host paths count for their node; {@code ephemeral} claims die with the pod; what drivers for secrets and
     * certificates bring is read-only.
     */
    public boolean isPersistent() {
        if (fields.object("csi").bool("readOnly").is(true)) {
            return false;
        }
        return switch (source().orElse("emptyDir")) {
            case "emptyDir", "configMap", "secret", "downwardAPI", "projected", "ephemeral", "image", "gitRepo" ->
                false;
            default -> true;
        };
    }

    public boolean isHostPath() {
        return fields.has("hostPath");
    }

    /** {@code persistentVolumeClaim.claimName}. */
    public Field<String> claimName() {
        return fields.object("persistentVolumeClaim").text("claimName");
    }

    /** Whether it shows the containers their pod's name, as a file of the downward API. */
    public boolean showsPodName() {
        List<Fields> items = new ArrayList<>(fields.object("downwardAPI").objects("items"));
        for (Fields source : fields.object("projected").objects("sources")) {
            items.addAll(source.object("downwardAPI").objects("items"));
        }
        for (Fields item : items) {
            String path = item.object("fieldRef").text("fieldPath").or("");
            if (path.equals("metadata.name") || path.equals("metadata.labels") || path.contains("pod-")) {
                return true;
            }
        }
        return false;
    }

    /** The ConfigMap it shows, when it shows one; projected volumes' sources are not looked into. */
    public Field<String> configMapName() {
        return fields.object("configMap").text("name");
    }

    @Override
    public Location location() {
        return fields.location();
    }

    @Override
    public String fieldPath() {
        return fields.fieldPath();
    }
}
