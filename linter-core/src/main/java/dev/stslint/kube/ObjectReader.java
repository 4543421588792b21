package dev.stslint.kube;

import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the objects in a document as kubectl does: a mapping with a kind, or a list of them (facts: I1). */
public final class ObjectReader {

    private static final int DEEPEST_LIST = 8;

    private ObjectReader() {}

    /** The objects of a document, items of lists one each; empty when it holds none. */
    public static List<KubernetesObject> read(YamlDocument document) {
        Optional<YamlNode> root = document.root();
        if (root.isEmpty() || !(root.get() instanceof YamlMapping mapping)) {
            return List.of();
        }
        if (Kustomization.FILE_NAMES.contains(document.file().name())) {
            String kind = PatchContent.text(mapping, "kind");
            if (kind.isEmpty() || !mapping.has("apiVersion")) {
                return List.of(KubernetesObject.of(
                        document.file(),
                        document.comments(),
                        mapping,
                        Kustomization.GROUP + "/v1beta1",
                        kind.isEmpty() ? "Kustomization" : kind));
            }
        }
        List<KubernetesObject> objects = new ArrayList<>(1);
        collect(document, mapping, "", "", DEEPEST_LIST, objects);
        return objects;
    }

    /** Whether a document is a list without items, as a query that found nothing prints it. */
    public static boolean isEmptyList(YamlDocument document) {
        return document.root().isPresent()
                && document.root().get() instanceof YamlMapping mapping
                && mapping.get("items") instanceof YamlSequence items
                && items.size() == 0
                && KubernetesObject.of(document.file(), document.comments(), mapping)
                        .isPresent();
    }

    /**
     * Any object with {@code items} is a list, whatever its kind. An item without a kind and a version of its own takes
     * the list's.
     */
    private static void collect(
            YamlDocument document,
            YamlMapping mapping,
            String inheritedVersion,
            String inheritedKind,
            int depth,
            List<KubernetesObject> objects) {
        Optional<KubernetesObject> written = KubernetesObject.of(document.file(), document.comments(), mapping);
        boolean typeless = !mapping.has("kind") && !mapping.has("apiVersion");
        Optional<KubernetesObject> object = written.isEmpty() && typeless && !inheritedKind.isEmpty()
                ? Optional.of(KubernetesObject.of(
                        document.file(), document.comments(), mapping, inheritedVersion, inheritedKind))
                : written;
        if (object.isEmpty()) {
            return;
        }
        if (!(mapping.get("items") instanceof YamlSequence items) || depth == 0) {
            objects.add(object.get());
            return;
        }
        String kind = object.get().kind();
        String itemKind = kind.endsWith("List") ? kind.substring(0, kind.length() - "List".length()) : "";
        for (int i = 0; i < items.size(); i++) {
            if (items.item(i).target() instanceof YamlMapping item) {
                collect(document, item, object.get().apiVersion(), itemKind, depth - 1, objects);
            }
        }
    }
}
