package dev.stslint.benchmarks;

import dev.stslint.judge.CustomKind;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A custom object of a dozen fields, and its definition. */
@State(Scope.Benchmark)
public class DefinedObject {

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: caches.example.com }
            spec:
              group: example.com
              scope: Namespaced
              names: { kind: Cache, plural: caches }
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          required: [size, mode]
                          properties:
                            size: { type: integer, minimum: 1, maximum: 9 }
                            mode: { type: string, enum: [Ring, Mirror] }
                            image: { type: string, pattern: "^[a-z./:0-9-]+$" }
                            port: { x-kubernetes-int-or-string: true }
                            users:
                              type: array
                              items: { type: object, properties: { name: { type: string }, admin: { type: boolean } } }
            """;

    private static final String OBJECT = """
            apiVersion: example.com/v1
            kind: Cache
            metadata: { name: sessions }
            spec:
              size: 3
              mode: Ring
              image: registry.example.com/cache:1
              port: http
              users: [ { name: web, admin: false }, { name: jobs, admin: false }, { name: ops, admin: true } ]
            """;

    final KubernetesObject object = read(OBJECT);
    final CustomKind kind = kind(new CustomResourceDefinition(read(DEFINITION)));

    private static CustomKind kind(CustomResourceDefinition definition) {
        return CustomKind.of(definition, definition.versions().get(0)).orElseThrow();
    }

    private static KubernetesObject read(String text) {
        return ObjectReader.read(new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of("example.yaml", text))
                        .documents()
                        .get(0))
                .get(0);
    }
}
