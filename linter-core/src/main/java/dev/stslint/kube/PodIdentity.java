package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.source.WordSearch;
import java.util.ArrayList;
import java.util.List;

/** Signs that a process asks who it is: its pod's name, host name or ordinal. */
public final class PodIdentity {

    private static final String[] WORDS = {"hostname", "pod_name", "/etc/podinfo", "ordinal"};

    private static final WordSearch SIGNS = WordSearch.forAny(WORDS);

    /** Most texts of ConfigMaps hold none, and are long. */
    private static final WordSearch ANY_SIGNS = Coordination.searchAlsoFor(WORDS);

    private PodIdentity() {}

    /** Whether a text of a ConfigMap asks for the host or pod name, as a start script, or speaks of peers and leaders. */
    public static boolean isAskedForIn(ConfigMap map) {
        for (Entry entry : map.data()) {
            String text = entry.value().or("");
            if (ANY_SIGNS.mayBeIn(text) && (isAskedForIn(text) || Coordination.isSpokenOfIn(text))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command line or script asks for the host or pod name. */
    public static boolean isAskedForIn(String text) {
        return SIGNS.mayBeIn(text)
                && (text.contains("HOSTNAME")
                        || (text.contains("POD_NAME")
                                && text.replace("POD_NAMESPACE", "").contains("POD_NAME"))
                        || text.contains("hostname")
                        || text.contains("/etc/podinfo")
                        || text.contains("ordinal"));
    }

    /**
     * Whether the pods ask: one of their containers does, a volume shows them their name, or what they run finds its peers,
     * elects a leader or shares work out.
     */
    public static boolean isAskedForIn(PodTemplate template) {
        for (Volume volume : template.volumes()) {
            if (volume.showsPodName()) {
                return true;
            }
        }
        for (Container container : template.containers()) {
            if (isAskedForIn(container) || Coordination.isSpokenOfIn(container)) {
                return true;
            }
        }
        return false;
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

    /** Whether a command or hook of a container edits how its names are resolved. */
    public static boolean changesResolution(Container container) {
        List<Field<String>> words = new ArrayList<>(container.commandLine());
        for (Fields hook : container.lifecycleHooks()) {
            words.addAll(hook.object("exec").texts("command"));
        }
        for (Field<String> word : words) {
            if (word.or("").contains("/etc/resolv.conf") || word.or("").contains("/etc/hosts")) {
                return true;
            }
        }
        return false;
    }
}
