package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldPathsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec.replicas                | spec.replicas
            spec                         | spec.replicas
            ''                           | spec.replicas
            ''                           | ''
            spec.containers[web].image   | spec.containers[*].image
            spec.containers[*]           | spec.containers[web].env[A].value
            spec.containers              | spec.containers[web]
            data[*]                      | data.0
            metadata.labels.a/b          | metadata.labels
            metadata.labels.a.b/c        | metadata.labels.a.b/c
            """)
    void oneLeadsToTheOther(String one, String other) {
        assertThat(FieldPaths.overlap(one, other)).isTrue();
        assertThat(FieldPaths.overlap(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec.replicas                | spec.replicasTotal
            spec.replicas                | spec.template
            spec.containers[web].image   | spec.containers[db].image
            spec.containers[web].image   | spec.containers[web].command
            spec.containers[web]         | spec.containersOf[web]
            spec.volumes[a]              | spec.volumes[ab]
            metadata.name                | metadata.namespace
            """)
    void theyGoDifferentWays(String one, String other) {
        assertThat(FieldPaths.overlap(one, other)).isFalse();
        assertThat(FieldPaths.overlap(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metadata.annotations.a[b     | metadata.annotations.a[b     | true
            metadata.annotations.a[b     | metadata.annotations.a[c     | false
            data.[                       | data.[                       | true
            spec.env[a[b]                | spec.env[a[b]                | true
            data.]                       | data.[]                      | false
            """)
    void bracketsInNamesDoNoHarm(String one, String other, boolean overlap) {
        assertThat(FieldPaths.overlap(one, other)).isEqualTo(overlap);
    }
}
