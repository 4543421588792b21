package dev.stslint.kube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the containers of a workload may mount: its volumes, and of a StatefulSet its claim templates too, which become
 * volumes of the same name (facts: A3).
 */
public final class MountableVolumes {

    /** Fields that declare volumes, and slips of the pen in their names. */
    private static final List<String> MISPLACED =
            List.of("volumes", "volumeClaimTemplates", "volume", "volumeClaimTemplate");

    private final Workload workload;
    private final PodTemplate template;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean isReadable = true;
    private @Nullable List<String> unmounted;
    private @Nullable Map<String, Fields> strayDeclarations;

    private MountableVolumes(Workload workload) {
        this.workload = workload;
        this.template = workload.template();
        for (Volume volume : template.volumes()) {
            add(volume.name());
        }
        if (workload instanceof StatefulSet set) {
            for (ClaimTemplate claimTemplate : set.claimTemplates()) {
                add(claimTemplate.name());
            }
            isReadable &= !set.claimTemplateList().isInvalid();
        }
        isReadable &= !template.volumeList().isInvalid();
    }

    public static MountableVolumes of(Workload workload) {
        return new MountableVolumes(workload);
    }

    /** Volumes first, then claim templates, each name once. */
    public List<String> names() {
        return List.copyOf(names);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /**
     * Whether a name that is not among them is surely none. Not so where a list or a name cannot be read or is filled in
     * by something else, where {@code volumes: []} waits for an overlay, and in what is no whole object: a patch, or a
     * pod that build agents are made from.
     */
    public boolean areComplete() {
        boolean isWaiting = template.volumeList().is(0);
        boolean isMould = workload instanceof Pod pod && pod.isAgentMould();
        return isReadable && !isWaiting && !isMould && !workload.isFragment();
    }

    /** Whether what is written to it outlives the pod; true too of a name that is not among them. */
    public boolean isPersistent(String name) {
        boolean isClaimTemplate =
                workload instanceof StatefulSet set && set.claimTemplate(name).isPresent();
        Optional<Volume> volume = template.volume(name);
        return isClaimTemplate || volume.isEmpty() || volume.get().isPersistent();
    }

    /** The names that no container mounts. */
    public List<String> unmounted() {
        if (unmounted == null) {
            Set<String> rest = new LinkedHashSet<>(names);
            for (Container container : template.containers()) {
                for (VolumeMount mount : container.mounts()) {
                    mount.name().value().ifPresent(rest::remove);
                }
            }
            unmounted = List.copyOf(rest);
        }
        return unmounted;
    }

    /** Whether it is known what containers mount: of a whole object, by names that mean what is written. */
    public boolean areMountsComplete() {
        if (workload.isFragment()) {
            return false;
        }
        for (Container container : template.containers()) {
            if (container.mountList().isInvalid()) {
                return false;
            }
            for (VolumeMount mount : container.mounts()) {
                if (NameToken.isStandIn(mount.name().or(""))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A volume or claim template of a name that is written where nothing reads it, as below a container. */
    public Optional<Fields> strayDeclaration(String name) {
        if (strayDeclarations == null) {
            strayDeclarations = findStrayDeclarations();
        }
        return Optional.ofNullable(strayDeclarations.get(name));
    }

    /** By name, of several the first. */
    private Map<String, Fields> findStrayDeclarations() {
        Map<String, Fields> found = new HashMap<>();
        List<Fields> holders = new ArrayList<>();
        for (Container container : template.containers()) {
            holders.add(container.fields());
        }
        holders.add(template.fields());
        holders.add(template.spec());
        holders.add(workload.object().spec());
        holders.add(workload.object().fields());
        for (Fields holder : holders) {
            for (String list : MISPLACED) {
                for (Fields item : holder.objects(list)) {
                    item.text("name").value().ifPresent(name -> found.putIfAbsent(name, item));
                    item.object("metadata").text("name").value().ifPresent(name -> found.putIfAbsent(name, item));
                }
            }
        }
        return found;
    }

    private void add(Field<String> name) {
        if (NameToken.isStandIn(name.or(""))) {
            isReadable = false;
        } else {
            names.add(name.or(""));
        }
    }
}
