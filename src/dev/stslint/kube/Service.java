package dev.stslint.kube;

import java.util.List;

/** A Service. */
public record Service(KubernetesObject object) implements ObjectView {

    public Fields spec() {
        return object.spec();
    }

    public Field<String> clusterIp() {
        return spec().text("clusterIP");
    }

    /** Absent means ClusterIP. */
    public Field<String> type() {
        return spec().text("type");
    }

    /** Whether {@code clusterIP} is exactly {@code None}, on a Service of type ClusterIP (facts: B1). */
    public boolean isHeadless() {
        return clusterIp().is("None") && type().or("ClusterIP").equals("ClusterIP");
    }

    public boolean isExternalName() {
        return type().is("ExternalName");
    }

    /** A plain map; absent or empty means that nobody manages its endpoints. */
    public LabelSelector selector() {
        return LabelSelector.ofMap(spec().object("selector"));
    }

    public List<Fields> ports() {
        return spec().objects("ports");
    }

    public Field<Boolean> publishNotReadyAddresses() {
        return spec().bool("publishNotReadyAddresses");
    }
}
