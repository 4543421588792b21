package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Deployment;
import dev.stslint.kube.GenericObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Pod;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.ReplacementPath;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.StorageClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomizations make of objects. */
final class KustomizationGraphTest {

    private static final String SET = Given.workload("StatefulSet", "db", 3, "app: db");
    private static final String IMAGE = "spec.template.spec.containers[main].image";

    @Test
    void givesNamespacePrefixAndSuffix() {
        Placement placement = only("namespace: shop\nnamePrefix: a-\nnameSuffix: -z\n");
        assertThat(placement.name()).isEqualTo("a-db-z");
        assertThat(placement.namespace()).isEqualTo("shop");
        assertThat(placement.application().map(Application::directory)).contains("app");
    }

    @Test
    void commonLabelsGoIntoSelectorsAndTemplates() {
        Placement placement = only("commonLabels: {team: data, app: store}\n");
        assertThat(placement.templateLabels()).isEqualTo(Map.of("team", "data", "app", "store"));
        assertThat(placement.selectorLabels()).isEqualTo(Map.of("team", "data", "app", "store"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                       false, false",
        "'includeTemplates: true', false, true",
        "'includeSelectors: true', true,  true",
        "'includeSelectors: false, includeTemplates: true', false, true"
    })
    void labelsGoWhereTheySay(String where, boolean inSelectors, boolean inTemplates) {
        Placement placement = only("labels: [{pairs: {team: data}" + (where.isEmpty() ? "" : ", " + where) + "}]\n");
        assertThat(placement.selectorLabels().containsKey("team")).isEqualTo(inSelectors);
        assertThat(placement.templateLabels().containsKey("team")).isEqualTo(inTemplates);
    }

    @Test
    void labelsOfABarePodAreThoseOfItsPods() {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization("resources: [pod.yaml]\nlabels: [{pairs: {a: b}}]"))
                .file("app/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: shell}\nspec: {containers: []}\n")
                .set();
        Pod pod = Given.in(set, Pod.class, "shell");
        assertThat(set.member(pod).podLabels(set.member(pod).placements().get(0)))
                .containsEntry("a", "b");
    }

