package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;

/** Signs that a process asks who it is: its pod's name, host name or ordinal. */
public final class PodIdentity {

    private PodIdentity() {}

    /** Whether a text of a ConfigMap, as a start script, asks for the host or pod name. */
    public static boolean isAskedForIn(ConfigMap map) {
        for (Entry entry : map.data()) {
            if (isAskedForIn(entry.value().or(""))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command line or script asks for the host or pod name. */
    public static boolean isAskedForIn(String text) {
        return text.contains("HOSTNAME")
                || text.contains("POD_NAME")
                || text.contains("hostname")
                || text.contains("/etc/podinfo")
                || text.contains("ordinal");
    }

    /** Whether a container asks: by the downward API, in its command, arguments, probes or hooks. */
    public static boolean isAskedForIn(Container container) {
        for (EnvVar variable : container.environment()) {
            String path = variable.fieldReference().or("");
            if (path.equals("metadata.name") || path.contains("pod-index") || path.contains("pod-name")) {
                return true;
            }
        }
        for (Field<String> word : container.commandLine()) {
            if (isAskedForIn(word.or(""))) {
                return true;
            }
        }
        for (Fields hook : container.lifecycleHooks()) {
            for (Field<String> word : hook.object("exec").texts("command")) {
                if (isAskedForIn(word.or(""))) {
                    return true;
                }
            }
        }
        for (EnvVar variable : container.environment()) {
            if (isAskedForIn(variable.value().or(""))) {
                return true;
            }
        }
        return false;
    }
}
