package dev.stslint.kube;

import static dev.stslint.kube.KustomizeType.COUNT;
import static dev.stslint.kube.KustomizeType.FLAG;
import static dev.stslint.kube.KustomizeType.FULL_TEXTS;
import static dev.stslint.kube.KustomizeType.MAPPING;
import static dev.stslint.kube.KustomizeType.TEXT;
import static dev.stslint.kube.KustomizeType.TEXTS;
import static dev.stslint.kube.KustomizeType.TEXTS_BY_NAME;
import static dev.stslint.kube.KustomizeType.fullListOf;
import static dev.stslint.kube.KustomizeType.listOf;
import static dev.stslint.kube.KustomizeType.mapOf;
import static dev.stslint.kube.KustomizeType.object;

import dev.stslint.kube.KustomizeType.KeyType;
import dev.stslint.source.Location;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that kustomize takes, up to its release 5.7, and what it takes under them. It refuses any other, and reads all
 * without regard to case, as Go's JSON does (sigs.k8s.io/kustomize/api/types). The values of a chart are helm's.
 */
public final class KustomizationKeys {

    private static final KustomizeType SELECTOR = object(List.of(
            text("group"),
            text("version"),
            text("kind"),
            text("name"),
            text("namespace"),
            text("annotationSelector"),
            text("labelSelector")));

    private static final KustomizeType FIELD_OPTIONS =
            object(List.of(text("delimiter"), new KeyType("index", COUNT), text("encoding"), flag("create")));

    private static final KustomizeType REPLACEMENT = object(List.of(
            text("path"),
            text("sourceValue"),
            new KeyType(
                    "source",
                    object(List.of(
                            text("group"),
                            text("version"),
                            text("kind"),
                            text("name"),
                            text("namespace"),
                            text("fieldPath"),
                            new KeyType("options", FIELD_OPTIONS)))),
            new KeyType(
                    "targets",
                    listOf(object(List.of(
                            new KeyType("select", SELECTOR),
                            new KeyType("reject", listOf(SELECTOR)),
                            texts("fieldPaths"),
                            new KeyType("options", FIELD_OPTIONS)))))));

    private static final KustomizeType PATCH = object(
            List.of(text("path"), text("patch"), new KeyType("target", SELECTOR), new KeyType("options", mapOf(FLAG))));

    private static final KustomizeType GENERATOR_OPTIONS = object(List.of(
            textsByName("labels"), textsByName("annotations"), flag("disableNameSuffixHash"), flag("immutable")));

    private static final List<KeyType> OF_GENERATOR = List.of(
            text("namespace"),
            text("name"),
            text("behavior"),
            fullTexts("literals"),
            fullTexts("files"),
            fullTexts("envs"),
            text("env"),
            new KeyType("options", GENERATOR_OPTIONS));

    private static final KustomizeType LABELS = object(List.of(
            textsByName("pairs"),
            flag("includeSelectors"),
            flag("includeTemplates"),
            new KeyType(
                    "fields",
                    listOf(object(
                            List.of(text("group"), text("version"), text("kind"), text("path"), flag("create")))))));

    private static final KustomizeType IMAGE =
            object(List.of(text("name"), text("newName"), text("tagSuffix"), text("newTag"), text("digest")));

    private static final KustomizeType VARIABLE = object(List.of(
            text("name"),
            new KeyType(
                    "objref",
                    object(List.of(
                            text("apiVersion"),
                            text("group"),
                            text("version"),
                            text("kind"),
                            text("name"),
                            text("namespace")))),
            new KeyType("fieldref", object(List.of(text("fieldPath"))))));

    private static final KustomizeType CHART = object(List.of(
            text("name"),
            text("version"),
            text("repo"),
            text("releaseName"),
            text("namespace"),
            texts("additionalValuesFiles"),
            text("valuesFile"),
            new KeyType("valuesInline", MAPPING),
            text("valuesMerge"),
            flag("includeCRDs"),
            flag("skipHooks"),
            texts("apiVersions"),
            text("kubeVersion"),
            text("nameTemplate"),
            flag("skipTests"),
            flag("debug"),
            flag("devel")));