    @Test
    void addedLabelsSelect() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [all.yaml]\ncommonLabels: {app: store}"))
                .file(
                        "app/all.yaml",
                        Given.workload("StatefulSet", "db", 1, "app: old")
                                + "---\n"
                                + Given.service("db", "app: older")
                                + "---\n"
                                + Given.budget("counted", "selector: {matchLabels: {app: oldest}}")
                                + "---\n"
                                + Given.budget(
                                        "expressed", "selector: {matchExpressions: [{key: app, operator: Exists}]}")
                                + "---\n"
                                + Given.budget("none", "maxUnavailable: 1"))
                .set();
        StatefulSet db = Given.in(set, StatefulSet.class, "db");
        assertThat(set.services().selecting(db)).hasSize(1);
        assertThat(set.workloads().selectedBy(Given.in(set, Service.class, "db")))
                .hasSize(1);
        assertThat(set.budgets().covering(db).stream().map(PodDisruptionBudget::name))
                .containsExactlyInAnyOrder("counted", "expressed");
    }

    @Test
    void anExpressionStaysBesideAnAddedLabelOfItsKey() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [all.yaml]\ncommonLabels: {app: store}"))
                .file(
                        "app/all.yaml",
                        SET
                                + "---\n"
                                + Given.budget(
                                        "db",
                                        "selector: {matchLabels: {app: db}, "
                                                + "matchExpressions: [{key: app, operator: In, values: [db]}]}"))
                .set();
        assertThat(set.budgets().covering(Given.in(set, StatefulSet.class, "db")))
                .isEmpty();
    }

    @Test
    void setsReplicas() {
        Placement placement = only("replicas: [{name: db, count: 5}, {name: web, count: 9}]\n");
        assertThat(placement.replicas().orElseThrow().or(0)).isEqualTo(5);
    }

    @Test
    void replicasAreNamedByTheOldNameOrTheNewOne() {
        for (String name : List.of("db", "a-db")) {
            Placement placement =
                    only("resources: [base]\nreplicas: [{name: " + name + ", count: 5}]\n", "namePrefix: a-\n");
            assertThat(placement.replicas()).as(name).isPresent();
        }
    }

    @Test
    void nestedBasesAddUpFromTheInside() {
        Placement placement = only(
                "resources: [base]\nnamePrefix: out-\nnamespace: outer\ncommonLabels: {a: out, c: out}\n",
                "namePrefix: in-\nnamespace: inner\ncommonLabels: {a: in, b: in}\n");
        assertThat(placement.name()).isEqualTo("out-in-db");
        assertThat(placement.namespace()).isEqualTo("outer");
        assertThat(placement.templateLabels()).isEqualTo(Map.of("a", "out", "b", "in", "c", "out"));
    }

    @Test
    void everyOverlayHasItsOwnPlacement() {
        ManifestSet set = Given.files()
                .file("base/kustomization.yaml", Given.kustomization("resources: [set.yaml]"))
                .file("base/set.yaml", SET)
                .file("dev/kustomization.yaml", Given.kustomization("resources: [../base]\nnamespace: dev"))
                .file("prod/kustomization.yaml", Given.kustomization("bases: [../base/]\nnamespace: prod"))
                .set();
        assertThat(Given.placements(set, StatefulSet.class, "db").stream().map(Placement::namespace))
                .containsExactly("dev", "prod");
    }

    @Test
    void aComponentWorksOnWhatWasTakenBefore() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [set.yaml]\ncomponents: [../high]\nnamePrefix: a-"))
                .file("app/set.yaml", SET)
                .file(
                        "high/kustomization.yaml",
                        Given.component("resources: [budget.yaml]\nreplicas: [{name: db, count: 5}]\nnameSuffix: -z"))
                .file("high/budget.yaml", Given.budget("db", "maxUnavailable: 1"))
                .set();
        Placement placement = Given.placements(set, StatefulSet.class, "db").get(0);
        assertThat(placement.name()).isEqualTo("a-db-z");
        assertThat(placement.replicas().orElseThrow().or(0)).isEqualTo(5);
        assertThat(Given.placements(set, PodDisruptionBudget.class, "db").get(0).name())
                .isEqualTo("a-db-z");
    }

    @Test
    void aPatchInAFileIsNoObjectAndMakesItsFieldsUnknown() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [set.yaml]\npatchesStrategicMerge: [more.yaml]"))
                .file("app/set.yaml", SET)
                .file(
                        "app/more.yaml",
                        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {replicas: 5}\n")
                .set();
        StatefulSet db = Given.in(set, StatefulSet.class, "db");
        assertThat(set.isPatched(db.replicas())).isTrue();
        assertThat(set.isPatched(db.serviceName())).isFalse();
        assertThat(set.isPatchFile(db.object().file())).isFalse();
        assertThat(set.replicas(db).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patches: [{target: {kind: StatefulSet, name: db}, patch: '[{op: replace, path: /spec/replicas, value: 1}]'}]",
                "patches: [{target: {kind: StatefulSet}, patch: '[{op: remove, path: /spec/replicas}]'}]",
                "patches: [{target: {kind: 'Deployment|StatefulSet', name: 'd.*'}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{target: {group: apps, version: v1, name: db}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{target: {labelSelector: app=db}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{patch: '{kind: StatefulSet, metadata: {name: db}, spec: {replicas: 1}}'}]",
                "patches: [{target: {name: '(d|b)+'}, patch: 'spec: {replicas: 1}'}]",
                "patchesJson6902: [{target: {kind: StatefulSet, name: db}, patch: '[{op: add, path: /spec/replicas, value: 1}]'}]",
                "patchesStrategicMerge: ['{kind: StatefulSet, metadata: {name: db},\\n spec: {replicas: 1}}']",
                "replacements: [{source: {kind: A}, targets: [{select: {kind: StatefulSet}, fieldPaths: [spec.replicas]}]}]",
                "replacements: [{path: elsewhere.yaml}]",
                "transformers: [plugin.yaml]",
                "patches: [{target: {kind: StatefulSet}, path: missing.yaml}]"
            })
    void theseMakeTheReplicasUnknown(String fields) {
        assertThat(only(fields.replace("\\n", "\n\n") + "\n").patches("spec.replicas"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patches: [{target: {kind: Deployment}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{target: {kind: StatefulSet, name: d}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{target: {kind: StatefulSet, version: v2}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{target: {kind: StatefulSet}, patch: 'spec: {template: {}}'}]",
                "patches: [{target: {name: '['}, patch: 'spec: {replicas: 1}'}]",
                "patches: [{patch: '{kind: StatefulSet, metadata: {name: cache}, spec: {replicas: 1}}'}]",
                "replacements: [{source: {kind: A}, targets: [{select: {kind: Service}, fieldPaths: [spec.replicas]}]}]"
            })
    void theseDoNot(String fields) {
        assertThat(only(fields + "\n").patches("spec.replicas")).isFalse();
    }

    @Test
    void aTargetInAnotherNamespaceIsNotMeant() {
        assertThat(only("namespace: shop\npatches: [{target: {namespace: billing}, patch: 'spec: {replicas: 1}'}]\n")
                        .patches("spec.replicas"))
                .isTrue(); // patches come before the namespace is set
        assertThat(only(
                                "resources: [base]\npatches: [{target: {namespace: billing}, patch: 'spec: {replicas: 1}'}]\n",
                                "namespace: shop\n")
                        .patches("spec.replicas"))
                .isFalse();
    }

    @Test
    void replicasOfAKustomizationSettleWhatAPatchTouched() {
        Placement settled = only("""
                patches: [{target: {kind: StatefulSet}, patch: 'spec: {replicas: 1}'}]
                replicas: [{name: db, count: 5}]
                """);
        assertThat(settled.patchesReplicas("spec.replicas")).isFalse();
        Placement patchedAgain = only(
                "resources: [base]\npatches: [{target: {kind: StatefulSet}, patch: 'spec: {replicas: 1}'}]\n",
                "replicas: [{name: db, count: 5}]\n");
        assertThat(patchedAgain.patchesReplicas("spec.replicas")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec.template.spec.containers.[name=web].image    | spec.template.spec.containers[web].image
            spec.template.spec.containers.0.env.*.value       | spec.template.spec.containers[*].env[*].value
            spec.template.spec.volumes.[mountPath=/a.b].x     | spec.template.spec.volumes[*].x
            metadata.annotations.example\\.com/owner          | metadata.annotations.example.com/owner
            """)
    void replacementPathsAreReadAsFieldPaths(String written, String read) {
        assertThat(ReplacementPath.of(written).fieldPath()).isEqualTo(read);
    }

    @Test
    void aReplacementWithoutPathsRenames() {
        ManifestSet set = app("replacements: [{source: {kind: A}, targets: [{select: {kind: StatefulSet}}]}]\n");
        assertThat(application(set).openReason("Service")).contains("renames");
    }

    @Test
    void aJsonPatchOfTheNameOpensTheApplication() {
        ManifestSet set = app(
                "patches: [{target: {kind: StatefulSet}, patch: '[{op: replace, path: /metadata/name, value: x}]'}]\n");
        assertThat(application(set).openReason("Service")).contains("renames");
    }

    @Test
    void aDeletedObjectIsNotPartOfTheApplication() {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization("""
                                resources: [all.yaml]
                                patches:
                                  - patch: |
                                      $patch: delete
                                      apiVersion: v1
                                      kind: Service
                                      metadata: {name: db}
                                """))
                .file("app/all.yaml", SET + "---\n" + Given.service("db", "app: db"))
                .set();
        StatefulSet db = Given.in(set, StatefulSet.class, "db");
        assertThat(set.services().selecting(db)).isEmpty();
        assertThat(set.find(db, "Service", "db").missing()).isPresent();
    }

    @Test
    void whatIsDeletedByLabelsStaysAndOpensTheApplication() {
        ManifestSet set = app("patches: [{target: {labelSelector: tier=old}, patch: '$patch: delete'}]\n");
        assertThat(Given.placements(set, StatefulSet.class, "db").get(0).application())
                .isPresent();
        assertThat(application(set).openReason("Service")).contains("by their labels");
    }

    @Test
    void generatedObjectsAreKnownByName() {
        ManifestSet set = app("configMapGenerator: [{name: settings}]\nsecretGenerator: [{name: keys}]\n");
        StatefulSet db = Given.in(set, StatefulSet.class, "db");
        assertThat(set.find(db, "ConfigMap", "settings").isUnknown()).isTrue();
        assertThat(set.find(db, "Secret", "keys").isUnknown()).isTrue();
        assertThat(set.find(db, "ConfigMap", "other").missing()).isPresent();
    }

    @Test
    void generatedObjectsAreKnownByTheNameThatPrefixesGiveThemToo() {
        ManifestSet set = app("namePrefix: a-\nnamespace: shop\nconfigMapGenerator: [{name: settings}]\n");
        StatefulSet db = Given.in(set, StatefulSet.class, "db");
        assertThat(set.find(db, "ConfigMap", "settings").isUnknown()).isTrue();
        assertThat(set.find(db, "ConfigMap", "a-settings").isUnknown()).isTrue();
        assertThat(application(set).generated()).hasSize(1);
        assertThat(application(set).generated().get(0).placement().namespace()).isEqualTo("shop");
    }

    @Test
    void aGeneratorThatMergesMakesNoObject() {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization("""
                                resources: [all.yaml]
                                configMapGenerator: [{name: settings, behavior: merge, literals: [a=b]}]
                                """))
                .file(
                        "app/all.yaml",
                        SET + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: c}\n")
                .set();
        assertThat(application(set).generated()).isEmpty();
        assertThat(Given.placements(set, ConfigMap.class, "settings").get(0).patches("data.a"))
                .isTrue();
    }

    @Test
    void hashesCanBeSwitchedOffForOneOrForAll() {
        String one = "configMapGenerator: [{name: a}, {name: b, options: {disableNameSuffixHash: true}}]\n";
        assertThat(application(app(one)).generated())
                .extracting(GeneratedObject::hasHash)
                .containsExactly(true, false);
        assertThat(application(app(one + "generatorOptions: {disableNameSuffixHash: true}\n"))
                        .generated())
                .extracting(GeneratedObject::hasHash)
                .containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "newTag: '2',                                          false",
        "newName: registry.example.com/team/other,             false",
        "newName: docker.io/library/postgres,                  true",
        "'newName: registry.example.com/team/app, newTag: 2',  false",
        "'digest: sha256:0123456789abcdef',                    false"
    })
    void anotherImageMakesTheImageUnknown(String change, boolean unknown) {
        Placement placement = only("images: [{name: registry.example.com/team/app, " + change + "}]\n");
        assertThat(placement.patches(IMAGE)).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "newTag: '16.4', false",
        "'', false",
        "newTag: '18', true",
        "newName: mysql, true",
        "newTag: latest, true",
        "digest: 'sha256:0a', true"
    })
    void anotherReleaseOfAKnownImageMakesItUnknown(String change, boolean unknown) {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [set.yaml]\nimages: [{name: postgres, " + change + "}]"))
                .file("app/set.yaml", SET.replace("registry.example.com/team/app:1.4", "postgres:16"))
                .set();
        assertThat(Given.placements(set, StatefulSet.class, "db").get(0).patches(IMAGE))
                .isEqualTo(unknown);
    }

    @Test
    void imagesOfOtherNamesStay() {
        assertThat(only("images: [{name: registry.example.com/team/ap, newName: x}]\n")
                        .patches(IMAGE))
                .isFalse();
    }

    @Test
    void keysAreReadInAnyCase() {
        assertThat(only("nameprefix: a-\n").name()).isEqualTo("a-db");
    }

    @Test
    void whatIsInNoNamespaceStaysSo() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [all.yaml]\nnamespace: shop\nnamePrefix: a-\n"))
                .file("app/all.yaml", """
                        apiVersion: storage.k8s.io/v1
                        kind: StorageClass
                        metadata: {name: fast}
                        provisioner: x
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: old}
                        """)
                .set();
        Placement fast = Given.placements(set, StorageClass.class, "fast").get(0);
        assertThat(fast.namespace()).isEmpty();
        assertThat(fast.name()).isEqualTo("a-fast");
        assertThat(Given.placements(set, GenericObject.class, "old").get(0).name())
                .isEqualTo("shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources: [set.yaml, 'https://example.com/bases/db?ref=v1']",
                "resources: [set.yaml, 'git@example.com:bases/db']",
                "resources: [set.yaml, github.com/example/bases]",
                "resources: [set.yaml, ../../base]",
                "resources: [set.yaml, broken.yaml]",
                "resources: [set.yaml]\ncomponents: [../missing]",
                "resources: [set.yaml]\nhelmCharts: [{name: db}]",
                "resources: [set.yaml]\ngenerators: [plugin.yaml]",
                "resources: [set.yaml]\ntransformers: [plugin.yaml]",
                "resources: [set.yaml]\npatches: [{path: missing.yaml}]"
            })
    void whatWasNotReadOpensTheApplication(String fields) {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization(fields))
                .file("app/set.yaml", SET)
                .unread("app/broken.yaml")
                .set();
        assertThat(application(set).openReason("Service")).isNotEmpty();
        assertThat(set.find(Given.in(set, StatefulSet.class, "db"), "Service", "db")
                        .isUnknown())
                .isTrue();
    }

    @Test
    void aFileThatIsNotThereHidesOnlyWhatIsKeptOutOfRepositories() {
        ManifestSet set = app("resources: [set.yaml, secret.yaml]\n");
        assertThat(application(set).openReason("Service")).isEmpty();
        assertThat(application(set).openReason("Secret")).contains("secret.yaml");
    }

    @Test
    void cyclesEnd() {
        ManifestSet set = Given.files()
                .file("a/kustomization.yaml", Given.kustomization("resources: [../b, set.yaml]"))
                .file("a/set.yaml", SET)
                .file("b/kustomization.yaml", Given.kustomization("resources: [../a]\ncomponents: [../c]"))
                .file("c/kustomization.yaml", Given.component("components: [../c]"))
                .file("d/kustomization.yaml", Given.kustomization("resources: [., ../d, web.yaml]"))
                .file("d/web.yaml", Given.workload("Deployment", "web", 1, "app: web"))
                .set();
        assertThat(Given.placements(set, StatefulSet.class, "db")).hasSize(1);
        assertThat(Given.placements(set, Deployment.class, "web")).hasSize(1);
    }

    /** Kustomize refuses the second one, so that there is one. */
    @Test
    void whatComesTwiceUnderOneNameIsTakenOnce() {
        ManifestSet set = Given.files()
                .file("base/kustomization.yaml", Given.kustomization("resources: [set.yaml]"))
                .file("base/set.yaml", SET)
                .file("a/kustomization.yaml", Given.kustomization("resources: [../base]"))
                .file("b/kustomization.yaml", Given.kustomization("resources: [../base]\nnamePrefix: b-"))
                .file("c/kustomization.yaml", Given.kustomization("resources: [../base]"))
                .file("all/kustomization.yaml", Given.kustomization("resources: [../a, ../b, ../c]"))
                .set();
        assertThat(Given.placements(set, StatefulSet.class, "db"))
                .extracting(Placement::name)
                .containsExactly("db", "b-db");
    }

    @Test
    void aChainThatTakesEverythingTwiceEnds() {
        Given files = Given.files().file("k0/set.yaml", SET);
        files.file("k0/kustomization.yaml", Given.kustomization("resources: [set.yaml]"));
        for (int i = 1; i <= 40; i++) {
            String below = "../k" + (i - 1);
            files.file(
                    "k" + i + "/kustomization.yaml", Given.kustomization("resources: [" + below + ", " + below + "]"));
        }
        ManifestSet set = files.set();
        assertThat(Given.placements(set, StatefulSet.class, "db")
                        .get(0)
                        .application()
                        .orElseThrow()
                        .openReason("Service"))
                .contains("too much");
    }

    @Test
    void aVeryLongChainEnds() {
        Given files = Given.files();
        for (int i = 0; i < 5_000; i++) {
            files.file("k" + i + "/kustomization.yaml", Given.kustomization("resources: [../k" + (i + 1) + "]"));
        }
        assertThat(files.set().objects()).isEmpty();
    }

    @Test
    void onlyItsOwnFileNamesMakeAKustomization() {
        ManifestSet set = Given.files()
                .file("app/other.yaml", Given.kustomization("resources: [set.yaml]\nnamePrefix: a-"))
                .file("app/set.yaml", SET)
                .set();
        assertThat(Given.placements(set, StatefulSet.class, "db").get(0).application())
                .isEmpty();
    }

    @Test
    void anObjectThatNobodyTakesIsAsWritten() {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization("resources: [other.yaml]\nnamePrefix: a-"))
                .file("app/set.yaml", SET)
                .set();
        Placement placement = Given.placements(set, StatefulSet.class, "db").get(0);
        assertThat(placement.application()).isEmpty();
        assertThat(placement.name()).isEqualTo("db");
    }

    @Test
    void aFieldIsPatchedOnlyWhenEveryApplicationPatchesIt() {
        Given files = Given.files()
                .file("base/kustomization.yaml", Given.kustomization("resources: [set.yaml]"))
                .file("base/set.yaml", SET)
                .file("dev/kustomization.yaml", patched("../base", "spec: {replicas: 1}"));
        ManifestSet one = files.set();
        assertThat(one.isPatched(Given.in(one, StatefulSet.class, "db").replicas()))
                .isTrue();
        ManifestSet two = files.file("prod/kustomization.yaml", Given.kustomization("resources: [../base]"))
                .set();
        assertThat(two.isPatched(Given.in(two, StatefulSet.class, "db").replicas()))
                .isFalse();
    }

    @Test
    void patchesOfContainersFindThemByNameAndByNumber() {
        assertThat(only("patches: [{target: {kind: StatefulSet}, patch: "
                                + "'spec: {template: {spec: {containers: [{name: main, image: x}]}}}'}]\n")
                        .patches(IMAGE))
                .isTrue();
        assertThat(only("patches: [{target: {kind: StatefulSet}, patch: "
                                + "'spec: {template: {spec: {containers: [{name: side, image: x}]}}}'}]\n")
                        .patches(IMAGE))
                .isFalse();
        assertThat(only("patches: [{target: {kind: StatefulSet}, patch: "
                                + "'[{op: replace, path: /spec/template/spec/containers/0/image, value: x}]'}]\n")
                        .patches(IMAGE))
                .isTrue();
    }

    @Test
    void numbersInAJsonPatchMayBeNames() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization("resources: [map.yaml]\npatches: [{target: {kind: ConfigMap}, patch: "
                                + "'[{op: replace, path: /data/0, value: x}]'}]"))
                .file("app/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {'0': a}\n")
                .set();
        ObjectView map = Given.in(set, ConfigMap.class, "m");
        assertThat(set.isPatched(map.object().fields().object("data").text("0")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: [../base]         | takes `../base`, which was not read; references to its objects | true",
                "resources: [a.yaml]          | takes `a.yaml`, which was not read; references to Secrets      | true",
                "components: [../tls]         | takes `../tls`, which was not read; references to its objects  | true",
                "patches: [{path: p.yaml}]    | takes `p.yaml`, which was not read; fields that it may patch   | true",
                "resources: ['https://u:p@x'] | takes a remote resource; references to its objects             | false",
                "resources: ['me:key@x/y/z']  | takes a resource, which was not read; references               | false",
                "helmCharts: [{name: db}]     | generates objects with a plug-in or a chart; references        | false"
            })
    void whatIsNotReadIsNotJudged(String fields, String reason, boolean isUnreadFile) {
        List<Gap> gaps = Given.files()
                .file("app/kustomization.yaml", Given.kustomization(fields))
                .set()
                .gaps();
        assertThat(gaps)
                .filteredOn(
                        gap -> gap.reason().startsWith(reason) && gap.reason().endsWith(" not judged"))
                .containsExactly(new Gap("app/kustomization.yaml", gaps.get(0).reason(), isUnreadFile));
    }

    /** Some people name files by what is in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"resources: [%s.yaml]", "resources: [%s]", "components: [%s]", "patches: [{path: %s.yaml}]"})
    void whatIsNotReadIsNamedWithoutTokens(String fields) {
        String token = "ghp_" + "Q7ZkmXwLrTbNvYcH2sDf".repeat(2).substring(0, 36);
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization(fields.replace("%s", token)))
                .set();
        assertThat(set.gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.reason()).contains("•••").doesNotContain(token));
    }

    @Test
    void whatPatchesChangeIsNotJudged() {
        String patch = "{op: replace, path: /spec/replicas, value: 1}, {op: add, path: /spec/a, value: 1},"
                + " {op: add, path: /spec/b, value: 1}, {op: add, path: /spec/c, value: 1}";
        assertThat(app("patches: [{target: {kind: StatefulSet}, patch: '[" + patch + "]'}]\n")
                        .gaps())
                .containsExactly(new Gap(
                        "app/kustomization.yaml",
                        "patches change `spec.replicas`, `spec.a`, `spec.b` and 1 more of StatefulSet `db`;"
                                + " what rests on that is not judged",
                        false));
        assertThat(app("namePrefix: a-\n").gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b,  ../c,      a/c",
        "a/b,  ./c/,      a/b/c",
        "a/b,  ../../c,   c",
        "a,    ../../c,   ../c",
        "'',   c,         c",
        "'',   ../c,      ../c",
        "a,    .,         a",
        "a,    ..,        ''",
        "/a/b, ../c,      /a/c",
        "a,    /b/../c,   /c"
    })
    void pathsAreJoined(String directory, String relative, String joined) {
        assertThat(KustomizationGraph.join(directory, relative)).isEqualTo(joined);
    }

    /** The set {@code db} in {@code app}, whose kustomization has these further fields. */
    private static ManifestSet app(String fields) {
        String resources = fields.contains("resources:") ? "" : "resources: [set.yaml]\n";
        return Given.files()
                .file("app/kustomization.yaml", Given.kustomization(resources + fields))
                .file("app/set.yaml", SET)
                .set();
    }

    private static Placement only(String fields) {
        return Given.placements(app(fields), StatefulSet.class, "db").get(0);
    }

    /** The set {@code db} in {@code app/base}, with fields of the kustomizations there and above. */
    private static Placement only(String outer, String inner) {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization(outer))
                .file("app/base/kustomization.yaml", Given.kustomization("resources: [set.yaml]\n" + inner))
                .file("app/base/set.yaml", SET)
                .set();
        return Given.placements(set, StatefulSet.class, "db").get(0);
    }

    private static String patched(String resource, String patch) {
        return Given.kustomization(
                "resources: [" + resource + "]\npatches: [{target: {kind: StatefulSet}, patch: '" + patch + "'}]");
    }

    private static Application application(ManifestSet set) {
        return Given.placements(set, StatefulSet.class, "db")
                .get(0)
                .application()
                .orElseThrow();
    }
}
