package dev.stslint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the walk finds what, and what it leaves alone. */
final class ObjectWalkTest {

    @Test
    void namesTheWayToAFault() {
        assertThat(walk("""
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  containers:
                    - {name: a, image: a}
                    - name: b
                      image: b
                      args: [x, 1]
                      env: [{name: E, value: 1}]
                """).structural())
                .containsExactly(
                        "spec.containers[b].args[1] wants a text, is a whole number",
                        "spec.containers[b].env[E].value wants a text, is a whole number");
    }

    @Test
    void findsWhereAFieldBelongs() {
        assertThat(walk("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a}
                containers: []
                spec:
                  replicas: 1
                  containers: []
                  template:
                    replicas: 2
                    spec:
                      containers: [{name: a, restartPolicy: Always, volumes: []}]
                  selector: {}
                """).structural())
                .contains(
                        "containers unknown, near [], home spec.template.spec",
                        "spec.containers unknown, near [], home spec.template.spec",
                        "spec.template.replicas unknown, near [], home spec",
                        "spec.template.spec.containers[a].volumes unknown, near [], home spec.template.spec");
    }

    @Test
    void findsThePartOfTheSameNameThatAFieldBelongsTo() {
        assertThat(walk("""
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  containers: [{name: a, securityContext: {fsGroup: 1, fsGrup: 2}}]
                """).structural())
                .containsExactly(
                        "spec.containers[a].securityContext.fsGroup unknown, near [], home spec.securityContext",
                        "spec.containers[a].securityContext.fsGrup unknown, near [], home none");
    }

    @Test
    void followsAliasesAndMerges() {
        assertThat(walk("""
                apiVersion: v1
                kind: Pod
                metadata: {name: a, labels: &l {app: 1}, annotations: *l}
                spec:
                  containers:
                    - &c {name: a, imag: x}
                    - {<<: *c, name: b}
                """).structural())
                .containsExactly(
                        "metadata.labels.app wants a text, is a whole number",
                        "metadata.annotations.app wants a text, is a whole number",
                        "spec.containers[a].imag unknown, near [image, imagePullPolicy], home none",
                        "spec.containers[b].imag unknown, near [image, imagePullPolicy], home none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "1", "-1", "+1", "1.5", ".5", "5.", "1e3", "1E3", "1e-3", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi",
                "1Ei", "1n", "1u", "1m", "1k", "1M", "1G", "1T", "1P", " 1 "
            })
    void takesQuantities(String text) {
        assertThat(Quantity.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "-", "Gi", "1MB", "1Mb", "1gi", "1 Gi", "1K", "1ki", "1e", "1e+", "1.5.5", "1,5", "0x1",
                "1Gib", "--1"
            })
    void takesNothingElseForAQuantity(String text) {
        assertThat(Quantity.isOne(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DNS_LABEL, a-1, true",
        "DNS_LABEL, 1a, true",
        "DNS_LABEL, a.b, false",
        "DNS_LABEL, -a, false",
        "DNS_LABEL, A, false",
        "DNS_SUBDOMAIN, a.b-c.1, true",
        "DNS_SUBDOMAIN, a..b, false",
        "DNS_SUBDOMAIN, a.-b, false",
        "DNS_SUBDOMAIN, a_b, false",
        "PORT_NAME, http, true",
        "PORT_NAME, h2c-1, true",
        "PORT_NAME, 80, false",
        "PORT_NAME, a--b, false",
        "PORT_NAME, -a, false",
        "PORT_NAME, aaaaaaaaaaaaaaaa, false",
        "LABELS, a_B.c-1, true",
        "LABELS, '', true",
        "LABELS, -a, false",
        "LABELS, a b, false",
        "BASE64, YQ==, true",
        "BASE64, '', true",
        "BASE64, YQ=, false",
        "BASE64, Y?==, false",
        "BASE64, =YQ=, false"
    })
    void knowsForms(Format format, String text, boolean fits) {
        assertThat(format.fault(text).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "LABELS, app, true",
        "LABELS, example.com/app, true",
        "LABELS, Example.com/app, false",
        "QUALIFIED, Example.com/app, true",
        "LABELS, a/b/c, false",
        "LABELS, example.com/, false",
        "LABELS, /a, false",
        "KEYS, a.b_c-D, true",
        "KEYS, a/b, false",
        "KEYS, .., false"
    })
    void knowsKeys(Format format, String key, boolean fits) {
        assertThat(format.keyFault(key).isEmpty()).isEqualTo(fits);
    }

    @Test
    void findsEveryKindAndTypeOfTheTable() {
        for (ApiKind kind : ApiTable.shipped().allKinds()) {
            assertThat(Schema.kind(kind.kind(), kind.apiVersion())).contains(kind);
            if (kind.hasFields()) {
                assertThat(ApiTable.shipped().type(kind.type()).field("metadata"))
                        .as(kind.type())
                        .isNotNull();
            }
        }
        assertThat(Schema.kind("Statefulset", "apps/v1")).isEmpty();
        assertThat(Schema.kind("A", "v1")).isEmpty();
        assertThat(Schema.kind("Zebra", "v1")).isEmpty();
        assertThat(ApiTable.shipped().find("A")).isEmpty();
        assertThat(ApiTable.shipped().find("V9Zebra")).isEmpty();
        assertThat(ApiTable.shipped().find("V1PodSpe")).isEmpty();
    }

    private static Recorder walk(String manifest) {
        KubernetesObject object = ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of("object.yaml", manifest))
                        .documents()
                        .get(0))
                .get(0);
        Recorder recorder = new Recorder();
        Schema.check(object, Schema.kindOf(object).orElseThrow(), VersionRange.SUPPORTED, recorder);
        return recorder;
    }
}
