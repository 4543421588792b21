package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kustomization (or a component): what to take and how to change it. */
public record Kustomization(KubernetesObject object) implements ObjectView {

    /** File names that make a directory a kustomization, with or without a kind written inside. */
    public static final List<String> FILE_NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    /** What such a file may hold. Either needs no {@code apiVersion}. */
    static final List<String> KINDS = List.of("Kustomization", "Component");

    /** How a key is written here: kustomize reads them as Go's JSON does, the exact one first, then in any case. */
    private String key(String name) {
        if (object.fields().has(name)) {
            return name;
        }
        for (String written : object.fields().names()) {
            if (written.equalsIgnoreCase(name)) {
                return written;
            }
        }
        return name;
    }

    public boolean isComponent() {
        return object.kind().equals("Component");
    }

    /** Files, directories and addresses whose objects it takes: {@code resources} and the old {@code bases}. */
    public List<Field<String>> resources() {
        List<Field<String>> all = new ArrayList<>(object.fields().texts(key("resources")));
        all.addAll(object.fields().texts(key("bases")));
        return all;
    }

    public List<Field<String>> components() {
        return object.fields().texts(key("components"));
    }

    /** Everything it takes whole: files, directories with kustomizations, and addresses. */
    public List<Field<String>> bases() {
        List<Field<String>> all = resources();
        all.addAll(components());
        return all;
    }

    /**
     * The files that it reads besides, as written: patches, what generators take, configurations. What a generator takes may
     * have its key in front, as {@code key=path}.
     */
    public List<Field<String>> files() {
        List<Field<String>> all = new ArrayList<>();
        for (String list : List.of("patches", "patchesJson6902", "replacements")) {
            for (Fields fields : object.fields().objects(key(list))) {
                addPresent(fields.text("path"), all);
            }
        }
        for (Field<String> item : object.fields().texts(key("patchesStrategicMerge"))) {
            addPresent(item, all);
        }
        for (Generator generator : generators()) {
            all.addAll(generator.fields().texts("files"));
            all.addAll(generator.fields().texts("envs"));
            addPresent(generator.fields().text("env"), all);
        }
        all.addAll(object.fields().texts(key("crds")));
        all.addAll(object.fields().texts(key("configurations")));
        return all;
    }

    private static void addPresent(Field<String> path, List<Field<String>> paths) {
        if (path.isPresent()) {
            paths.add(path);
        }
    }

    /** Whether a name of something to take is an address, which has to be fetched. */
    public static boolean isRemote(String resource) {
        return resource.contains("://")
                || resource.contains("::")
                || resource.startsWith("git@")
                || resource.contains("?ref=")
                || (startsWithHost(resource) && !isManifest(resource));
    }

    private static boolean startsWithHost(String resource) {
        int slash = resource.indexOf('/');
        int dot = resource.indexOf('.');
        return dot > 0 && dot < slash;
    }

    private static boolean isManifest(String resource) {
        return resource.endsWith(".yaml") || resource.endsWith(".yml") || resource.endsWith(".json");
    }

    /** Custom resource definitions and configurations that tell it about other kinds' references. */
    public boolean hasGeneratedObjects() {
        return object.fields().has(key("helmCharts"))
                || object.fields().has(key("helmChartInflationGenerator"))
                || object.fields().has(key("generators"));
    }

    /** Whether a plug-in may change anything. */
    public boolean hasTransformers() {
        return object.fields().has(key("transformers"));
    }

    public Optional<String> namespace() {
        Field<String> namespace = object.fields().text(key("namespace"));
        return namespace.is("") ? Optional.empty() : namespace.value();
    }

    public String namePrefix() {
        return object.fields().text(key("namePrefix")).or("");
    }

    public String nameSuffix() {
        return object.fields().text(key("nameSuffix")).or("");
    }

    /** {@code commonLabels}, which go everywhere. */
    public Labels commonLabels() {
        return new Labels(object.fields().object(key("commonLabels")));
    }

