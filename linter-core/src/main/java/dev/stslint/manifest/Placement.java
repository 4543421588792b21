package dev.stslint.manifest;

import dev.stslint.kube.DeployedImage;
import dev.stslint.kube.Field;
import dev.stslint.kube.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object is called in one application, after the kustomizations that take it have changed it: its name and
 * namespace, the labels they add, the replica count they set, and the fields that patches make unknown.
 */
final class Placement {

    private final @Nullable Application application;
    private Map<String, String> templateLabels = Map.of();
    private Map<String, String> selectorLabels = Map.of();
    private Map<String, Field<String>> relabelled = Map.of();
    private List<String> patchedPaths = List.of();
    private List<DeployedImage> images = List.of();
    private List<Former> former = List.of();
    private final String firstName;
    private final String firstNamespace;
    private String name;
    private String namespace;
    private @Nullable Field<Integer> replicas;
    private int patchesBeforeReplicas;
    private boolean partial;

    /** What it was called on the way, and where it was then. */
    private record Former(String name, String namespace) {}

    private Placement(@Nullable Application application, String name, String namespace) {
        this.application = application;
        this.firstName = name;
        this.firstNamespace = namespace;
        this.name = name;
        this.namespace = namespace;
    }

    /** An object that no kustomization takes: as written. */
    static Placement asWritten(String name, String namespace) {
        return new Placement(null, name, namespace);
    }

    static Placement in(Application application, String name, String namespace) {
        return new Placement(application, name, namespace);
    }

    Optional<Application> application() {
        return Optional.ofNullable(application);
    }

    boolean isIn(Application other) {
        return application == other;
    }

    /** Notes that the input is not the whole of what there is. */
    void markPartial() {
        partial = true;
    }

