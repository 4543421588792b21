package dev.stslint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Short strings that occur again and again, kept once: a table of the words of Kubernetes that is made once, and one of
 * what a text itself repeats. A newer string takes the place of an older one, so the table never grows.
 */
final class Names {

    private static final int LONGEST = 32;
    private static final int SIZE = 512;
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

    private final @Nullable String[] recent = new @Nullable String[SIZE];

    /** The same text, as the one string that stands for it where there is one. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int slot = slot(text.hashCode());
        String common = COMMON[slot];
        if (common != null && common.equals(text)) {
            return common;
        }
        String known = recent[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        recent[slot] = text;
        return text;
    }

    /**
     * The same for a part of a text: no string is made of it when there is one.
     *
     * @param characters those of the text, one by one
     */
    String shared(String text, char[] characters, int from, int to) {
        int length = to - from;
        if (length <= LONGEST) {
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + characters[i];
            }
            int slot = slot(hash);
            String common = COMMON[slot];
            if (common != null && matches(common, characters, from, length)) {
                return common;
            }
            String known = recent[slot];
            if (known != null && matches(known, characters, from, length)) {
                return known;
            }
        }
        return text.substring(from, to);
    }

    private static boolean matches(String word, char[] characters, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String[] table(String... words) {
        @Nullable String[] table = new @Nullable String[SIZE];
        for (String word : words) {
            table[slot(word.hashCode())] = word;
        }
        return table;
    }

    /** @param hash that of {@link String#hashCode()} */
    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> 23;
    }
}
