package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.Optional;

/** An entry of a container's {@code envFrom}: a ConfigMap or Secret whose keys become variables. */
public record EnvSource(Fields fields) implements Located {

    /** {@code ConfigMap} or {@code Secret}; empty when neither is written. */
    public String kind() {
        if (fields.object("configMapRef").isPresent()) {
            return "ConfigMap";
        }
        return fields.object("secretRef").isPresent() ? "Secret" : "";
    }

    /** The name of the ConfigMap or Secret. */
    public Field<String> name() {
        return fields.object(kind().equals("Secret") ? "secretRef" : "configMapRef")
                .text("name");
    }

    /** The key that would become a variable; empty when the prefix keeps it from being one of this entry's. */
    public Optional<String> keyOf(String variable) {
        String prefix = fields.text("prefix").or("");
        return variable.startsWith(prefix) ? Optional.of(variable.substring(prefix.length())) : Optional.empty();
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