    /** Why there may be an object of a kind beside this one that was not read; empty when there is no reason to think so. */
    String openReason(String kind) {
        if (partial) {
            return "the input is not the whole application";
        }
        return application == null ? "" : application.openReason(kind);
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    /** Whether it has this name, or had it before some kustomization on the way: kustomize finds it by all of them. */
    boolean isOrWasCalled(String other) {
        if (name.equals(other)) {
            return true;
        }
        for (Former each : former) {
            if (each.name.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it has this name in this namespace, or had it there before some kustomization on the way.
     *
     * @param isInNamespace whether it is in any; no namespace and {@code default} are the same
     */
    boolean isOrWas(String wantedName, String wantedNamespace, boolean isInNamespace) {
        if (name.equals(wantedName) && (!isInNamespace || isSame(wantedNamespace, namespace))) {
            return true;
        }
        for (Former each : former) {
            if (each.name.equals(wantedName) && (!isInNamespace || isSame(wantedNamespace, each.namespace))) {
                return true;
            }
        }
        return false;
    }

    /** The namespace that it was in when it first had a name. */
    String namespaceWhenCalled(String wantedName) {
        for (Former each : former) {
            if (each.name.equals(wantedName)) {
                return each.namespace;
            }
        }
        return namespace;
    }

    /**
     * Whether it has this name and namespace, or came with them. What is empty is any.
     *
     * @param isInNamespace whether it is in any; no namespace and {@code default} are the same
     */
    boolean isOrWasFirst(Optional<String> wantedName, Optional<String> wantedNamespace, boolean isInNamespace) {
        boolean isAnywhere = wantedNamespace.isEmpty() || !isInNamespace;
        return (isCalled(wantedName, name) && (isAnywhere || isSame(wantedNamespace.get(), namespace)))
                || (isCalled(wantedName, firstName) && (isAnywhere || isSame(wantedNamespace.get(), firstNamespace)));
    }

    private static boolean isCalled(Optional<String> wanted, String given) {
        return wanted.isEmpty() || wanted.get().equals(given);
    }

    private static boolean isSame(String namespace, String other) {
        boolean isDefault = namespace.isEmpty() || namespace.equals("default");
        return isDefault ? other.isEmpty() || other.equals("default") : namespace.equals(other);
    }

    /** First with the prefix, then with the suffix as well, as kustomize does: it is known by all of its names. */
    void rename(String prefix, String suffix) {
        call(prefix + name);
        call(name + suffix);
    }

    void call(String newName) {
        if (!newName.equals(name)) {
            remember();
            name = newName;
        }
    }

    void moveTo(String newNamespace) {
        if (!newNamespace.equals(namespace)) {
            remember();
            namespace = newNamespace;
        }
    }

    private void remember() {
        List<Former> all = new ArrayList<>(former);
        all.add(new Former(name, namespace));
        former = all;
    }

    void label(Labels labels, boolean inSelectors, boolean inTemplates) {
        Map<String, String> added = labels.asMap();
        if (inTemplates) {
            templateLabels = with(templateLabels, added);
        }
        if (inSelectors) {
            selectorLabels = with(selectorLabels, added);
        }
    }

    /** Notes where labels of the pod template are written. */
    void relabel(Labels labels) {
        Map<String, Field<String>> all = new LinkedHashMap<>(relabelled);
        for (String key : labels.asMap().keySet()) {
            all.put(key, labels.field(key));
        }
        relabelled = all;
    }

    void scaleTo(Field<Integer> count) {
        replicas = count;
        patchesBeforeReplicas = patchedPaths.size();
    }

    /** Many patches touch the same fields; those are noted once, and once more behind a count that settles one of them. */
    void patch(List<String> paths) {
        List<String> added = new ArrayList<>(paths);
        added.removeAll(patchedPaths.subList(patchesBeforeReplicas, patchedPaths.size()));
        if (!added.isEmpty()) {
            List<String> all = new ArrayList<>(patchedPaths);
            all.addAll(added);
            patchedPaths = all;
        }
    }

    /** The image that a field stands for by now. */
    String image(Field<String> written) {
        for (DeployedImage image : images) {
            if (image.written() == written) {
                return image.text();
            }
        }
        return written.or("");
    }

    void deploy(DeployedImage deployed) {
        List<DeployedImage> all = new ArrayList<>(images.size() + 1);
        for (DeployedImage image : images) {
            if (image.written() != deployed.written()) {
                all.add(image);
            }
        }
        all.add(deployed);
        images = all;
    }

    /** The images of which something else is known than of those that are written. */
    List<DeployedImage> unlikeImages() {
        List<DeployedImage> unlike = new ArrayList<>(0);
        for (DeployedImage image : images) {
            if (!image.isAlike()) {
                unlike.add(image);
            }
        }
        return unlike;
    }

    /** Most objects get no labels, and there is a placement for each: only those that do have maps of their own. */
    private static Map<String, String> with(Map<String, String> labels, Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.putAll(added);
        return all;
    }

    Map<String, String> templateLabels() {
        return templateLabels;
    }

    /** Where the labels of the template are written, by their keys. */
    Map<String, Field<String>> relabelled() {
        return relabelled;
    }

    Map<String, String> selectorLabels() {
        return selectorLabels;
    }

    /** The fields that patches touch. */
    List<String> patchedPaths() {
        return patchedPaths;
    }

    /** The count that a kustomization's {@code replicas} sets. */
    Optional<Field<Integer>> replicas() {
        return Optional.ofNullable(replicas);
    }

    /** Whether no patch changes what tells it from other objects. */
    boolean hasKnownIdentity() {
        for (String path : patchedPaths) {
            if (FieldPaths.overlap(path, "metadata.name")
                    || FieldPaths.overlap(path, "metadata.namespace")
                    || FieldPaths.overlap(path, "kind")
                    || FieldPaths.overlap(path, "apiVersion")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a patch touches the replica count, and no {@code replicas} of a kustomization settles it afterwards. */
    boolean patchesReplicas(String fieldPath) {
        return overlaps(patchedPaths.subList(patchesBeforeReplicas, patchedPaths.size()), fieldPath);
    }

    /** Whether a patch touches the field, something in it, or something it is in; or an image there is not the written one. */
    boolean patches(String fieldPath) {
        if (isTouchedByPatch(fieldPath)) {
            return true;
        }
        for (DeployedImage image : images) {
            if (!image.isAlike() && FieldPaths.overlap(image.written().fieldPath(), fieldPath)) {
                return true;
            }
        }
        return false;
    }

    /** The same without regard to images. */
    boolean isTouchedByPatch(String fieldPath) {
        return overlaps(patchedPaths, fieldPath);
    }

    /** All that is known of it, for comparing. */
    String description() {
        String scale = replicas == null ? "" : String.valueOf(replicas.or(0));
        return (application == null ? "" : application.directory()) + ": " + namespace + "/" + name + " x" + scale + " "
                + templateLabels + selectorLabels + patchedPaths + imageTexts();
    }

    private List<String> imageTexts() {
        List<String> texts = new ArrayList<>(0);
        for (DeployedImage image : unlikeImages()) {
            texts.add(image.text());
        }
        return texts;
    }

    private static boolean overlaps(List<String> paths, String fieldPath) {
        for (String path : paths) {
            if (FieldPaths.overlap(path, fieldPath)) {
                return true;
            }
        }
        return false;
    }
}