    /** An entry as it was before release 4.1. */
    private static final KustomizeType OLD_CHART = object(List.of(
            text("chartName"),
            text("chartVersion"),
            text("chartRepoUrl"),
            text("chartHome"),
            text("chartRepoName"),
            text("helmBin"),
            text("helmHome"),
            text("values"),
            new KeyType("valuesLocal", MAPPING),
            text("valuesMerge"),
            text("releaseName"),
            text("releaseNamespace"),
            texts("extraArgs")));

    private static final KustomizeType TOP = object(List.of(
            text("apiVersion"),
            fullTexts("bases"),
            texts("buildMetadata"),
            textsByName("commonAnnotations"),
            textsByName("commonLabels"),
            fullTexts("components"),
            new KeyType("configMapGenerator", fullListOf(object(OF_GENERATOR))),
            fullTexts("configurations"),
            fullTexts("crds"),
            new KeyType("generatorOptions", GENERATOR_OPTIONS),
            texts("generators"),
            new KeyType("helmChartInflationGenerator", listOf(OLD_CHART)),
            new KeyType("helmCharts", listOf(CHART)),
            new KeyType("helmGlobals", object(List.of(text("chartHome"), text("configHome")))),
            new KeyType("imageTags", listOf(IMAGE)),
            new KeyType("images", listOf(IMAGE)),
            text("kind"),
            new KeyType("labels", listOf(LABELS)),
            new KeyType(
                    "metadata",
                    object(List.of(
                            text("name"), text("namespace"), textsByName("labels"), textsByName("annotations")))),
            text("namePrefix"),
            text("nameSuffix"),
            text("namespace"),
            textsByName("openapi"),
            new KeyType("patches", fullListOf(PATCH)),
            new KeyType("patchesJson6902", fullListOf(PATCH)),
            texts("patchesStrategicMerge"),
            new KeyType("replacements", fullListOf(REPLACEMENT)),
            new KeyType("replicas", fullListOf(object(List.of(text("name"), new KeyType("count", COUNT))))),
            fullTexts("resources"),
            new KeyType("secretGenerator", fullListOf(object(ofSecretGenerator()))),
            new KeyType(
                    "sortOptions",
                    object(List.of(
                            text("order"),
                            new KeyType(
                                    "legacySortOptions", object(List.of(texts("orderFirst"), texts("orderLast"))))))),
            texts("transformers"),
            texts("validators"),
            new KeyType("vars", listOf(VARIABLE))));

    private final SourceFile file;
    private final List<Unknown> unknown = new ArrayList<>(0);
    private final List<Mistyped> mistyped = new ArrayList<>(0);

    private KustomizationKeys(SourceFile file) {
        this.file = file;
    }

    private static KeyType text(String name) {
        return new KeyType(name, TEXT);
    }

    private static KeyType texts(String name) {
        return new KeyType(name, TEXTS);
    }

    private static KeyType fullTexts(String name) {
        return new KeyType(name, FULL_TEXTS);
    }

    private static KeyType textsByName(String name) {
        return new KeyType(name, TEXTS_BY_NAME);
    }

    private static KeyType flag(String name) {
        return new KeyType(name, FLAG);
    }

    private static List<KeyType> ofSecretGenerator() {
        List<KeyType> keys = new ArrayList<>(OF_GENERATOR);
        keys.add(text("type"));
        return keys;
    }

    /**
     * A key that kustomize does not take.
     *
     * @param holder the key that it stands under; empty at the top
     * @param known those that may stand in its place
     */
    public record Unknown(Location location, String name, String holder, List<String> known) {}

    /**
     * A value of a type that kustomize does not take there.
     *
     * @param what what it is, as {@code `newTag`} or {@code an item of `resources`}
     * @param wanted the type that belongs there, as {@code a text}
     * @param given the type that it has
     * @param remedy what makes it right, as far as that is plain
     * @param isAsWritten whether it is a scalar that reads as its characters, quotes aside, and no alias
     */
    public record Mistyped(
            Location location, String what, String wanted, String given, Remedy remedy, boolean isAsWritten) {}

