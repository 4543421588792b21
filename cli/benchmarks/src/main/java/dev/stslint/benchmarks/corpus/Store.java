package dev.stslint.benchmarks.corpus;

/**
 * A system that keeps data: what a StatefulSet runs.
 *
 * @param directory where its data is, which is where a claim is mounted
 * @param readiness its probe's command
 */
record Store(String name, String image, String directory, int port, int replicas, String readiness) {

    private static final Store[] KNOWN = {
        new Store("postgres", "postgres:16.4", "/var/lib/postgresql/data", 5432, 1, "pg_isready"),
        new Store("redis", "redis:7.4.1", "/data", 6379, 3, "redis-cli"),
        new Store("mysql", "mysql:8.4.3", "/var/lib/mysql", 3306, 1, "mysqladmin"),
        new Store("mongo", "mongo:7.0.14", "/data/db", 27017, 3, "mongosh"),
        new Store("rabbitmq", "rabbitmq:3.13.7-management", "/var/lib/rabbitmq", 5672, 3, "rabbitmq-diagnostics"),
        new Store("zookeeper", "zookeeper:3.9.2", "/data", 2181, 3, "zkServer.sh"),
        new Store("prometheus", "prom/prometheus:v2.54.1", "/prometheus", 9090, 2, "true"),
        new Store("elasticsearch", "elasticsearch:8.15.3", "/usr/share/elasticsearch/data", 9200, 3, "true"),
    };

    static Store any(Dice dice) {
        return dice.pick(KNOWN);
    }
}
