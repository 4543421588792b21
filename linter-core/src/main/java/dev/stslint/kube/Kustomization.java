package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kustomization (or a component): what to take and how to change it. */
public record Kustomization(KubernetesObject object) implements ObjectView {

    /** File names that make a directory a kustomization, with or without a kind written inside. */
    public static final List<String> FILE_NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    /** What such a file may hold. Either needs no {@code apiVersion}. */
    static final List<String> KINDS = List.of("Kustomization", "Component");

    static final String GROUP = "kustomize.config.k8s.io";

    /** Whether an object says that it is one, but for its kind, which kustomize does not know. */
    public static boolean isOfUnknownKind(KubernetesObject object) {
        return object.group().equals(GROUP) && !KINDS.contains(object.kind());
    }

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

    /** Whether it says nothing but what it is: kustomize refuses one where all else has Go's zero values. */
    public boolean isEmpty() {
        Fields fields = object.fields();
        for (String name : fields.names()) {
            boolean isType = name.equalsIgnoreCase("apiVersion") || name.equalsIgnoreCase("kind");
            boolean isMoved = name.equalsIgnoreCase("bases")
                    || name.equalsIgnoreCase("imageTags")
                    || name.equalsIgnoreCase("helmChartInflationGenerator");
            boolean isNothing =
                    (fields.text(name).isAbsent() && fields.object(name).isAbsent())
                            || fields.text(name).is("")
                            || (isMoved && fields.list(name).is(0));
            if (!isType && !isNothing) {
                return false;
            }
        }
        return true;
    }

    /** What names the kind of configuration that it is; absent where kustomize takes it for one of its own. */
    public Field<String> apiVersion() {
        return object.fields().text(key("apiVersion"));
    }

    /** What kustomize wants to stand there. */
    public String wantedVersion() {
        return GROUP + "/" + (isComponent() ? "v1alpha1" : "v1beta1");
    }

    /** Files, directories and addresses whose objects it takes: {@code resources} and the old {@code bases}. */
    public List<Field<String>> resources() {
        List<Field<String>> all = new ArrayList<>(object.fields().texts(key("resources")));
        all.addAll(object.fields().texts(key("bases")));
        return all;
    }

    /** The entries for files and directories that name none; kustomize skips no such entry. */
    public List<Field<String>> namelessEntries() {
        List<Field<String>> found = new ArrayList<>(0);
        for (String list : List.of("resources", "bases", "components", "crds", "configurations")) {
            addNameless(object.fields().texts(key(list)), found);
        }
        for (Generator generator : generators()) {
            addNameless(generator.fields().texts("files"), found);
            addNameless(generator.fields().texts("envs"), found);
        }
        addNameless(List.of(object.fields().object(key("openapi")).text("path")), found);
        return found;
    }

