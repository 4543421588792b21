package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.report.ObjectGraph;
import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObjectLinksTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: db-headless}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
            """;

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              replicas: 3
              serviceName: db-headless
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers: [{name: db, image: "registry.example.com/db:1"}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {resources: {requests: {storage: 10Gi}}}
            """;

    private static final String BUDGET = """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: db}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: db}}}
            """;

    private static final String CLIENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: registry.example.com/web:1
                      env:
                        - {name: DATABASE_HOST, value: db-headless}
                        - {name: PRIMARY_HOST, value: db-0.db-headless}
                  volumes:
                    - name: uploads
                      persistentVolumeClaim: {claimName: uploads}
            """;

    private static final String SCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            """;

    @TempDir
    Path directory;

    @Test
    void leadFromASetToItsServicePodsClaimsAndBudget() throws Exception {
        assertThat(links(SERVICE, SET, BUDGET))
                .containsExactlyInAnyOrder(
                        "StatefulSet db makes Pods db-0 … db-2 [db-0.db-headless]",
                        "StatefulSet db serviceName Service db-headless [headless]",
                        "Service db-headless [headless] selects Pods db-0 … db-2 [db-0.db-headless]",
                        "Pods db-0 … db-2 [db-0.db-headless] mounts Claims data-db-0 … data-db-2 [10Gi each]",
                        "PodDisruptionBudget db [1 may go] covers Pods db-0 … db-2 [db-0.db-headless]");
    }

    @Test
    void leadFromThoseWhoAddressPodsAndServices() throws Exception {
        assertThat(links(SERVICE, SET, CLIENT, SCALER))
                .contains(
                        "Deployment web addresses Service db-headless [headless]",
                        "Deployment web addresses Pods db-0 … db-2 [db-0.db-headless]",
                        "HorizontalPodAutoscaler web [2 to 5 replicas] scales Deployment web",
                        "Pods 1 pod mounts PersistentVolumeClaim uploads [not in the input]");
    }

    @Test
    void leadToAServiceThatIsMissing() throws Exception {
        ObjectGraph graph = graph(SERVICE.replace("db-headless", "other"), SET.replace("replicas: 3", "replicas: 1"));

        assertThat(links(graph))
                .contains(
                        "StatefulSet db serviceName Service db-headless [missing]",
                        "StatefulSet db makes Pods db-0 [no DNS names]");
        assertThat(graph.nodes())
                .filteredOn(Node::isMissing)
                .extracting(Node::name)
                .containsExactly("db-headless");
    }

    @Test
    void promiseNoNamesByAVirtualAddress() throws Exception {
        assertThat(links(SERVICE.replace("clusterIP: None, ", ""), SET))
                .contains("StatefulSet db makes Pods db-0 … db-2");
        assertThat(links(SERVICE.replace("app: db", "app: other"), SET))
                .contains("StatefulSet db makes Pods db-0 … db-2 [no DNS names]");
    }

    @Test
    void knowWhichPartOfAnObjectANodeIs() throws Exception {
        assertThat(graph(SERVICE, SET).nodes())
                .extracting(node -> node.object() + " " + node.fieldPath())
                .contains(
                        "StatefulSet/-/db ",
                        "StatefulSet/-/db spec.template",
                        "StatefulSet/-/db spec.volumeClaimTemplates[data]");
    }

    @Test
    void areLookedForOnlyWhenAReportDrawsThem() throws Exception {
        write(SERVICE, SET);
        LintRequest request = LintRequest.of(directory, List.of("."));
        LintRequest drawing = request.forReports(List.of(new ReportTarget(ReportFormat.HTML, "x.html")));

        assertThat(new Linter().lint(request).objects()).isSameAs(ObjectGraph.EMPTY);
        assertThat(request.forReports(List.of(new ReportTarget(ReportFormat.TEXT, ""))))
                .isEqualTo(request);
        assertThat(new Linter().lint(drawing).objects().links()).isNotEmpty();
    }

    private List<String> links(String... manifests) throws Exception {
        return links(graph(manifests));
    }

    private ObjectGraph graph(String... manifests) throws Exception {
        write(manifests);
        LintRequest request = LintRequest.of(directory, List.of("."))
                .forReports(List.of(new ReportTarget(ReportFormat.HTML, "x.html")));
        return new Linter().lint(request).objects();
    }

    private void write(String... manifests) throws Exception {
        Files.writeString(directory.resolve("all.yaml"), String.join("---\n", manifests));
    }

    private static List<String> links(ObjectGraph graph) {
        List<String> links = new ArrayList<>();
        for (Link link : graph.links()) {
            links.add(shown(graph.nodes().get(link.from())) + " "
                    + link.relation().text() + " "
                    + shown(graph.nodes().get(link.to())));
        }
        return links;
    }

    private static String shown(Node node) {
        return node.kind() + " " + node.name() + (node.details().isEmpty() ? "" : " " + node.details());
    }
}
