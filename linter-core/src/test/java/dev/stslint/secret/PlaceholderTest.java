package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceholderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null", "~", "none", "''", "\"\""})
    void isEmpty(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(DB_PASSWORD)",
                "${DB_PASSWORD}",
                "${DB_PASSWORD:-}",
                "#{ENV['DB_PASSWORD']}",
                "#{ENV.fetch(\"DB_PASSWORD\")}",
                "$1",
                "%s",
                "%v",
                "?",
                "$POSTGRES_PASSWORD",
                "$oidc.keycloak.clientSecret",
                "$github-webhook-secret:secret",
                "Bearer $(cat /run/token)",
                "Bearer $(cat",
                "Bearer $(TOKEN)",
                "root:$(PASSWORD)",
                "<path:secret/data/db#password>",
                "vault:secret/data/db#password",
                "ref+vault://secret/db#/password",
                "op://vault/item/password",
                "ref:vault",
                "secretsmanager:prod/db:password",
                "ssm:/prod/db/password",
                "${ssm:/prod/db/password}",
                "{{resolve:secretsmanager:prod/db:SecretString:password}}",
                "ENC[AES256_GCM,data:p673w==,iv:YY=,tag:w==,type:str]",
                "ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)",
                "{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee201de2a49f7bda",
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
                "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:db",
                "arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/db",
                "arn:aws:kms:eu-west-1:123456789012:key/1234abcd",
                "https://myvault.vault.azure.net/secrets/db-password/0123abcd",
                "@Microsoft.KeyVault(SecretUri=https://myvault.vault.azure.net/secrets/x)",
                "projects/p/secrets/s/versions/latest",
                "$__file{/etc/secrets/password}"
            })
    void isAReference(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<your-password>",
                "<PASSWORD>",
                "< put it here >",
                "INSERT_PASSWORD_HERE",
                "INSERT_",
                "REPLACE_ME",
                "replace-default-auth",
                "REPLACE_WITH_REAL_VALUE",
                "##PASSWORD##",
                "##",
                "########",
                "@DB_PASSWORD@",
                "{{ .Values.password }}",
                "prefix-{{ password }}",
                "__DB_PASSWORD__",
                "[[password]]",
                "%PASSWORD%",
                "{password}",
                "#REPLICATION_PASSWORD",
                "your-password",
                "YOUR_API_KEY",
                "your-256-bit-secret",
                "put your password here",
                "to be filled in",
                "set-me",
                "TODO",
                "FIXME",
                "tbd",
                "REDACTED",
                "db-password-placeholder",
                "xxxx",
                "XXXX-XXXX",
                "****",
                "••••",
                "..._...",
                "???"
            })
    void mustBeFilled(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.TOKEN_TO_FILL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "CHANGEME",
                "change-me",
                "Change_Me!",
                "changeit",
                "please-change-me-in-production",
                "devpassword",
                "password",
                "Password1",
                "password123",
                "password123456789",
                "passw0rd",
                "P@ssw0rd",
                "p@ssword!",
                "s3cr3t",
                "secret",
                "SECRET",
                "mysecretpassword",
                "my-super-secret-password",
                "MyVerySecurePassword2024",
                "supersecret",
                "topsecret",
                "rootpassword",
                "admin",
                "admin123",
                "adminadmin",
                "test",
                "testing123",
                "test-token",
                "example",
                "STUB",
                "dummy",
                "dummy-key",
                "fake",
                "notused",
                "not-a-real-key",
                "unused",
                "123",
                "1234",
                "123456",
                "1234567890",
                "654321",
                "0000",
                "aaaaaa",
                "abcdef",
                "abc123",
                "qwerty",
                "asdfgh",
                "letmein",
                "foobared",
                "foobar",
                "postgres",
                "postgrespassword",
                "mysql",
                "minio",
                "minio123",
                "minioadmin",
                "elastic",
                "grafana",
                "prom-operator",
                "guest",
                "katib",
                "neo4j",
                "bitnami",
                "rabbitmq_password",
                "a"
            })
    void isAStandIn(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.STUB);
        assertThat(Placeholder.of(value).isInTheOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run/secrets/db-password",
                "/etc/ssl/tls.key",
                "/var/run/secrets/kubernetes.io/serviceaccount/token",
                "./secret",
                "../keys/id",
                "~/.ssh/id_rsa",
                "file:///etc/secret",
                "C:\\secrets\\key",
                "certs/tls.key",
                "server.pem",
                "token.txt",
                "keystore.jks"
            })
    void isAPath(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "False", "yes", "no", "on", "OFF", "y", "enabled"})
    void isABoolean(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "8675309", "-1", "0.5", "30s", "15m", "512Mi", "90%"})
    void isANumber(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/token",
                "https://example.com/?next=.vault.azure.net/secrets/x",
                "postgres://app:hunter2@db/app",
                "postgres://app:$(PASSWORD)@db/app",
                "jdbc:postgresql://db/app"
            })
    void isAnAddress(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ me@host",
                "-----BEGIN CERTIFICATE-----\nMIID",
                "-----BEGIN PUBLIC KEY-----\nMIIB",
                "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUQ=",
                "pk_live_51Hxxxxxxxxxxxxxx"
            })
    void isPublic(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.PUBLIC_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "arn:hunter2",
                "refhunter2",
                "ssm-hunter2",
                "secretsmanager-9fK2",
                "#{ENVy-9fK2",
                "#{ENV['A']}-9fK2wvRt7",
                "$1wvRt7",
                "?9fK2",
                "%s9fK2",
                "Tr0ub4dor&3",
                "correct horse battery staple",
                "mysecretpony",
                "x7Kq9vLm2Rt",
                "aHVudGVyMg==",
                "/9j/4AAQSkZJRgABAQEAYABg",
                "cGFzc3dvcmQ=",
                "$ecret-Pony",
                "postgres-9fK2",
                "$(A)-and-much-more-of-it",
                "files systemd",
                "Anita2019",
                "insert-coin-7Gh2kk9",
                "123e4567-e89b-12d3-a456-426614174000",
                "db.example.com",
                "sk-no-key-required"
            })
    void isTheSecretItself(String value) {
        assertThat(Placeholder.of(value)).isEqualTo(Placeholder.LITERAL);
        assertThat(Placeholder.of(value).isInTheOpen()).isTrue();
    }
}
