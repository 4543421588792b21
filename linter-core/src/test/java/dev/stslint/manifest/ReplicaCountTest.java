package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods a workload has (facts: G). */
final class ReplicaCountTest {

    private static final String WEB = Given.workload("Deployment", "web", 3, "app: web");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3   | -                                        | 3  | 3   | true
            3   | minReplicas: 2, maxReplicas: 9           | 2  | 9   | true
            3   | maxReplicas: 9                           | 1  | 9   | true
            12  | minReplicas: 2, maxReplicas: 9           | 2  | 12  | true
            0   | minReplicas: 2, maxReplicas: 9           | 0  | 0   | true
            3   | minReplicas: 2                           | 2  | 3   | false
            3   | 'minReplicas: "2", maxReplicas: 9'       | 1  | 9   | false
            3   | 'minReplicas: 2, maxReplicas: "${MOST}"' | 2  | 3   | false
            """)
    void anAutoscalerGivesBothEnds(int written, String range, int floor, int ceiling, boolean known) {
        String scaler = range == null ? "" : "---\n" + scaler("HorizontalPodAutoscaler", "kind: Deployment, ", range);
        ReplicaCount count = count(Given.workload("Deployment", "web", written, "app: web") + scaler);
        assertThat(List.of(count.floor(), count.ceiling())).containsExactly(floor, ceiling);
        assertThat(count.isKnown()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3   | minReplicaCount: 2, maxReplicaCount: 9   | 2  | 9
            3   | pollingInterval: 5                       | 1  | 100
            0   | minReplicaCount: 0, maxReplicaCount: 9   | 1  | 9
            """)
    void kedaStartsFromNothing(int written, String range, int floor, int ceiling) {
        ReplicaCount count = count(
                Given.workload("Deployment", "web", written, "app: web") + "---\n" + scaler("ScaledObject", "", range));
        assertThat(List.of(count.floor(), count.ceiling())).containsExactly(floor, ceiling);
        assertThat(count.isKnown()).isTrue();
    }

    @Test
    void theAutoscalerMustNameTheKind() {
        ReplicaCount count =
                count(WEB + "---\n" + scaler("HorizontalPodAutoscaler", "kind: StatefulSet, ", "maxReplicas: 9"));
        assertThat(count.autoscaler()).isEmpty();
    }

    @Test
    void aNearAutoscalerOfAnotherNamespaceHidesNoOther() {
        String near = scaler("HorizontalPodAutoscaler", "kind: Deployment, ", "maxReplicas: 9")
                .replace("name: scaler", "name: near\n  namespace: billing");
        ManifestSet set = Given.files()
                .file("a/web.yaml", WEB.replaceFirst("name: web", "name: web\n  namespace: shop") + "---\n" + near)
                .file("a/scaler.yaml", scaler("HorizontalPodAutoscaler", "kind: Deployment, ", "maxReplicas: 5"))
                .set();
        assertThat(set.replicas(Given.in(set, Workload.class, "web")).ceiling()).isEqualTo(5);
    }

    @Test
    void standInsAndImpossibleCountsAreNotKnown() {
        assertThat(count(WEB.replace("replicas: 3", "replicas: ${REPLICAS}")).isKnown())
                .isFalse();
        assertThat(count(WEB.replace("replicas: 3", "replicas: \"3\"")).isKnown())
                .isFalse();
        assertThat(count(WEB.replace("replicas: 3", "replicas: -1")).isKnown()).isFalse();
        assertThat(count(WEB.replace("  replicas: 3\n", "")).floor()).isEqualTo(1);
        assertThat(count(WEB.replace("  replicas: 3\n", "")).isKnown()).isTrue();
    }

    @Test
    void everyApplicationHasItsOwnCount() {
        ManifestSet set = Given.files()
                .file("base/kustomization.yaml", Given.kustomization("resources: [web.yaml]"))
                .file("base/web.yaml", WEB)
                .file(
                        "dev/kustomization.yaml",
                        Given.kustomization("resources: [../base]\nreplicas: [{name: web, count: 1}]"))
                .file(
                        "odd/kustomization.yaml",
                        Given.kustomization("resources: [../base]\npatches: [{target: {kind: Deployment}, patch: "
                                + "'spec: {replicas: 7}'}]"))
                .file("prod/kustomization.yaml", Given.kustomization("resources: [../base]"))
                .set();
        Workload web = Given.in(set, Workload.class, "web");
        List<ReplicaCount> counts = set.appearances(web).stream()
                .map(appearance -> set.replicas(web, appearance))
                .toList();
        assertThat(counts.stream().map(ReplicaCount::application)).containsExactly("dev", "odd", "prod");
        assertThat(counts.stream().map(ReplicaCount::ceiling)).containsExactly(1, 3, 3);
        assertThat(counts.stream().map(ReplicaCount::isKnown)).containsExactly(true, false, true);
        assertThat(set.replicas(web).ceiling()).isEqualTo(3);
    }

    @Test
    void aPatchedRangeIsNotKnown() {
        ManifestSet set = Given.files()
                .file(
                        "app/kustomization.yaml",
                        Given.kustomization(
                                "resources: [web.yaml]\npatches: [{target: {kind: HorizontalPodAutoscaler}, "
                                        + "patch: 'spec: {minReplicas: 3}'}]"))
                .file(
                        "app/web.yaml",
                        WEB + "---\n" + scaler("HorizontalPodAutoscaler", "kind: Deployment, ", "maxReplicas: 9"))
                .set();
        assertThat(set.replicas(Given.in(set, Workload.class, "web")).isKnown()).isFalse();
    }

    private static ReplicaCount count(String text) {
        ManifestSet set = Given.files().file("web.yaml", text).set();
        return set.replicas(Given.in(set, Workload.class, "web"));
    }

    private static String scaler(String kind, String targetKind, String range) {
        return """
                apiVersion: %s
                kind: %s
                metadata:
                  name: scaler
                spec: {%s, scaleTargetRef: {%sname: web}}
                """.formatted(
                        kind.equals("ScaledObject") ? "keda.sh/v1alpha1" : "autoscaling/v2", kind, range, targetKind);
    }
}