    /** What makes a value one of the type that belongs there. */
    public enum Remedy {
        QUOTES,
        NO_QUOTES,
        ANOTHER_VALUE
    }

    /** What is wrong with those of a kustomization. */
    public static KustomizationKeys of(Kustomization kustomization) {
        Fields top = kustomization.object().fields();
        KustomizationKeys keys = new KustomizationKeys(top.file());
        if (top.mapping().isPresent()) {
            keys.check(top.mapping().get(), TOP, "");
        }
        return keys;
    }

    public List<Unknown> unknown() {
        return unknown;
    }

    public List<Mistyped> mistyped() {
        return mistyped;
    }

    /** @param name what the mapping stands under */
    private void check(YamlMapping mapping, KustomizeType type, String name) {
        for (int i = 0; i < mapping.size(); i++) {
            String key = mapping.name(i);
            Location handle = new Location(file, mapping.key(i).span());
            if (!type.isObject()) {
                String what = PlainWord.is(key) ? "`" + key + "`" : "a value of `" + name + "`";
                check(mapping.value(i), type.part(), handle, key, what);
            } else if (isIn(type.keys(), key)) {
                check(mapping.value(i), type.under(key), handle, key, "`" + key + "`");
            } else {
                unknown.add(new Unknown(handle, key, name, type.keys()));
            }
        }
    }

    private void check(YamlNode written, KustomizeType type, Location handle, String name, String what) {
        YamlNode node = written.target();
        if (type.isAnything()) {
            return;
        }
        if (!type.fits(node)) {
            if (!isFilledIn(node)) {
                boolean isShort = node instanceof YamlScalar && written.start() < written.end();
                Location place = isShort ? new Location(file, written.span()) : handle;
                add(place, what, type, written);
            }
        } else if (node instanceof YamlSequence items) {
            for (int i = 0; i < items.size(); i++) {
                YamlNode item = items.item(i);
                String title = "an item of `" + name + "`";
                if (type.isFullList() && KustomizeType.isNothing(item.target())) {
                    add(handle(item), title, type.part(), item);
                } else {
                    check(item, type.part(), handle(item), name, title);
                }
            }
        } else if (node instanceof YamlMapping mapping) {
            check(mapping, type, name);
        }
    }

    private void add(Location place, String what, KustomizeType wanted, YamlNode written) {
        YamlNode node = written.target();
        mistyped.add(new Mistyped(
                place, what, wanted.title(), wanted.titleOf(node), remedy(node, wanted), isAsWritten(written)));
    }

    private static boolean isAsWritten(YamlNode written) {
        if (!(written instanceof YamlScalar scalar)) {
            return false;
        }
        int quotes = scalar.style() == YamlScalar.Style.PLAIN ? 0 : 2;
        return scalar.end() - scalar.start() == scalar.text().length() + quotes;
    }

    /** What to underline of an item of a list. */
    private Location handle(YamlNode item) {
        boolean isLong = item instanceof YamlMapping mapping && mapping.size() > 0;
        return new Location(file, isLong ? ((YamlMapping) item).key(0).span() : item.span());
    }

    private static Remedy remedy(YamlNode node, KustomizeType type) {
        if (!(node instanceof YamlScalar scalar) || KustomizeType.isNothing(node)) {
            return Remedy.ANOTHER_VALUE;
        }
        if (type.isText()) {
            return Remedy.QUOTES;
        }
        return scalar.style() != YamlScalar.Style.PLAIN && type.isWritten(scalar.text())
                ? Remedy.NO_QUOTES
                : Remedy.ANOTHER_VALUE;
    }

    /** Whether something else may put a value in before kustomize reads it. */
    private static boolean isFilledIn(YamlNode node) {
        return node instanceof YamlScalar scalar && NameToken.isFilledIn(scalar.text());
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
