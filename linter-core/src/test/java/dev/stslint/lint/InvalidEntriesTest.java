package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that {@code kustomize build} 5.7 refuses by themselves, and their neighbours that it takes. */
final class InvalidEntriesTest {

    private static final String RULE = "invalid-kustomization-entry";

    @TempDir
    Path directory;

    @BeforeEach
    void writeWhatIsTaken() throws IOException {
        write("app/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {a: b}\n");
        write("app/patch.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {c: d}\n");
        write(
                "app/two.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\n"
                        .repeat(2)
                        .replace("}\nap", "}\n---\nap"));
        write("app/operations.yaml", "- {op: add, path: /data/c, value: d}\n");
        write("app/unfinished.yaml", "- {op: move, path: /data/c}\n");
        write("app/a.env", "A=a\n# C=a\n B=b\n");
        write("app/b.env", "B=b\n");
        write("app/twice.env", "A=a\nA=b\n");
        write("app/comment.yaml", "# nothing\n");
        write("app/text.yaml", "nothing\n");
        write("app/no-kind.yaml", "metadata: {name: map}\ndata: {c: d}\n");
        write("app/no-name.yaml", "apiVersion: v1\nkind: ConfigMap\ndata: {c: d}\n");
        write(
                "app/list.yaml",
                "apiVersion: v1\nkind: ConfigMapList\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}]\n");
        write("app/directory/a.txt", "a\n");
        write("component/kustomization.yaml", "kind: Component\nnamePrefix: a-\n");
        write("base/kustomization.yaml", "namePrefix: b-\n");
        write("app/below/kustomization.yaml", "namePrefix: c-\n");
        write("app/named/kustomization.yaml", "kind: Kustomization\nmetadata: {name: whole}\nnamePrefix: d-\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images: [{name: a, newTag: 1.27}]                          | 2:28 `newTag` must be a text, and this is a number
            images: [{name: a, newTag: on}]                            | 2:28 `newTag` must be a text, and this is a boolean
            images: [a]                                                | 2:10 an item of `images` must be a mapping, and this is a text
            images: {name: a}                                          | 2:1 `images` must be a list, and this is a mapping
            namePrefix: 5                                              | 2:13 `namePrefix` must be a text, and this is a number
            namePrefix: [a]                                            | 2:1 `namePrefix` must be a text, and this is a list
            commonLabels: {version: 1}                                 | 2:25 `version` must be a text, and this is a number
            commonLabels: {"a/b1": true}                               | 2:24 a value of `commonLabels` must be a text, and this is a boolean
            labels: [{pairs: [a]}]                                     | 2:11 `pairs` must be a mapping, and this is a list
            labels: [{pairs: {a: b}, includeSelectors: "true"}]        | 2:44 `includeSelectors` must be `true` or `false`, and this is a text
            replicas: [{name: map, count: "3"}]                        | 2:31 `count` must be a whole number, and this is a text
            replicas: [{name: map, count: 3.5}]                        | 2:31 `count` must be a whole number, and this is a number with a fraction
            replicas: [{count: 3}]                                     | 2:13 this count has no `name` of what it is for
            configMapGenerator: [{literals: [a=b]}]                    | 2:23 this ConfigMap has no name
            configMapGenerator: [{name: x, literals: [a]}]             | 2:43 this literal of ConfigMap `x` has no key
            configMapGenerator: [{name: x, literals: {a: b}}]          | 2:32 `literals` must be a list, and this is a mapping
            configMapGenerator: [{name: x, literals: [a=b, a=c]}]      | 2:48 ConfigMap `x` gets `a` a second time
            configMapGenerator: [{name: x, files: [map.yaml], literals: [map.yaml=c]}] | 2:40 ConfigMap `x` gets `map.yaml` a second time
            configMapGenerator: [{name: x, files: [directory]}]        | 2:40 `directory` is a directory, and a file belongs here
            configMapGenerator: [{name: x, files: [a=b=c]}]            | 2:40 this is neither a path nor a key, `=` and a path
            configMapGenerator: [null]                                 | 2:22 an item of `configMapGenerator` must be a mapping, and this is nothing
            patches: [{target: {kind: ConfigMap}}]                     | 2:12 this patch has neither a `path` nor a `patch`
            patches: [{path: patch.yaml, patch: a}]                    | 2:18 this patch has a `path` and a `patch`
            patches: [{path: operations.yaml}]                         | 2:18 the operations in `operations.yaml` have no `target`
            patches: [{patch: '[{"op": "remove", "path": "/a"}]'}]     | 2:12 the operations have no `target`
            patches: [{path: comment.yaml}]                            | 2:18 the patch in `comment.yaml` is empty
            patches: [{path: text.yaml, target: {kind: ConfigMap}}]    | 2:18 `text.yaml` is neither a list of operations nor a part of an object
            patches: [{path: no-kind.yaml}]                            | 2:18 the patch in `no-kind.yaml` lacks its object's `kind` or `metadata.name`
            patches: [{path: no-name.yaml, target: {kind: ConfigMap}}] | 2:18 the patch in `no-name.yaml` lacks its object's `kind` or `metadata.name`
            patches: [{patch: 'data: {a: b}', target: {kind: ConfigMap}}] | 2:20 the patch lacks its object's `kind` or `metadata.name`
            patches: [{path: two.yaml, target: {kind: ConfigMap}}]     | 2:18 several patches in `two.yaml` have one `target`
            patches: [patch.yaml]                                      | 2:11 an item of `patches` must be a mapping, and this is a text
            patchesStrategicMerge: [operations.yaml]                   | 2:25 `operations.yaml` is a list of operations, and no part of an object
            patchesStrategicMerge: [null]                              | 2:24 there is no patch in `patchesStrategicMerge`
            patchesJson6902: [{path: operations.yaml}]                 | 2:20 a patch of `patchesJson6902` must name its `target`
            patchesJson6902: [{path: patch.yaml, target: {kind: ConfigMap, name: map}}] | 2:26 `patch.yaml` is no list of operations
            replacements: [{source: {kind: ConfigMap}}]                | 2:17 this replacement has no `targets`
            replacements: [{targets: [{select: {kind: ConfigMap}}]}]   | 2:17 this replacement has no `source`
            replacements: [{source: {kind: ConfigMap}, targets: [{fieldPaths: [a]}]}] | 2:55 this target has no `select`
            bases: [../component]                                      | 2:9 `../component` is a component, and stands among resources
            bases: [below/kustomization.yaml]                          | 2:9 `below/kustomization.yaml` is the file of a kustomization, and no object
            components: [../base]                                      | 2:14 `../base` is no component
            components: [map.yaml]                                     | 2:14 `map.yaml` is a file, and a component is a directory
            components: [null]                                         | 2:14 an item of `components` must be a text, and this is nothing
            apiVersion: kustomize.config.k8s.io/v1alpha1               | 2:13 this is no `apiVersion` of a Kustomization
            bases: ['']                                                | 2:9 this entry names nothing
            components: [""]                                           | 2:14 this entry names nothing
            crds: ['']                                                 | 2:8 this entry names nothing
            configurations: ['']                                       | 2:18 this entry names nothing
            openapi: {path: ''}                                        | 2:17 this entry names nothing
            configMapGenerator: [{name: x, files: ['']}]               | 2:40 this entry names nothing
            configMapGenerator: [{name: x, envs: ['']}]                | 2:39 this entry names nothing
            configMapGenerator: [{name: x, envs: [a.env], literals: [A=b]}] | 2:58 ConfigMap `x` gets `A` a second time
            configMapGenerator: [{name: x, envs: [a.env], files: [B=map.yaml]}] | 2:55 ConfigMap `x` gets `B` a second time
            configMapGenerator: [{name: x, env: a.env, envs: [b.env]}] | 2:37 ConfigMap `x` gets `B` a second time
            configMapGenerator: [{name: x, envs: [twice.env]}]         | 2:39 ConfigMap `x` gets `A` a second time
            kind: Kustomizations                                       | 2:7 `Kustomizations` is no kind of kustomization
            sortOptions: {}                                            | 2:1 the `order` must be `fifo` or `legacy`
            sortOptions: {order: Legacy}                               | 2:22 the `order` must be `fifo` or `legacy`
            sortOptions: {order: fifo, legacySortOptions: {}}          | 2:22 `legacySortOptions` are for the order `legacy`
            helmCharts: [{name: a, includeCRDs: "true"}]               | 2:37 `includeCRDs` must be `true` or `false`, and this is a text
            helmCharts: [{name: a, valuesInline: [b]}]                 | 2:24 `valuesInline` must be a mapping, and this is a list
            helmGlobals: {chartHome: 5}                                | 2:26 `chartHome` must be a text, and this is a number
            patches: [{path: patch.yaml, target: {name: '*'}}]         | 2:45 the `name` of this target is no regular expression
            patches: [{path: patch.yaml, target: {kind: '(a'}}]        | 2:45 the `kind` of this target is no regular expression
            patches: [{path: patch.yaml, target: {name: '(?!a).*'}}]   | 2:45 the `name` of this target is no regular expression
            patches: [{path: patch.yaml, target: {namespace: a++}}]    | 2:50 the `namespace` of this target is no regular expression
            patches: [{patch: '[{op: put, path: /a}]', target: {kind: ConfigMap}}] | 2:22 this operation has no `op` that there is
            patches: [{patch: '[{path: /a}]', target: {kind: ConfigMap}}]          | 2:22 this operation has no `op` that there is
            patches: [{patch: '[null]', target: {kind: ConfigMap}}]    | 2:21 this operation has no `op` that there is
            patches: [{patch: '[{op: remove}]', target: {kind: ConfigMap}}]        | 2:22 this operation has no `path`
            patches: [{patch: '[{op: copy, path: /a}]', target: {name: m.p}}]      | 2:22 this operation has no `from`
            patches: [{path: unfinished.yaml, target: {version: v1}}]  | 2:18 this operation in `unfinished.yaml` has no `from`
            patchesJson6902: [{path: unfinished.yaml, target: {kind: ConfigMap, name: map}}] | 2:26 this operation in `unfinished.yaml` has no `from`
            patches: [{path: operations.yaml, target: {labelSelector: 'a in b'}}]      | 2:59 this is no selector that kustomize takes
            patches: [{path: operations.yaml, target: {annotationSelector: 'a=b,'}}]   | 2:64 this is no selector that kustomize takes
            """)
    void whatKustomizeRefuses(String entry, String expected) throws Exception {
        assertThat(entriesRefusedIn(entry)).containsExactly("app/kustomization.yaml:" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images: [{name: nginx, newTag: 2024-01-01}]",
                "images: [{name: nginx, newTag: 1.2.3}]",
                "images: [{name: nginx, newTag: null}]",
                "images: [null, {}]",
                "commonAnnotations: {a: null}",
                "labels: [{pairs: {a: b}, includeSelectors: yes}]",
                "replicas: [{name: map, count: 1e1}]",
                "replicas: [{name: map, count: $COUNT}]",
                "configMapGenerator: [{name: x}, {name: z, literals: ['a=', 'b==']}]",
                "configMapGenerator: [{name: x, files: [map.yaml, other=map.yaml], envs: [text.yaml]}]",
                "patches: [{path: patch.yaml, patch: ''}, {path: patch.yaml, options: {any: true}}]",
                "patches: [{path: comment.yaml, target: {kind: ConfigMap}}]",
                "patches: [{path: operations.yaml, target: {kind: ConfigMap}}, {path: operations.yaml, target: {}}]",
                "patches: [{path: two.yaml}, {path: list.yaml}]",
                "patches: [{path: https://example.com/patch.yaml}]",
                "patchesStrategicMerge: [null, patch.yaml]",
                "patchesStrategicMerge: [comment.yaml, patch.yaml]",
                "bases: [below]",
                "bases: [named/kustomization.yaml]",
                "components: [../component]",
                "helmCharts: [{name: a, valuesInline: {a: 1, b: [2]}}]",
                "openapi: {other: text}",
                "openapi: {version: ''}",
                "generators: ['']",
                "transformers: [' ']",
                "configMapGenerator: [{name: x, env: ''}]",
                "configMapGenerator: [{name: x, envs: [a.env], literals: [C=b]}, {name: z, envs: [b.env]}]",
                "kind: ''",
                "kind:",
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: ''",
                "sortOptions:",
                "sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Namespace]}}",
                "helmGlobals: {chartHome: charts}",
                "patches: [{path: patch.yaml, target: {kind: 'ConfigMap|Secret', name: '(a|m.*)', namespace: '[^]a]'}}]",
                "patches: [{path: patch.yaml, target: {kind: '(?i)configmap', name: 'a{,2}', group: '\\Q*\\E'}}]",
                "patches: [{patch: '[{op: put, path: /a}]', target: {kind: Secret}}]",
                "patches: [{patch: '[{op: add, path: /a}]', target: {kind: ConfigMap}}]",
                "patches: [{patch: '[{op: $OP, path: /a}]', target: {kind: ConfigMap}}]",
                "patches: [{path: unfinished.yaml, target: {kind: ConfigMap, labelSelector: a=b}}]",
                "patches: [{path: unfinished.yaml, target: {kind: ConfigMap, name: ma}}]",
                "patches: [{path: unfinished.yaml, target: {kind: ConfigMap, namespace: other}}]",
                "patches: [{path: operations.yaml, target: {kind: Secret, labelSelector: 'a in b'}}]",
                "patches: [{path: operations.yaml, target: {labelSelector: 'a in (b), c!=d, !e'}}]",
                "patches: [{path: operations.yaml, target: {labelSelector: 'a in ${VALUE}'}}]",
                "replacements: [{path: '', source: {kind: ConfigMap, name: map}, targets: [{select: {kind: Secret}}]}]",
                "buildMetadata: [null]",
                "apiVersion: ''"
            })
    void whatKustomizeTakes(String entry) throws Exception {
        assertThat(entriesRefusedIn(entry)).isEmpty();
    }

    @Test
    void aPatchThatDoesNotParseIsNotJudged() throws Exception {
        write("app/broken.yaml", "a: [\n");
        assertThat(entriesRefusedIn("patches: [{path: broken.yaml}]")).isEmpty();
        assertThat(entriesRefusedIn("patches: [{patch: 'a: ['}]")).isEmpty();
    }

    @Test
    void aPatchWithoutALine() throws Exception {
        assertThat(entriesRefusedIn("patches:\n- patch: |"))
                .containsExactly("app/kustomization.yaml:3:10 this patch has neither a `path` nor a `patch`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[hunter2hunter2]", "[PASSWORD: hunter2hunter2]", "{PASSWORD: hunter2hunter2}", "[7391846205]"})
    void whatWasToBeALiteralMayBeASecret(String literals) throws Exception {
        write("app/kustomization.yaml", "secretGenerator:\n- name: a\n  literals: " + literals + "\n");
        assertThat(findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("hunter2hunter2", "7391846205"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                      | 1:1 invalid-kustomization-entry this is no kustomization
            - map.yaml                              | 1:1 invalid-kustomization-entry this is no kustomization
            map.yaml                                | 1:1 invalid-kustomization-entry this is no kustomization
            text;---;resources: [map.yaml]          | 1:1 invalid-kustomization-entry this is no kustomization
            resources: [map.yaml];---;text          | ''
            ---;---;resources: [map.yaml]           | 2:1 empty-kustomization the first document of this kustomization says nothing
            ~ a;---;~ b;---;resources: [map.yaml]   | 3:1 empty-kustomization the first document of this kustomization says nothing
            ~ a;---;text                            | 3:1 invalid-kustomization-entry this is no kustomization
            ;~ a;;---;resources: [map.yaml]         | ''
            kind: Foo;resources: [map.yaml]         | 1:7 invalid-kustomization-entry `Foo` is no kind of kustomization
            apiVersion: apps/v1;kind: DaemonSet     | ''
            """)
    void whatIsNoKustomization(String lines, String expected) throws Exception {
        write("app/kustomization.yaml", lines.replace(';', '\n').replace('~', '#') + "\n");
        assertThat(findings())
                .extracting(finding -> finding.location() + " " + finding.ruleId() + " " + finding.message())
                .filteredOn(finding -> finding.contains("kustomization"))
                .filteredOn(finding -> finding.contains("-kustomization"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of("app/kustomization.yaml:" + expected));
    }

    @Test
    void noValueOfAFileOfVariablesIsShown() throws Exception {
        write("app/a.env", "PASSWORD=hunter2hunter2\n");
        write(
                "app/kustomization.yaml",
                "secretGenerator: [{name: a, envs: [a.env], literals: [PASSWORD=hunter2hunter2]}]\n");
        assertThat(findings()).extracting(Finding::ruleId).contains(RULE);
        assertThat(findings())
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("hunter2hunter2"));
    }

    @Test
    void kustomizeReadsTheFirstDocument() throws Exception {
        assertThat(entriesRefusedIn("namePrefix: a-\n---\nnamePrefix: 5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images: [{name: a, newTag: 1.20}]            | images: [{name: a, newTag: "1.20"}]
            images: [{name: a, newTag: 0x1F }]           | images: [{name: a, newTag: "0x1F" }]
            images: [{name: a, newTag: on}]              | images: [{name: a, newTag: "on"}]
            commonLabels: {"on": 1, version: 2}          | commonLabels: {"on": "1", version: "2"}
            replicas: [{name: map, count: "3"}]          | replicas: [{name: map, count: 3}]
            """)
    void aTextIsPutInQuotesAsItIsWritten(String entry, String repaired) throws Exception {
        write("app/kustomization.yaml", "resources: [map.yaml]\n" + entry + "\n");

        assertThat(new Linter()
                        .fix(new FixRequest(LintRequest.of(directory, List.of("app")), false, true))
                        .changes())
                .extracting(change -> change.after().text())
                .containsExactly("resources: [map.yaml]\n" + repaired + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images: [{name: a, newTag: &tag 1.27}]\nreplicas: [{name: map, count: *tag}]",
                "images: [{name: a, newTag: !!float 1.27}]",
                "images: [{name: a, newTag: [1.27]}]",
                "replicas: [{name: map, count: \"\\x33\"}]",
                "replicas: [{name: map, count: 3.5}]",
            })
    void whatQuotesMayNotMakeRightIsLeft(String entry) throws Exception {
        write("app/kustomization.yaml", "resources: [map.yaml]\n" + entry + "\n");

        assertThat(findings()).isNotEmpty().allMatch(finding -> finding.fixes().isEmpty());
    }

    @Test
    void aFileThatIsNeitherIsOneMistake() throws Exception {
        write("app/kustomization.yaml", """
                resources: [map.yaml]
                configMapGenerator:
                - name: x
                  literals: [a=1]
                  files: [a=b=c, d=, =e]
                """);

        assertThat(findings())
                .extracting(finding -> finding.location() + " " + finding.ruleId())
                .containsExactly(
                        "app/kustomization.yaml:5:11 " + RULE,
                        "app/kustomization.yaml:5:18 " + RULE,
                        "app/kustomization.yaml:5:22 " + RULE);
    }

    private List<String> entriesRefusedIn(String entry) throws Exception {
        write("app/kustomization.yaml", "resources: [map.yaml]\n" + entry + "\n");
        return findings().stream()
                .filter(finding -> finding.ruleId().equals(RULE))
                .map(finding -> finding.location() + " " + finding.message())
                .toList();
    }

    private List<Finding> findings() throws LintException {
        return new Linter().lint(LintRequest.of(directory, List.of("app"))).findings();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
