package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generators, images and patches of a kustomization say. */
final class KustomizationTest {

    private static SourceText source(String text) {
        return SourceFile.of("kustomization.yaml", text);
    }

    private static Kustomization kustomization(SourceText source) {
        return (Kustomization) Views.of(ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(source)
                        .documents()
                        .get(0))
                .get(0));
    }

    /** Each as {@code key=value}, and the characters of the value in the source. */
    private static List<String> literals(String list) {
        SourceText source = source("secretGenerator: [{name: a, literals: " + list + "}]\n");
        List<String> found = new ArrayList<>();
        for (KeyedValue value : kustomization(source).generators().get(0).literals()) {
            Span span = value.part(0, value.text().length()).location().span();
            found.add(value.key() + "=" + value.text() + " " + source.text().substring(span.start(), span.end()));
        }
        return found;
    }

    /** As kustomize 5.7 reads them: one pair of equal quotes is taken off. */
    @Test
    void literalsAreKeysAndValues() {
        assertThat(literals("[a=b, \"c=d=e\", \"f='g h'\", 'i=\"j\"', \"k=\\\"'l'\\\"\", 'm=\"n', o=]"))
                .containsExactly("a=b b", "c=d=e d=e", "f=g h g h", "i=j j", "k='l' 'l'", "m=\"n \"n", "o= ");
    }

    @Test
    void whatKustomizeRefusesIsNoLiteral() {
        assertThat(literals("[a, =b, 1, {c: d}]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'newTag: 2',                              postgres:16,         postgres:2",
        "'newTag: 2',                              postgres@sha256:0a,  postgres:2",
        "'newName: r.io/pg',                       postgres:16,         r.io/pg:16",
        "'newName: r.io/pg',                       postgres,            r.io/pg",
        "'digest: sha256:0a',                      postgres:16,         postgres@sha256:0a",
        "'newTag: 2, digest: sha256:0a',           postgres:16,         postgres:2@sha256:0a",
        "'newName: redis, newTag: \"7\"',          postgres:16,         redis:7",
        "'tagSuffix: -x',                          postgres:16,         postgres:16-x",
        "'newName: \"\"',                          postgres:16,         postgres:16"
    })
    void imagesAreChangedAsKustomizeDoes(String change, String before, String after) {
        Kustomization.ImageChange image = kustomization(source("images: [{name: postgres, " + change + "}]\n"))
                .images()
                .get(0);
        assertThat(image.isFor(before)).isTrue();
        assertThat(image.appliedTo(before)).isEqualTo(after);
        assertThat(image.isFor("r.io/" + before)).isFalse();
        assertThat(image.isFor("postgresql:16")).isFalse();
    }

    /** The kinds of the parts, and the characters of each value that is called so, as they stand in the kustomization. */
    private static List<String> parts(String text) {
        SourceText source = source(text);
        List<String> found = new ArrayList<>();
        for (Kustomization.Patch patch : kustomization(source).patches()) {
            for (ObjectView part : PatchParts.in(patch, source)) {
                String kind = part.object().kind() + "/" + part.name();
                if (part instanceof Secret secret) {
                    secret.stringData()
                            .forEach(entry ->
                                    found.add(kind + " " + entry.name() + " " + written(entry.value(), source)));
                    secret.data()
                            .forEach(entry ->
                                    found.add(kind + " " + entry.name() + " " + written(entry.value(), source)));
                } else if (part instanceof Workload workload) {
                    for (Container container : workload.containers()) {
                        container
                                .environment()
                                .forEach(variable -> found.add(
                                        kind + " " + variable.name().or("") + " " + written(variable.value(), source)));
                        container.commandLine().forEach(word -> found.add(kind + " " + written(word, source)));
                    }
                }
            }
        }
        return found;
    }

    private static String written(Field<String> value, SourceText source) {
        Span span = value.origin().location().span();
        return source.text().substring(span.start(), span.end());
    }

    @Test
    void operationsPutValuesIntoObjects() {
        assertThat(parts("""
                patches:
                  - target: {kind: StatefulSet, name: db}
                    patch: |-
                      - op: add
                        path: /spec/template/spec/containers/0/env/-
                        value: {name: A, value: "one"}
                      - {op: remove, path: /spec/replicas}
                  - patch: '[{"op": "add", "path": "/spec/template/spec/initContainers/0/args", "value": ["two"]}]'
                  - target: {kind: Secret}
                    patch: |
                      - {op: replace, path: /data/a~1b, value: three}
                  - target: {kind: Secret|ConfigMap}
                    patch: |
                      - {op: replace, path: /data/a, value: nobody knows}
                      - {op: replace, path: /stringData, value: {a: 'four', b: five}}
                  - target: {kind: Cluster}
                    patch: |
                      - {op: replace, path: /spec/template/spec/containers/0/args, value: [six]}
                """))
                .containsExactly(
                        "StatefulSet/db A one",
                        "Workload/ two",
                        "Secret/ a/b three",
                        "Secret/ a four",
                        "Secret/ b five");
    }

    @Test
    void textInAKustomizationIsReadWhereItStands() {
        assertThat(parts("""
                patches:
                  - patch: |2-

                        apiVersion: v1
                        kind: Secret
                        metadata: {name: db}
                        stringData: {a: one}   # as it is
                  - patch: "{apiVersion: v1, kind: Secret, metadata: {name: db}, stringData: {a: two}}"
                patchesStrategicMerge:
                  - |
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: other}
                    stringData:
                      a: |
                        three
                """)).containsExactly("Secret/db a one", "Secret/db a two", "Secret/other a three");
    }

    /** Its characters have no places of their own, or it is none. */
    @Test
    void textThatIsNotWrittenAsItReadsIsLeft() {
        assertThat(parts("""
                patches:
                  - patch: "[{\\"op\\": \\"add\\", \\"path\\": \\"/stringData/a\\", \\"value\\": \\"b\\"}]"
                  - patch: >-
                      [{op: add, path: /stringData/a, value: b}]
                  - patch: '[{op: add'
                  - patch: just words
                  - patch: 1
                  - {}
                """)).isEmpty();
    }
}
