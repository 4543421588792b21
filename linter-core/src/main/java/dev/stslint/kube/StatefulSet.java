package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A StatefulSet. */
public record StatefulSet(KubernetesObject object, PodTemplate template, List<ClaimTemplate> claimTemplates)
        implements Workload {

    static StatefulSet of(KubernetesObject object) {
        List<ClaimTemplate> claimTemplates = new ArrayList<>(1);
        for (Fields fields : object.spec().objects("volumeClaimTemplates")) {
            claimTemplates.add(new ClaimTemplate(fields));
        }
        return new StatefulSet(object, PodTemplate.of(object.spec().object("template")), List.copyOf(claimTemplates));
    }

    /** The name of the governing Service; absent when empty too, which the API server takes for the same (facts: A4). */
    public Field<String> serviceName() {
        return object.spec().text("serviceName");
    }

    @Override
    public boolean isScalable() {
        return true;
    }

    /**
     * {@code statefulset.kubernetes.io/pod-name} and {@code apps.kubernetes.io/pod-index} differ by pod; the first pod's
     * stand for them. {@code controller-revision-hash} cannot be known.
     */
    @Override
    public Map<String, String> controllerLabels() {
        String ordinal = Integer.toString(firstOrdinal());
        return Map.of(
                "statefulset.kubernetes.io/pod-name", name() + "-" + ordinal, "apps.kubernetes.io/pod-index", ordinal);
    }

    /** The claim template of a name; of two, the last, as the controller takes it (facts: A3). */
    public Optional<ClaimTemplate> claimTemplate(String name) {
        for (int i = claimTemplates.size() - 1; i >= 0; i--) {
            if (claimTemplates.get(i).name().is(name)) {
                return Optional.of(claimTemplates.get(i));
            }
        }
        return Optional.empty();
    }

    /** {@code spec.volumeClaimTemplates} as a whole. */
    public Field<Integer> claimTemplateList() {
        return object.spec().list("volumeClaimTemplates");
    }

    /** {@code spec.ordinals.start}, 0 when it is not written. */
    public int firstOrdinal() {
        return object.spec().object("ordinals").integer("start").or(0);
    }

    public Field<String> podManagementPolicy() {
        return object.spec().text("podManagementPolicy");
    }

    /** {@code spec.updateStrategy.type}; absent means RollingUpdate. */
    public Field<String> updateStrategy() {
        return object.spec().object("updateStrategy").text("type");
    }

    /** {@code spec.updateStrategy.rollingUpdate.partition}; absent means 0. */
    public Field<Integer> partition() {
        return object.spec().object("updateStrategy").object("rollingUpdate").integer("partition");
    }
}
