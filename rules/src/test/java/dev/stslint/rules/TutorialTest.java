package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.Location;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manifest of the tutorial that every reader knows. It has one mistake, the stub; and each change that makes another
 * gives its own finding, at the right characters, and no second one for the same cause.
 */
final class TutorialTest {

    private static final String STUB = "inline-secret 43:23 devpassword";

    private static final String POSTGRES = """
            apiVersion: v1
            kind: Service
            metadata:
              name: postgres
              namespace: shop
            spec:
              clusterIP: None
              selector:
                app: postgres
              ports:
                - name: postgres
                  port: 5432
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: postgres
              namespace: shop
            spec:
              serviceName: postgres
              replicas: 1
              selector:
                matchLabels:
                  app: postgres
              template:
                metadata:
                  labels:
                    app: postgres
                spec:
                  containers:
                    - name: postgres
                      image: postgres:16
                      ports:
                        - name: postgres
                          containerPort: 5432
                      env:
                        - name: POSTGRES_USER
                          value: shop
                        - name: PGDATA
                          value: /var/lib/postgresql/data/pgdata
                        # TODO: read it from a Secret
                        - name: POSTGRES_PASSWORD
                          value: "devpassword"
                      readinessProbe:
                        exec:
                          command: ["pg_isready", "-U", "shop"]
                      livenessProbe:
                        exec:
                          command: ["pg_isready", "-U", "shop"]
                        initialDelaySeconds: 30
                      resources:
                        requests:
                          cpu: 250m
                          memory: 256Mi
                        limits:
                          memory: 512Mi
                      volumeMounts:
                        - name: data
                          mountPath: /var/lib/postgresql/data
              volumeClaimTemplates:
                - metadata:
                    name: data
                  spec:
                    accessModes: ["ReadWriteOnce"]
                    resources:
                      requests:
                        storage: 10Gi
            """;

    @TempDir
    Path directory;

    @Test
    void asItIsItHasOnlyTheStub() throws LintException {
        assertThat(loud(POSTGRES)).containsExactly(STUB);
    }

    @Test
    void withoutClusterIpNone() throws LintException {
        assertThat(all(POSTGRES.replace("  clusterIP: None\n", "")))
                .contains("info governing-service-not-headless 19:16 postgres")
                .filteredOn(finding -> finding.contains("service"))
                .hasSize(1);
        assertThat(loud(POSTGRES.replace("  clusterIP: None\n", "").replace("replicas: 1", "replicas: 3")))
                .contains("governing-service-not-headless 19:16 postgres")
                .filteredOn(finding -> finding.contains("service"))
                .hasSize(1);
    }

    @Test
    void theServiceRenamed() throws LintException {
        assertThat(loud(POSTGRES.replaceFirst("name: postgres\n", "name: postgres-headless\n")))
                .containsExactly("unknown-governing-service 20:16 postgres", STUB);
    }

    @Test
    void theServiceInAnotherNamespace() throws LintException {
        assertThat(loud(POSTGRES.replaceFirst("namespace: shop", "namespace: data")))
                .containsExactly("governing-service-in-other-namespace 20:16 postgres", STUB);
    }

    @Test
    void theServicesSelectorChanged() throws LintException {
        assertThat(loud(POSTGRES.replaceFirst("app: postgres", "app: postgresql")))
                .containsExactly("governing-service-selects-other-pods 20:16 postgres", STUB);
    }

    @Test
    void withoutServiceName() throws LintException {
        assertThat(loud(POSTGRES.replace("  serviceName: postgres\n", "")))
                .containsExactly("missing-service-name 19:1 spec", STUB.replace("43:", "42:"));
    }

    @Test
    void theMountRenamed() throws LintException {
        assertThat(loud(POSTGRES.replace(
                        "- name: data\n              mountPath", "- name: date\n              mountPath")))
                .containsExactly(STUB, "unknown-volume-mount 58:21 date");
    }

    @Test
    void theClaimTemplateDropped() throws LintException {
        String text = POSTGRES.substring(0, POSTGRES.indexOf("  volumeClaimTemplates:"));
        assertThat(loud(text)).containsExactly(STUB, "unknown-volume-mount 58:21 data");
    }

    /** Findings at warning or above: rule, place, the underlined characters. */
    private List<String> loud(String text) throws LintException {
        return all(text).stream()
                .filter(finding -> !finding.startsWith("info "))
                .map(finding -> finding.substring(finding.indexOf(' ') + 1))
                .toList();
    }

    private List<String> all(String text) throws LintException {
        LintRequest request = LintRequest.of(directory, List.of("-"))
                .withStandardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "postgres.yaml")
                .withSelection(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()))
                .withJobs(1);
        return TestData.linter().lint(request).findings().stream()
                .map(finding -> finding.severity().id() + " " + finding.ruleId() + " "
                        + finding.location().start() + " " + underlined(finding.location(), text))
                .toList();
    }

    private static String underlined(Location location, String text) {
        return text.substring(location.span().start(), location.span().end());
    }
}
