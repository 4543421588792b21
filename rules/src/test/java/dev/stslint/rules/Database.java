package dev.stslint.rules;

/** A database with nothing wrong, as tests of whole runs put it into their directories. */
final class Database {

    static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              replicas: 3
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: db
                      image: postgres:16.3
                      env: [{name: PGDATA, value: /data/pg}]
                      volumeMounts: [{name: data, mountPath: /data}]
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    /** The same with one finding: a password in the open. */
    static final String TELLING_SET =
            SET.replace("/data/pg}", "/data/pg}, {name: POSTGRES_PASSWORD, value: \"correct horse\"}");

    static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
            """;

    private Database() {}

    /** @param minAvailable how many of its pods must stay; from 3 on none may go */
    static String budget(String minAvailable) {
        return """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: db}
                spec:
                  minAvailable: %s
                  selector: {matchLabels: {app: db}}
                """.formatted(minAvailable);
    }
}
