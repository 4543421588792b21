package dev.stslint.manifest;

import dev.stslint.kube.Container;
import dev.stslint.kube.DeployedImage;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.Kustomization.ImageChange;
import dev.stslint.kube.Kustomization.LabelTransformer;
import dev.stslint.kube.Kustomization.LabelledField;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.Labels;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.PatchedObject;
import dev.stslint.kube.Pod;
import dev.stslint.kube.Replacement;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Taken.Placed;
import dev.stslint.manifest.Unmatched.Aspect;
import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.manifest.Unmatched.Difference;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import dev.stslint.secret.Mask;
import dev.stslint.source.Groups;
import dev.stslint.source.Located;
import dev.stslint.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Follows kustomizations from those that no other takes down to the objects, and gives each object its placements.
 * Identity transforms are applied as kustomize does; patches are not executed, the fields they touch become unknown.
 */
final class KustomizationGraph {

    /** No kustomization that people write comes near; a chain that takes everything twice at each step would never end. */
    private static final int MOST_TAKEN = 100_000;

    private static final int DEEPEST = 100;

    private static final int MOST_FIELDS_NAMED = 3;

    private static final String NO_REFERENCES = "; references to its objects are not judged";
    private static final String NO_SECRETS = "; references to Secrets and ConfigMaps are not judged";
    private static final String NO_FIELDS = "; fields that it may patch are not judged";

    /** Kinds whose names kustomize does not touch (sigs.k8s.io/kustomize/api/internal/builtins/PrefixTransformer). */
    private static final Set<String> KEEPING_THEIR_NAMES =
            Set.of("APIService", "CustomResourceDefinition", "Namespace");

    /** Kinds whose replicas kustomize sets (sigs.k8s.io/kustomize/api/konfig/builtinpluginconsts). */
    private static final Set<String> WITH_REPLICAS =
            Set.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet");

    private final Map<String, Kustomization> byDirectory;
    private final Map<String, List<Member>> byFile;
    private final Map<String, List<PatchContent>> patchesByFile;
    private final Set<String> filesRead;
    private final Set<String> filesSkipped;
    private final Map<String, String> otherNames;
    private final Set<String> filesBroken;
    private final Set<String> patchFiles = new HashSet<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final List<Unmatched> unmatched = new ArrayList<>(0);
    private final List<Duplicate> duplicates = new ArrayList<>(0);
    private final List<Cycle> cycles = new ArrayList<>(0);
    private final List<Ambiguous> ambiguous = new ArrayList<>(0);
    private final List<Refusal> flawedPatches = new ArrayList<>(0);
    private final Set<Set<String>> circles = new HashSet<>();
    private Set<String> circling = Set.of();

    /**
     * @param byDirectory kustomizations by their directory
     * @param byFile objects by the path of their file
     * @param patchesByFile what the documents of a file would change as patches
     * @param filesRead paths of all files that were read, empty ones included
     * @param filesSkipped paths of files that are there and could not be read, as templates
     * @param otherNames the paths by which some files and directories are known, by those to which kustomizations lead
     * @param filesBroken paths of files with a document that could not be read
     */
    KustomizationGraph(
            Map<String, Kustomization> byDirectory,
            Map<String, List<Member>> byFile,
            Map<String, List<PatchContent>> patchesByFile,
            Set<String> filesRead,
            Set<String> filesSkipped,
            Map<String, String> otherNames,
            Set<String> filesBroken) {
        this.byDirectory = new TreeMap<>(byDirectory);
        this.byFile = byFile;
        this.patchesByFile = patchesByFile;
        this.filesRead = filesRead;
        this.filesSkipped = filesSkipped;
        this.otherNames = otherNames;
        this.filesBroken = filesBroken;
        for (Map.Entry<String, Kustomization> entry : byDirectory.entrySet()) {
            for (Patch patch : entry.getValue().patches()) {
                if (patch.path().isPresent()) {
                    patchFiles.add(target(entry.getKey(), patch.path().get()));
                }
            }
        }
    }

    /** Files whose documents are patches and no objects. */
    Set<String> patchFiles() {
        return patchFiles;
    }

