package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;

/** An entry of a container's {@code env}. */
public record EnvVar(Fields fields) implements Located {

    public Field<String> name() {
        return fields.text("name");
    }

    /** The literal; absent when {@code valueFrom} gives the value, or nothing does. */
    public Field<String> value() {
        return fields.text("value");
    }

    /** The literal as it is written, a number or a boolean too. */
    public Field<String> writtenValue() {
        return fields.writtenScalar("value");
    }

    public boolean hasSource() {
        return fields.object("valueFrom").isPresent();
    }

    /** The downward API path, as {@code metadata.name}. */
    public Field<String> fieldReference() {
        return fields.object("valueFrom").object("fieldRef").text("fieldPath");
    }

    /** {@code valueFrom.secretKeyRef}. */
    public Fields secretReference() {
        return fields.object("valueFrom").object("secretKeyRef");
    }

    /** {@code valueFrom.configMapKeyRef}. */
    public Fields configMapReference() {
        return fields.object("valueFrom").object("configMapKeyRef");
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
