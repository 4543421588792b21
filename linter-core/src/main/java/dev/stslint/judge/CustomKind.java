package dev.stslint.judge;

import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.CustomResourceDefinition.Version;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Place;
import dev.stslint.schema.SchemaFaults.Fault;
import dev.stslint.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind in one version, or in those that are not served, as a definition in the run has it. Serves several threads. */
public final class CustomKind {

    private final CustomResourceDefinition definition;
    private final @Nullable StructuralSchema schema;

    /** Made when the first object of the kind is judged. */
    private @Nullable Judge judge;

    private CustomKind(CustomResourceDefinition definition, @Nullable StructuralSchema schema) {
        this.definition = definition;
        this.schema = schema;
    }

    /** A version of a definition; empty where its schema cannot be used, or says nothing of the fields. */
    public static Optional<CustomKind> of(CustomResourceDefinition definition, Version version) {
        Optional<YamlNode> written = schemaOf(definition, version);
        if (written.isEmpty() || definition.keepsUnknownFields()) {
            return Optional.empty();
        }
        Optional<StructuralSchema> schema = reader(version).read(written.get());
        return schema.isPresent() ? Optional.of(new CustomKind(definition, schema.get())) : Optional.empty();
    }

    /** What a definition makes of objects in versions that it does not serve: nothing can be said of their fields. */
    public static CustomKind unserved(CustomResourceDefinition definition) {
        return new CustomKind(definition, null);
    }

    /** Tells {@code sink} what makes the schemas of a definition unusable: of each version the first fault. */
    public static void check(CustomResourceDefinition definition, FaultSink sink) {
        for (Version version : definition.versions()) {
            Optional<YamlNode> written = schemaOf(definition, version);
            if (written.isPresent()) {
                StructuralSchemaReader reader = reader(version);
                if (reader.read(written.get()).isEmpty()) {
                    StructuralSchemaReader.Fault fault = reader.fault().orElseThrow();
                    if (!fault.reason().isEmpty()) {
                        sink.unusableSchema(
                                Place.at(definition.object(), fault.steps()),
                                definition.kind() + " " + version.name(),
                                fault.reason());
                    }
                }
            }
        }
    }

    /** The name of the kind in addresses. */
    public String plural() {
        return definition.plural();
    }

    /** What of an object does not fit. */
    public Judgement judge(KubernetesObject object) {
        StructuralSchema known = schema;
        if (known == null) {
            return new Judgement(this, object, List.of(unserved(object)));
        }
        return new Judgement(
                this,
                object,
                object.tree().isEmpty() || object.isEncrypted()
                        ? List.of()
                        : CustomFaults.of(object, known, judge(known)));
    }

    private Fault unserved(KubernetesObject object) {
        Optional<Version> version = definition.version(object.version());
        List<Object> steps = version.isPresent()
                ? List.of("spec", "versions", version.get().index(), "served")
                : List.of("spec", "versions");
        Place place = Place.at(object, List.of("apiVersion"));
        Place defined = Place.at(definition.object(), steps);
        return sink -> sink.versionNotServed(
                place, defined, definition.servedVersions().orElse(List.of()));
    }

    private synchronized Judge judge(StructuralSchema schema) {
        Judge known = judge;
        if (known == null) {
            known = Judge.ofResource(schema);
            judge = known;
        }
        return known;
    }

    private static StructuralSchemaReader reader(Version version) {
        return new StructuralSchemaReader(List.of("spec", "versions", version.index(), "schema", "openAPIV3Schema"));
    }

    private static Optional<YamlNode> schemaOf(CustomResourceDefinition definition, Version version) {
        YamlNode at = definition.object().tree().<YamlNode>map(tree -> tree).orElse(null);
        for (Object step : List.of("spec", "versions", version.index(), "schema", "openAPIV3Schema")) {
            at = Steps.into(at, step);
        }
        return Optional.ofNullable(at);
    }
}
