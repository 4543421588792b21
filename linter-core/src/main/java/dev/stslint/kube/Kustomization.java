package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kustomization (or a component): what to take and how to change it. */
public record Kustomization(KubernetesObject object) implements ObjectView {

    /** File names that make a directory a kustomization, with or without a kind written inside. */
    public static final List<String> FILE_NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    public boolean isComponent() {
        return object.kind().equals("Component");
    }

    /** Files, directories and addresses whose objects it takes: {@code resources} and the old {@code bases}. */
    public List<Field<String>> resources() {
        List<Field<String>> all = new ArrayList<>(object.fields().texts("resources"));
        all.addAll(object.fields().texts("bases"));
        return all;
    }

    public List<Field<String>> components() {
        return object.fields().texts("components");
    }

    /** Custom resource definitions and configurations that tell it about other kinds' references. */
    public boolean hasGeneratedObjects() {
        return object.fields().has("helmCharts")
                || object.fields().has("helmChartInflationGenerator")
                || object.fields().has("generators");
    }

    /** Whether a plug-in may change anything. */
    public boolean hasTransformers() {
        return object.fields().has("transformers");
    }

    public Optional<String> namespace() {
        Field<String> namespace = object.fields().text("namespace");
        return namespace.is("") ? Optional.empty() : namespace.value();
    }

    public String namePrefix() {
        return object.fields().text("namePrefix").or("");
    }

    public String nameSuffix() {
        return object.fields().text("nameSuffix").or("");
    }

    /** {@code commonLabels}, which go everywhere. */
    public Labels commonLabels() {
        return new Labels(object.fields().object("commonLabels"));
    }

    /** An entry of {@code labels}: goes into metadata, and into selectors and templates only where it says so. */
    public List<LabelTransformer> labels() {
        List<LabelTransformer> found = new ArrayList<>();
        for (Fields fields : object.fields().objects("labels")) {
            boolean selectors = fields.bool("includeSelectors").or(false);
            boolean templates = selectors || fields.bool("includeTemplates").or(false);
            found.add(new LabelTransformer(new Labels(fields.object("pairs")), selectors, templates));
        }
        return found;
    }

    /**
     * Labels that a kustomization adds.
     *
     * @param inSelectors whether selectors get them too
     * @param inTemplates whether pod templates get them too
     */
    public record LabelTransformer(Labels pairs, boolean inSelectors, boolean inTemplates) {}

    /** {@code replicas}: a count by object name. */
    public List<ReplicaCount> replicas() {
        List<ReplicaCount> found = new ArrayList<>();
        for (Fields fields : object.fields().objects("replicas")) {
            if (fields.text("name").isPresent()) {
                found.add(new ReplicaCount(fields.text("name").or(""), fields.integer("count")));
            }
        }
        return found;
    }

    /** A replica count that is set for objects of a name. */
    public record ReplicaCount(String name, Field<Integer> count) {}

    /** {@code configMapGenerator} and {@code secretGenerator} entries. */
    public List<Generator> generators() {
        List<Generator> found = new ArrayList<>();
        for (String list : List.of("configMapGenerator", "secretGenerator")) {
            for (Fields fields : object.fields().objects(list)) {
                found.add(new Generator(list.startsWith("config") ? "ConfigMap" : "Secret", fields));
            }
        }
        return found;
    }

    /** An object that is made from literals and files. Its name gets a hash, and references to it follow. */
    public record Generator(String kind, Fields fields) {

        public Field<String> name() {
            return fields.text("name");
        }
    }

    /** {@code patches}, {@code patchesStrategicMerge} and {@code patchesJson6902}, in one form. */
    public List<Patch> patches() {
        List<Patch> found = new ArrayList<>();
        for (String list : List.of("patches", "patchesJson6902")) {
            for (Fields fields : object.fields().objects(list)) {
                Fields target = fields.object("target");
                found.add(new Patch(
                        fields.text("path").value(),
                        fields.text("patch"),
                        target.isPresent() ? Optional.of(target) : Optional.empty()));
            }
        }
        for (Field<String> item : object.fields().texts("patchesStrategicMerge")) {
            boolean inline = item.or("").indexOf('\n') >= 0;
            found.add(new Patch(
                    inline ? Optional.empty() : item.value(),
                    inline ? item : item.owner().text(""),
                    Optional.empty()));
        }
        return found;
    }

    /**
     * A patch: in a file or inline, for a target or for the object it names itself.
     *
     * @param path of the file, relative to the kustomization
     * @param inline the patch itself; absent when it is in a file
     * @param target which objects it is for; empty: the one whose kind and name it repeats
     */
    public record Patch(Optional<String> path, Field<String> inline, Optional<Fields> target) {}

    /** {@code replacements} and {@code vars}: values that are copied from one object to fields of others. */
    public List<Fields> replacements() {
        return object.fields().objects("replacements");
    }

    /** Names of entries a kustomization does not read itself, kept for the account. */
    public List<Entry> entries() {
        return object.fields().entries();
    }
}
