package dev.stslint.kube;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A Service. */
public record Service(KubernetesObject object) implements ObjectView {

    public Fields spec() {
        return object.spec();
    }

    public Field<String> clusterIp() {
        return spec().text("clusterIP");
    }

    /** Both addresses of a dual-stack Service, as a whole; the first is {@link #clusterIp} too. */
    public Field<Integer> clusterIps() {
        return spec().list("clusterIPs");
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

    /** What all variables start with that the kubelet gives pods for it: {@code DB_}. */
    public String variablePrefix() {
        return name().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }

    /**
     * Whether the kubelet gives pods a variable of that name for it, as {@code DB_SERVICE_HOST} or {@code DB_PORT}: for
     * Services with a virtual address only (facts: D4).
     */
    public boolean gives(String variable) {
        String prefix = variablePrefix();
        if (isHeadless() || isExternalName() || prefix.length() == 1 || !variable.startsWith(prefix)) {
            return false;
        }
        String rest = variable.substring(prefix.length());
        return rest.equals("SERVICE_HOST")
                || rest.equals("SERVICE_PORT")
                || rest.equals("PORT")
                || rest.startsWith("SERVICE_PORT_")
                || rest.startsWith("PORT_");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Service one && object == one.object;
    }

    @Override
    public int hashCode() {
        return object.hashCode();
    }
}
