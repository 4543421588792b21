package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;

/**
 * An entry of {@code volumeMounts} or {@code volumeDevices}.
 *
 * @param isDevice whether it is a raw block device
 */
public record VolumeMount(Fields fields, boolean isDevice) implements Located {

    /** The volume or claim template that is mounted. */
    public Field<String> name() {
        return fields.text("name");
    }

    /** Where it appears in the container: {@code mountPath} or {@code devicePath}. */
    public Field<String> path() {
        return fields.text(isDevice ? "devicePath" : "mountPath");
    }

    /** Whether a path lies at its mount point or below it. */
    public boolean isAtOrAbove(String directory) {
        return !isDevice && path().isPresent() && Paths.isAtOrBelow(directory, Paths.normalize(path().or("")));
    }

    public boolean isReadOnly() {
        return fields.bool("readOnly").or(false);
    }

    public Field<String> subPath() {
        return fields.text("subPath");
    }

    /** Whether only a part of the volume is mounted. */
    public boolean hasSubPath() {
        return !fields.text("subPath").or("").isEmpty()
                || !fields.text("subPathExpr").or("").isEmpty();
    }

    @Override
    public Location location() {
        return name().isPresent() ? name().location() : fields.location();
    }

    @Override
    public String fieldPath() {
        return fields.fieldPath();
    }
}
