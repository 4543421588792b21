package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;

/** An entry of {@code volumeClaimTemplates}: one claim for each pod, called {@code <template>-<set>-<ordinal>}. */
public record ClaimTemplate(Fields fields) implements Located {

    public Field<String> name() {
        return fields.object("metadata").text("name");
    }

    /** Absent: the cluster's default class; empty: no class at all (facts: E). */
    public Field<String> storageClassName() {
        return fields.object("spec").text("storageClassName");
    }

    public List<String> accessModes() {
        List<String> modes = new ArrayList<>(1);
        for (Field<String> mode : fields.object("spec").texts("accessModes")) {
            mode.addTo(modes);
        }
        return modes;
    }

    public Field<String> storageRequest() {
        return fields.object("spec").object("resources").object("requests").quantity("storage");
    }

    /** The template's name, else its first field. */
    @Override
    public Location location() {
        return name().isPresent() ? name().location() : fields.location();
    }

    @Override
    public String fieldPath() {
        String path = fields.fieldPath();
        return name().isPresent() ? path.substring(0, path.lastIndexOf('[')) + "[" + name().or("") + "]" : path;
    }
}
