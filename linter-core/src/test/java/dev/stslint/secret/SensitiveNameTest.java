package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SensitiveNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "Password",
                "passwd",
                "pwd",
                "pass",
                "passphrase",
                "POSTGRES_PASSWORD",
                "POSTGRESQL_PASSWORD",
                "POSTGRES_POSTGRES_PASSWORD",
                "POSTGRES_REPLICATION_PASSWORD",
                "PGPASSWORD",
                "REPMGR_PASSWORD",
                "DATA_SOURCE_PASS",
                "MYSQL_ROOT_PASSWORD",
                "MARIADB_ROOT_PASSWORD_HASH",
                "MONGO_INITDB_ROOT_PASSWORD",
                "REDIS_MASTER_PASSWORD",
                "KAFKA_CLIENT_PASSWORDS",
                "ZOO_SERVER_PASSWORDS",
                "RABBITMQ_DEFAULT_PASS",
                "OPENSEARCH_INITIAL_ADMIN_PASSWORD",
                "DOCKER_INFLUXDB_INIT_PASSWORD",
                "MSSQL_SA_PASSWORD",
                "SA_PASSWORD",
                "DB_PWD",
                "ROOT_PW",
                "bindpw",
                "rootpw",
                "dbPassword",
                "dbpassword",
                "DBPassword",
                "DB_PASSWORD_2",
                "password1",
                "admin.password",
                "spring.datasource.password",
                "javax.net.ssl.keyStorePassword",
                "--db-password",
                "requirepass",
                "userpass",
                "storepass",
                "PASSWORD_ADMIN",
                "passwordOld",
                "password.txt",
                "htpasswd",
                ".pgpass",
                "NUM_PASSWORD",
                "MAX_DB_PASSWORD",
                "min-password",
                "MAX_PASS"
            })
    void holdsAPassword(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "VAULT_TOKEN",
                "CONSUL_HTTP_TOKEN",
                "VAULT_DEV_ROOT_TOKEN",
                "DOCKER_INFLUXDB_INIT_ADMIN_TOKEN",
                "authToken",
                "_authToken",
                "github-token",
                "accesstoken",
                "OAuthToken",
                "JWT",
                "tokenGithub",
                "serviceAccountToken",
                "MAX_TOKEN",
                "maxBotToken"
            })
    void holdsAToken(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "CLIENT_SECRET",
                "JWT_SECRET",
                "COUCHDB_SECRET",
                "OAUTH2_PROXY_COOKIE_SECRET",
                "clientSecret",
                "clientsecret",
                "webhook.github.secret",
                "WEBHOOK_SECRET",
                "COUCHDB_ERLANG_COOKIE",
                "RABBITMQ_ERL_COOKIE",
                "TOKEN_SECRET",
                "SECRET_BASE64",
                "MIN_SECRET"
            })
    void holdsASecret(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "API_KEY",
                "apiKey",
                "APIKey",
                "apikey",
                "X-Api-Key",
                "AWS_SECRET_ACCESS_KEY",
                "MINIO_SECRET_KEY",
                "MINIO_ACCESS_KEY",
                "accesskey",
                "SECRET_KEY_BASE",
                "ENCRYPTION_KEY",
                "signing-key",
                "MONGODB_REPLICA_SET_KEY",
                "APP_KEY",
                "NEW_RELIC_LICENSE_KEY"
            })
    void holdsAKey(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE_KEY",
                "privateKey",
                "ssh-privatekey",
                "ssh_key",
                "tls.key",
                "server.key",
                "client-key-data",
                "id_rsa",
                "id_ed25519"
            })
    void holdsAPrivateKey(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.PRIVATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREDENTIALS",
                "db-credential",
                "GCP_CREDS",
                "credentials.json",
                ".dockerconfigjson",
                "Authorization",
                "Proxy-Authorization",
                "NEO4J_AUTH",
                "REDISCLI_AUTH",
                "BASIC_AUTH",
                "masterauth"
            })
    void holdsACredential(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.CREDENTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DSN", "SENTRY_DSN", "DB_CONNECTION_STRING", "connectionString", "connectionstring"})
    void mayHoldAPasswordAmongOthers(String name) {
        assertThat(SensitiveName.of(name)).contains(SensitiveName.CONNECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what the shell keeps
                "PWD",
                "OLDPWD",
                // the value is a path, a name, a number, an address
                "POSTGRES_PASSWORD_FILE",
                "PASSWORD_PATH",
                "SECRETS_DIR",
                "SECRET_NAME",
                "DB_SECRET_NAME",
                "secretName",
                "secretKeyRef",
                "passwordSecretRef",
                "TOKEN_TTL",
                "TOKEN_URL",
                "TOKEN_ENDPOINT",
                "tokenExpirationSeconds",
                "PASSWORD_LENGTH",
                "PASSWORD_MIN_LENGTH",
                "MAX_PASSWORD_AGE",
                "PASSWORD_COUNT",
                "TOKEN_MAX_DEFAULT",
                "JWT_ISSUER",
                "AWS_ACCESS_KEY_ID",
                "KMS_KEY_ID",
                "password_validation.py",
                "credentialsPath",
                "GOOGLE_APPLICATION_CREDENTIALS_FILE",
                // the name of a key within a Secret
                "passwordKey",
                "existingSecretPasswordKey",
                // the name of a Secret
                "TS_KUBE_SECRET",
                "CREATE_SECRET",
                "existingSecret",
                "imagePullSecrets",
                "imagePullSecret",
                "default-tls-secret",
                "passwordSecret",
                "secrets",
                // whether, and how many
                "ALLOW_EMPTY_PASSWORD",
                "MYSQL_ALLOW_EMPTY_PASSWORD",
                "MYSQL_RANDOM_ROOT_PASSWORD",
                "automountServiceAccountToken",
                "MAX_TOKENS",
                "MAX_TOKENS_DEFAULT",
                "MIN_PASSWORDS",
                "NUM_SECRETS",
                "maxApiKeys",
                "TOTAL_CREDENTIALS",
                "CHARS_PER_TOKEN",
                "TOKEN_BUDGET",
                "tokens_per_minute",
                "USE_TOKEN",
                "requirePassword",
                // other words
                "tokenizer",
                "passwordless",
                "passthrough",
                "BYPASS",
                "compass",
                "proxy_pass",
                "fastcgi_pass",
                "PROXY_PASS",
                "keyboard",
                "monkey",
                "KEYCLOAK_URL",
                "KEY",
                "key",
                "PRIMARY_KEY",
                "PARTITION_KEY",
                "topologyKey",
                "CACHE_KEY",
                "nextToken",
                "eos_token",
                "authorized_keys",
                "POSTGRES_HOST_AUTH_METHOD",
                "authorization_endpoint",
                "secretary",
                "ETCD_INITIAL_CLUSTER_TOKEN",
                "--initial-cluster-token",
                "nginx.ingress.kubernetes.io/auth-secret",
                "cookie",
                "string",
                // the other half
                "PUBLIC_KEY",
                "NEXT_PUBLIC_API_KEY",
                "publishableKey",
                // nothing
                "",
                "-",
                "__",
                "123",
                "value",
                "name",
                "image"
            })
    void holdsNoSecret(String name) {
        assertThat(SensitiveName.of(name)).isEmpty();
        assertThat(SensitiveName.matches(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUM_PASSWORD", "maxToken", "min-secret", "LENGTH_PASSWORD"})
    void mayBeThatOfACountBesides(String name) {
        assertThat(SensitiveName.of(name)).isPresent();
        assertThat(SensitiveName.mayCount(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PASSWORD", "MAXIM_TOKEN", "numericPassword"})
    void isThatOfNoCountWithoutAWordForIt(String name) {
        assertThat(SensitiveName.of(name)).isPresent();
        assertThat(SensitiveName.mayCount(name)).isFalse();
    }

    @Test
    void isNotReadWhenItIsAWholeText() {
        assertThat(SensitiveName.of("a".repeat(10_000) + "_password")).isEmpty();
    }

    @Test
    void hasANounForSentences() {
        assertThat(SensitiveName.PRIVATE_KEY.noun()).isEqualTo("private key");
    }

    @Test
    void splitsNamesIntoWords() {
        assertThat(NameWords.of("spring.datasource.dbPassword2"))
                .containsExactly("spring", "datasource", "db", "password");
        assertThat(NameWords.of("APIKey")).containsExactly("api", "key");
        assertThat(NameWords.of("--x-y__Z")).containsExactly("x", "y", "z");
        assertThat(NameWords.of("k8s")).containsExactly("k8s");
        assertThat(NameWords.of("")).isEmpty();
    }
}
