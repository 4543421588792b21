package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pods of a workload are made from: labels and a pod spec. */
public final class PodTemplate implements Located {

    private final Fields fields;
    private final Fields spec;
    private final List<Container> containers;
    private final List<Volume> volumes;

    /** Asked for once for each variable. */
    private volatile @Nullable Set<String> secretNames;

    private PodTemplate(Fields fields) {
        this.fields = fields;
        this.spec = fields.object("spec");
        List<Container> all = new ArrayList<>(2);
        for (Fields container : spec.objects("initContainers")) {
            boolean sidecar = container.text("restartPolicy").is("Always");
            all.add(new Container(container, sidecar ? Container.Role.SIDECAR : Container.Role.INIT));
        }
        for (Fields container : spec.objects("containers")) {
            all.add(new Container(container, Container.Role.MAIN));
        }
        for (Fields container : spec.objects("ephemeralContainers")) {
            all.add(new Container(container, Container.Role.EPHEMERAL));
        }
        this.containers = List.copyOf(all);
        List<Volume> found = new ArrayList<>(2);
        for (Fields volume : spec.objects("volumes")) {
            found.add(new Volume(volume));
        }
        this.volumes = List.copyOf(found);
    }

    static PodTemplate of(Fields fields) {
        return new PodTemplate(fields);
    }

    /** The template as a whole, metadata included. */
    public Fields fields() {
        return fields;
    }

    public Labels labels() {
        return new Labels(fields.object("metadata").object("labels"));
    }

    public Labels annotations() {
        return new Labels(fields.object("metadata").object("annotations"));
    }

    public Fields spec() {
        return spec;
    }

    /** Init containers and sidecars, then containers, then ephemeral ones, each in the order of the file. */
    public List<Container> containers() {
        return containers;
    }

    /** Containers that run as long as the pod does: ordinary ones and sidecars. */
    public List<Container> runningContainers() {
        List<Container> running = new ArrayList<>(containers.size());
        for (Container container : containers) {
            if (container.role() == Container.Role.MAIN || container.role() == Container.Role.SIDECAR) {
                running.add(container);
            }
        }
        return running;
    }

    public List<Volume> volumes() {
        return volumes;
    }

    public Optional<Volume> volume(String name) {
        for (Volume volume : volumes) {
            if (volume.name().is(name)) {
                return Optional.of(volume);
            }
        }
        return Optional.empty();
    }

    /** {@code spec.volumes} as a whole. */
    public Field<Integer> volumeList() {
        return spec.list("volumes");
    }

    /** Where a volume of a name would stand: evidence for its absence. */
    public Located volumeSlot(String name) {
        return spec.slot("volumes", name);
    }

    /** Where containers would mount a volume of a name: evidence that none does. */
    public Located[] mountSlots(String volume) {
        return new Located[] {
            spec.slot("containers", "*").slot("volumeMounts", volume),
            spec.slot("containers", "*").slot("volumeDevices", volume),
            spec.slot("initContainers", "*").slot("volumeMounts", volume),
            spec.slot("initContainers", "*").slot("volumeDevices", volume)
        };
    }

    /** The mounts of a volume, in the order of {@link #containers()}. */
    public List<VolumeMount> mountsOf(String volume) {
        List<VolumeMount> found = new ArrayList<>(1);
        for (Container container : containers) {
            found.addAll(container.mountsOf(volume));
        }
        return found;
    }

    /** The names of the Secrets that its volumes and variables refer to. */
    public Set<String> secretNames() {
        Set<String> known = secretNames;
        if (known == null) {
            known = Collections.unmodifiableSet(findSecretNames());
            secretNames = known;
        }
        return known;
    }

    private Set<String> findSecretNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Volume volume : volumes) {
            volume.fields().object("secret").text("secretName").addTo(names);
            for (Fields source : volume.fields().object("projected").objects("sources")) {
                source.object("secret").text("name").addTo(names);
            }
        }
        for (Container container : containers) {
            for (EnvVar variable : container.environment()) {
                variable.secretReference().text("name").addTo(names);
            }
            for (EnvSource source : container.importedVariables()) {
                if (source.kind().equals("Secret")) {
                    source.name().addTo(names);
                }
            }
        }
        return names;
    }

    /** Whether its containers get variables for the Services of their namespace: absent means that they do. */
    public Field<Boolean> serviceLinks() {
        return spec.bool("enableServiceLinks");
    }

    /** Whether pods are made from a real spec: at least one container has an image. */
    public boolean hasImage() {
        for (Container container : containers) {
            if (container.imageField().isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Location location() {
        return fields.location();
    }

    @Override
    public String fieldPath() {
        return fields.fieldPath();
    }
}
