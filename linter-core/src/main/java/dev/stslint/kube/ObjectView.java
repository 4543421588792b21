package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;

/** A typed view of a whole object. */
public interface ObjectView extends Located {

    KubernetesObject object();

    /** The name, or empty when there is none (generated, or of a wrong type). */
    default String name() {
        return object().name().or("");
    }

    /** {@code Kind `name`}, as messages speak of it; {@code this Kind} when it has no name yet. */
    default String title() {
        return name().isEmpty() ? "this " + object().kind() : object().kind() + " `" + name() + "`";
    }

    @Override
    default Location location() {
        return object().location();
    }
}
