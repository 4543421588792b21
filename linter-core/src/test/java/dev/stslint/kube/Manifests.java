package dev.stslint.kube;

import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.List;

/** Views on small manifests, written where a test needs them. */
final class Manifests {

    private Manifests() {}

    /** The template of a pod with these containers. */
    static PodTemplate template(String containers) {
        String manifest = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n" + containers.indent(2);
        List<KubernetesObject> objects = ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                .read(SourceFile.of("pod.yaml", manifest))
                .documents()
                .get(0));
        return ((Workload) Views.of(objects.get(0))).template();
    }

    /** A container of an image, with further fields. */
    static Container container(String image, String fields) {
        return template("- name: main\n  image: " + image + "\n" + fields.indent(2))
                .containers()
                .get(0);
    }

    static StatefulImage image(String reference) {
        return StatefulImages.find(ImageReference.parse(reference).orElseThrow())
                .orElseThrow();
    }
}
