package dev.stslint.lint;

import dev.stslint.finding.VersionRange;
import dev.stslint.judge.CustomKind;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Views;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files with custom objects whose definitions were found, read again: which kinds are defined is known only when all files
 * are read, and until then the values of all custom objects are not kept.
 */
final class SecondReading {

    private final RuleSet rules;
    private final VersionRange kubernetes;

    SecondReading(RuleSet rules, VersionRange kubernetes) {
        this.rules = rules;
        this.kubernetes = kubernetes;
    }

    List<Inspection> of(List<FileResult> files, ManifestSet manifests, DefinedKinds kinds, Crew crew) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (FileResult file : files) {
            TreeMap<Integer, CustomKind> kindsOfFile = new TreeMap<>();
            for (int i = 0; i < file.objects().size(); i++) {
                ReadObject read = file.objects().get(i);
                if (manifests.holds(read.view().object()) && !manifests.isContext(read.view())) {
                    Optional<CustomKind> kind = kinds.of(read.view());
                    if (kind.isPresent()) {
                        kindsOfFile.put(i, kind.get());
                    }
                }
            }
            if (!kindsOfFile.isEmpty()) {
                tasks.add(new Task(file, kindsOfFile));
            }
        }
        return crew.run(tasks.size(), i -> inspect(tasks.get(i)));
    }

    /** The custom objects of a file, by their number among all of it. */
    private record Task(FileResult file, TreeMap<Integer, CustomKind> kinds) {}

    private Inspection inspect(Task task) {
        Inspection inspection = new Inspection(rules, kubernetes);
        List<KubernetesObject> objects = task.file.objectsAgain();
        if (objects.isEmpty()) {
            return inspection; // it has changed since: what is written there now, nobody has asked about
        }
        task.kinds.forEach((number, kind) -> {
            KubernetesObject object = objects.get(number);
            KubernetesObject held = task.file.objects().get(number).view().object();
            inspection.inspectDefined(Views.of(object), held, kind);
        });
        return inspection;
    }
}
