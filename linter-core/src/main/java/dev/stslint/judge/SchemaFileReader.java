package dev.stslint.judge;

import dev.stslint.finding.Problem;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.Views;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Place;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlFault;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds definitions and JSON Schemas in files that are given apart from the input. */
public final class SchemaFileReader {

    /** A mapping without any of these says nothing of values. */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "definitions",
            "type",
            "properties",
            "patternProperties",
            "additionalProperties",
            "required",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if");

    private final List<CustomResourceDefinition> definitions = new ArrayList<>();
    private final List<HousePolicy> policies = new ArrayList<>();
    private final List<Problem> mistakes = new ArrayList<>();

    /**
     * Reads files that may refer to each other, and to nothing else.
     *
     * @param isNamed whether the user named a file, which must be of use then; a directory may hold others too
     */
    public void read(List<SourceText> files, boolean isNamed) {
        PolicySources sources = new PolicySources(mistakes);
        for (SourceText file : files) {
            read(file, isNamed, sources);
        }
        policies.addAll(sources.policies());
    }

    public GivenSchemas found() {
        return new GivenSchemas(List.copyOf(definitions), List.copyOf(policies), List.copyOf(mistakes));
    }

    private void read(SourceText file, boolean isNamed, PolicySources sources) {
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(file);
        if (stream.template() && !isNamed) {
            return;
        }
        for (YamlFault fault : stream.faults()) {
            Problem problem = Problem.at(fault::location, fault.message());
            mistakes.add(fault.label().isEmpty() ? problem : problem.label(fault.label()));
        }
        boolean isOfUse = !stream.faults().isEmpty();
        for (YamlDocument document : stream.documents()) {
            isOfUse |= read(document, isNamed, sources);
        }
        if (isNamed && !isOfUse) {
            mistakes.add(Problem.at(() -> file.at(0, 0), "this is no JSON Schema, and defines no custom resource")
                    .help("name the file that does"));
        }
    }

    /** Whether the document holds what is looked for. */
    private boolean read(YamlDocument document, boolean isNamed, PolicySources sources) {
        boolean isOfUse = false;
        List<KubernetesObject> objects = ObjectReader.read(document);
        for (KubernetesObject object : objects) {
            if (Views.of(object) instanceof CustomResourceDefinition definition) {
                addDefinition(definition);
                isOfUse = true;
            } else if (isNamed && CustomResourceDefinition.isInRemovedVersion(object)) {
                mistakes.add(Problem.at(
                                object.fields().text("apiVersion"),
                                "this definition is of `" + object.apiVersion() + "`, which Kubernetes 1.22 removed")
                        .help("name one of `apiextensions.k8s.io/v1`, which has a schema for each version"));
                isOfUse = true;
            }
        }
        if (objects.isEmpty() && document.root().isPresent()) {
            YamlNode root = document.root().get();
            if (root instanceof YamlMapping mapping && isSchema(mapping)) {
                sources.add(document.file(), mapping);
                isOfUse = true;
            }
        }
        return isOfUse;
    }

    private static boolean isSchema(YamlMapping mapping) {
        for (int i = 0; i < mapping.size(); i++) {
            if (KEYWORDS.contains(mapping.name(i))) {
                return true;
            }
        }
        return false;
    }

    private void addDefinition(CustomResourceDefinition definition) {
        definitions.add(definition);
        CustomKind.check(definition, new FaultSink() {
            @Override
            public void unusableSchema(Place place, String kind, String reason) {
                mistakes.add(Problem.at(place, "the schema of `" + kind + "` cannot be used: " + reason));
            }
        });
    }
}
