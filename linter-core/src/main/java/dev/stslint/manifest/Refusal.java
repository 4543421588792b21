package dev.stslint.manifest;

import dev.stslint.source.Located;

/**
 * An entry of a kustomization that kustomize refuses for what the entry leads to, or for what a patch is.
 *
 * @param entry what is to be underlined
 * @param reason why
 * @param name of what it leads to, as it is written; empty where that stands in the entry itself
 */
public record Refusal(Located entry, Reason reason, String name) {

    /** Why an entry is refused (sigs.k8s.io/kustomize/api/internal/target and internal/builtins). */
    public enum Reason {
        /** {@code resources} take kustomizations, not what changes those that take it. */
        COMPONENT_AMONG_RESOURCES,
        /** {@code components} take nothing else. */
        KUSTOMIZATION_AMONG_COMPONENTS,
        /** A kustomization is taken by its directory; its file is read as an object, which it is none of. */
        FILE_OF_A_KUSTOMIZATION,
        /** Without a target an empty patch counts as operations, which need one. */
        EMPTY_PATCH,
        OPERATIONS_WITHOUT_TARGET,
        /** A part of an object without its kind or name, which kustomize wants beside a target too. */
        NAMELESS_PATCH,
        SEVERAL_PATCHES_FOR_A_TARGET,
        /** Neither operations nor a part of an object. */
        NO_PATCH,
        /** What {@code patchesJson6902} does not take. */
        NO_OPERATIONS,
        /** What {@code patchesStrategicMerge} does not take. */
        NO_MERGE_PATCH,
        /** Only where a patch is for some object: else kustomize does not look at its operations. So the others. */
        UNKNOWN_OPERATION,
        OPERATION_WITHOUT_PATH,
        /** Of those that move or copy. */
        OPERATION_WITHOUT_FROM,
        UNREADABLE_SELECTOR
    }
}