    /** What is not judged in the objects that were placed, each once. */
    Set<Gap> gaps() {
        return gaps;
    }

    /** Entries for objects that their kustomization does not take. */
    List<Unmatched> unmatched() {
        return unmatched;
    }

    /** Objects that kustomizations have twice. */
    List<Duplicate> duplicates() {
        return duplicates;
    }

    /** Entries that lead back. */
    List<Cycle> cycles() {
        return cycles;
    }

    /** Entries for one object that fit several. */
    List<Ambiguous> ambiguous() {
        return ambiguous;
    }

    /** Entries that are refused wherever they are taken. */
    List<Refusal> refusals() {
        if (byDirectory.isEmpty()) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>(new Refusals(this).in(byDirectory));
        refusals.addAll(flawedPatches);
        return refusals;
    }

    /** The patches in a file, where all of it was read as such. */
    Optional<List<PatchContent>> patchesIn(String file) {
        return filesRead.contains(file) && !filesBroken.contains(file) && !byFile.containsKey(file)
                ? Optional.of(patchesByFile.getOrDefault(file, List.of()))
                : Optional.empty();
    }

    /** Gives every object that a kustomization takes its placements. */
    void place() {
        Map<String, List<String>> taken = takenByDirectory();
        Set<String> roots = new TreeSet<>(byDirectory.keySet());
        for (List<String> directories : taken.values()) {
            for (String directory : directories) {
                roots.remove(directory);
            }
        }
        circling = circling(taken);
        Set<String> reached = new HashSet<>();
        for (String root : roots) {
            place(root, reached);
        }
        for (String directory : byDirectory.keySet()) {
            if (!reached.contains(directory)) {
                place(directory, reached); // part of a cycle: nobody's root, but not nothing
            }
        }
    }

    private void place(String root, Set<String> reached) {
        Application application = new Application(root);
        Kustomization kustomization = byDirectory.get(root);
        if (kustomization == null || kustomization.isComponent()) {
            application.breakUp(); // what a component changes comes from those that take it
        }
        Set<String> path = new LinkedHashSet<>();
        for (Placed placed : expand(root, application, path, reached).objects()) {
            placed.member().placements().add(placed.placement());
            if (!placed.placement().patchedPaths().isEmpty()) {
                leave(root, patchedFields(placed), false);
            }
            for (DeployedImage image : placed.placement().unlikeImages()) {
                leave(
                        root,
                        "images change `" + image.written().fieldPath() + "` of "
                                + placed.member().view().title() + "; not all that rests on that is judged",
                        false);
            }
        }
    }

    /** The directories with a kustomization that each kustomization takes. */
    private Map<String, List<String>> takenByDirectory() {
        Map<String, List<String>> taken = new HashMap<>();
        for (Map.Entry<String, Kustomization> entry : byDirectory.entrySet()) {
            List<String> directories = new ArrayList<>(0);
            for (Field<String> base : entry.getValue().bases()) {
                String target = target(entry.getKey(), base.or(""));
                if (byDirectory.containsKey(target)) {
                    directories.add(target);
                }
            }
            taken.put(entry.getKey(), directories);
        }
        return taken;
    }

    /**
     * The directories that lie on circles, or between two. kustomize refuses what takes one of them, and the ways through them
     * are more than can be counted: each is followed once.
     */
    private static Set<String> circling(Map<String, List<String>> taken) {
        Set<String> behind = withoutStarts(taken.keySet(), taken);
        if (behind.isEmpty()) {
            return behind;
        }
        Map<String, List<String>> takers = new HashMap<>();
        for (String taker : behind) {
            for (String directory : taken.getOrDefault(taker, List.of())) {
                Groups.add(takers, directory, taker);
            }
        }
        return withoutStarts(behind, takers);
    }

