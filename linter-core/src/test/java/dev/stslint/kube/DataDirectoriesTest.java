package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataDirectoriesTest {

    /** Where variables and options put the data. */
    @Nested
    final class Moved {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "postgres:16      | [{name: PGDATA, value: /data/pg}]                       | /data/pg",
                    "postgres:18      | [{name: PGDATA, value: /var/lib/postgresql/data/pgdata}] | /var/lib/postgresql/data/pgdata",
                    "postgres:16      | [{name: PGDATA, value: /data/pg/}]                      | /data/pg",
                    "postgres:16      | [{name: ROOT, value: /d}, {name: PGDATA, value: $(ROOT)/pg}] | /d/pg",
                    "postgres:16      | [{name: PGDATA, value: ''}]                             | /var/lib/postgresql/data",
                    "zookeeper:3.9    | [{name: ZOO_DATA_LOG_DIR, value: /data/log}]            | /data + /data/log",
                    "apache/kafka:4.1 | [{name: KAFKA_LOG_DIRS, value: '/k/a,/k/b'}]            | /k/a + /k/b",
                    "bitnami/kafka    | [{name: KAFKA_CFG_LOG_DIR, value: /k}]                  | /k",
                    "influxdb:3-core  | [{name: INFLUXDB3_DATA_DIR, value: /i}]                 | /i",
                    "minio/minio      | [{name: MINIO_VOLUMES, value: '/mnt/disk{1...3}'}]      | /mnt/disk1 + /mnt/disk2 + /mnt/disk3",
                    "elasticsearch:8  | [{name: path.data, value: /es}]                         | /es",
                })
        void byVariables(String image, String environment, String directories) {
            assertThat(written(image, "env: " + environment)).isEqualTo(directories);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "postgres:16        | [-D, /data/pg]                                        | /data/pg",
                    "postgres:16        | [-c, max_connections=5, -c, data_directory=/data/pg]  | /data/pg",
                    "mysql:8.0          | [--datadir=/var/lib/mysql/datadir]                    | /var/lib/mysql/datadir",
                    "mysql:8.0          | [--datadir, /x]                                       | /x",
                    "mongo:7            | [mongod, --dbpath, /x, --replSet, rs0]                | /x",
                    "mongo:7            | [--configsvr, --replSet, rs0]                         | /data/configdb",
                    "mongo:7            | [--configsvr, --dbpath=/x]                            | /x",
                    "redis:7            | [redis-server, --dir, /r]                             | /r",
                    "quay.io/coreos/etcd:v3.5.9 | [etcd, --data-dir=/e]                         | /e",
                    "prom/prometheus:v2 | [--config.file=/p.yml, --storage.tsdb.path=/t]        | /t",
                    "minio/minio        | [server, /storage, --console-address, ':9001']        | /storage",
                    "minio/minio        | [server, 'http://minio-{0...3}.minio.default.svc/data{1...2}'] | /data1 + /data2",
                    "cockroachdb/cockroach:v24 | [start, '--store=path=/c,attrs=ssd']            | /c",
                    "hashicorp/consul   | [agent, -server, -data-dir=/c]                        | /c",
                    "nats:2.10          | [-js, -sd, /n]                                        | /n",
                    "neo4j:5            | [neo4j]                                               | /data",
                })
        void byOptions(String image, String arguments, String directories) {
            assertThat(written(image, "args: " + arguments)).isEqualTo(directories);
        }

        @Test
        void byAScriptBehindTheShell() {
            assertThat(written("mongo:7", """
                            command:
                            - bash
                            - -c
                            - |
                              # mongod --dbpath /old
                              mkdir -p /x && chown mongodb /x
                              exec mongod --dbpath /x --bind_ip_all
                            """)).isEqualTo("/x");
        }

        @Test
        void optionsBeforeVariables() {
            assertThat(written("postgres:16", """
                            env: [{name: PGDATA, value: /env}]
                            args: [postgres, -D, /arg]
                            """)).isEqualTo("/arg");
        }

        @Test
        void byVariablesOfTheContainerInArguments() {
            assertThat(written("mongo:7", """
                            env: [{name: DIR, value: /x}]
                            args: [--dbpath, $(DIR)/db]
                            """)).isEqualTo("/x/db");
        }

        @Test
        void belowADirectoryWhenThePodsNameIsAtItsEnd() {
            Container container = Manifests.container("apache/kafka:4.1", """
                    env:
                    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                    - {name: KAFKA_LOG_DIRS, value: /var/lib/kafka/data/$(POD_NAME)}
                    volumeMounts: [{name: data, mountPath: /var/lib/kafka/data}]
                    """);
            DataDirectories data = Manifests.image("apache/kafka:4.1").dataDirectories(container);

            assertThat(data.alternatives())
                    .containsExactly(List.of(new DataDirectory("/var/lib/kafka/data", false, true)));
            assertThat(data.missing(persistent(container))).isEmpty();
            assertThat(data.mountOfRefusedRoot()).isEmpty();
        }

        @Test
        void nobodyKnowsWhereByASecret() {
            String field = """
                    env: [{name: PGDATA, valueFrom: {secretKeyRef: {name: s, key: k}}}]
                    """;

            assertThat(data("postgres:16", field).alternatives().get(0)).noneMatch(DataDirectory::isCertain);
            assertThat(missing("postgres:16", field + "volumeMounts: [{name: data, mountPath: /x}]"))
                    .isEmpty();
            assertThat(missing("postgres:16", field)).containsExactly("/var/lib/postgresql/data");
        }
    }

    /** What mounts hold. */
    @Nested
    final class Held {

        @ParameterizedTest
        @CsvSource({
            // Up to 17, a mount above does not reach into the image's volume.
            "postgres:16,      /var/lib/postgresql/data,         ''",
            "postgres:16,      /var/lib/postgresql/data/,        ''",
            "postgres:16,      /var/lib/postgresql,              /var/lib/postgresql/data",
            "postgres:16,      /data,                            /var/lib/postgresql/data",
            "postgres:18,      /var/lib/postgresql,              ''",
            "postgres:18,      /var/lib/postgresql/18/docker,    ''",
            "postgres:18,      /var/lib/postgresql/data,         /var/lib/postgresql/18/docker",
            "postgres:18,      /var/lib,                         /var/lib/postgresql/18/docker",
            "postgres,         /var/lib/postgresql,              ''",
            "postgres,         /var/lib/postgresql/data,         ''",
            "postgres,         /data,                            /var/lib/postgresql",
            "influxdb:2.7,     /var/lib/influxdb,                /var/lib/influxdb2",
            "influxdb,         /var/lib/influxdb,                ''",
            "influxdb:3-core,  /home/influxdb3/.influxdb3,       ''",
            "influxdb:3-core,  /var/lib/influxdb3,               ''",
            "mysql:8.0,        /var/lib/mysql,                   ''",
            "mysql:8.0,        /var/lib,                         /var/lib/mysql",
            "mysql:8.0,        /var/lib/mysqld,                  /var/lib/mysql",
            // Without a declared volume it does.
            "elasticsearch:8,  /usr/share/elasticsearch,         ''",
            "elasticsearch:8,  /usr/share/elasticsearch/data,    ''",
            "redis:7,          /mnt/data0,                       /data",
            // A part of the data is not nothing.
            "mongo:7,          /data/db/journal,                 ''",
            "zookeeper:3.9,    /data,                            /datalog",
            "confluentinc/cp-kafka:7.5.0, /var/lib/kafka,        /var/lib/kafka/data",
            "apache/kafka:4.1, /var/lib/kafka/data,              /tmp/kraft-combined-logs",
            "apache/kafka:4.1, /tmp/kafka-logs,                  ''",
            "mcr.microsoft.com/mssql/server:2022-latest, /var/opt/mssql, ''",
            "bitnami/rabbitmq:3.13, /opt/bitnami/rabbitmq/.rabbitmq/mnesia, ''",
            "bitnami/postgresql:16, /bitnami/postgresql/data,    ''",
            "bitnami/postgresql:16, /bitnami,                    /bitnami/postgresql",
        })
        void byOneMount(String image, String path, String missing) {
            assertThat(String.join(" ", missing(image, "volumeMounts: [{name: data, mountPath: " + path + "}]")))
                    .isEqualTo(missing);
        }

        @Test
        void byNoMountAtAll() {
            assertThat(missing("zookeeper:3.9", "")).containsExactly("/data", "/datalog");
        }

        @Test
        void notByAMountThatDoesNotCount() {
            assertThat(missing("mysql:8.0", "volumeMounts: [{name: scratch, mountPath: /var/lib/mysql}]"))
                    .containsExactly("/var/lib/mysql");
        }

        @Test
        void byTheNearestMount() {
            assertThat(missing("elasticsearch:8", """
                            volumeMounts:
                            - {name: data, mountPath: /usr/share/elasticsearch}
                            - {name: scratch, mountPath: /usr/share/elasticsearch/data}
                            """)).containsExactly("/usr/share/elasticsearch/data");
        }

        @Test
        void notByADevice() {
            assertThat(missing("mysql:8.0", "volumeDevices: [{name: data, devicePath: /var/lib/mysql}]"))
                    .containsExactly("/var/lib/mysql");
        }

        @Test
        void whereAFileMayHaveMovedIt() {
            String file = "args: [--config, /etc/mongod.conf]\n";

            assertThat(missing("mongo:7", file + "volumeMounts: [{name: data, mountPath: /srv/mongo}]"))
                    .isEmpty();
            assertThat(missing("mongo:7", file)).containsExactly("/data/db");
        }

        @Test
        void whereVariablesFromElsewhereMayHaveMovedIt() {
            String source = "envFrom: [{configMapRef: {name: settings}}]\n";

            assertThat(missing("postgres:16", source + "volumeMounts: [{name: data, mountPath: /srv/pg}]"))
                    .isEmpty();
            assertThat(missing("postgres:16", source)).containsExactly("/var/lib/postgresql/data");
        }

        @Test
        void whereAScriptMayHaveMovedIt() {
            String script = "command: [/scripts/start.sh]\n";

            assertThat(missing("redis:7", script + "volumeMounts: [{name: data, mountPath: /srv}]"))
                    .isEmpty();
            assertThat(missing("redis:7", script + "volumeMounts: [{name: scripts, mountPath: /scripts}]"))
                    .containsExactly("/data");
        }

        @Test
        void tellsWhichMounts() {
            DataDirectories data = data("zookeeper:3.9", """
                    volumeMounts:
                    - {name: config, mountPath: /etc/x}
                    - {name: data, mountPath: /data}
                    - {name: log, mountPath: /datalog/version-2}
                    """);

            assertThat(data.mounts().stream().map(mount -> mount.name().or(""))).containsExactly("data", "log");
            DataDirectory directory = data.alternatives().get(0).get(0);
            assertThat(data.mountOf(directory).map(mount -> mount.name().or("")))
                    .hasValue("data");
            assertThat(data.mountOf(data.alternatives().get(0).get(1))).isEmpty();
        }
    }

    /** Why a mount above does not help. */
    @Nested
    final class AboveAnImageVolume {

        @Test
        void isAMountThatDoesNotReachIntoIt() {
            DataDirectories data = data("postgres:16", "volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]");
            DataDirectory directory = data.alternatives().get(0).get(0);

            assertThat(data.mountAboveImageVolume(directory)
                            .map(mount -> mount.path().or("")))
                    .hasValue("/var/lib/postgresql");
            assertThat(data.mountOf(directory)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"/var/lib/postgresql/data", "/data"})
        void isNoMountElsewhere(String path) {
            DataDirectories data = data("postgres:16", "volumeMounts: [{name: data, mountPath: " + path + "}]");

            assertThat(data.mountAboveImageVolume(data.alternatives().get(0).get(0)))
                    .isEmpty();
        }
    }

    /** A volume's root as data directory. */
    @Nested
    final class Root {

        @ParameterizedTest
        @CsvSource({
            "postgres:16,       /var/lib/postgresql/data,  true",
            "postgres:18,       /var/lib/postgresql,       false",
            "postgres,          /var/lib/postgresql/data,  false",
            "mysql:5.7,         /var/lib/mysql,            true",
            "mysql:5.6.51,      /var/lib/mysql,            true",
            "mysql:8.0,         /var/lib/mysql,            false",
            "mysql,             /var/lib/mysql,            false",
            "mysql:latest,      /var/lib/mysql,            false",
            "mariadb:10.6,      /var/lib/mysql,            false",
            "confluentinc/cp-kafka:7.5.0, /var/lib/kafka/data, true",
            "bitnami/kafka,     /bitnami/kafka,            false",
            "bitnami/postgresql:16, /bitnami/postgresql,   false",
        })
        void isRefused(String image, String path, boolean refused) {
            assertThat(data(image, "volumeMounts: [{name: data, mountPath: " + path + "}]")
                            .mountOfRefusedRoot()
                            .isPresent())
                    .isEqualTo(refused);
        }

        @Test
        void isNotUsedWithASubPathOrASubdirectory() {
            assertThat(data("mysql:5.7", "volumeMounts: [{name: data, mountPath: /var/lib/mysql, subPath: mysql}]")
                            .mountOfRefusedRoot())
                    .isEmpty();
            assertThat(data("postgres:16", """
                                    env: [{name: PGDATA, value: /var/lib/postgresql/data/pgdata}]
                                    volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
                                    """).mountOfRefusedRoot()).isEmpty();
        }

        @Test
        void isFineWhenTheServerIsToldToIgnoreIt() {
            assertThat(data("mysql:5.7", """
                                    args: [--ignore-db-dir=lost+found]
                                    volumeMounts: [{name: data, mountPath: /var/lib/mysql}]
                                    """).mountOfRefusedRoot()).isEmpty();
        }

        @Test
        void isRefusedWhereItWasMovedTo() {
            assertThat(data("apache/kafka:4.1", """
                                    env: [{name: KAFKA_LOG_DIRS, value: /kafka}]
                                    volumeMounts: [{name: data, mountPath: /kafka}]
                                    """)
                            .mountOfRefusedRoot()
                            .map(mount -> mount.path().or("")))
                    .hasValue("/kafka");
        }
    }

    /** PostgreSQL from 18 on, mounted where 17 kept its data. */
    @Nested
    final class OldPlace {

        private static final String MOUNT = "volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]\n";

        @ParameterizedTest
        @CsvSource({"postgres:18, true", "postgres:17, false", "postgres, false", "pgvector/pgvector:pg18, true"})
        void keepsTheImageFromStarting(String image, boolean refused) {
            assertThat(data(image, MOUNT).refusedMount().isPresent()).isEqualTo(refused);
        }

        @Test
        void isFineWithTheDataInIt() {
            assertThat(data("postgres:18", MOUNT + "env: [{name: PGDATA, value: /var/lib/postgresql/data/18}]")
                            .refusedMount())
                    .isEmpty();
        }

        @Test
        void isNotSaidInDoubt() {
            assertThat(data("postgres:18", MOUNT + "envFrom: [{secretRef: {name: pg}}]")
                            .refusedMount())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:16 | command: [sh, -c, 'pg_dump -h db shop > /backup/x']",
                "postgres:16 | args: [psql, -h, db]",
                "redis:7     | command: [redis-cli, -h, redis]",
                "redis:7     | command: [sleep, infinity]",
                "redis:7     | args: [redis-server, /etc/sentinel.conf, --sentinel]",
                "redis:7     | command: [redis-sentinel, /etc/sentinel.conf]",
                "mongo:7     | command: [mongos, --configdb, rs0/c:27017]",
                "memcached   | args: [-m, '64']",
                "nats:2.10   | args: [-c, /etc/nats.conf]",
                "influxdb:3-core | args: [influxdb3, serve, --object-store, s3]",
                "grafana/loki:3 | args: [-config.file=/etc/loki/loki.yaml, -target=distributor]",
            })
    void nothingIsKeptByToolsRoutersAndCaches(String image, String fields) {
        assertThat(data(image, fields).isEmpty()).isTrue();
        assertThat(missing(image, fields)).isEmpty();
    }

    /** In these tests a mount is persistent when its volume is called {@code data}. */
    private static List<VolumeMount> persistent(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.name().is("data"))
                .toList();
    }

    private static DataDirectories data(String image, String fields) {
        return Manifests.image(image).dataDirectories(Manifests.container(image, fields));
    }

    private static String written(String image, String fields) {
        return StatefulImagesTest.written(data(image, fields));
    }

    private static List<String> missing(String image, String fields) {
        Container container = Manifests.container(image, fields);
        return Manifests.image(image).dataDirectories(container).missing(persistent(container)).stream()
                .map(DataDirectory::path)
                .toList();
    }
}
