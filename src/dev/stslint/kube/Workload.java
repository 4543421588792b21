package dev.stslint.kube;

import java.util.List;
import java.util.Map;

/** An object that makes pods, or is one. */
public sealed interface Workload extends ObjectView
        permits StatefulSet, Deployment, DaemonSet, ReplicaSet, ReplicationController, Job, CronJob, Pod {

    PodTemplate template();

    /** {@code spec.selector}; absent for kinds that have none. */
    LabelSelector selector();

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

    default List<Container> containers() {
        return template().containers();
    }
}
