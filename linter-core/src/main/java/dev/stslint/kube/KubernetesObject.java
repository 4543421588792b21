package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlComment;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlOutline;
import dev.stslint.yaml.YamlVariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as it is written: its type, its names, its fields. Views put types on the fields. */
public final class KubernetesObject implements Located {

    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata", "type");
    private static final Set<String> DESCRIBED = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final Set<String> METADATA = Set.of("name", "namespace", "labels", "generateName");
    private static final Set<String> KEYED = Set.of("data", "stringData", "binaryData");

    private final SourceFile file;
    private final Fields fields;
    private final String apiVersion;
    private final String group;
    private final String version;
    private final String kind;
    private final Field<String> name;
    private final Field<String> namespace;
    private final ResourceId id;

    private KubernetesObject(Fields fields, String apiVersion, String kind) {
        this.file = fields.file();
        this.fields = fields;
        int slash = apiVersion.indexOf('/');
        this.group = slash < 0 ? "" : apiVersion.substring(0, slash);
        this.version = apiVersion.substring(slash + 1);
        this.apiVersion = group.isEmpty() ? version : apiVersion;
        this.kind = kind;
        Fields metadata = fields.object("metadata");
        this.name = metadata.text("name");
        this.namespace = metadata.text("namespace");
        this.id = new ResourceId(group, kind, namespace.or(""), name.or(""));
    }

    /**
     * The object that a mapping is, when it has a kind and an API version.
     *
     * @param comments of its document
     */
    public static Optional<KubernetesObject> of(SourceFile file, List<YamlComment> comments, YamlMapping mapping) {
        Fields fields = Fields.root(file, comments, mapping);
        Optional<String> apiVersion = fields.text("apiVersion").value();
        Optional<String> kind = fields.text("kind").value();
        if (apiVersion.isEmpty()
                || kind.isEmpty()
                || apiVersion.get().isEmpty()
                || kind.get().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KubernetesObject(fields, apiVersion.get(), kind.get()));
    }

    /** An object whose type is not written in it but known: an item of a typed list, a kustomization without a kind. */
    public static KubernetesObject of(
            SourceFile file, List<YamlComment> comments, YamlMapping mapping, String apiVersion, String kind) {
        return new KubernetesObject(Fields.root(file, comments, mapping), apiVersion, kind);
    }

    /**
     * What other objects' rules need of an object whose kind has no view that they look into: its identity, labels and
     * place; of ConfigMaps and Secrets the keys too. All other values are gone.
     */
    public KubernetesObject outline() {
        return outline(IDENTITY, KEYED, null);
    }

    /** The same with another specification. */
    KubernetesObject outlineWith(@Nullable YamlMapping spec) {
        return outline(DESCRIBED, Set.of(), spec);
    }

    private KubernetesObject outline(Set<String> kept, Set<String> keyed, @Nullable YamlMapping spec) {
        Optional<YamlMapping> mapping = fields.mapping();
        if (mapping.isEmpty()) {
            return this;
        }
        YamlMapping small = YamlOutline.with(YamlOutline.of(mapping.get(), kept, keyed), "spec", spec);
        if (small.get("metadata") instanceof YamlMapping metadata) {
            small = YamlOutline.with(small, "metadata", YamlOutline.of(metadata, METADATA, Set.of()));
        }
        return new KubernetesObject(Fields.root(file, List.of(), YamlOutline.apart(small)), apiVersion, kind);
    }

    /** The same with other texts in some of its scalars. */
    KubernetesObject with(Map<YamlNode, String> texts) {
        Optional<YamlMapping> mapping = fields.mapping();
        return mapping.isEmpty()
                ? this
                : new KubernetesObject(
                        Fields.root(file, List.of(), YamlVariant.of(mapping.get(), texts)), apiVersion, kind);
    }

    public SourceFile file() {
        return file;
    }

    public Fields fields() {
        return fields;
    }

    /** The mapping as it is written, for those who look at all of it. */
    public Optional<YamlMapping> tree() {
        return fields.mapping();
    }

    /** Whether a field holds names that an {@linkplain #outline() outline} keeps. */
    boolean hasKeysOf(String field) {
        return KEYED.contains(field) && (kind.equals("ConfigMap") || kind.equals("Secret"));
    }

    /** Whether SOPS has encrypted its values; it decrypts the object before anybody applies it. */
    public boolean isEncrypted() {
        return fields.has("sops");
    }

    public Fields spec() {
        return fields.object("spec");
    }

    public Fields metadata() {
        return fields.object("metadata");
    }

    /** The API group; empty for the core group. */
    public String group() {
        return group;
    }

    public String version() {
        return version;
    }

    /** {@code group/version}, or the version alone in the core group. */
    public String apiVersion() {
        return apiVersion;
    }

    public String kind() {
        return kind;
    }

    /** {@code metadata.name}; absent for objects with {@code generateName} only. */
    public Field<String> name() {
        return name;
    }

    public Field<String> namespace() {
        return namespace;
    }

    /** The identity as written, before any kustomization. */
    public ResourceId id() {
        return id;
    }

    public Labels labels() {
        return new Labels(metadata().object("labels"));
    }

    public Labels annotations() {
        return new Labels(metadata().object("annotations"));
    }

    /** The name, else the kind: what to underline when the object as a whole is meant. */
    @Override
    public Location location() {
        if (name.isPresent()) {
            return name.location();
        }
        Field<String> written = fields.text("kind");
        return written.isPresent() ? written.location() : fields.location();
    }

    /** All of the object's characters. */
    public Location extent() {
        return fields.extent();
    }

    @Override
    public String toString() {
        return id.shown();
    }
}
