package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.PatchContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What kustomize patches touch. */
final class PatchContentTest {

    @Test
    void aStrategicMergePatchTouchesItsLeaves() {
        PatchContent patch = only("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                  namespace: shop
                  labels:
                    app.kubernetes.io/part-of: shop
                spec:
                  replicas: 5
                  template:
                    spec:
                      containers:
                        - name: main
                          image: registry.example.com/team/db:2.0
                          env:
                            - name: MODE
                              value: fast
                        - name: helper
                """);
        assertThat(patch.object().kind()).isEqualTo("StatefulSet");
        assertThat(patch.object().name()).isEqualTo("db");
        assertThat(patch.deletes()).isFalse();
        assertThat(patch.paths())
                .containsExactlyInAnyOrder(
                        "metadata.labels.app.kubernetes.io/part-of",
                        "spec.replicas",
                        "spec.template.spec.containers[main].image",
                        "spec.template.spec.containers[main].env[MODE].value",
                        "spec.template.spec.containers[helper]");
    }

    @Test
    void aListWithoutNamesIsTouchedAsAWhole() {
        assertThat(
                        only("kind: A\nmetadata: {name: a}\nspec: {args: [x], tolerations: [{key: k}], empty: [], none: null}")
                                .paths())
                .containsExactlyInAnyOrder("spec.args", "spec.tolerations", "spec.empty", "spec.none");
    }

    @Test
    void directivesTouchWhatTheyStandIn() {
        assertThat(only("""
                kind: Deployment
                metadata: {name: web}
                spec:
                  strategy:
                    $patch: replace
                    type: Recreate
                  template:
                    spec:
                      $retainKeys: [containers]
                      volumes:
                        - name: cache
                          $patch: delete
                      $setElementOrder/containers: [{name: a}]
                """).paths())
                .contains("spec.strategy", "spec.template.spec", "spec.template.spec.volumes[cache]");
    }

    @Test
    void anObjectCanBeDeleted() {
        PatchContent patch = only("$patch: delete\napiVersion: v1\nkind: Service\nmetadata: {name: db}\n");
        assertThat(patch.deletes()).isTrue();
        assertThat(patch.paths()).containsExactly("");
    }

    @Test
    void aJsonPatchTouchesItsPaths() {
        PatchContent patch = only("""
                - {op: replace, path: /spec/replicas, value: 3}
                - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: A, value: b}}
                - {op: remove, path: /metadata/annotations/example.com~1owner}
                - {op: add, path: /data/a~0b, value: c}
                - {op: move, from: /spec/a, path: /spec/b}
                """);
        assertThat(patch.object().kind()).isEmpty();
        assertThat(patch.paths())
                .containsExactly(
                        "spec.replicas",
                        "spec.template.spec.containers[*].env[*]",
                        "metadata.annotations.example.com/owner",
                        "data.a~b",
                        "spec.b",
                        "spec.a");
    }

    @Test
    void aJsonPatchMayBeJson() {
        assertThat(only("[{\"op\": \"replace\", \"path\": \"/spec/replicas\", \"value\": 3}]")
                        .paths())
                .containsExactly("spec.replicas");
    }

    @Test
    void otherListsAndScalarsAreNoPatches() {
        for (String text : new String[] {"- a\n- b\n", "just words\n"}) {
            assertThat(only(text).form()).isEqualTo(PatchContent.Form.NONE);
            assertThat(only(text).paths()).isEmpty();
        }
        for (String text : new String[] {"", "[]\n", "{}\n", "null\n"}) {
            assertThat(PatchContent.read(text)).isEmpty();
        }
    }

    @Test
    void aPartOfAnObjectSaysOfWhich() {
        assertThat(only("kind: ConfigMap\nmetadata: {name: 5}\n").form()).isEqualTo(PatchContent.Form.MERGE);
        assertThat(only("kind: ConfigMapList\nitems: []\n").form()).isEqualTo(PatchContent.Form.MERGE);
        assertThat(only("kind: ConfigMap\nmetadata: {name: ''}\n").form()).isEqualTo(PatchContent.Form.NAMELESS);
        assertThat(only("metadata: {name: a}\n").form()).isEqualTo(PatchContent.Form.NAMELESS);
    }

    @Test
    void aFileMayHoldSeveral() {
        List<PatchContent> patches = PatchContent.read(
                "kind: A\nmetadata: {name: a}\nspec: {x: 1}\n---\nkind: B\nmetadata: {name: b}\nspec: {y: 1}\n");
        assertThat(patches.stream().map(patch -> patch.object().name())).containsExactly("a", "b");
    }

    private static PatchContent only(String text) {
        List<PatchContent> contents = PatchContent.read(text);
        assertThat(contents).hasSize(1);
        return contents.get(0);
    }
}
