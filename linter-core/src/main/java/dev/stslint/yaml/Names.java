package dev.stslint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Short strings that occur again and again, kept once: a table of the words of Kubernetes that is made once, and one of
 * what texts repeat. A newer string takes the place of an older one, so the table never grows.
 */
final class Names {

    private static final int LONGEST = 32;
    private static final int COMMON_BITS = 9;
    private static final int RECENT_BITS = 11;
    private static final @Nullable String[] COMMON = table(
            "accessModes",
            "affinity",
            "annotations",
            "app",
            "app.kubernetes.io/component",
            "app.kubernetes.io/instance",
            "app.kubernetes.io/managed-by",
            "app.kubernetes.io/name",
            "app.kubernetes.io/part-of",
            "app.kubernetes.io/version",
            "apiGroup",
            "apiGroups",
            "apiVersion",
            "args",
            "apps/v1",
            "automountServiceAccountToken",
            "claimName",
            "clusterIP",
            "ClusterRole",
            "command",
            "ConfigMap",
            "configMap",
            "configMapKeyRef",
            "containerPort",
            "containers",
            "cpu",
            "data",
            "defaultMode",
            "Deployment",
            "description",
            "emptyDir",
            "env",
            "envFrom",
            "failureThreshold",
            "fieldPath",
            "fieldRef",
            "fsGroup",
            "helm.sh/chart",
            "host",
            "hostPath",
            "http",
            "httpGet",
            "image",
            "imagePullPolicy",
            "imagePullSecrets",
            "IfNotPresent",
            "initContainers",
            "initialDelaySeconds",
            "items",
            "key",
            "kind",
            "labels",
            "limits",
            "livenessProbe",
            "matchExpressions",
            "matchLabels",
            "maxUnavailable",
            "memory",
            "metadata",
            "mountPath",
            "name",
            "namespace",
            "nodeSelector",
            "operator",
            "path",
            "periodSeconds",
            "PersistentVolumeClaim",
            "persistentVolumeClaim",
            "podManagementPolicy",
            "policyTypes",
            "port",
            "ports",
            "properties",
            "protocol",
            "readinessProbe",
            "readOnly",
            "replicas",
            "requests",
            "resourceNames",
            "resources",
            "restartPolicy",
            "Role",
            "RoleBinding",
            "roleRef",
            "rules",
            "runAsGroup",
            "runAsNonRoot",
            "runAsUser",
            "secret",
            "Secret",
            "secretKeyRef",
            "secretName",
            "securityContext",
            "selector",
            "Service",
            "ServiceAccount",
            "serviceAccountName",
            "serviceName",
            "spec",
            "StatefulSet",
            "startupProbe",
            "status",
            "storage",
            "storageClassName",
            "subjects",
            "subPath",
            "successThreshold",
            "targetPort",
            "tcpSocket",
            "TCP",
            "template",
            "terminationGracePeriodSeconds",
            "timeoutSeconds",
            "tolerations",
            "type",
            "updateStrategy",
            "v1",
            "value",
            "valueFrom",
            "verbs",
            "version",
            "volumeClaimTemplates",
            "volumeMounts",
            "volumes");

    private final @Nullable String[] recent = new @Nullable String[1 << RECENT_BITS];

    /** Those of {@link #recent}: a look at the string itself costs more. */
    private final int[] recentHashes = new int[1 << RECENT_BITS];

    /** The same text, as the one string that stands for it where there is one. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        String common = COMMON[slot(hash, COMMON_BITS)];
        if (common != null && common.equals(text)) {
            return common;
        }
        int slot = slot(hash, RECENT_BITS);
        String known = recent[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        return remember(text, hash, slot);
    }

    /**
     * The same for a part of a text: no string is made of it when there is one.
     *
     * @param characters those of the text, as {@link Buffers#characters} gives them
     */
    String shared(String text, byte[] characters, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return text.substring(from, to);
        }
        int hash = 0;
        int all = 0;
        for (int i = from; i < to; i++) {
            byte c = characters[i];
            hash = 31 * hash + c;
            all |= c;
        }
        if (all < 0) {
            return shared(text.substring(from, to));
        }
        String common = COMMON[slot(hash, COMMON_BITS)];
        if (common != null && common.length() == length && text.startsWith(common, from)) {
            return common;
        }
        int slot = slot(hash, RECENT_BITS);
        String known = recentHashes[slot] == hash ? recent[slot] : null;
        if (known != null && known.length() == length && text.startsWith(known, from)) {
            return known;
        }
        return remember(text.substring(from, to), hash, slot);
    }

    private String remember(String text, int hash, int slot) {
        recent[slot] = text;
        recentHashes[slot] = hash;
        return text;
    }

    private static @Nullable String[] table(String... words) {
        @Nullable String[] table = new @Nullable String[1 << COMMON_BITS];
        for (String word : words) {
            table[slot(word.hashCode(), COMMON_BITS)] = word;
        }
        return table;
    }

    /** @param hash that of {@link String#hashCode()} */
    private static int slot(int hash, int bits) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - bits);
    }
}
