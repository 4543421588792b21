package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.List;
import java.util.Locale;

/** Signs that a process asks who it is: its pod's name, host name or ordinal. */
public final class PodIdentity {

    /** Words of programs whose replicas know each other; {@code keycloak} and {@code sentinel} by their images' names. */
    private static final List<String> COORDINATION = List.of(
            "leader-elect",
            "leader_elect",
            "leaderelect",
            "election",
            "shard",
            "sentinel",
            "gossip",
            "memberlist",
            "jgroups",
            "hazelcast",
            "raft",
            "quorum",
            "peers",
            "peer-",
            "peer_",
            "dnssrv+",
            "keycloak");

    private PodIdentity() {}

    /** Whether a text of a ConfigMap asks for the host or pod name, as a start script, or speaks of peers and leaders. */
    public static boolean isAskedForIn(ConfigMap map) {
        for (Entry entry : map.data()) {
            if (isAskedForIn(entry.value().or("")) || coordinates(entry.value().or(""))) {
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
            if (isAskedForIn(container) || coordinates(container)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a container speaks of peers, leaders or shards in its image's name, its command line, its variables or its
     * ports. Such processes may tell themselves apart by their host name, which only they know.
     */
    private static boolean coordinates(Container container) {
        StringBuilder text = new StringBuilder(container.imageField().or(""));
        for (Field<String> word : container.commandLine()) {
            text.append(' ').append(word.or(""));
        }
        for (EnvVar variable : container.environment()) {
            text.append(' ').append(variable.name().or(""));
            text.append('=').append(variable.value().or(""));
        }
        for (Fields port : container.ports()) {
            text.append(' ').append(port.text("name").or(""));
        }
        return coordinates(text.toString());
    }

    private static boolean coordinates(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        for (String word : COORDINATION) {
            if (said.contains(word)) {
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
}
