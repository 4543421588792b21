package dev.stslint.kube;

import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys that kustomize takes, up to its release 5.7. It refuses any other, and reads all without regard to case, as Go's
 * JSON does (sigs.k8s.io/kustomize/api/types).
 */
public final class KustomizationKeys {

    private static final List<String> TOP = List.of(
            "apiVersion",
            "bases",
            "buildMetadata",
            "commonAnnotations",
            "commonLabels",
            "components",
            "configMapGenerator",
            "configurations",
            "crds",
            "generatorOptions",
            "generators",
            "helmChartInflationGenerator",
            "helmCharts",
            "helmGlobals",
            "imageTags",
            "images",
            "kind",
            "labels",
            "metadata",
            "namePrefix",
            "nameSuffix",
            "namespace",
            "openapi",
            "patches",
            "patchesJson6902",
            "patchesStrategicMerge",
            "replacements",
            "replicas",
            "resources",
            "secretGenerator",
            "sortOptions",
            "transformers",
            "validators",
            "vars");

    private static final List<String> OF_CONFIG_MAP =
            List.of("namespace", "name", "behavior", "literals", "files", "envs", "env", "options");

    private static final List<String> OF_SECRET =
            List.of("namespace", "name", "behavior", "literals", "files", "envs", "env", "options", "type");

    private static final List<String> OF_IMAGE = List.of("name", "newName", "tagSuffix", "newTag", "digest");

    private static final List<String> OF_PATCH = List.of("path", "patch", "target", "options");

    private static final Map<String, List<String>> OF_ITEMS = Map.of(
            "configMapGenerator", OF_CONFIG_MAP,
            "secretGenerator", OF_SECRET,
            "images", OF_IMAGE,
            "labels", List.of("pairs", "includeSelectors", "includeTemplates", "fields"),
            "patches", OF_PATCH,
            "patchesJson6902", OF_PATCH,
            "replicas", List.of("name", "count"));

    private KustomizationKeys() {}

    /**
     * A key that kustomize does not take.
     *
     * @param known those that may stand in its place
     */
    public record Unknown(Location location, String name, List<String> known) {}

    /** Those of a kustomization, and of the items of the lists in it. */
    public static List<Unknown> unknownIn(Kustomization kustomization) {
        List<Unknown> unknown = new ArrayList<>(0);
        Fields top = kustomization.object().fields();
        add(top, TOP, unknown);
        for (String name : top.names()) {
            List<String> known = OF_ITEMS.get(name);
            if (known != null) {
                for (Fields item : top.objects(name)) {
                    add(item, known, unknown);
                }
            }
        }
        return unknown;
    }

    private static void add(Fields fields, List<String> known, List<Unknown> unknown) {
        for (String name : fields.names()) {
            if (!isIn(known, name) && fields.keyLocation(name).isPresent()) {
                unknown.add(new Unknown(fields.keyLocation(name).get(), name, known));
            }
        }
    }

    private static boolean isIn(List<String> known, String name) {
        for (String one : known) {
            if (one.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