    /** The directories to which some way leads that has no start among them. */
    private static Set<String> withoutStarts(Set<String> directories, Map<String, List<String>> ways) {
        Map<String, Integer> arrivals = new HashMap<>();
        for (String directory : directories) {
            for (String next : ways.getOrDefault(directory, List.of())) {
                arrivals.merge(next, 1, Integer::sum);
            }
        }
        Set<String> rest = new HashSet<>(directories);
        Deque<String> starts = new ArrayDeque<>();
        for (String directory : directories) {
            if (!arrivals.containsKey(directory)) {
                starts.add(directory);
            }
        }
        while (!starts.isEmpty()) {
            String start = starts.remove();
            rest.remove(start);
            for (String next : ways.getOrDefault(start, List.of())) {
                if (arrivals.merge(next, -1, Integer::sum) == 0) {
                    starts.add(next);
                }
            }
        }
        return rest;
    }

    /** Whether a directory lies on a circle and was followed already. */
    private boolean isFollowed(String directory, Application application) {
        return circling.contains(directory) && !application.enter(directory);
    }

    private Taken expand(String directory, Application application, Set<String> path, Set<String> reached) {
        Taken taken = new Taken();
        Kustomization kustomization = byDirectory.get(directory);
        if (kustomization == null || path.contains(directory) || isFollowed(directory, application)) {
            return taken;
        }
        if (path.size() >= DEEPEST || application.taken() > MOST_TAKEN) {
            application.open("its kustomizations take too much to follow");
            reached.add(directory);
            return taken;
        }
        path.add(directory);
        application.take(1);
        reached.add(directory);
        for (Field<String> resource : kustomization.resources()) {
            take(resource, directory, application, path, reached, taken);
        }
        transform(kustomization, directory, application, path, reached, taken);
        path.remove(directory);
        return taken;
    }

    private void take(
            Field<String> entry,
            String directory,
            Application application,
            Set<String> path,
            Set<String> reached,
            Taken taken) {
        String resource = entry.or("");
        if (Kustomization.isRemote(resource)) {
            application.open("a kustomization takes a remote resource");
            leave(directory, "takes a remote resource" + NO_REFERENCES, false);
            return;
        }
        String target = target(directory, resource);
        if (filesBroken.contains(target)) {
            application.breakUp();
        }
        if (byDirectory.containsKey(target)) {
            if (leadsBack(entry, target, directory, path)) {
                application.breakUp();
            }
            taken.addAll(expand(target, application, path, reached), entry, duplicates);
        } else if (byFile.containsKey(target)) {
            List<Member> members = byFile.getOrDefault(target, List.of());
            application.take(members.size());
            List<Placed> file = new ArrayList<>(members.size());
            for (Member member : members) {
                file.add(new Placed(
                        member,
                        Placement.in(
                                application,
                                member.name(),
                                member.object().namespace().or(""))));
            }
            taken.addFile(file, entry, duplicates);
        } else if (holdsEmptyKustomization(target)) {
            application.breakUp();
        } else if (filesSkipped.contains(target) || isDirectory(resource)) {
            application.open("a kustomization takes `" + Mask.secretsIn(resource) + "`, which was not read");
            leaveUnread(directory, resource, NO_REFERENCES);
        } else if (!filesRead.contains(target)) {
            application.lacks(resource);
            leaveUnread(directory, resource, NO_SECRETS);
        }
    }

    /** Whether an entry leads back, which is noted; of a circle only the first that is met. */
    private boolean leadsBack(Field<String> entry, String target, String directory, Set<String> path) {
        if (entry.or("").isEmpty()) {
            return true; // names nothing, so that its target is where it stands
        }
        if (path.contains(target)) {
            Set<String> circle = new TreeSet<>();
            boolean isReached = false;
            for (String each : path) {
                isReached |= each.equals(target);
                if (isReached) {
                    circle.add(each);
                }
            }
            if (circles.add(circle)) {
                Cycle.Kind kind = target.equals(directory) ? Cycle.Kind.ITSELF : Cycle.Kind.TAKER;
                cycles.add(new Cycle(entry, kind, target, target));
            }
            return true;
        }
        if (isBelow(directory, target)) {
            cycles.add(new Cycle(entry, Cycle.Kind.ABOVE_ITSELF, target, directory));
            return true;
        }
        for (String taker : path) {
            if (isBelow(taker, target)) {
                cycles.add(new Cycle(entry, Cycle.Kind.ABOVE_TAKER, target, taker));
                return true;
            }
        }
        return false;
    }

