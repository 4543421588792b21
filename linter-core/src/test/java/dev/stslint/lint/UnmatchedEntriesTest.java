package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches and generators that miss their object by its namespace or version, as {@code kustomize build} 5.7 does it. */
final class UnmatchedEntriesTest {

    @TempDir
    Path directory;

    private void write(String path, String text) throws Exception {
        Path file = directory.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private List<Finding> findings() throws Exception {
        return new Linter()
                .lint(LintRequest.of(directory, List.of("."))).findings().stream()
                        .filter(finding -> finding.ruleId().equals("unmatched-kustomization-entry"))
                        .toList();
    }

    private static String object(String apiVersion, String kind, String metadata) {
        return (apiVersion.isEmpty() ? "" : "apiVersion: " + apiVersion + "\n") + "kind: " + kind + "\nmetadata: {"
                + metadata + "}\n";
    }

    private static String inNamespace(String name, String namespace) {
        return "name: " + name + (namespace.isEmpty() ? "" : ", namespace: " + namespace);
    }

    private static String set(String name, String namespace) {
        return object("apps/v1", "StatefulSet", inNamespace(name, namespace));
    }

    private static String patches(String patch) {
        return "patches:\n- patch: |\n" + patch.indent(4);
    }

    /** Where the last column is empty it is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | ''   | ''   | ''      | ''
            ''      | ''   | ''   | default | ''
            ''      | ''   | ''   | prod    | in namespace `prod`
            ''      | ''   | prod | ''      | ''
            ''      | ''   | prod | prod    | in namespace `prod`
            ''      | base | ''   | ''      | ''
            ''      | base | ''   | base    | ''
            ''      | base | prod | base    | ''
            ''      | base | prod | prod    | in namespace `prod`
            own     | ''   | ''   | ''      | without a namespace
            own     | ''   | ''   | own     | ''
            own     | ''   | ''   | default | in namespace `default`
            own     | base | ''   | ''      | without a namespace
            own     | base | ''   | own     | ''
            own     | base | ''   | base    | ''
            own     | base | base | other   | in namespace `other`
            default | ''   | ''   | ''      | ''
            """)
    void anObjectIsWhereItWasOrIs(String own, String base, String overlay, String patch, String where)
            throws Exception {
        write("base/kustomization.yaml", "resources: [set.yaml]\n" + namespace(base));
        write("base/set.yaml", set("db", own));
        String taken = "resources: [../base]\n" + namespace(overlay);
        String message = "there is no StatefulSet `db` " + where + " for this patch";
        write("app/kustomization.yaml", taken + patches(set("db", patch)));
        assertThat(findings()).extracting(Finding::message).isEqualTo(where.isEmpty() ? List.of() : List.of(message));
        write("app/patch.yaml", set("db", patch));
        for (String patches : List.of("patches: [{path: patch.yaml}]\n", "patchesStrategicMerge: [patch.yaml]\n")) {
            write("app/kustomization.yaml", taken + patches);
            assertThat(findings())
                    .extracting(Finding::message)
                    .isEqualTo(where.isEmpty() ? List.of() : List.of(message));
        }
        write("app/kustomization.yaml", taken + "patches: [{path: patch.yaml, target: {kind: StatefulSet}}]\n");
        assertThat(findings()).isEmpty();
    }

    private static String namespace(String name) {
        return name.isEmpty() ? "" : "namespace: " + name + "\n";
    }

    /** It had the name before it was in the namespace, and is in the namespace under both names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db   | ''   | 0
            db   | base | 0
            a-db | base | 0
            a-db | ''   | 1
            db   | b    | 1
            """)
    void nameAndNamespaceGoTogether(String name, String namespace, int count) throws Exception {
        write("base/kustomization.yaml", "resources: [set.yaml]\nnamespace: base\nnamePrefix: a-\n");
        write("base/set.yaml", set("db", ""));
        write("app/kustomization.yaml", "resources: [../base]\n" + patches(set(name, namespace)));
        assertThat(findings()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1            | ''
            apps/v1beta1       | of `apps/v1beta1`
            extensions/v1beta1 | of `extensions/v1beta1`
            v1                 | of `v1`
            apps               | of `apps`
            ''                 | without an `apiVersion`
            ${VERSION}         | ''
            """)
    void theVersionCounts(String version, String which) throws Exception {
        write("set.yaml", set("db", ""));
        write(
                "kustomization.yaml",
                "resources: [set.yaml]\n" + patches(object(version, "StatefulSet", inNamespace("db", ""))));
        assertThat(findings())
                .extracting(Finding::message)
                .isEqualTo(
                        which.isEmpty()
                                ? List.of()
                                : List.of("there is no StatefulSet `db` " + which + " for this patch"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rbac.authorization.k8s.io/v1 | ClusterRole | ''                | 0
            example.com/v1               | Special     | ''                | 1
            example.com/v1               | Special     | openapi: {path: a} | 0
            """)
    void whatIsInNoNamespaceIsFoundInAny(String version, String kind, String schema, int count) throws Exception {
        write("a", "{}");
        write("special.yaml", object(version, kind, "name: a"));
        write(
                "kustomization.yaml",
                "resources: [special.yaml]\n" + schema + "\n"
                        + patches(object(version, kind, "name: a, namespace: b")));
        assertThat(findings()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''   | ''   | ''   | ''
            ''   | ''   | base | in namespace `base`
            ''   | base | base | ''
            made | ''   | made | ''
            made | ''   | ''   | without a namespace
            """)
    void whatIsMadeIsSomewhereToo(String own, String base, String wanted, String where) throws Exception {
        write(
                "base/kustomization.yaml",
                namespace(base) + "configMapGenerator: [{name: a, namespace: '" + own + "', literals: [b=c]}]\n");
        write(
                "app/kustomization.yaml",
                "resources: [../base]\nconfigMapGenerator: [{name: a, behavior: merge, namespace: '" + wanted
                        + "', literals: [d=e]}]\n"
                        + patches(object("v1", "ConfigMap", inNamespace("a", wanted))));
        assertThat(findings())
                .extracting(Finding::message)
                .isEqualTo(
                        where.isEmpty()
                                ? List.of()
                                : List.of(
                                        "there is no ConfigMap `a` " + where + " to change",
                                        "there is no ConfigMap `a` " + where + " for this patch"));
    }

    @Test
    void whatMayBeCalledSo() throws Exception {
        write("kustomization.yaml", "resources: [set.yaml]\n" + patches(set("db", "prod")));
        write("set.yaml", set("db", "${NAMESPACE}"));
        assertThat(findings()).isEmpty();
        write("set.yaml", set("db", "[a]"));
        assertThat(findings()).isEmpty();
        write("set.yaml", set("db", ""));
        assertThat(findings()).hasSize(1);
        String moving = """
                patches:
                - target: {kind: StatefulSet}
                  patch: '[{op: add, path: /metadata/namespace, value: prod}]'
                """;
        write(
                "kustomization.yaml",
                "resources: [set.yaml]\n" + moving + patches(set("db", "prod")).substring(9));
        assertThat(findings()).isEmpty();
        String other = """
                patches:
                - target: {kind: StatefulSet}
                  patch: '[{op: replace, path: /apiVersion, value: apps/v2}]'
                """;
        String second = patches(object("apps/v2", "StatefulSet", "name: db")).substring(9);
        write("kustomization.yaml", "resources: [set.yaml]\n" + other + second);
        assertThat(findings()).isEmpty();
    }

    /** A patch deletes the one that it is for, and leaves the others. */
    @Test
    void deletionsAreOfOneNamespace() throws Exception {
        write("sets.yaml", set("db", "a") + "---\n" + set("db", "b"));
        String deletion = patches("$patch: delete\n" + set("db", "a"));
        write(
                "kustomization.yaml",
                "resources: [sets.yaml]\n" + deletion + patches(set("db", "b")).substring(9));
        assertThat(findings()).isEmpty();
        write(
                "kustomization.yaml",
                "resources: [sets.yaml]\n" + deletion + patches(set("db", "a")).substring(9));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("there is no StatefulSet `db` in namespace `a` for this patch");
    }

    @Test
    void saysWhatFits() throws Exception {
        write("set.yaml", set("db", ""));
        write("kustomization.yaml", "namespace: prod\nresources: [set.yaml]\n" + patches(set("db", "prod")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("kustomization.yaml:7:37");
            assertThat(finding.related())
                    .extracting(place -> place.location() + " " + place.message())
                    .containsExactly("set.yaml:3:18 this is in no namespace");
            assertThat(finding.notes())
                    .containsExactly("the `namespace` of this kustomization is set behind its generators and patches");
            assertThat(finding.help()).contains("leave the `namespace` of the patch out");
        });

        write("set.yaml", set("db", "a") + "---\n" + set("db", "b"));
        write("kustomization.yaml", "resources: [set.yaml]\n" + patches(set("db", "")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("kustomization.yaml:6:22");
            assertThat(finding.help()).contains("let the `namespace` of the patch be that of the one that is meant");
        });

        write("set.yaml", set("db", "a"));
        write("kustomization.yaml", "resources: [set.yaml]\n" + patches(object("v1", "StatefulSet", "name: db")));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("kustomization.yaml:4:17");
            assertThat(finding.help()).contains("let the `apiVersion` of the patch be `apps/v1`");
        });
    }
}
