package dev.stslint.kube;

import java.util.List;
import java.util.Map;

/** An object that makes pods, or is one. */
public sealed interface Workload extends ObjectView
        permits StatefulSet, Deployment, DaemonSet, ReplicaSet, ReplicationController, Job, CronJob, Pod {

    PodTemplate template();

    /** {@code spec.selector}; absent for kinds that have none. */
    default LabelSelector selector() {
        return LabelSelector.of(object().spec().object("selector"));
    }

    /** {@code spec.replicas}, where the kind has it: absent means 1. Always absent for the other kinds. */
    default Field<Integer> replicas() {
        return object().spec().integer("replicas");
    }

    /** Whether the kind has a scale subresource with a replica count, so that budgets and autoscalers can count it. */
    default boolean isScalable() {
        return false;
    }

    /**
     * The labels that its pods carry beyond the template's: those a controller adds, with a stand-in value where the
     * value differs by pod (facts: A5).
     */
    default Map<String, String> controllerLabels() {
        return Map.of();
    }

    /**
     * Whether it is no whole object but somebody's patch, or a part that something completes: a template without
     * containers, a container without an image, an {@code apps/v1} controller with neither a selector nor labels that it
     * could select. The API server accepts none of these; it does not accept an object whose selector was forgotten
     * either, but that one gives its pods labels, which patches have no reason to.
     */
    default boolean isFragment() {
        boolean hasMain = false;
        for (Container container : containers()) {
            if (container.imageField().isAbsent()) {
                return true;
            }
            hasMain |= container.role() == Container.Role.MAIN;
        }
        boolean needsSelector =
                object().group().equals("apps") && object().version().equals("v1");
        return !hasMain
                || (needsSelector
                        && selector().isAbsent()
                        && template().labels().asMap().isEmpty());
    }

    default List<Container> containers() {
        return template().containers();
    }
}