    /** Whether a directory lies in another, as far as their shown paths tell. */
    private static boolean isBelow(String directory, String other) {
        boolean isAboveTheStart = other.isEmpty() || other.equals("..") || other.endsWith("/..");
        return isAboveTheStart
                ? !directory.startsWith("/") && !directory.equals(other) && levelsUp(directory) <= levelsUp(other)
                : directory.startsWith(other + "/");
    }

    private static int levelsUp(String path) {
        int levels = 0;
        while (path.startsWith("..", levels * 3)) {
            levels++;
        }
        return levels;
    }

    private void leaveUnread(String directory, String resource, String consequence) {
        // What holds one of these may be an address with a password.
        boolean isAddress = resource.indexOf('@') >= 0 || resource.indexOf(':') >= 0;
        String what = isAddress ? "a resource" : "`" + Mask.secretsIn(resource) + "`";
        leave(directory, "takes " + what + ", which was not read" + consequence, !isAddress);
    }

    private void leave(String directory, String reason, boolean isUnreadFile) {
        Kustomization kustomization = byDirectory.get(directory);
        if (kustomization != null) {
            gaps.add(new Gap(kustomization.object().file().path(), reason, isUnreadFile));
        }
    }

    private static String patchedFields(Placed placed) {
        Set<String> fields = new LinkedHashSet<>(placed.placement().patchedPaths());
        StringBuilder text = new StringBuilder("patches change ");
        if (fields.contains("")) {
            text.append("any field");
        } else {
            int named = 0;
            for (String field : fields) {
                if (named < MOST_FIELDS_NAMED) {
                    text.append(named == 0 ? "`" : ", `").append(field).append('`');
                }
                named++;
            }
            if (named > MOST_FIELDS_NAMED) {
                text.append(" and ").append(named - MOST_FIELDS_NAMED).append(" more");
            }
        }
        return text.append(" of ")
                .append(placed.member().view().title())
                .append("; what rests on that is not judged")
                .toString();
    }

    /** Whether a directory holds a kustomization that was read and holds no object. */
    private boolean holdsEmptyKustomization(String directory) {
        for (String name : Kustomization.FILE_NAMES) {
            String file = directory.isEmpty() ? name : directory + "/" + name;
            if (filesRead.contains(file) && !filesBroken.contains(file) && !byFile.containsKey(file)) {
                return true;
            }
        }
        return false;
    }

    /** A directory that holds no kustomization that was read stands somewhere else. */
    private static boolean isDirectory(String resource) {
        return !(resource.endsWith(".yaml") || resource.endsWith(".yml") || resource.endsWith(".json"));
    }