    private static void addNameless(List<Field<String>> entries, List<Field<String>> found) {
        for (Field<String> entry : entries) {
            if (entry.is("")) {
                found.add(entry);
            }
        }
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
     * The files that it reads besides, as written: patches, what generators take, configurations, the schema of custom kinds.
     * What a generator takes may have its key in front, as {@code key=path}.
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
            all.addAll(generator.files());
            all.addAll(generator.envs());
        }
        all.addAll(object.fields().texts(key("crds")));
        all.addAll(object.fields().texts(key("configurations")));
        addPresent(object.fields().object(key("openapi")).text("path"), all);
        return all;
    }

    /** Files and directories of what it configures plug-ins by, as far as that does not stand here. */
    public List<Field<String>> plugins() {
        List<Field<String>> all = new ArrayList<>(0);
        for (String list : List.of("generators", "transformers", "validators")) {
            for (Field<String> item : object.fields().texts(key(list))) {
                boolean isInline = item.or("").indexOf('\n') >= 0 || item.or("").indexOf(':') >= 0;
                if (!item.or("").isBlank() && !isInline) {
                    all.add(item);
                }
            }
        }
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

    /** Whether it says which fields of which kinds hold names, images, counts. */
    public boolean hasConfigurations() {
        return object.fields().has(key("configurations"));
    }

    /** Whether it says which kinds there are, and which of them are in namespaces. */
    public boolean hasSchema() {
        return object.fields().has(key("openapi"));
    }

    /** Whether a plug-in may change anything. */
    public boolean hasTransformers() {
        return object.fields().has(key("transformers"));
    }

    /** Where all of it goes; an empty one says nothing. */
    public Field<String> namespace() {
        return object.fields().text(key("namespace"));
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
            List<LabelledField> others = new ArrayList<>(0);
            for (Fields field : fields.objects("fields")) {
                others.add(new LabelledField(field));
            }
            found.add(new LabelTransformer(new Labels(fields.object("pairs")), selectors, templates, others));
        }
        return found;
    }

    /**
     * Labels that a kustomization adds.
     *
     * @param inSelectors whether selectors get them too
     * @param inTemplates whether pod templates get them too
     * @param others what gets them besides
     */
    public record LabelTransformer(
            Labels pairs, boolean inSelectors, boolean inTemplates, List<LabelledField> others) {}

    /** A field of objects that gets labels because a kustomization says so. */
    public record LabelledField(Fields fields) {

        /** Whether an object has it, as far as its type tells. */
        public boolean isOf(KubernetesObject object) {
            return isOr(fields.text("kind"), object.kind())
                    && isOr(fields.text("group"), object.group())
                    && isOr(fields.text("version"), object.version());
        }

        private static boolean isOr(Field<String> wanted, String given) {
            return !wanted.isPresent() || wanted.is("") || wanted.is(given);
        }

        /** The path, as patches' are written. */
        public String fieldPath() {
            return fields.text("path").or("").replace("[]", "[*]").replace('/', '.');
        }
    }

    /** {@code replicas}: a count by object name. */
    public List<ReplicaCount> replicas() {
        List<ReplicaCount> found = new ArrayList<>();
        for (Fields fields : object.fields().objects(key("replicas"))) {
            if (fields.text("name").isPresent()) {
                found.add(new ReplicaCount(fields.text("name"), fields.integer("count")));
            }
        }
        return found;
    }

    /** Entries of {@code replicas} that are for no name. */
    public List<Fields> namelessReplicas() {
        List<Fields> found = new ArrayList<>(0);
        for (Fields fields : object.fields().objects(key("replicas"))) {
            if (fields.text("name").isAbsent() || fields.text("name").is("")) {
                found.add(fields);
            }
        }
        return found;
    }

    /** A replica count that is set for objects of a name. */
    public record ReplicaCount(Field<String> name, Field<Integer> count) {}

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

        /** The field that says so where it {@linkplain #changesAnother() changes another object}. */
        public Field<String> behavior() {
            return fields.text("behavior");
        }

        /** Where it says that the object goes; empty when it does not. */
        public String namespace() {
            return fields.text("namespace").or("");
        }

        /** The kind and the name of what it makes, as messages speak of an object. */
        public String title() {
            String written = name().or("");
            return written.isEmpty() ? "this " + kind : kind + " `" + written + "`";
        }

        /**
         * Its {@code literals}, each a key and a value with {@code =} between; a pair of quotes around the value is no part of
         * it (sigs.k8s.io/kustomize/api/kv). What kustomize refuses is left out.
         */
        public List<KeyedValue> literals() {
            List<KeyedValue> found = new ArrayList<>();
            for (Field<String> literal : fields.texts("literals")) {
                String text = literal.or("");
                int equals = text.indexOf('=');
                if (equals > 0) {
                    boolean isQuoted = isQuoted(text, equals + 1);
                    int start = equals + (isQuoted ? 2 : 1);
                    String value = text.substring(start, text.length() - (isQuoted ? 1 : 0));
                    found.add(new KeyedValue(text.substring(0, equals), value, literal, start));
                }
            }
            return found;
        }

        private static boolean isQuoted(String text, int from) {
            return text.length() - from > 1
                    && (text.charAt(from) == '"' || text.charAt(from) == '\'')
                    && text.charAt(from) == text.charAt(text.length() - 1);
        }

        /** The files of variables that it takes. */
        public List<Field<String>> envs() {
            List<Field<String>> all = new ArrayList<>(fields.texts("envs"));
            addPresent(fields.text("env"), all);
            return all;
        }

        /** The literals that are no text, or have no key: kustomize refuses them. */
        public List<Field<String>> malformedLiterals() {
            List<Field<String>> found = new ArrayList<>(0);
            for (Field<String> literal : fields.texts("literals")) {
                if (literal.or("").indexOf('=') < 1) {
                    found.add(literal);
                }
            }
            return found;
        }

        /** The {@code files} whose key or path is not to be told: kustomize refuses them unread. */
        public List<Field<String>> malformedFiles() {
            List<Field<String>> found = new ArrayList<>(0);
            for (Field<String> file : fields.texts("files")) {
                if (isMalformed(file)) {
                    found.add(file);
                }
            }
            return found;
        }

        /** The other {@code files}: each is a path, which may have its key in front. */
        private List<Field<String>> files() {
            List<Field<String>> found = new ArrayList<>();
            for (Field<String> file : fields.texts("files")) {
                if (!isMalformed(file)) {
                    found.add(file);
                }
            }
            return found;
        }

        private static boolean isMalformed(Field<String> file) {
            String text = file.or("");
            int equals = text.indexOf('=');
            return equals == 0 || (equals > 0 && equals == text.length() - 1) || equals != text.lastIndexOf('=');
        }

        /** The keys that its literals and files make, each with what makes it; what kustomize refuses is left out. */
        public List<KeyedValue> keyed() {
            List<KeyedValue> keyed = literals();
            for (Field<String> file : files()) {
                String text = file.or("");
                if (!text.isEmpty()) {
                    int equals = text.indexOf('=');
                    String key = equals > 0 ? text.substring(0, equals) : text.substring(text.lastIndexOf('/') + 1);
                    keyed.add(new KeyedValue(key, "", file, equals + 1));
                }
            }
            return keyed;
        }

        /** Whether it makes no object but changes or replaces one that is there. */
        public boolean changesAnother() {
            return behavior().is("merge") || behavior().is("replace");
        }

        /** Whether it would change another object if kustomize read its {@code behavior} in any case. */
        public boolean isMeantForAnother() {
            String written = behavior().or("");
            return written.equalsIgnoreCase("merge") || written.equalsIgnoreCase("replace");
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

        /** Whether an image is one of the name, whatever its tag. */
        public boolean isFor(String image) {
            String name = name();
            return image.startsWith(name)
                    && (image.length() == name.length() || ":@".indexOf(image.charAt(name.length())) >= 0);
        }

        /** What becomes of an image that it is for: a tag or a digest takes the place of both (sigs.k8s.io/kustomize/api/filters/imagetag). */
        public String appliedTo(String image) {
            String newName = fields.text("newName").or("");
            String tag = fields.writtenScalar("newTag").or("");
            String digest = fields.text("digest").or("");
            String behind = image.substring(name().length());
            if (!tag.isEmpty() || !digest.isEmpty()) {
                behind = (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
            } else if (fields.text("tagSuffix").isPresent()) {
                int at = behind.indexOf('@');
                String old = at < 0 ? behind : behind.substring(0, at);
                behind = (old.isEmpty() ? ":" : old) + fields.text("tagSuffix").or("");
            }
            return (newName.isEmpty() ? name() : newName) + behind;
        }

        private String name() {
            return fields.text("name").or("");
        }

        /** What says what becomes of it. */
        public Located place() {
            for (String field : List.of("newName", "newTag", "digest", "tagSuffix")) {
                Field<String> written = fields.writtenScalar(field);
                if (written.isPresent()) {
                    return written;
                }
            }
            return fields.text("name");
        }
    }

    /** {@code patches}, {@code patchesStrategicMerge} and {@code patchesJson6902}, in one form. */
    public List<Patch> patches() {
        List<Patch> found = new ArrayList<>();
        for (String list : List.of("patches", "patchesJson6902")) {
            for (Fields fields : object.fields().objects(key(list))) {
                Fields target = fields.object("target");
                found.add(new Patch(
                        list.equals("patches") ? PatchStyle.ANY : PatchStyle.OPERATIONS,
                        fields.text("path").value(),
                        fields.text(fields.has("path") ? "path" : "patch"),
                        fields.text("patch"),
                        target.isPresent() ? Optional.of(target) : Optional.empty(),
                        fields.object("options").has("allowNameChange")
                                || fields.object("options").has("allowKindChange")));
            }
        }
        for (Field<String> item : object.fields().texts(key("patchesStrategicMerge"))) {
            boolean inline = item.or("").indexOf('\n') >= 0;
            found.add(new Patch(
                    PatchStyle.MERGE,
                    inline ? Optional.empty() : item.value(),
                    item,
                    inline ? item : item.owner().text(""),
                    Optional.empty(),
                    false));
        }
        return found;
    }

    /** What the patches of a list may be. */
    public enum PatchStyle {
        ANY,
        /** {@code patchesJson6902}: lists of operations. */
        OPERATIONS,
        /** {@code patchesStrategicMerge}: objects in part. */
        MERGE
    }

    /**
     * A patch: in a file or inline, for a target or for the object it names itself.
     *
     * @param style what it may be
     * @param path of the file, relative to the kustomization
     * @param entry what says what it is: the path, or the patch itself
     * @param inline the patch itself; absent when it is in a file
     * @param target which objects it is for; empty: the one whose kind and name it repeats
     * @param mayRename whether it may change names or kinds too
     */
    public record Patch(
            PatchStyle style,
            Optional<String> path,
            Field<String> entry,
            Field<String> inline,
            Optional<Fields> target,
            boolean mayRename) {

        /** Whether anything of it stands in the kustomization. */
        public boolean isInline() {
            return !inline.or("").isBlank();
        }

        /** Whether a file is named that it stands in. */
        public boolean isInFile() {
            return !path.orElse("").isEmpty();
        }

        /**
         * Fields of its target that are no regular expressions as Go has them, as far as that is plain: what Java refuses too
         * and has no sign that the two take otherwise, and what looks around.
         */
        public List<Field<String>> malformedExpressions() {
            List<Field<String>> found = new ArrayList<>(0);
            if (target.isPresent()) {
                for (String name : List.of("group", "version", "kind", "name", "namespace")) {
                    Field<String> expression = target.get().text(name);
                    if (GoExpression.isMalformed(expression.or(""))) {
                        found.add(expression);
                    }
                }
            }
            return found;
        }

        /** What its target says plainly. */
        public PatchTarget meant() {
            return target.isPresent() ? PatchTarget.of(target.get()) : PatchTarget.ANY;
        }
    }

    /** {@code patchesStrategicMerge} where its items say nothing; absent where one does, or there is none. */
    public Field<Integer> emptyMergePatches() {
        String name = key("patchesStrategicMerge");
        for (Field<String> item : object.fields().texts(name)) {
            boolean isNothing = item.node().isPresent()
                    && KustomizeType.isNothing(item.node().get().target());
            if (!isNothing && !item.is("")) {
                return object.fields().list("");
            }
        }
        Field<Integer> list = object.fields().list(name);
        return list.is(0) ? object.fields().list("") : list;
    }

    /** {@code replacements}: values that are copied from one object to fields of others. */
    public List<Replacement> replacements() {
        List<Replacement> found = new ArrayList<>(0);
        for (Fields fields : object.fields().objects(key("replacements"))) {
            found.add(new Replacement(fields));
        }
        return found;
    }

    /** How what is made is to be sorted; absent where that is not said. */
    public Fields sortOptions() {
        return object.fields().object(key("sortOptions"));
    }

    /** Names of entries a kustomization does not read itself, kept for the account. */
    public List<Entry> entries() {
        return object.fields().entries();
    }
}
