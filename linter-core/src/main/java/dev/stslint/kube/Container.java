package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container of a pod template. */
public final class Container implements Located {

    /** What a container is for. */
    public enum Role {
        MAIN,
        /** Runs to its end before the main containers start. */
        INIT,
        /** An init container with {@code restartPolicy: Always}: runs beside the main containers (facts: H). */
        SIDECAR,
        EPHEMERAL
    }

    private final Fields fields;
    private final Role role;
    private final Field<String> image;
    private final Optional<ImageReference> imageReference;
    private final List<EnvVar> environment;
    private final List<VolumeMount> mounts;

    Container(Fields fields, Role role) {
        this.fields = fields;
        this.role = role;
        this.image = fields.text("image");
        this.imageReference = image.isPresent() ? ImageReference.parse(image.or("")) : Optional.empty();
        List<EnvVar> variables = new ArrayList<>();
        for (Fields variable : fields.objects("env")) {
            variables.add(new EnvVar(variable));
        }
        this.environment = List.copyOf(variables);
        List<VolumeMount> found = new ArrayList<>(2);
        for (Fields mount : fields.objects("volumeMounts")) {
            found.add(new VolumeMount(mount, false));
        }
        for (Fields device : fields.objects("volumeDevices")) {
            found.add(new VolumeMount(device, true));
        }
        this.mounts = List.copyOf(found);
    }

    public Fields fields() {
        return fields;
    }

    public Role role() {
        return role;
    }

    public Field<String> name() {
        return fields.text("name");
    }

    /** {@code container `name`} with its role, as messages speak of it. */
    public String title() {
        String kind = switch (role) {
            case MAIN -> "container";
            case INIT -> "init container";
            case SIDECAR -> "sidecar container";
            case EPHEMERAL -> "ephemeral container";
        };
        String name = name().or("");
        return name.isEmpty() ? "a nameless " + kind : kind + " `" + name + "`";
    }

    public Field<String> imageField() {
        return image;
    }

    /** The image, when it is written and reads as an image reference. */
    public Optional<ImageReference> image() {
        return imageReference;
    }

    /** The {@code env} list, in order. */
    public List<EnvVar> environment() {
        return environment;
    }

    /** The last variable of a name, which is the one that counts (facts: D2). */
    public Optional<EnvVar> variable(String name) {
        for (int i = environment.size() - 1; i >= 0; i--) {
            if (environment.get(i).name().is(name)) {
                return Optional.of(environment.get(i));
            }
        }
        return Optional.empty();
    }

    /** The {@code envFrom} list, as views. */
    public List<EnvSource> importedVariables() {
        List<EnvSource> sources = new ArrayList<>(0);
        for (Fields source : environmentSources()) {
            sources.add(new EnvSource(source));
        }
        return sources;
    }

    /** {@code envFrom} as a whole. */
    public Field<Integer> importList() {
        return fields.list("envFrom");
    }

    /** The {@code envFrom} list: ConfigMaps and Secrets whose keys become variables. */
    public List<Fields> environmentSources() {
        return fields.objects("envFrom");
    }

    public List<Field<String>> command() {
        return fields.texts("command");
    }

    public List<Field<String>> arguments() {
        return fields.texts("args");
    }

    /** {@code command}, then {@code args}. */
    public List<Field<String>> commandLine() {
        List<Field<String>> line = new ArrayList<>(command());
        line.addAll(arguments());
        return line;
    }

    /** What decides how its process starts, each as a whole: {@code command}, {@code args} and {@code env}. */
    public Located[] startFields() {
        return new Located[] {fields.list("command"), fields.list("args"), fields.list("env")};
    }

    /** {@code volumeMounts}, then {@code volumeDevices}. */
    public List<VolumeMount> mounts() {
        return mounts;
    }

    /** Its mounts of a volume: several where sub-paths of it appear in several places. */
    public List<VolumeMount> mountsOf(String volume) {
        List<VolumeMount> found = new ArrayList<>(1);
        for (VolumeMount mount : mounts) {
            if (mount.name().is(volume)) {
                found.add(mount);
            }
        }
        return found;
    }

    public Field<Integer> mountList() {
        return fields.list("volumeMounts");
    }

    public List<Fields> ports() {
        return fields.objects("ports");
    }

    /** A probe: {@code livenessProbe}, {@code readinessProbe}, {@code startupProbe}, those that are written. */
    public List<Fields> probes() {
        List<Fields> probes = new ArrayList<>(3);
        for (String kind : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Fields probe = fields.object(kind);
            if (probe.isPresent()) {
                probes.add(probe);
            }
        }
        return probes;
    }

    /** Exec handlers of lifecycle hooks, {@code postStart} and {@code preStop}. */
    public List<Fields> lifecycleHooks() {
        List<Fields> hooks = new ArrayList<>(2);
        for (String kind : List.of("postStart", "preStop")) {
            Fields hook = fields.object("lifecycle").object(kind);
            if (hook.isPresent()) {
                hooks.add(hook);
            }
        }
        return hooks;
    }

    /** The commands that probes and hooks run, each word by word. */
    public List<List<Field<String>>> handlerCommands() {
        List<List<Field<String>>> commands = new ArrayList<>(2);
        for (Fields handler : handlers()) {
            List<Field<String>> command = handler.object("exec").texts("command");
            if (!command.isEmpty()) {
                commands.add(command);
            }
        }
        return commands;
    }

    /** The headers that probes and hooks send. */
    public List<HttpHeader> httpHeaders() {
        List<HttpHeader> headers = new ArrayList<>(0);
        for (Fields handler : handlers()) {
            for (Fields header : handler.object("httpGet").objects("httpHeaders")) {
                headers.add(new HttpHeader(header));
            }
        }
        return headers;
    }

    private List<Fields> handlers() {
        List<Fields> handlers = new ArrayList<>(probes());
        handlers.addAll(lifecycleHooks());
        return handlers;
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
