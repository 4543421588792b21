package dev.stslint.kube;

import dev.stslint.secret.Mask;

/**
 * Names an object within a manifest set: the version is left out, so that {@code apps/v1} and {@code apps/v1beta1} name
 * the same one.
 *
 * @param group empty for the core group
 * @param namespace empty when none is written: "the same unknown namespace", not "default" (facts: I4)
 */
public record ResourceId(String group, String kind, String namespace, String name) {

    @Override
    public int hashCode() {
        return ((group.hashCode() * 31 + kind.hashCode()) * 31 + namespace.hashCode()) * 31 + name.hashCode();
    }

    /** {@code StatefulSet/shop/db}, as reports name it; {@code -} for a namespace that is not written. */
    public String shown() {
        String scope = namespace.isEmpty() ? "-" : Mask.secretsIn(namespace);
        return kind + "/" + scope + "/" + Mask.secretsIn(name);
    }
}
