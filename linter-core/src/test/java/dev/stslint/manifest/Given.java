package dev.stslint.manifest;

import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.Views;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A manifest set of small files that are written where a test needs them. */
final class Given {

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private String root = "";

    private Given() {}

    /** A set without files, found below the top. */
    static Given files() {
        return new Given();
    }

    /** An object that stands alone. */
    static <T extends ObjectView> T object(Class<T> type, String text) {
        return type.cast(Views.of(read(SourceFileText.of("object.yaml", text)).get(0)));
    }

    Given file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** A file that is there and cannot be read. */
    Given unread(String path) {
        skipped.add(path);
        return this;
    }

    /** What the user named, and all files are found under. */
    Given under(String directory) {
        root = directory;
        return this;
    }

    ManifestSet set() {
        ManifestSet.Builder builder = ManifestSet.builder();
        List<Kustomization> kustomizations = new ArrayList<>();
        Map<String, List<ObjectView>> views = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            List<ObjectView> found = new ArrayList<>();
            for (KubernetesObject object : read(SourceFileText.of(path, text))) {
                found.add(Views.of(object));
            }
            views.put(path, found);
            for (ObjectView view : found) {
                if (view instanceof Kustomization kustomization) {
                    kustomizations.add(kustomization);
                }
            }
        });
        Set<String> patchFiles = ManifestSet.patchFilesOf(kustomizations).keySet();
        files.forEach((path, text) -> {
            SourceFileText source = SourceFileText.of(path, text);
            boolean isPatch = patchFiles.contains(path);
            builder.file(source.file(), isPatch ? patches(source) : List.of());
            if (!isPatch) {
                for (ObjectView view : views.getOrDefault(path, List.of())) {
                    builder.add(view, root, List.of(), false);
                }
            }
        });
        for (String path : skipped) {
            builder.skipped(SourceFile.of(path, "").file());
        }
        return builder.build();
    }

    /** The only object of a type and name in a set. */
    static <T extends ObjectView> T in(ManifestSet set, Class<T> type, String name) {
        List<T> found =
                set.all(type).stream().filter(view -> view.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " objects are called " + name);
        }
        return found.get(0);
    }

    /** The placements of the only object of a type and name. */
    static List<Placement> placements(ManifestSet set, Class<? extends ObjectView> type, String name) {
        return set.member(in(set, type, name)).placements();
    }

    static String kustomization(String fields) {
        return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n" + fields;
    }

    static String component(String fields) {
        return "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + fields;
    }

    /** A controller with one container and {@code replicas}, as a StatefulSet or a Deployment. */
    static String workload(String kind, String name, int replicas, String labels) {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata:
                  name: %s
                spec:
                  replicas: %d
                  selector:
                    matchLabels: {%s}
                  template:
                    metadata:
                      labels: {%s}
                    spec:
                      containers:
                        - name: main
                          image: registry.example.com/team/app:1.4
                """.formatted(kind, name, replicas, labels, labels);
    }

    static String budget(String name, String spec) {
        return """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: %s
                spec: {%s}
                """.formatted(name, spec);
    }

    static String service(String name, String selector) {
        return """
                apiVersion: v1
                kind: Service
                metadata:
                  name: %s
                spec:
                  selector: {%s}
                """.formatted(name, selector);
    }

    private static List<KubernetesObject> read(SourceFileText source) {
        List<KubernetesObject> objects = new ArrayList<>();
        for (YamlDocument document : source.documents()) {
            objects.addAll(ObjectReader.read(document));
        }
        return objects;
    }

    private static List<PatchContent> patches(SourceFileText source) {
        List<PatchContent> contents = new ArrayList<>();
        for (YamlDocument document : source.documents()) {
            document.root().flatMap(PatchContent::of).ifPresent(contents::add);
        }
        return contents;
    }

    /** A file, read. */
    private record SourceFileText(SourceFile file, List<YamlDocument> documents) {

        static SourceFileText of(String path, String text) {
            YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of(path, text));
            if (!stream.faults().isEmpty()) {
                throw new IllegalArgumentException(path + ": " + stream.faults());
            }
            return new SourceFileText(stream.file(), stream.documents());
        }
    }
}
