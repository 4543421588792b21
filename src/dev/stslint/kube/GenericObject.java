package dev.stslint.kube;

/** An object of a kind without a view of its own. */
public record GenericObject(KubernetesObject object) implements ObjectView {}