    /** An entry of {@code labels}: goes into metadata, and into selectors and templates only where it says so. */
    public List<LabelTransformer> labels() {
        List<LabelTransformer> found = new ArrayList<>();
        for (Fields fields : object.fields().objects(key("labels"))) {
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
        for (Fields fields : object.fields().objects(key("replicas"))) {
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
        Fields options = object.fields().object(key("generatorOptions"));
        for (String list : List.of("configMapGenerator", "secretGenerator")) {
            for (Fields fields : object.fields().objects(key(list))) {
                found.add(new Generator(list.startsWith("config") ? "ConfigMap" : "Secret", fields, options));
            }
        }
        return found;
    }

    /**
     * An object that is made from literals and files. Its name gets a hash, and references to it follow.
     *
     * @param shared the options of all generators of the kustomization
     */
    public record Generator(String kind, Fields fields, Fields shared) {

        public Field<String> name() {
            return fields.text("name");
        }

        /** Where it says that the object goes; empty when it does not. */
        public String namespace() {
            return fields.text("namespace").or("");
        }

        /** Whether it makes no object but changes or replaces one that is there. */
        public boolean changesAnother() {
            String behavior = fields.text("behavior").or("");
            return behavior.equals("merge") || behavior.equals("replace");
        }

        /** Whether a hash of the content gets into the name; options of all say no for each. */
        public boolean hasHash() {
            return !fields.object("options").bool("disableNameSuffixHash").or(false)
                    && !shared.bool("disableNameSuffixHash").or(false);
        }
    }

    /** {@code images}: other names, tags and digests for images of a name. */
    public List<ImageChange> images() {
        List<ImageChange> found = new ArrayList<>();
        for (Fields fields : object.fields().objects(key("images"))) {
            if (fields.text("name").isPresent()) {
                found.add(new ImageChange(fields));
            }
        }
        return found;
    }

    /** An entry of {@code images}. */
    public record ImageChange(Fields fields) {

        /** Whether a container's image is one of the name, whatever its tag. */
        public boolean isFor(Container container) {
            String image = container.imageField().or("");
            String name = fields.text("name").or("");
            return image.startsWith(name)
                    && (image.length() == name.length() || ":@".indexOf(image.charAt(name.length())) >= 0);
        }

        /**
         * Whether all that is known of a container's image holds for the changed one: nothing is known of either, or both are
         * releases of one system with the same first number.
         */
        public boolean leavesAsKnown(Container container) {
            Optional<ImageReference> before = container.image();
            Optional<ImageReference> after = before.isPresent() ? changed(before.get()) : Optional.empty();
            if (before.isEmpty() || after.isEmpty()) {
                return false;
            }
            Optional<StatefulImage> known = StatefulImages.find(before.get());
            Optional<StatefulImage> other = StatefulImages.find(after.get());
            if (known.isEmpty() || other.isEmpty()) {
                return known.isEmpty() && other.isEmpty();
            }
            return known.get().system().equals(other.get().system())
                    && known.get().tag().major().equals(other.get().tag().major());
        }

        /** With its tag, where neither another one nor a digest is given. */
        private Optional<ImageReference> changed(ImageReference before) {
            String name = fields.text("newName").or(fields.text("name").or(""));
            String tag = fields.writtenScalar("newTag").or(fields.has("digest") ? "" : before.tag());
            return ImageReference.parse(tag.isEmpty() ? name : name + ":" + tag);
        }
    }

    /** {@code patches}, {@code patchesStrategicMerge} and {@code patchesJson6902}, in one form. */
    public List<Patch> patches() {
        List<Patch> found = new ArrayList<>();
        for (String list : List.of("patches", "patchesJson6902")) {
            for (Fields fields : object.fields().objects(key(list))) {
                Fields target = fields.object("target");
                found.add(new Patch(
                        fields.text("path").value(),
                        fields.text("patch"),
                        target.isPresent() ? Optional.of(target) : Optional.empty()));
            }
        }
        for (Field<String> item : object.fields().texts(key("patchesStrategicMerge"))) {
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
        return object.fields().objects(key("replacements"));
    }

    /** Names of entries a kustomization does not read itself, kept for the account. */
    public List<Entry> entries() {
        return object.fields().entries();
    }
}
