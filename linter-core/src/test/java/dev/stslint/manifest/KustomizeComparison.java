package dev.stslint.manifest;

import dev.stslint.kube.Field;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Views;
import dev.stslint.kube.Workload;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a kustomization comes to, by us and by kustomize: kinds, names, namespaces, and the labels of pods. Names are without
 * the hashes of generated objects.
 */
final class KustomizeComparison {

    private final Path top;
    private final Map<String, String> files = new TreeMap<>();

    private KustomizeComparison(Path top) {
        this.top = top;
    }

    /**
     * What we make of a kustomization.
     *
     * @param top that all it takes lies below
     */
    static SortedSet<String> ours(Path top, Path directory) throws IOException {
        KustomizeComparison comparison = new KustomizeComparison(top);
        comparison.collect(directory.normalize());
        Given given = Given.files();
        comparison.files.forEach(given::file);
        ManifestSet set = given.set();
        String root = comparison.shown(directory.normalize());
        SortedSet<String> lines = new TreeSet<>();
        for (Member member : set.members()) {
            for (Placement placement : member.placements()) {
                Optional<Application> application = placement.application();
                if (application.isPresent() && application.get().directory().equals(root)) {
                    lines.add(line(
                            member.object().kind(),
                            placement.namespace(),
                            placement.name(),
                            member.view() instanceof Workload workload ? labels(workload, placement) : Map.of()));
                    for (GeneratedObject made : application.get().generated()) {
                        lines.add(line(
                                made.kind(),
                                made.placement().namespace(),
                                made.placement().name(),
                                Map.of()));
                    }
                }
            }
        }
        return lines;
    }

    /** What kustomize has printed. */
    static SortedSet<String> theirs(String printed) {
        SortedSet<String> lines = new TreeSet<>();
        for (KubernetesObject object : objects("printed.yaml", printed)) {
            ObjectView view = Views.of(object);
            lines.add(line(
                    object.kind(),
                    object.namespace().or(""),
                    object.name().or(""),
                    view instanceof Workload workload
                            ? new TreeMap<>(workload.template().labels().asMap())
                            : Map.of()));
        }
        return lines;
    }

    private static Map<String, String> labels(Workload workload, Placement placement) {
        Map<String, String> labels = new TreeMap<>(workload.template().labels().asMap());
        labels.putAll(placement.templateLabels());
        return labels;
    }

    private static String line(String kind, String namespace, String name, Map<String, String> labels) {
        return kind + "/" + namespace + "/" + name + (labels.isEmpty() ? "" : " " + labels);
    }

    private void collect(Path directory) throws IOException {
        for (String name : Kustomization.FILE_NAMES) {
            Path file = directory.resolve(name);
            if (Files.exists(file) && !files.containsKey(shown(file))) {
                String text = Files.readString(file);
                files.put(shown(file), text);
                for (KubernetesObject object : objects(shown(file), text)) {
                    if (Views.of(object) instanceof Kustomization kustomization) {
                        for (Field<String> taken : kustomization.bases()) {
                            add(directory.resolve(taken.or("")).normalize());
                        }
                        for (Field<String> taken : kustomization.files()) {
                            if (taken.or("").endsWith(".yaml") || taken.or("").endsWith(".yml")) {
                                add(directory.resolve(taken.or("")).normalize());
                            }
                        }
                    }
                }
            }
        }
    }

    private void add(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            collect(path);
        } else if (Files.exists(path)) {
            files.put(shown(path), Files.readString(path));
        }
    }

    private String shown(Path path) {
        return top.relativize(path).toString();
    }

    private static List<KubernetesObject> objects(String path, String text) {
        List<KubernetesObject> objects = new ArrayList<>();
        for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT)
                .read(SourceFile.of(path, text))
                .documents()) {
            objects.addAll(ObjectReader.read(document));
        }
        return objects;
    }

    /** What the two do not share, each line behind whose it is; empty when they agree. */
    static List<String> differences(SortedSet<String> ours, SortedSet<String> theirs) {
        SortedSet<String> shortened = new TreeSet<>();
        for (String each : theirs) {
            String withoutHash = each.replaceFirst("-[0-9a-z]{10}$", "");
            shortened.add(!ours.contains(each) && ours.contains(withoutHash) ? withoutHash : each);
        }
        List<String> differences = new ArrayList<>();
        for (String each : shortened) {
            if (!ours.contains(each)) {
                differences.add("theirs " + each);
            }
        }
        for (String each : ours) {
            if (!shortened.contains(each)) {
                differences.add("ours   " + each);
            }
        }
        return differences;
    }
}
