package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatefulImageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres:16 | ''                                                | true",
                "postgres:16 | args: [-c, max_connections=100]                   | true",
                "postgres:16 | args: [postgres, -c, fsync=off]                   | true",
                "postgres:16 | command: [docker-entrypoint.sh, postgres]         | true",
                "postgres:16 | command: [/bin/bash, /scripts/startup.sh]         | true",
                "postgres:16 | command: [sh, -c, 'exec gosu postgres postgres']  | true",
                "postgres:16 | command: [pg_dump, -h, db]                        | false",
                "postgres:16 | command: [sh, -ec, 'until pg_isready -h db; do sleep 1; done'] | false",
                "postgres:16 | command: [sh, -c, 'tail -f /dev/null']            | false",
                "postgres:16 | args: [bash, -c, 'psql -h db -f /x.sql']          | false",
                "redis:7     | command: [sh, -c, 'cp /c/r.conf /d && redis-server /d/r.conf'] | true",
                "minio/minio | args: [server, /data]                             | true",
                "hashicorp/consul | args: [agent, -server]                       | true",
                "quay.io/coreos/etcd:v3.5.9 | command: [etcdctl, snapshot, save] | false",
                "quay.io/coreos/etcd:v3.5.9 | command: [/usr/local/bin/etcd]     | true",
            })
    void tellsTheServerFromItsTools(String image, String fields, boolean server) {
        assertThat(Manifests.image(image).isServer(Manifests.container(image, fields)))
                .isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis:7         | ''                                             | true",
                "redis:7         | args: [--appendonly, 'yes']                    | false",
                "redis:7         | args: [redis-server, --appendonly, 'no']       | true",
                "redis:7         | args: [--save, '60 1']                         | false",
                "redis:7         | args: [--save, '']                             | true",
                "redis:7         | args: [/etc/redis.conf]                        | true",
                "bitnami/redis:7 | ''                                             | false",
                "bitnami/redis:7 | 'env: [{name: REDIS_AOF_ENABLED, value: \"no\"}]' | true",
                "bitnami/redis-cluster:7 | ''                                     | false",
                "prom/prometheus | ''                                             | true",
                "grafana/loki:3  | ''                                             | true",
                "hashicorp/consul | args: [agent, -retry-join=consul]             | true",
                "hashicorp/consul | args: [agent, -server]                        | false",
                "postgres:16     | ''                                             | false",
            })
    void tellsCachesFromStores(String image, String fields, boolean rebuildable) {
        assertThat(Manifests.image(image).isRebuildable(Manifests.container(image, fields)))
                .isEqualTo(rebuildable);
    }

    @ParameterizedTest
    @CsvSource({
        "memcached, true",
        "pingcap/tidb:v8, true",
        "nats:2.10, false",
        "redis:7, false",
        "strimzi/kafka:1, false"
    })
    void knowsWhatKeepsNothing(String image, boolean stateless) {
        assertThat(Manifests.image(image).isStateless()).isEqualTo(stateless);
    }

    /** Several replicas of one image. */
    @Nested
    final class Replicas {

        @ParameterizedTest
        @ValueSource(
                strings = {"etcd", "cassandra", "rabbitmq", "zookeeper:3.9", "elasticsearch:8", "apache/kafka", "nats"})
        void findTogether(String image) {
            assertThat(Manifests.image(image).clustersByItself()).isTrue();
            assertThat(hasSeparateReplicas(image, "")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"postgres:16", "mysql:8", "mariadb:11", "mongo:7", "redis:7", "influxdb:2", "neo4j:5"})
        void areSeparate(String image) {
            assertThat(Manifests.image(image).clustersByItself()).isFalse();
            assertThat(hasSeparateReplicas(image, "")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"prom/prometheus", "memcached", "pingcap/tidb:v8", "clickhouse:24", "couchdb:3"})
        void areSeparateOnPurposeOrNobodyKnows(String image) {
            assertThat(Manifests.image(image).clustersByItself()).isFalse();
            assertThat(hasSeparateReplicas(image, "")).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "mongo:7     | args: [--replSet, rs0]",
                    "mongo:7     | command: [sh, -c, 'mongod --replSet=rs0 --bind_ip_all']",
                    "redis:7     | args: [redis-server, --cluster-enabled, 'yes']",
                    "redis:7     | command: [sh, -c, 'redis-server --replicaof redis-0.redis 6379']",
                    "mysql:8.0   | args: [--server-id=1, --log-bin]",
                    "mysql:8.0   | args: [--plugin-load=group_replication.so]",
                    "mariadb:11  | args: ['--wsrep_cluster_address=gcomm://a,b']",
                    "postgres:16 | command: [bash, -c, 'pg_basebackup -h pg-0.pg; exec postgres']",
                    "bitnami/mysql:8   | 'env: [{name: MYSQL_REPLICATION_MODE, value: slave}]'",
                    "bitnami/mongodb:7 | 'env: [{name: MONGODB_REPLICA_SET_MODE, value: secondary}]'",
                    "minio/minio | args: [server, 'http://minio-{0...3}.minio/data']",
                    "neo4j:5     | 'env: [{name: NEO4J_dbms_mode, value: CORE}]'",
                })
        void areToldToReplicate(String image, String fields) {
            assertThat(hasSeparateReplicas(image, fields)).isFalse();
            assertThat(Manifests.image(image).isReplicationConfigured(template(image, fields)))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "mongo:7      | args: [--config, /etc/mongod.conf]",
                    "postgres:16  | command: [/scripts/start.sh]",
                    "bitnami/mysql:8 | 'envFrom: [{configMapRef: {name: settings}}]'",
                    "redis:7      | args: [/etc/redis/redis.conf]",
                    "mongo:7      | command: [mongos, --configdb, rs0/c]",
                })
        void areNotJudgedInDoubt(String image, String fields) {
            assertThat(hasSeparateReplicas(image, fields)).isFalse();
            assertThat(Manifests.image(image).isReplicationConfigured(template(image, fields)))
                    .isFalse();
        }

        @Test
        void areToldByASidecar() {
            PodTemplate template = Manifests.template("""
                    - {name: mongo, image: 'mongo:7'}
                    - {name: sidecar, image: cvallance/mongo-k8s-sidecar}
                    """);

            assertThat(Manifests.image("mongo:7").isReplicationConfigured(template))
                    .isTrue();
        }

        @Test
        void areNotToldByAnExporter() {
            PodTemplate template = Manifests.template("""
                    - {name: mongo, image: 'mongo:7'}
                    - name: exporter
                      image: percona/mongodb_exporter:0.40
                      command: [/mongodb_exporter, --collect-all]
                      envFrom: [{secretRef: {name: exporter}}]
                    """);

            assertThat(Manifests.image("mongo:7").hasSeparateReplicas(template)).isTrue();
        }

        @Test
        void mayBeToldByASidecarsScript() {
            PodTemplate template = Manifests.template("""
                    - {name: mysql, image: 'mysql:8.0'}
                    - {name: clone, image: alpine, command: [sh, /scripts/clone.sh]}
                    """);

            assertThat(Manifests.image("mysql:8.0").hasSeparateReplicas(template))
                    .isFalse();
        }

        @Test
        void areToldByAFile() {
            StatefulImage redis = Manifests.image("redis:7");

            assertThat(redis.mentionsReplication("port 6379\ncluster-enabled yes\n"))
                    .isTrue();
            assertThat(redis.mentionsReplication("REPLICAOF redis-0.redis 6379"))
                    .isTrue();
            assertThat(redis.mentionsReplication("port 6379\n# cluster-enabled yes\n; replicaof x\n"))
                    .isFalse();
            assertThat(Manifests.image("mongo:7").mentionsReplication("replication:\n  replSetName: rs0"))
                    .isTrue();
        }

        private static PodTemplate template(String image, String fields) {
            return Manifests.template("- name: main\n  image: " + image + "\n" + fields.indent(2));
        }

        private static boolean hasSeparateReplicas(String image, String fields) {
            return Manifests.image(image).hasSeparateReplicas(template(image, fields));
        }
    }

    /** Majorities, and what starts when. */
    @Nested
    final class Members {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "registry.k8s.io/etcd:3.6.8-0 | ''                                 | members",
                    "zookeeper:3.9    | ''                                             | members",
                    "hashicorp/consul | args: [agent, -server, -bootstrap-expect=3]    | members",
                    "hashicorp/consul | args: [agent]                                  | none",
                    "hashicorp/vault  | ''                                             | none",
                    "hashicorp/vault  | 'env: [{name: VAULT_RAFT_NODE_ID, value: x}]'  | members",
                    "mongo:7          | args: [--replSet, rs0]                         | members",
                    "mongo:7          | ''                                             | none",
                    "redis:7          | args: [redis-sentinel, /etc/s.conf]            | members",
                    "redis:7          | args: [--cluster-enabled, 'yes']               | none",
                    "elasticsearch:8  | ''                                             | members",
                    "elasticsearch:8  | 'env: [{name: node.roles, value: \"data,ingest\"}]' | none",
                    "elasticsearch:8  | 'env: [{name: node.roles, value: \"master,data\"}]' | members",
                    "elasticsearch:8  | 'env: [{name: node.roles, valueFrom: {configMapKeyRef: {name: a, key: b}}}]' | none",
                    "elasticsearch:8  | 'env: [{name: discovery.type, value: single-node}]' | none",
                    "apache/kafka:4.1 | 'env: [{name: KAFKA_PROCESS_ROLES, value: \"broker,controller\"}]' | members",
                    "apache/kafka:4.1 | 'env: [{name: KAFKA_PROCESS_ROLES, value: broker}]' | none",
                    "bitnami/mariadb-galera:11 | ''                                    | members",
                    "mariadb:11       | ''                                             | none",
                    "rabbitmq:4       | ''                                             | members",
                    "cockroachdb/cockroach:v24 | args: [start, --join=a]               | copies",
                    "cockroachdb/cockroach:v24 | args: [start-single-node]             | none",
                    "minio/minio      | args: [server, '/data{1...4}']                 | copies",
                    "minio/minio      | args: [server, /data]                          | none",
                    "nats:2.10        | args: [-js]                                    | copies",
                    "cassandra:4      | ''                                             | none",
                    "postgres:16      | ''                                             | none",
                    "quay.io/coreos/etcd:v3.5.9 | command: [etcdctl, get, x]           | none",
                })
        void haveAMajority(String image, String fields, String majority) {
            StatefulImage known = Manifests.image(image);
            Container container = Manifests.container(image, fields);

            assertThat(known.isMajoritySystem(container)).isEqualTo(!majority.equals("none"));
            assertThat(known.isMajorityOfMembers(container)).isEqualTo(majority.equals("members"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "quay.io/coreos/etcd:v3.5.9 | args: [--initial-cluster, 'a=http://a:2380,b=http://b:2380'] | true",
                    "quay.io/coreos/etcd:v3.5.9 | args: [--initial-cluster, 'a=http://a:2380']                 | false",
                    "hashicorp/consul           | args: [agent, -server, -bootstrap-expect=3]                  | true",
                    "hashicorp/consul           | args: [agent, -server, -bootstrap-expect=1]                  | false",
                    "minio/minio                | args: [server, 'http://m-{0...3}.m/data']                    | true",
                    "cockroachdb/cockroach:v24  | args: [start, '--join=c-0.c,c-1.c']                          | true",
                    "rabbitmq:4                 | ''                                                           | false",
                    "zookeeper:3.9              | ''                                                           | false",
                })
        void waitForOneAnother(String image, String fields, boolean waits) {
            assertThat(Manifests.image(image).waitsForPeers(Manifests.container(image, fields)))
                    .isEqualTo(waits);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cassandra:4               | ''                                 | true",
                    "scylladb/scylla:6         | ''                                 | true",
                    "bitnami/mariadb-galera:11 | ''                                 | true",
                    "mariadb:11                | args: [--wsrep-new-cluster]        | true",
                    "mariadb:11                | ''                                 | false",
                    "registry.k8s.io/etcd:3.6  | ''                                 | false",
                })
        void joinOneByOne(String image, String fields, boolean oneByOne) {
            assertThat(Manifests.image(image).joinsOneByOne(Manifests.container(image, fields)))
                    .isEqualTo(oneByOne);
        }

        @ParameterizedTest
        @CsvSource({
            "hashicorp/consul, Parallel",
            "rabbitmq:4, Parallel",
            "bitnami/rabbitmq:4, OrderedReady",
            "bitnami/etcd:3, Parallel",
            "cassandra:4, OrderedReady",
            "bitnami/mongodb:7, OrderedReady",
            "postgres:16, ''",
        })
        void areShippedWithAPolicy(String image, String policy) {
            assertThat(Manifests.image(image).shippedPolicy().orElse("")).isEqualTo(policy);
        }

        @Test
        void canDeadlockInOrder() {
            assertThat(Manifests.image("rabbitmq:4").canDeadlockInOrder()).isTrue();
            assertThat(Manifests.image("cockroachdb/cockroach:v24").canDeadlockInOrder())
                    .isTrue();
            assertThat(Manifests.image("cassandra:4").canDeadlockInOrder()).isFalse();
        }

        @Test
        void haveNumbers() {
            assertThat(Manifests.image("zookeeper:3.9").memberId("ZOO_MY_ID"))
                    .hasValue(new MemberId("ZOO_MY_ID", 1, 255, true));
            assertThat(Manifests.image("zookeeper:3.9").memberId("ZOO_SERVER_ID"))
                    .isEmpty();
            assertThat(Manifests.image("bitnami/zookeeper:3").memberId("ZOO_SERVER_ID"))
                    .isPresent();
            assertThat(Manifests.image("confluentinc/cp-zookeeper:7").memberId("ZOOKEEPER_SERVER_ID"))
                    .isPresent();
            assertThat(Manifests.image("postgres:16").memberIds()).isEmpty();
            MemberId broker = Manifests.image("confluentinc/cp-kafka:7")
                    .memberId("KAFKA_BROKER_ID")
                    .orElseThrow();
            assertThat(broker.admits(0)).isTrue();
            assertThat(broker.admits(-1)).isFalse();
        }

        @Test
        void haveNumbersThatNobodyVerified() {
            StatefulImage kafka = Manifests.image("bitnami/kafka");

            assertThat(kafka.memberId("KAFKA_CFG_BROKER_ID").map(MemberId::isVerified))
                    .isEqualTo(Optional.of(false));
            assertThat(kafka.verifiedOnly().memberId("KAFKA_CFG_BROKER_ID")).isEmpty();
            assertThat(kafka.verifiedOnly().memberId("KAFKA_NODE_ID")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:16, POSTGRES_PASSWORD, true",
        "postgres:16, POSTGRES_PASSWORD_FILE, false",
        "postgres:16, POSTGRES_USER, false",
        "zookeeper:3.9, ZOO_TLS_QUORUM_KEYSTORE_PASSWORD, true",
        "rabbitmq:4, RABBITMQ_ERLANG_COOKIE, true",
        "neo4j:5, NEO4J_AUTH, true",
        "bitnami/kafka, KAFKA_CLIENT_PASSWORDS, true",
        "apache/kafka, KAFKA_LISTENER_NAME_X_PLAIN_SASL_JAAS_CONFIG, true",
        "memcached, MEMCACHED_PASSWORD, true",
    })
    void knowsSecrets(String image, String variable, boolean secret) {
        assertThat(Manifests.image(image).isSecretVariable(variable)).isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "neo4j:5, NEO4J_PORT_7687_TCP, true",
        "neo4j:5, DB_PORT, false",
        "confluentinc/cp-kafka:7, KAFKA_PORT, true",
        "confluentinc/cp-kafka:7, KAFKA_SERVICE_HOST, false",
        "apache/kafka, KAFKA_PORT, false",
        "redis:7, REDIS_PORT, false",
    })
    void knowsVariablesThatChangeItsSettings(String image, String variable, boolean reads) {
        assertThat(Manifests.image(image).readsVariable(variable)).isEqualTo(reads);
    }

    @Test
    void knowsTheUser() {
        assertThat(Manifests.image("prom/prometheus").userId()).hasValue(65534);
        assertThat(Manifests.image("grafana/loki:3").userId()).hasValue(10001);
        assertThat(Manifests.image("mcr.microsoft.com/mssql/server:2022-latest").userId())
                .hasValue(10001);
        assertThat(Manifests.image("mcr.microsoft.com/mssql/server:2022-latest")
                        .verifiedOnly()
                        .userId())
                .isEmpty();
        assertThat(Manifests.image("postgres:16").userId()).isEmpty();
    }
}