    /** Generators first, then components, which work on what was taken and made; then patches, then names and labels. */
    private void transform(
            Kustomization kustomization,
            String directory,
            Application application,
            Set<String> path,
            Set<String> reached,
            Taken taken) {
        List<Placed> objects = taken.objects();
        if (kustomization.hasSchema()) {
            taken.addSchema();
        }
        if (kustomization.hasGeneratedObjects()) {
            application.open("a kustomization generates objects with a plug-in or a chart");
            leave(directory, "generates objects with a plug-in or a chart" + NO_REFERENCES, false);
        }
        for (Generator generator : kustomization.generators()) {
            if (generator.name().isPresent()) {
                if (generator.changesAnother()) {
                    OneObject wanted = OneObject.of(
                            "v1", generator.kind(), generator.name().or(""), generator.namespace());
                    Located behavior = generator.behavior();
                    Field<String> namespace = generator.fields().text("namespace");
                    Naming entry = new Naming(behavior, behavior, namespace.isPresent() ? namespace : behavior);
                    boolean isAlone = kustomization.components().isEmpty();
                    Change change = isAlone ? Change.GENERATOR : Change.GENERATOR_BEFORE_COMPONENTS;
                    require(entry, change, wanted, application, taken);
                    wanted.demand(generator.name(), Change.GENERATOR, taken, ambiguous);
                }
                generate(generator, application, taken);
            }
        }
        for (Field<String> component : kustomization.components()) {
            String target = target(directory, component.or(""));
            Kustomization found = byDirectory.get(target);
            if (found == null && holdsEmptyKustomization(target)) {
                application.breakUp();
                continue;
            }
            if (found == null) {
                application.open("a kustomization takes a component that was not read");
                if (Kustomization.isRemote(component.or(""))) {
                    leave(directory, "takes a remote component" + NO_REFERENCES, false);
                } else {
                    leaveUnread(directory, component.or(""), NO_REFERENCES);
                }
                continue;
            }
            if (leadsBack(component, target, directory, path)) {
                application.breakUp();
            }
            if (path.size() < DEEPEST && !isFollowed(target, application) && path.add(target)) {
                reached.add(target);
                for (Field<String> resource : found.resources()) {
                    take(resource, target, application, path, reached, taken);
                }
                transform(found, target, application, path, reached, taken);
                if (changesIdentities(found)) {
                    taken.forgetIdentities();
                }
                path.remove(target);
            }
        }
        if (kustomization.hasTransformers()) {
            application.open("a kustomization changes objects with a plug-in");
            for (Placed placed : objects) {
                placed.placement().patch(List.of(""));
            }
            for (GeneratedObject made : taken.generated()) {
                made.placement().patch(List.of(""));
            }
        }
        for (Patch patch : kustomization.patches()) {
            apply(patch, directory, application, taken);
        }
        for (ImageChange change : kustomization.images()) {
            for (Placed placed : objects) {
                apply(change, placed);
            }
        }
        if (kustomization.hasConfigurations()) {
            taken.addConfigurations();
        }
        rename(kustomization, taken);
        for (Kustomization.ReplicaCount count : kustomization.replicas()) {
            scale(count, taken);
            if (!kustomization.hasConfigurations()) {
                require(count.name(), application, taken);
            }
        }
        Replacements replacements = new Replacements(application, taken, unmatched, ambiguous);
        for (Replacement replacement : kustomization.replacements()) {
            replacements.apply(replacement);
        }
    }

    /** Notes a count for objects that were not taken, where it is known what was. */
    private void require(Field<String> entry, Application application, Taken taken) {
        String name = entry.or("");
        if (!application.isComplete() || name.isEmpty() || NameToken.isFilledIn(name)) {
            return;
        }
        List<String> names = new ArrayList<>(0);
        for (Placed placed : taken.objects()) {
            if (WITH_REPLICAS.contains(placed.member().object().kind())) {
                if (placed.member().name().isEmpty() || placed.placement().isOrWasCalled(name)) {
                    return;
                }
                names.add(placed.placement().name());
            }
        }
        Optional<String> taker = takerOfComponent(entry, application);
        unmatched.add(new Unmatched(entry, Change.REPLICAS, "", name, names, Optional.empty(), taker));
    }

    /**
     * Where an entry says for which object it is; all of it where it does not say so by itself.
     *
     * @param version the part that says of which version that is
     * @param namespace the part that says where it is
     */
    private record Naming(Located name, Located version, Located namespace) {}

    /** Notes an entry for one object that was not taken, where it is known what was. */
    private void require(Naming entry, Change change, OneObject wanted, Application application, Taken taken) {
        String kind = wanted.kind().orElse("");
        String name = wanted.name().orElse("");
        if (!application.isComplete() || name.isEmpty() || wanted.isFilledIn()) {
            return;
        }
        List<String> names = new ArrayList<>(0);
        for (Placed placed : taken.objects()) {
            if (wanted.mayBe(placed, taken)) {
                return;
            }
            if (placed.member().object().kind().equals(kind)) {
                names.add(placed.placement().name());
            }
        }
        for (GeneratedObject made : taken.generated()) {
            if (wanted.mayBe(made)) {
                return;
            }
            if (made.kind().equals(kind)) {
                names.add(made.placement().name());
            }
        }
        Kustomization owner = byDirectory.get(entry.name().location().file().directory());
        String namespace = owner == null ? "" : owner.namespace().or("");
        Optional<Difference> difference = wanted.differenceIn(taken, namespace);
        Located place = entry.name();
        if (difference.isPresent()) {
            place = difference.get().aspect() == Aspect.VERSION ? entry.version() : entry.namespace();
        }
        Optional<String> taker = takerOfComponent(place, application);
        unmatched.add(new Unmatched(place, change, kind, name, names, difference, taker));
    }

