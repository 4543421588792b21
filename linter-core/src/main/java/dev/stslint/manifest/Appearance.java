package dev.stslint.manifest;

import dev.stslint.source.Located;
import java.util.Optional;

/** An object as one of the applications that take it has it. */
public final class Appearance {

    private final Scope scope;

    Appearance(Scope scope) {
        this.scope = scope;
    }

    /** The directory of the kustomization; empty at the top of the input, and outside of kustomizations. */
    public String application() {
        Optional<Application> application = scope.placement().application();
        return application.isPresent() ? application.get().directory() : "";
    }

    /** Whether a patch of this application makes a field of the object unknown. */
    public boolean patches(Located field) {
        return scope.placement().patches(field.fieldPath());
    }

    Scope scope() {
        return scope;
    }
}
