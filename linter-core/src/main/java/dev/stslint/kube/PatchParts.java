package dev.stslint.kube;

import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.EmbeddedText;
import dev.stslint.yaml.YamlBranch;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What patches put into objects, seen as objects that hold nothing else: a strategic merge patch has that form itself, and
 * each operation of a JSON patch (RFC 6902) gets one made up around its value.
 */
public final class PatchParts {

    /** What has a pod template in its specification, when nothing says what it is. */
    private static final String SOME_WORKLOAD = "Workload";

    private static final YamlReader READER = new YamlReader(YamlLimits.DEFAULT);

    private PatchParts() {}

    /** Those of a patch that stands as text in a kustomization, at their places there. */
    public static List<ObjectView> in(Patch patch, SourceText source) {
        Optional<YamlNode> node = patch.inline().node();
        if (node.isEmpty() || !(node.get().target() instanceof YamlScalar scalar)) {
            return List.of();
        }
        Optional<SourceText> text = EmbeddedText.of(scalar, source);
        List<ObjectView> parts = new ArrayList<>(1);
        if (text.isPresent()) {
            for (YamlDocument document : READER.read(text.get()).documents()) {
                parts.addAll(in(document, patch.meant()));
            }
        }
        return parts;
    }

    /** Those of a document that is a patch. */
    public static List<ObjectView> in(YamlDocument document, PatchTarget target) {
        List<ObjectView> parts = new ArrayList<>(1);
        for (KubernetesObject object : ObjectReader.read(document)) {
            parts.add(Views.of(object));
        }
        if (document.root().isPresent() && document.root().get() instanceof YamlSequence operations) {
            for (int i = 0; i < operations.size(); i++) {
                if (operations.item(i).target() instanceof YamlMapping operation) {
                    addPart(operation, document, target, parts);
                }
            }
        }
        return parts;
    }

    private static void addPart(
            YamlMapping operation, YamlDocument document, PatchTarget target, List<ObjectView> parts) {
        List<String> steps = PatchContent.steps(PatchContent.text(operation, "path"));
        int value = operation.indexOf("value");
        String type = steps.isEmpty() ? "" : type(target.kind(), steps);
        if (value < 0 || type.isEmpty()) {
            return;
        }
        YamlNode leaf = operation.value(value);
        YamlNode metadata = YamlBranch.of(List.of("name"), YamlBranch.text(target.name(), leaf));
        YamlNode content = YamlBranch.of(steps.subList(1, steps.size()), leaf);
        YamlMapping part = YamlBranch.of("metadata", metadata, steps.get(0), content);
        int space = type.indexOf(' ');
        KubernetesObject object = KubernetesObject.of(
                document.file(), document.comments(), part, type.substring(0, space), type.substring(space + 1));
        parts.add(object.kind().equals(SOME_WORKLOAD) ? Deployment.of(object) : Views.of(object));
    }

    /** Version and kind of an object that has a field there; empty when that is not known, or of no interest. */
    private static String type(String kind, List<String> steps) {
        return switch (kind) {
            case "Secret", "ConfigMap", "Pod", "ReplicationController" -> "v1 " + kind;
            case "StatefulSet", "Deployment", "DaemonSet", "ReplicaSet" -> "apps/v1 " + kind;
            case "Job", "CronJob" -> "batch/v1 " + kind;
            case "" ->
                steps.get(0).equals("stringData")
                        ? "v1 Secret"
                        : steps.size() > 1
                                        && steps.get(0).equals("spec")
                                        && steps.get(1).equals("template")
                                ? "apps/v1 " + SOME_WORKLOAD
                                : "";
            default -> "";
        };
    }
}