    /** The directory of what is built, where an entry is a component's. */
    private Optional<String> takerOfComponent(Located entry, Application application) {
        Kustomization owner = byDirectory.get(entry.location().file().directory());
        return owner != null && owner.isComponent() ? Optional.of(application.directory()) : Optional.empty();
    }

    /** Whether what a component has taken may have other names behind it, or be gone. */
    private static boolean changesIdentities(Kustomization component) {
        return component.namespace().isPresent()
                || !component.namePrefix().isEmpty()
                || !component.nameSuffix().isEmpty()
                || !component.patches().isEmpty()
                || !component.replacements().isEmpty()
                || component.hasTransformers();
    }

    /** A new object, unless it is said to be one that is there: then that gets other content. */
    private void generate(Generator generator, Application application, Taken taken) {
        String kind = generator.kind();
        String name = generator.name().or("");
        if (!generator.changesAnother()) {
            GeneratedObject made = new GeneratedObject(
                    kind, name, Placement.in(application, name, generator.namespace()), generator.hasHash());
            Duplicate.Cause cause =
                    generator.isMeantForAnother() ? Duplicate.Cause.MISWRITTEN : Duplicate.Cause.GENERATED;
            taken.generate(made, generator.name(), cause, duplicates);
            application.generates(made);
            return;
        }
        for (Placed placed : taken.objects()) {
            if (placed.member().object().kind().equals(kind) && placed.member().isCalled(name, placed.placement())) {
                placed.placement().patch(List.of("data", "stringData", "binaryData"));
            }
        }
    }

    private static void apply(ImageChange change, Placed placed) {
        if (placed.member().view() instanceof Workload workload) {
            for (Container container : workload.template().containers()) {
                Field<String> written = container.imageField();
                String image = placed.placement().image(written);
                if (written.isPresent() && change.isFor(image)) {
                    Optional<DeployedImage> deployed =
                            DeployedImage.of(written, change.appliedTo(image), change.place());
                    if (deployed.isPresent()) {
                        placed.placement().deploy(deployed.get());
                    } else {
                        placed.placement().patch(List.of(written.fieldPath()));
                    }
                }
            }
        }
    }

    /** By any of its names, the one that this kustomization gives it too. */
    private static void scale(Kustomization.ReplicaCount count, Taken taken) {
        for (Placed placed : taken.objects()) {
            if (placed.member().isCalled(count.name().or(""), placed.placement())
                    && placed.member().view() instanceof Workload workload
                    && workload.isScalable()) {
                placed.placement().scaleTo(count.count());
            }
        }
    }

    private void rename(Kustomization kustomization, Taken taken) {
        List<Placed> objects = taken.objects();
        List<LabelTransformer> labels = kustomization.labels();
        Field<String> namespace = kustomization.namespace();
        if (!namespace.or("").isEmpty()) {
            move(taken, namespace);
        }
        for (GeneratedObject made : taken.generated()) {
            made.placement().rename(kustomization.namePrefix(), kustomization.nameSuffix());
        }
        for (Placed placed : objects) {
            KubernetesObject object = placed.member().object();
            if (!KEEPING_THEIR_NAMES.contains(object.kind())) {
                placed.placement().rename(kustomization.namePrefix(), kustomization.nameSuffix());
            }
            if (placed.member().view() instanceof Workload) {
                relabel(placed.placement(), kustomization.commonLabels(), labels);
            }
            boolean isPod = placed.member().view() instanceof Pod; // whose own labels are those of its metadata
            for (LabelTransformer transformer : labels) {
                placed.placement()
                        .label(transformer.pairs(), transformer.inSelectors(), isPod || transformer.inTemplates());
                for (LabelledField other : transformer.others()) {
                    if (other.isOf(object)) {
                        placed.placement().patch(List.of(other.fieldPath()));
                    }
                }
            }
            placed.placement().label(kustomization.commonLabels(), true, true);
            if (taken.hasConfigurations()
                    && (!labels.isEmpty() || !kustomization.commonLabels().isEmpty())) {
                placed.placement().patch(List.of("spec.selector")); // they may say that it gets labels
            }
            if (placed.member().view() instanceof Workload workload
                    && workload.selector().isAbsent()
                    && !placed.placement().selectorLabels().isEmpty()) {
                placed.placement().patch(List.of("spec.selector")); // it makes one of nothing
            }
        }
    }

