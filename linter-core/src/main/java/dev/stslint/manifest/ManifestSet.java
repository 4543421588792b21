package dev.stslint.manifest;

import dev.stslint.kube.Autoscaler;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.DeployedImage;
import dev.stslint.kube.Field;
import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.PatchTarget;
import dev.stslint.kube.Workload;
import dev.stslint.source.Groups;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a run, built once, then read-only. Single questions are asked of small directories: {@link #services()},
 * {@link #workloads()}, {@link #budgets()}, {@link #hosts()}, {@link #variables()}, {@link #definitions()}.
 */
public final class ManifestSet {

    /** So many objects take longer to index than a thread to start. */
    private static final int WORTH_A_THREAD = 4096;

    private final List<Member> members;
    private final List<ObjectView> objects;
    private final Map<KubernetesObject, Member> byObject;
    private final Map<SourceFile, List<Member>> byFile;
    private final Map<Class<?>, Members> byType;
    private final Map<String, Members> byKindAndName = new HashMap<>();
    private final Map<String, Members> autoscalersByTarget = new HashMap<>();
    private final Set<String> patchFiles;
    private final List<KnownObject> known;
    private final boolean partial;
    private final List<Gap> gaps;
    private final List<Unmatched> unmatched;
    private final List<Duplicate> duplicates;
    private final List<Cycle> cycles;
    private final List<Ambiguous> ambiguous;
    private final List<Refusal> refusals;
    private final ServiceDirectory services;
    private final WorkloadDirectory workloads;
    private final BudgetDirectory budgets;
    private final HostDirectory hosts;
    private final VariableDirectory variables;
    private final DefinitionDirectory definitions;

    /** Why nothing more can be said of an object that the user says is there. */
    static final String KNOWN = "the configuration knows it: it exists outside of the input";

    /** No objects at all: what a patch, which is none itself, can ask about. */
    public static final ManifestSet NONE = builder().build();

    private ManifestSet(
            Filed filed,
            Set<String> patchFiles,
            List<Gap> gaps,
            List<Unmatched> unmatched,
            List<Duplicate> duplicates,
            List<Cycle> cycles,
            List<Ambiguous> ambiguous,
            List<Refusal> refusals,
            List<KnownObject> known,
            List<CustomResourceDefinition> definitions,
            boolean partial) {
        this.members = filed.members;
        this.objects = filed.objects;
        this.byObject = filed.byObject;
        this.byFile = filed.byFile;
        this.byType = filed.byType;
        this.patchFiles = patchFiles;
        this.gaps = gaps;
        this.unmatched = unmatched;
        this.duplicates = duplicates;
        this.cycles = cycles;
        this.ambiguous = ambiguous;
        this.refusals = refusals;
        this.known = known;
        this.partial = partial;
        CompletableFuture<Void> naming = null;
        if (isMany(members)) {
            naming = CompletableFuture.runAsync(this::fileByName); // behind the index of host names, on the same thread
        } else {
            fileByName();
        }
        LabelIndex index = new LabelIndex(members);
        this.variables = new VariableDirectory(this);
        this.services = new ServiceDirectory(this, index);
        this.workloads = new WorkloadDirectory(this, index);
        this.budgets = new BudgetDirectory(this, index);
        this.definitions = new DefinitionDirectory(this, definitions);
        this.hosts =
                new HostDirectory(this, filed.hosts == null ? new HostDirectory.Index(members) : filed.hosts.join());
        if (naming != null) {
            naming.join();
        }
    }

    private void fileByName() {
        for (Member member : members) {
            Members.file(byKindAndName, key(member.object().kind(), member.name()), member);
            if (member.view() instanceof Autoscaler autoscaler) {
                String target =
                        key(autoscaler.targetKind(), autoscaler.targetName().or(""));
                Members.file(autoscalersByTarget, target, member);
            }
            for (Placement placement : member.placements()) {
                if (!placement.name().equals(member.name())) {
                    Members.file(byKindAndName, key(member.object().kind(), placement.name()), member);
                }
            }
        }
    }

    /**
     * The objects, and where each stands: what does not depend on where kustomizations place them.
     *
     * @param hosts an index of their host names in the making; null where it is not worth a thread
     */
    private record Filed(
            List<Member> members,
            List<ObjectView> objects,
            Map<KubernetesObject, Member> byObject,
            Map<SourceFile, List<Member>> byFile,
            Map<Class<?>, Members> byType,
            @Nullable CompletableFuture<HostDirectory.Index> hosts) {

        /** Those of some members that are no patches. */
        static Filed of(List<Member> all, Set<String> patchFiles) {
            List<Member> members = new ArrayList<>(all.size());
            for (Member member : all) {
                if (!patchFiles.contains(member.object().file().path()) && !isPatch(member.view())) {
                    members.add(member);
                }
            }
            Collections.sort(members);
            List<ObjectView> objects = new ArrayList<>(members.size());
            Map<KubernetesObject, Member> byObject = new HashMap<>();
            Map<SourceFile, List<Member>> byFile = new HashMap<>();
            Map<Class<?>, Members> byType = new HashMap<>();
            for (Member member : members) {
                objects.add(member.view());
                byObject.put(member.object(), member);
                Groups.add(byFile, member.object().file(), member);
                Members.file(byType, member.view().getClass(), member);
            }
            CompletableFuture<HostDirectory.Index> hosts =
                    isMany(members) ? CompletableFuture.supplyAsync(() -> new HostDirectory.Index(members)) : null;
            return new Filed(List.copyOf(members), List.copyOf(objects), byObject, byFile, byType, hosts);
        }
    }

    private static boolean isMany(List<Member> members) {
        return members.size() >= WORTH_A_THREAD;
    }

    /** Starts a set. */
    public static Builder builder() {
        return new Builder();
    }

    /** All objects, patches left out, in the order they were added. */
    public List<ObjectView> objects() {
        return objects;
    }

    /** The host names in an object's values. */
    public List<HostName> hostNamesIn(ObjectView view) {
        return member(view).hostNames();
    }

    /** All objects with a view of a type. */
    public <T extends ObjectView> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Member member : members) {
            if (type.isInstance(member.view())) {
                all.add(type.cast(member.view()));
            }
        }
        return all;
    }

    public ServiceDirectory services() {
        return services;
    }

    public WorkloadDirectory workloads() {
        return workloads;
    }

    public BudgetDirectory budgets() {
        return budgets;
    }

    public HostDirectory hosts() {
        return hosts;
    }

    public VariableDirectory variables() {
        return variables;
    }

    public DefinitionDirectory definitions() {
        return definitions;
    }

    /**
     * The object that a reference names: of that kind, in the scope of the object that refers to it, in its namespace.
     * Near misses are the same name in another namespace and similar names.
     */
    public Lookup<ObjectView> find(ObjectView from, String kind, String name) {
        if (NameToken.isStandIn(name)) {
            return new Lookup.Unknown<>("the name is filled in by something else");
        }
        Member member = member(from);
        List<NearMiss<ObjectView>> nearMisses = new ArrayList<>(0);
        String open = "";
        for (Placement placement : member.placements()) {
            Scope scope = new Scope(member, placement);
            List<Scope.Candidate> here = new ArrayList<>(1);
            for (Scope.Candidate candidate : named(kind, name).seenFrom(scope)) {
                if (!candidate.member().isCalled(name, candidate.placement())) {
                    continue;
                }
                if (scope.sharesNamespace(candidate.placement())) {
                    here.add(candidate);
                } else {
                    nearMisses.add(new NearMiss<>(
                            NearMiss.Kind.OTHER_NAMESPACE, candidate.member().view()));
                }
            }
            if (!here.isEmpty()) {
                return new Lookup.Found<>(Scope.nearest(here).get(0).member().view());
            }
            Optional<Application> application = placement.application();
            if (application.isPresent() && application.get().isGenerated(kind, name)) {
                return new Lookup.Unknown<>("a kustomization generates it");
            }
            if (isKnown(kind, name, placement)) {
                return new Lookup.Unknown<>(KNOWN);
            }
            open = open.isEmpty() ? scope.openReason(kind) : open;
        }
        return open.isEmpty() ? new Lookup.Missing<>(nearMisses) : new Lookup.Unknown<>(open);
    }

    /**
     * How many pods a workload has. Where several applications take it with different counts, the highest counts.
     */
    public ReplicaCount replicas(Workload workload) {
        ReplicaCount highest = null;
        for (Scope scope : scopesOf(workload)) {
            ReplicaCount here = replicas(workload, scope);
            if (highest == null || here.ceiling() > highest.ceiling()) {
                highest = here;
            }
        }
        if (highest == null) {
            throw new IllegalStateException("no placement of " + workload.object());
        }
        return highest;
    }

    /** How many pods a workload has, in one application that takes it. */
    public ReplicaCount replicas(Workload workload, Appearance appearance) {
        return replicas(workload, appearance.scope());
    }

    /** An object in each of the applications that take it; once when none does. */
    public List<Appearance> appearances(ObjectView view) {
        List<Appearance> appearances = new ArrayList<>(1);
        for (Scope scope : scopesOf(view)) {
            appearances.add(new Appearance(scope));
        }
        return appearances;
    }

    /** How many pods a workload has, in one application. */
    ReplicaCount replicas(Workload workload, Scope scope) {
        Placement placement = scope.placement();
        Field<Integer> field = placement.replicas().orElse(workload.replicas());
        int count = field.or(1);
        boolean known = !field.isInvalid()
                && count >= 0
                && !placement.patchesReplicas(workload.replicas().fieldPath());
        Optional<Scope.Candidate> scaler = autoscaler(workload, scope);
        return new ReplicaCount(
                new Appearance(scope).application(),
                count,
                field,
                scaler.isPresent()
                        ? Optional.of((Autoscaler) scaler.get().member().view())
                        : Optional.empty(),
                known && (scaler.isEmpty() || hasKnownRange(scaler.get())));
    }

    private static boolean hasKnownRange(Scope.Candidate candidate) {
        Autoscaler scaler = (Autoscaler) candidate.member().view();
        return scaler.hasKnownRange()
                && !candidate.placement().patches(scaler.minimum().fieldPath())
                && !candidate.placement().patches(scaler.maximum().fieldPath());
    }

    private Optional<Scope.Candidate> autoscaler(Workload workload, Scope scope) {
        String kind = workload.object().kind();
        Set<Member> targeting =
                new LinkedHashSet<>(autoscalersOf(kind, workload.name()).near(scope));
        targeting.addAll(autoscalersOf(kind, scope.placement().name()).near(scope));
        List<Scope.Candidate> here = new ArrayList<>(1);
        for (Member scaler : targeting) {
            for (Scope.Candidate candidate : scope.seeAll(scaler)) {
                if (scope.sharesNamespace(candidate.placement())) {
                    here.add(candidate);
                }
            }
        }
        return here.isEmpty()
                ? Optional.empty()
                : Optional.of(Scope.nearest(here).get(0));
    }

    private Members autoscalersOf(String kind, String name) {
        return autoscalersByTarget.getOrDefault(key(kind, name), Members.NONE);
    }

    /** The files that kustomizations take as patches, by their paths, and what they are for. */
    public static Map<String, PatchTarget> patchFilesOf(List<Kustomization> kustomizations) {
        return patchFilesOf(kustomizations, Map.of());
    }

    /**
     * The same, where some files and directories are called otherwise.
     *
     * @param otherNames the paths by which they are known, by those to which the kustomizations lead
     */
    public static Map<String, PatchTarget> patchFilesOf(
            List<Kustomization> kustomizations, Map<String, String> otherNames) {
        Map<String, PatchTarget> files = new HashMap<>();
        for (Kustomization kustomization : kustomizations) {
            for (Kustomization.Patch patch : kustomization.patches()) {
                if (patch.path().isPresent()) {
                    String target = target(kustomization, patch.path().get());
                    String path = otherNames.getOrDefault(target, target);
                    PatchTarget known = files.get(path);
                    files.put(path, known == null ? patch.meant() : known.or(patch.meant()));
                }
            }
        }
        return files;
    }

    /** The path to which a kustomization leads with a name of something to take. */
    public static String target(Kustomization kustomization, String name) {
        return KustomizationGraph.join(kustomization.object().file().directory(), name);
    }

    /** Whether a file holds patches of a kustomization, and so no objects. */
    public boolean isPatchFile(SourceFile file) {
        return patchFiles.contains(file.path());
    }

    /** What kustomizations leave unknown, so that nothing is said of it. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** Entries of kustomizations for objects that those do not take, or for fields that those do not have. */
    public List<Unmatched> unmatched() {
        return unmatched;
    }

    /** Objects that kustomizations have twice. */
    public List<Duplicate> duplicates() {
        return duplicates;
    }

    /** Entries of kustomizations that lead back. */
    public List<Cycle> cycles() {
        return cycles;
    }

    /** Entries of kustomizations that are for one object and fit several. */
    public List<Ambiguous> ambiguous() {
        return ambiguous;
    }

    /** Entries of kustomizations that are refused for what they lead to, and patches that are none. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** A controller without a selector and without any image is somebody's patch, whoever names it. */
    public static boolean isPatch(ObjectView view) {
        return view instanceof Workload workload
                && workload.isScalable()
                && workload.selector().isAbsent()
                && !workload.template().hasImage();
    }

    /** Whether an object is part of the set, and not a patch. */
    public boolean holds(KubernetesObject object) {
        return byObject.containsKey(object);
    }

    /** The object that a place lies in. */
    public Optional<ObjectView> objectAt(Location place) {
        return memberAt(place).map(Member::view);
    }

    /** What kustomizations make of an object, in words that are equal where they make the same. */
    public String builds(ObjectView view) {
        StringBuilder builds = new StringBuilder();
        for (Placement placement : member(view).placements()) {
            builds.append(placement.description()).append('\n');
        }
        return builds.toString();
    }

    /**
     * Whether a field's value is not the written one wherever its object is used: in each application a patch touches
     * it, something in it, or something it is in.
     */
    public boolean isPatched(Located field) {
        Optional<Member> member = memberAt(field.location());
        if (member.isEmpty() || field.fieldPath().isEmpty()) {
            return false;
        }
        for (Placement placement : member.get().placements()) {
            if (!placement.patches(field.fieldPath())) {
                return false;
            }
        }
        return true;
    }

    /** A workload as applications deploy it that change its images; none where what is known of the written ones holds. */
    public List<ImageVariant> imageVariants(Workload workload) {
        List<ImageVariant> variants = new ArrayList<>(0);
        for (Placement placement : member(workload).placements()) {
            List<DeployedImage> images = placement.unlikeImages();
            if (!images.isEmpty()) {
                variantOf(images, variants).add(placement);
            }
        }
        return variants;
    }

    private static ImageVariant variantOf(List<DeployedImage> images, List<ImageVariant> variants) {
        for (ImageVariant variant : variants) {
            if (variant.deploys(images)) {
                return variant;
            }
        }
        ImageVariant added = new ImageVariant(images);
        variants.add(added);
        return added;
    }

    /** Whether the user says that an object exists outside of the input, seen from a placement. */
    boolean isKnown(String kind, String name, Placement from) {
        for (KnownObject object : known) {
            boolean sameNamespace = object.namespace().isEmpty()
                    || from.namespace().isEmpty()
                    || object.namespace().equals(from.namespace());
            if (sameNamespace && object.kind().equals(kind) && object.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an object is only there for others to refer to. */
    public boolean isContext(ObjectView view) {
        return member(view).isContext();
    }

    /** Whether the input is not the whole of what there is. */
    boolean isPartial() {
        return partial;
    }

    Member member(ObjectView view) {
        Member member = byObject.get(view.object());
        if (member == null) {
            throw new IllegalArgumentException(view.object() + " is not part of the set");
        }
        return member;
    }

    Member memberOf(HostName host) {
        Member member = byObject.get(host.owner());
        if (member == null) {
            throw new IllegalArgumentException(host.owner() + " is not part of the set");
        }
        return member;
    }

    List<Member> members() {
        return members;
    }

    Members named(String kind, String name) {
        return byKindAndName.getOrDefault(key(kind, name), Members.NONE);
    }

    Members ofType(Class<?> type) {
        return byType.getOrDefault(type, Members.NONE);
    }

    List<Scope> scopesOf(ObjectView view) {
        Member member = member(view);
        List<Scope> scopes = new ArrayList<>(member.placements().size());
        for (Placement placement : member.placements()) {
            scopes.add(new Scope(member, placement));
        }
        return scopes;
    }

    private Optional<Member> memberAt(Location location) {
        List<Member> inFile = byFile.getOrDefault(location.file(), List.of());
        int low = 0;
        int high = inFile.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(inFile.get(middle)) <= location.span().start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && inFile.get(low - 1).object().extent().contains(location)
                ? Optional.of(inFile.get(low - 1))
                : Optional.empty();
    }

    private static int start(Member member) {
        return member.object().extent().span().start();
    }

    private static String key(String kind, String name) {
        return kind + "/" + name;
    }

    /** Collects objects, then builds the set. Not for several threads. */
    public static final class Builder {

        private final List<Member> members = new ArrayList<>();
        private final Map<String, String> directories = new HashMap<>();
        private final List<Kustomization> kustomizations = new ArrayList<>();
        private final Map<String, List<PatchContent>> patches = new HashMap<>();
        private final Set<String> filesRead = new HashSet<>();
        private final Set<String> filesSkipped = new HashSet<>();
        private Map<String, String> otherNames = Map.of();
        private final Set<String> filesBroken = new HashSet<>();

        private String defaultNamespace = "";
        private List<KnownObject> known = List.of();
        private List<CustomResourceDefinition> definitions = List.of();
        private boolean partial;

        private Builder() {}

        /** What exists outside of the input, as the user says. */
        public Builder known(List<KnownObject> objects) {
            known = List.copyOf(objects);
            return this;
        }

        /** Definitions that were given apart from the input. */
        public Builder definitions(List<CustomResourceDefinition> given) {
            definitions = List.copyOf(given);
            return this;
        }

        /** Notes that the input is not the whole of what there is. */
        public Builder partial() {
            partial = true;
            return this;
        }

        /** Where objects without a namespace will land. */
        public Builder defaultNamespace(String namespace) {
            defaultNamespace = namespace;
            return this;
        }

        /** Notes that a file was read, with the patches its documents may be. */
        public Builder file(SourceFile file, List<PatchContent> contents) {
            filesRead.add(file.path());
            if (!contents.isEmpty()) {
                patches.put(file.path(), contents);
            }
            return this;
        }

        /** Notes that a document of a file could not be read. */
        public Builder broken(SourceFile file) {
            filesBroken.add(file.path());
            return this;
        }

        /** Notes that a file is there and was not read, as a template is not. */
        public Builder skipped(SourceFile file) {
            filesSkipped.add(file.path());
            return this;
        }

        /**
         * Notes that kustomizations lead to some files and directories by other paths than theirs.
         *
         * @param names the paths by which they are known, by those to which the kustomizations lead
         */
        public Builder otherNames(Map<String, String> names) {
            otherNames = Map.copyOf(names);
            return this;
        }

        /**
         * Adds an object.
         *
         * @param root what the user named and it was found under
         * @param hostNames the host names in its values
         * @param usesPodIdentity whether a text in it asks for the pod's own name
         */
        public Builder add(ObjectView view, String root, List<HostName> hostNames, boolean usesPodIdentity) {
            return add(view, root, hostNames, usesPodIdentity, false);
        }

        /** Adds an object that is there for others to refer to, from wherever they stand. */
        public Builder addContext(ObjectView view, String root, List<HostName> hostNames, boolean usesPodIdentity) {
            return add(view, root, hostNames, usesPodIdentity, true);
        }

        private Builder add(
                ObjectView view, String root, List<HostName> hostNames, boolean usesPodIdentity, boolean context) {
            if (view instanceof Kustomization kustomization) {
                kustomizations.add(kustomization);
            } else {
                String directory = view.object().file().directory();
                String shared = directories.computeIfAbsent(directory, same -> same);
                members.add(new Member(view, root, shared, hostNames, usesPodIdentity, context));
            }
            return this;
        }

        /** Follows the kustomizations and builds the indexes. */
        public ManifestSet build() {
            Map<String, List<Member>> byFile = new HashMap<>();
            for (Member member : members) {
                Groups.add(byFile, member.object().file().path(), member);
            }
            KustomizationGraph graph = new KustomizationGraph(
                    KustomizationGraph.index(kustomizations),
                    byFile,
                    patches,
                    filesRead,
                    filesSkipped,
                    otherNames,
                    filesBroken);
            CompletableFuture<Filed> ahead =
                    isMany(members) ? CompletableFuture.supplyAsync(() -> Filed.of(members, graph.patchFiles())) : null;
            graph.place();
            Filed filed = ahead == null ? Filed.of(members, graph.patchFiles()) : ahead.join();
            for (Member member : filed.members) {
                if (member.placements().isEmpty()) {
                    member.placements()
                            .add(Placement.asWritten(
                                    member.name(), member.object().namespace().or("")));
                }
                for (Placement placement : member.placements()) {
                    if (placement.namespace().isEmpty()) {
                        placement.moveTo(defaultNamespace);
                    }
                    if (partial) {
                        placement.markPartial();
                    }
                }
            }
            return new ManifestSet(
                    filed,
                    graph.patchFiles(),
                    List.copyOf(graph.gaps()),
                    List.copyOf(graph.unmatched()),
                    List.copyOf(graph.duplicates()),
                    List.copyOf(graph.cycles()),
                    List.copyOf(graph.ambiguous()),
                    graph.refusals(),
                    known,
                    definitions,
                    partial);
        }
    }
}
