package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;

/**
 * A host name that stands in a value: a variable, an argument, a probe, a line of a ConfigMap.
 *
 * @param owner the object it was found in
 * @param place its characters; where the owner is an outline, it holds nothing of the tree that they were found in
 * @param text as it is written, a leading variable left out: {@code .nats.shop} of {@code $(POD_NAME).nats.shop}
 * @param use what makes it a host name
 * @param srv whether it is the name of an SRV query, as {@code _client._tcp.memcached}
 */
public record HostName(KubernetesObject owner, Located place, String text, Use use, boolean srv) implements Located {

    /** What makes some characters a host name. */
    public enum Use {
        /** The whole value of something that is called a host, an address, a URL … */
        VALUE,
        /** The whole value of something else: perhaps a host, perhaps a word. */
        WORD,
        /** Behind {@code ://} or {@code @}. */
        URL,
        /** Before a colon and a port. */
        WITH_PORT,
        /** An item of a comma-separated list, or behind an equals sign. */
        ITEM,
        /** Only its shape: dots, and a first label with an ordinal or a {@code svc}. */
        SHAPE
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public String fieldPath() {
        return place.fieldPath();
    }

    /** Whether a variable stands for the pod: {@code $(POD_NAME).nats}. */
    public boolean hasVariablePod() {
        return text.startsWith(".");
    }

    /** The labels between the dots, the variable pod left out. */
    public String[] labels() {
        String name = hasVariablePod() ? text.substring(1) : text;
        return name.split("\\.", -1);
    }

    /** The first label when it ends in an ordinal, as {@code zk-0}; else empty. */
    public String pod() {
        return pod(text);
    }

    /** That of a name that is written so. */
    static String pod(String text) {
        if (text.startsWith(".")) {
            return "";
        }
        String first = firstLabel(text);
        int dash = first.lastIndexOf('-');
        if (dash <= 0 || dash == first.length() - 1) {
            return "";
        }
        for (int i = dash + 1; i < first.length(); i++) {
            if (first.charAt(i) < '0' || first.charAt(i) > '9') {
                return "";
            }
        }
        return first;
    }

    /** {@code zk} of {@code zk-0}; empty when there is no ordinal. */
    public String setName() {
        String pod = pod();
        return pod.isEmpty() ? "" : pod.substring(0, pod.lastIndexOf('-'));
    }

    /** {@code 0} of {@code zk-0}; -1 when there is none, or it is beyond any real one. */
    public int ordinal() {
        String pod = pod();
        String digits = pod.substring(pod.lastIndexOf('-') + 1);
        return digits.isEmpty() || digits.length() > 6 ? -1 : Integer.parseInt(digits);
    }

    /** The label at which a Service would stand if the first one is a pod; empty when there is none. */
    public String serviceBehindPod() {
        String[] labels = labels();
        int at = hasVariablePod() ? 0 : 1;
        return labels.length > at ? labels[at] : "";
    }

    /** The same pod under another Service: {@code zk-0.zk.shop} for {@code zk-0.other.shop}. */
    public String underService(String service) {
        String[] labels = labels();
        StringBuilder name = new StringBuilder(labels[0]).append('.').append(service);
        for (int i = 2; i < labels.length; i++) {
            name.append('.').append(labels[i]);
        }
        return name.toString();
    }

    /** The label behind {@link #serviceBehindPod()}, as long as it is not {@code svc}. */
    public String namespaceBehindPod() {
        String[] labels = labels();
        int at = hasVariablePod() ? 1 : 2;
        return labels.length > at && !labels[at].equals("svc") ? labels[at] : "";
    }

    /** The first label: the Service when the name is no pod's. */
    public String firstLabel() {
        return firstLabel(hasVariablePod() ? text.substring(1) : text);
    }

    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The label behind the first, as long as it is not {@code svc}: the namespace when the first is a Service. */
    public String secondLabel() {
        String[] labels = labels();
        return labels.length > 1 && !labels[1].equals("svc") ? labels[1] : "";
    }
}