    private static void relabel(Placement placement, Labels common, List<LabelTransformer> labels) {
        for (LabelTransformer transformer : labels) {
            if (transformer.inTemplates()) {
                placement.relabel(transformer.pairs());
            }
        }
        if (!common.isEmpty()) {
            placement.relabel(common);
        }
    }

    private void move(Taken taken, Field<String> namespace) {
        List<String> before = taken.isInSeveralNamespaces() ? taken.identities() : List.of();
        for (GeneratedObject made : taken.generated()) {
            made.placement().moveTo(namespace.or(""));
        }
        for (Placed placed : taken.objects()) {
            move(placed, namespace.or(""));
        }
        if (!before.isEmpty()) {
            taken.compare(before, namespace, duplicates);
        }
    }

    /** What is in no namespace stays so; a Namespace itself is called like the one that is wanted. */
    private static void move(Placed placed, String namespace) {
        Optional<ApiKind> kind = Schema.kindOf(placed.member().object());
        if (kind.isEmpty() || kind.get().namespaced()) {
            placed.placement().moveTo(namespace);
        } else if (placed.member().object().kind().equals("Namespace")) {
            placed.placement().call(namespace);
        }
    }

    private void apply(Patch patch, String directory, Application application, Taken taken) {
        List<PatchContent> contents;
        if (patch.inline().isPresent()) {
            contents = PatchContent.read(patch.inline().or(""));
        } else if (patch.path().isEmpty()) {
            return;
        } else {
            String file = target(directory, patch.path().get());
            contents = patchesByFile.getOrDefault(file, List.of());
            if (!filesRead.contains(file)) {
                application.open("a kustomization's patch was not read");
                leaveUnread(directory, patch.path().get(), NO_FIELDS);
                contents = List.of(PatchContent.ANYTHING);
            }
        }
        if (patch.target().isPresent()) {
            new FlawedPatches(taken, flawedPatches).check(patch, patch.target().get(), contents);
        }
        for (PatchContent content : contents) {
            PatchedObject object = content.object();
            if (patch.target().isEmpty()
                    && !object.kind().isEmpty()
                    && !object.name().isEmpty()) {
                Naming entry = naming(object, patch);
                OneObject wanted = OneObject.of(object);
                require(entry, Change.PATCH, wanted, application, taken);
                wanted.demand(entry.name(), Change.PATCH, taken, ambiguous);
            }
            apply(content, patch, application, taken);
            apply(content, patch, taken.generated());
        }
    }

    private static Naming naming(PatchedObject object, Patch patch) {
        return patch.inline().isPresent()
                ? new Naming(
                        part(patch, object.namePlace()),
                        part(patch, object.versionPlace()),
                        part(patch, object.namespacePlace()))
                : new Naming(patch.entry(), patch.entry(), patch.entry());
    }

    private static Located part(Patch patch, Span place) {
        return patch.inline().part(place.start(), place.end());
    }

    private static void apply(PatchContent content, Patch patch, Application application, Taken taken) {
        List<Placed> objects = taken.objects();
        List<Placed> deleted = new ArrayList<>(0);
        for (Placed placed : objects) {
            if (!isTarget(placed, patch, content, taken)) {
                continue;
            }
            if (!content.deletes()) {
                patch(placed, content.paths(), application);
                if (patch.mayRename()) {
                    patch(placed, List.of("metadata.name", "kind"), application);
                }
            } else if (patch.target().isEmpty() || isExact(patch.target().get())) {
                deleted.add(placed);
            } else {
                application.open("a patch removes objects by their labels");
                placed.placement().patch(content.paths());
            }
        }
        objects.removeAll(deleted);
    }

