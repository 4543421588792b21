package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images are known, as which system, and where they keep data when nothing moves it. */
final class StatefulImagesTest {

    /** {@code |} stands between versions where the tag says none; {@code ?} for "nobody knows where, or nothing". */
    @ParameterizedTest
    @CsvSource({
        "postgres:16,                                               postgresql, /var/lib/postgresql/data",
        "postgres:9.6.18,                                           postgresql, /var/lib/postgresql/data",
        "postgres:17.6-alpine3.22,                                  postgresql, /var/lib/postgresql/data",
        "postgres:18,                                               postgresql, /var/lib/postgresql/18/docker",
        "postgres:19.1-trixie,                                      postgresql, /var/lib/postgresql/19/docker",
        "postgres,                                                  postgresql, /var/lib/postgresql/data | /var/lib/postgresql",
        "postgres:latest,                                           postgresql, /var/lib/postgresql/data | /var/lib/postgresql",
        "postgres:alpine,                                           postgresql, /var/lib/postgresql/data | /var/lib/postgresql",
        "postgres@sha256:0123,                                      postgresql, /var/lib/postgresql/data | /var/lib/postgresql",
        "postgres:16@sha256:0123,                                   postgresql, /var/lib/postgresql/data",
        "docker.io/library/postgres:15,                             postgresql, /var/lib/postgresql/data",
        "public.ecr.aws/docker/library/postgres:16.1,               postgresql, /var/lib/postgresql/data",
        "myregistry.local:5000/team/postgres:16,                    postgresql, /var/lib/postgresql/data",
        "localhost/postgres:16,                                     postgresql, /var/lib/postgresql/data",
        "arm64v8/postgres:14,                                       postgresql, /var/lib/postgresql/data",
        "postgis/postgis:15-3.4,                                    postgresql, /var/lib/postgresql/data",
        "postgis/postgis:18-3.6-alpine,                             postgresql, /var/lib/postgresql/18/docker",
        "pgvector/pgvector:pg16,                                    postgresql, /var/lib/postgresql/data",
        "pgvector/pgvector:0.8.1-pg18,                              postgresql, /var/lib/postgresql/18/docker",
        "timescale/timescaledb:2.17.2-pg16,                         postgresql, /var/lib/postgresql/data",
        "timescale/timescaledb:2.17.2,                              postgresql, /var/lib/postgresql/data | /var/lib/postgresql",
        "timescale/timescaledb-ha:pg16.4-ts2.17,                    postgresql, /home/postgres/pgdata/data",
        "supabase/postgres:15.1.0.147,                              postgresql, /var/lib/postgresql/data",
        "bitnami/postgresql:15.4.0-debian-11-r5,                    postgresql, /bitnami/postgresql",
        "docker.io/bitnamilegacy/postgresql:17,                     postgresql, /bitnami/postgresql",
        "bitnamisecure/postgresql:latest,                           postgresql, /bitnami/postgresql",
        "harbor.example.com/proxy/bitnami/postgresql-repmgr:16,     postgresql, /bitnami/postgresql",
        "ghcr.io/cloudnative-pg/postgresql:16.2,                    postgresql, ?",
        "mysql:8.0,                                                 mysql, /var/lib/mysql",
        "mysql/mysql-server:5.7,                                    mysql, /var/lib/mysql",
        "percona/percona-server:8.0,                                mysql, /var/lib/mysql",
        "bitnami/mysql:8.4,                                         mysql, /bitnami/mysql",
        "mariadb:11.8.8,                                            mariadb, /var/lib/mysql",
        "bitnami/mariadb-galera:11,                                 mariadb, /bitnami/mariadb",
        "mongo:7,                                                   mongodb, /data/db",
        "mongodb/mongodb-community-server:7.0.14-ubi8,              mongodb, /data/db",
        "percona/percona-server-mongodb:6.0,                        mongodb, /data/db",
        "bitnami/mongodb:latest,                                    mongodb, /bitnami/mongodb",
        "redis:7.2,                                                 redis, /data",
        "redis:alpine,                                              redis, /data",
        "redis/redis-stack-server:7.4.0-v1,                         redis, /data",
        "bitnami/redis:7.4,                                         redis, /bitnami/redis/data",
        "bitnami/redis-cluster:latest,                              redis, /bitnami/redis/data",
        "bitnami/redis-sentinel:7.2,                                redis, ?",
        "valkey/valkey:8,                                           valkey, /data",
        "memcached:1.6-alpine,                                      memcached, ?",
        "apache/kafka:4.1.0,                                        kafka, /tmp/kraft-combined-logs",
        "confluentinc/cp-kafka:7.5.0,                               kafka, /var/lib/kafka/data",
        "bitnami/kafka:latest,                                      kafka, /bitnami/kafka/data",
        "quay.io/strimzi/kafka:0.45.0-kafka-3.9.0,                  kafka, ?",
        "zookeeper:3.9,                                             zookeeper, /data + /datalog",
        "confluentinc/cp-zookeeper:7.5.0,                           zookeeper, /var/lib/zookeeper/data + /var/lib/zookeeper/log",
        "bitnami/zookeeper:3.9,                                     zookeeper, /bitnami/zookeeper",
        "registry.k8s.io/kubernetes-zookeeper:1.0-3.4.10,           zookeeper, /var/lib/zookeeper",
        "quay.io/coreos/etcd:v3.5.9,                                etcd, /var/lib/etcd",
        "registry.k8s.io/etcd:3.6.8-0,                              etcd, /var/lib/etcd",
        "gcr.io/etcd-development/etcd:v3.6.4,                       etcd, /var/lib/etcd",
        "hashicorp/consul:1.20,                                     consul, /consul/data",
        "hashicorp/vault:2.0.4,                                     vault, ?",
        "openbao/openbao:2.2.0,                                     vault, ?",
        "elasticsearch:8.15.0,                                      elasticsearch, /usr/share/elasticsearch/data",
        "docker.elastic.co/elasticsearch/elasticsearch:7.17.3,      elasticsearch, /usr/share/elasticsearch/data",
        "docker.elastic.co/elasticsearch/elasticsearch-oss:6.4.3,   elasticsearch, /usr/share/elasticsearch/data",
        "k8s.gcr.io/elasticsearch:v6.2.4,                           elasticsearch, /data",
        "opensearchproject/opensearch:2.17.0,                       opensearch, /usr/share/opensearch/data",
        "cassandra:3.11,                                            cassandra, /var/lib/cassandra",
        "gcr.io/google-samples/cassandra:v13,                       cassandra, /cassandra_data",
        "scylladb/scylla:6.1,                                       scylladb, /var/lib/scylla",
        "cockroachdb/cockroach:v24.2.0,                             cockroachdb, /cockroach/cockroach-data",
        "pingcap/tikv:v8.1.0,                                       tikv, /var/lib/tikv",
        "pingcap/tidb:v8.1.0,                                       tidb, ?",
        "rabbitmq:3-management-alpine,                              rabbitmq, /var/lib/rabbitmq",
        "nats:2.10,                                                 nats, ?",
        "minio/minio:RELEASE.2025-09-07T16-13-09Z,                  minio, /data",
        "quay.io/minio/minio:latest,                                minio, /data",
        "clickhouse/clickhouse-server:24.8,                         clickhouse, /var/lib/clickhouse",
        "influxdb:1.8,                                              influxdb, /var/lib/influxdb",
        "influxdb:2.7-alpine,                                       influxdb, /var/lib/influxdb2",
        "influxdb:3-core,                                           influxdb, /var/lib/influxdb3/data",
        "influxdb,                                                  influxdb, /var/lib/influxdb | /var/lib/influxdb2 | /var/lib/influxdb3/data",
        "prom/prometheus:v2.43.1,                                   prometheus, /prometheus",
        "quay.io/prometheus/prometheus:v3.13.0,                     prometheus, /prometheus",
        "grafana/loki:2.9.15,                                       loki, /loki",
        "rethinkdb:2.4,                                             rethinkdb, /data",
        "couchdb:3.3.3,                                             couchdb, /opt/couchdb/data",
        "neo4j:5.23-community,                                      neo4j, /data",
        "solr:9.6,                                                  solr, /var/solr/data",
        "solr:7.7,                                                  solr, ?",
        "mcr.microsoft.com/mssql/server:2019-latest,                mssql, /var/opt/mssql/data",
        "couchbase:community-7.6.2,                                 couchbase, /opt/couchbase/var",
        "arangodb:3.12,                                             arangodb, /var/lib/arangodb3",
        "crate:5.8,                                                 cratedb, /data",
    })
    void knows(String reference, String system, String directories) {
        StatefulImage image = Manifests.image(reference);

        assertThat(image.system()).isEqualTo(system);
        assertThat(written(image.dataDirectories(Manifests.container(reference, ""))))
                .isEqualTo(directories);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx:1.27",
                "prometheuscommunity/postgres-exporter:v0.15.0",
                "wrouesnel/postgres_exporter:v0.8.0",
                "quay.io/prometheuscommunity/elasticsearch-exporter:v1.11.0",
                "oliver006/redis_exporter:latest",
                "rediscommander/redis-commander:latest",
                "prom/mysqld-exporter:v0.15.1",
                "percona/mongodb_exporter:2.37.0",
                "kbudde/rabbitmq-exporter",
                "provectuslabs/kafka-ui:latest",
                "solsson/kafka-manager@sha256:9da5",
                "solsson/kafka:2.5.1",
                "confluentinc/cp-schema-registry:7.5.0",
                "confluentinc/cp-kafka-connect:7.5.0",
                "bitnami/kafka-exporter:1.7",
                "mongo-express:1.0",
                "quay.io/mongodb/mongodb-kubernetes-operator:0.10.0",
                "quay.io/prometheus-operator/prometheus-operator:v0.93.1",
                "quay.io/prometheus/node-exporter:v1.12.1",
                "quay.io/prometheus/alertmanager:v0.27",
                "carlosedp/prometheus-operator:v0.40.0",
                "hashicorp/vault-k8s:1.4",
                "hashicorp/consul-k8s-control-plane:1.5",
                "vaultwarden/server:1.37.1",
                "rabbitmqoperator/cluster-operator:2.10",
                "docker.io/scylladb/scylla-operator:latest",
                "docker.io/scylladb/scylla-manager:3.12.0",
                "connecteverything/nats-operator:0.7.2",
                "natsio/nats-box:0.14",
                "minio/mc:latest",
                "minio/operator:v6",
                "docker.elastic.co/kibana/kibana:7.16.3",
                "docker.elastic.co/eck/eck-operator:3.5.0",
                "ghcr.io/cloudnative-pg/cloudnative-pg:1.29.0",
                "edoburu/pgbouncer:1.21",
                "bitnami/pgpool:4",
                "apache/solr-operator:v0.8.0",
                "gcr.io/google_containers/heapster-influxdb-amd64:v1.1.1",
                "registry.k8s.io/etcd-version-monitor:0.1.3",
                "cockroachdb/cockroach-k8s-init:0.1",
                "grafana/loki-canary:2.9",
                "clickhouse/clickhouse-operator:0.23",
                "redis-sentinel-proxy:1",
                "registry.deti:5000/gic-group-6/redis-api:latest",
                "mysql-galera:e2e",
                "bitnami/keycloak:latest",
            })
    void knowsNothingOfLookAlikes(String reference) {
        assertThat(StatefulImages.find(ImageReference.parse(reference).orElseThrow()))
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:16,                                    false",
        "docker.io/library/postgres:16,                  false",
        "public.ecr.aws/docker/library/mysql:8.0,        false",
        "arm64v8/redis:7,                                false",
        "apache/kafka:4.1.0,                             false",
        "docker.elastic.co/elasticsearch/elasticsearch:8, false",
        "myregistry.local:5000/team/postgres:16,         true",
        "engapa/zookeeper:3.4.14,                        true",
    })
    void saysWhenOnlyTheNameSpeaks(String reference, boolean guess) {
        assertThat(Manifests.image(reference).isGuess()).isEqualTo(guess);
    }

    @Test
    void hasAName() {
        assertThat(Manifests.image("postgres:16").displayName()).isEqualTo("PostgreSQL");
        assertThat(Manifests.image("postgres:16")).hasToString("postgresql:16");
        assertThat(Manifests.image("bitnami/kafka").displayName()).isEqualTo("Apache Kafka");
    }

    static String written(DataDirectories directories) {
        List<String> layouts = new ArrayList<>();
        for (List<DataDirectory> layout : directories.alternatives()) {
            layouts.add(
                    String.join(" + ", layout.stream().map(DataDirectory::path).toList()));
        }
        return layouts.isEmpty() ? "?" : String.join(" | ", layouts);
    }
}
