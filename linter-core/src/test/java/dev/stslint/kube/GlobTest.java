package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "postgres, postgres, true",
        "postgres, postgres-exporter, false",
        "bitnami*, bitnami, true",
        "bitnami*, bitnamilegacy, true",
        "bitnami*, mybitnami, false",
        "mongodb-*-server, mongodb-community-server, true",
        "mongodb-*-server, mongodb--server, true",
        "mongodb-*-server, mongodb-server, false",
        "*controller*, 'broker,controller', true",
        "*controller*, broker, false",
        "KAFKA_*_PASSWORD, KAFKA_SSL_KEY_PASSWORD, true",
        "KAFKA_*_PASSWORD, KAFKA_PASSWORD, false",
        "*{*...*}*, /data{1...4}, true",
        "*{*...*}*, '}...{', false",
        "a*b*c, abbc, true",
        "a*b*c, acb, false",
        "*, '', true",
        "a*a, a, false",
    })
    void matches(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }
}