    /** Of what is made only the names and the kinds are known, and which of it is deleted. */
    private static void apply(PatchContent content, Patch patch, List<GeneratedObject> generated) {
        List<GeneratedObject> deleted = new ArrayList<>(0);
        for (GeneratedObject made : generated) {
            boolean mayBeMeant = patch.target().isPresent()
                    ? matches(patch.target().get().text("kind").or(""), made.kind())
                    : made.kind().equals(content.object().kind())
                            && made.placement().isOrWasCalled(content.object().name());
            if (mayBeMeant) {
                made.placement().patch(content.deletes() || patch.mayRename() ? List.of("") : content.paths());
                if (content.deletes() && patch.target().isEmpty()) {
                    deleted.add(made);
                }
            }
        }
        generated.removeAll(deleted);
    }

    static void patch(Placed placed, List<String> paths, Application application) {
        placed.placement().patch(paths);
        for (String path : paths) {
            if (FieldPaths.overlap(path, "metadata.name") || FieldPaths.overlap(path, "metadata.namespace")) {
                application.open("a patch renames " + placed.member());
            }
        }
    }

    /** What names its object in full and fits none is refused: it counts for those of the kind and the name. */
    private static boolean isTarget(Placed placed, Patch patch, PatchContent content, Taken taken) {
        if (patch.target().isPresent()) {
            return isSelected(placed, patch.target().get());
        }
        PatchedObject object = content.object();
        return placed.member().object().kind().equals(object.kind())
                && placed.member().isCalled(object.name(), placed.placement())
                && (!content.deletes() || OneObject.of(object).mayBe(placed, taken));
    }

    /** Whether a target says which objects it means without a selector by labels or annotations. */
    private static boolean isExact(Fields target) {
        return !target.has("labelSelector") && !target.has("annotationSelector");
    }

    /** All of it are anchored regular expressions; a selector by labels may match, so it does here. */
    private static boolean isSelected(Placed placed, Fields target) {
        String namespace = placed.placement().namespace();
        return isOfKind(placed, target)
                && (namespace.isEmpty() || matches(target.text("namespace").or(""), namespace))
                && (matches(target.text("name").or(""), placed.member().name())
                        || matches(
                                target.text("name").or(""), placed.placement().name()));
    }

    static boolean isOfKind(Placed placed, Fields target) {
        return matches(target.text("kind").or(""), placed.member().object().kind())
                && matches(target.text("group").or(""), placed.member().object().group())
                && matches(
                        target.text("version").or(""), placed.member().object().version());
    }

    static boolean matches(String expression, String text) {
        if (expression.isEmpty() || expression.equals(text) || repeatsGroup(expression)) {
            return true;
        }
        try {
            return Pattern.compile(expression).matcher(text).matches();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** The one form that java.util.regex may take forever for, and kustomize's engine does not. */
    private static boolean repeatsGroup(String expression) {
        return expression.contains(")*") || expression.contains(")+") || expression.contains("){");
    }

    /** The path by which something is known that a kustomization leads to. */
    String target(String directory, String relative) {
        String target = join(directory, relative);
        return otherNames.getOrDefault(target, target);
    }

    /** The path that a relative one means, seen from a directory; {@code ..} above the top stays. */
    static String join(String directory, String relative) {
        List<String> parts = new ArrayList<>();
        String whole = relative.startsWith("/") || directory.isEmpty() ? relative : directory + "/" + relative;
        for (String part : whole.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else {
                parts.add(part);
            }
        }
        return whole.startsWith("/") ? "/" + String.join("/", parts) : String.join("/", parts);
    }

    /** By directory; kustomize reads a file of any other name as a resource, and of one the first document. */
    static Map<String, Kustomization> index(List<Kustomization> kustomizations) {
        Map<String, Kustomization> index = new HashMap<>();
        for (Kustomization kustomization : kustomizations) {
            if (Kustomization.FILE_NAMES.contains(kustomization.object().file().name())) {
                index.putIfAbsent(kustomization.object().file().directory(), kustomization);
            }
        }
        return index;
    }
}
