package dev.stslint.kube;

import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlOutline;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells the API server of a kind that is not its own. */
public record CustomResourceDefinition(KubernetesObject object) implements ObjectView {

    private static final Set<String> NAMED = Set.of("group", "names", "scope", "versions", "preserveUnknownFields");
    private static final Set<String> VERSION = Set.of("name", "served");

    /** A version of the kind. */
    public record Version(int index, Fields fields) {

        public String name() {
            return fields.text("name").or("");
        }

        /** Whether the API server takes objects of this version. */
        public boolean isServed() {
            return fields.bool("served").or(false);
        }

        private boolean isTold() {
            Field<String> name = fields.text("name");
            return name.isPresent()
                    && !NameToken.isTemplate(name.or(""))
                    && !fields.bool("served").isInvalid();
        }

        /** Whether another version takes just the same, whatever either says in descriptions. */
        public boolean hasSchemaOf(Version other) {
            return alike(schema(), other.schema());
        }

        private @Nullable YamlNode schema() {
            return fields.object("schema").object("openAPIV3Schema").node().orElse(null);
        }

        private static boolean alike(@Nullable YamlNode one, @Nullable YamlNode other) {
            YamlNode left = one == null ? null : one.target();
            YamlNode right = other == null ? null : other.target();
            if (left instanceof YamlMapping mapping && right instanceof YamlMapping counterpart) {
                return holdsAll(mapping, counterpart) && holdsAll(counterpart, mapping);
            }
            if (left instanceof YamlSequence list && right instanceof YamlSequence counterpart) {
                boolean alike = list.size() == counterpart.size();
                for (int i = 0; alike && i < list.size(); i++) {
                    alike = alike(list.item(i), counterpart.item(i));
                }
                return alike;
            }
            if (left instanceof YamlScalar scalar && right instanceof YamlScalar counterpart) {
                return scalar.canonical().equals(counterpart.canonical());
            }
            return left == null && right == null;
        }

        private static boolean holdsAll(YamlMapping mapping, YamlMapping counterpart) {
            for (int i = 0; i < mapping.size(); i++) {
                String name = mapping.name(i);
                if (!name.equals("description") && !alike(mapping.value(i), counterpart.get(name))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether an object defines a kind in a version that no supported release takes, and that has its schemas elsewhere. */
    public static boolean isInRemovedVersion(KubernetesObject object) {
        return object.group().equals("apiextensions.k8s.io")
                && object.kind().equals("CustomResourceDefinition")
                && object.version().equals("v1beta1");
    }

    /** What tells which objects it is for: the schemas, which can be large, are gone. */
    public CustomResourceDefinition outline() {
        YamlMapping spec = object.spec().mapping().orElse(null);
        if (spec == null) {
            return this;
        }
        YamlMapping small = YamlOutline.of(spec, NAMED, Set.of());
        if (spec.get("versions") instanceof YamlSequence versions) {
            small = YamlOutline.with(small, "versions", YamlOutline.ofItems(versions, VERSION));
        }
        return new CustomResourceDefinition(object.outlineWith(small));
    }

    public String kind() {
        return object.spec().object("names").text("kind").or("");
    }

    /** The name of the kind in addresses; empty where it has none. */
    public String plural() {
        return object.spec().object("names").text("plural").or("");
    }

    public String group() {
        return object.spec().text("group").or("");
    }

    /** Every version, in order. */
    public List<Version> versions() {
        List<Fields> written = object.spec().objects("versions");
        List<Version> versions = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            versions.add(new Version(i, written.get(i)));
        }
        return versions;
    }

    /** The version that an object of the kind names, where the API server takes it. */
    public Optional<Version> servedTo(KubernetesObject instance) {
        for (Version version : versions()) {
            if (version.isServed() && version.name().equals(instance.version())) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The names of the versions that the API server takes, in order; empty where it cannot be told of each. */
    public Optional<List<String>> servedVersions() {
        List<Version> versions = versions();
        List<String> served = new ArrayList<>(versions.size());
        for (Version version : versions) {
            if (!version.isTold()) {
                return Optional.empty();
            }
            if (version.isServed()) {
                served.add(version.name());
            }
        }
        return versions.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(served));
    }

    /** The version of a name, served or not. */
    public Optional<Version> version(String name) {
        for (Version version : versions()) {
            if (version.name().equals(name)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Whether unknown fields stay in objects of the kind. New definitions cannot ask for it any more. */
    public boolean keepsUnknownFields() {
        return object.spec().bool("preserveUnknownFields").or(false);
    }
}
