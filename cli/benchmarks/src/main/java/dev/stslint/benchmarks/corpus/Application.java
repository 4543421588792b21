package dev.stslint.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What one team deploys together: services, workers, jobs, stores, and all that belongs to them. A few per cent of the
 * objects have one of the mistakes that real ones have.
 */
final class Application {

    private final Dice dice;
    private final Content content;
    private final String name;
    private final String namespace;
    private final boolean recommendedLabels;
    private final List<Manifest> objects = new ArrayList<>();

    Application(Dice dice, String name, String namespace) {
        this.dice = dice;
        this.content = new Content(dice);
        this.name = name;
        this.namespace = namespace;
        this.recommendedLabels = dice.chance(55);
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    /** Its objects, in the order in which people apply them. */
    List<Manifest> objects(int services) {
        if (dice.chance(40)) {
            add(
                    "v1",
                    "Namespace",
                    namespace,
                    out -> out.map("metadata", () -> {
                        out.put("name", namespace);
                        out.map("labels", () -> out.put("kubernetes.io/metadata.name", namespace));
                    }));
        }
        for (int i = 0; i < services; i++) {
            service(i == 0 ? name : name + "-" + Words.thing(dice) + i);
        }
        if (dice.chance(45)) {
            store(name + "-" + dice.pick("db", "cache", "queue", "store"), Store.any(dice));
        }
        if (dice.chance(25)) {
            job(name + "-" + dice.pick("cleanup", "export", "backup", "reindex"));
        }
        return objects;
    }

    /** A Deployment with what usually goes with it. */
    private void service(String component) {
        String port = dice.pick("8080", "3000", "9000", "8443");
        String account = dice.chance(50) ? component : "";
        String config = dice.chance(50) ? component + "-config" : "";
        if (!account.isEmpty()) {
            access(component);
        }
        if (!config.isEmpty()) {
            configMap(config);
        }
        if (dice.chance(20)) {
            secret(component + "-credentials");
        }
        add("apps/v1", "Deployment", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.put("replicas", dice.between(1, 4));
                selector(out, component);
                template(out, component, () -> {
                    if (!account.isEmpty()) {
                        out.put("serviceAccountName", account);
                    }
                    out.list("containers", () -> {
                        container(out, component, port, config);
                        if (dice.chance(20)) {
                            sidecar(out);
                        }
                    });
                    if (dice.chance(25)) {
                        spread(out, component);
                    }
                    volumes(out, config);
                });
            });
        });
        add("v1", "Service", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.map("selector", () -> podLabels(out, component));
                out.list(
                        "ports",
                        () -> out.item(
                                () -> out.put("name", "http").put("port", 80).put("targetPort", port)));
            });
        });
        if (dice.chance(30)) {
            ingress(component);
        }
        if (dice.chance(35)) {
            networkPolicy(component);
        }
        if (dice.chance(15)) {
            autoscaler(component);
        }
        if (dice.chance(15)) {
            serviceMonitor(component);
        }
    }

    /** A StatefulSet, its governing Service, its budget. */
    private void store(String component, Store store) {
        boolean lost = dice.chance(4);
        boolean hasCommonMistake = dice.chance(12);
        String governing = component + "-headless";
        boolean withPassword = dice.chance(70);
        add("v1", "Service", governing, out -> {
            metadata(out, governing, component);
            out.map("spec", () -> {
                if (!(hasCommonMistake && dice.chance(30))) {
                    out.put("clusterIP", "None");
                }
                out.map("selector", () -> podLabels(out, component));
                out.list(
                        "ports",
                        () -> out.item(() -> out.put("name", store.name()).put("port", store.port())));
            });
        });
        add("apps/v1", "StatefulSet", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.put("serviceName", hasCommonMistake && dice.chance(50) ? component + "-nodes" : governing);
                out.put("replicas", store.replicas());
                if (dice.chance(30)) {
                    out.put("podManagementPolicy", "Parallel");
                }
                selector(out, component);
                template(out, component, () -> {
                    out.put("terminationGracePeriodSeconds", dice.between(30, 120));
                    out.list("containers", () -> storeContainer(out, store, withPassword, lost));
                });
                if (!lost) {
                    out.list("volumeClaimTemplates", () -> out.item(() -> claim(out)));
                }
            });
        });
        if (store.replicas() > 1 && dice.chance(50)) {
            boolean blocking = dice.chance(6);
            add("policy/v1", "PodDisruptionBudget", component, out -> {
                metadata(out, component, component);
                out.map("spec", () -> {
                    out.put(blocking ? "minAvailable" : "maxUnavailable", blocking ? store.replicas() : 1);
                    selector(out, component);
                });
            });
        }
    }

    private void storeContainer(TreeWriter out, Store store, boolean withPassword, boolean lost) {
        out.item(() -> {
            out.put("name", store.name()).put("image", store.image());
            out.list("ports", () -> out.item(() -> out.put("name", store.name()).put("containerPort", store.port())));
            out.list("env", () -> {
                out.item(() -> {
                    out.put("name", "POD_NAME");
                    out.map("valueFrom", () -> out.map("fieldRef", () -> out.put("fieldPath", "metadata.name")));
                });
                if (withPassword) {
                    String variable = store.name().toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
                    out.item(() -> {
                        out.put("name", variable);
                        if (dice.chance(10)) {
                            out.put("value", dice.token(dice.between(10, 24)));
                        } else {
                            out.map(
                                    "valueFrom",
                                    () -> out.map(
                                            "secretKeyRef",
                                            () -> out.put("name", name + "-credentials")
                                                    .put("key", "password")));
                        }
                    });
                }
            });
            probe(out, "readinessProbe", store.readiness());
            resources(out);
            if (!lost) {
                out.list(
                        "volumeMounts",
                        () -> out.item(() -> out.put("name", dice.perMille(15) ? "storage" : "data")
                                .put("mountPath", store.directory())));
            }
        });
    }

    private void claim(TreeWriter out) {
        out.map("metadata", () -> out.put("name", "data"));
        out.map("spec", () -> {
            out.values("accessModes", List.of("ReadWriteOnce"));
            if (dice.chance(40)) {
                out.put("storageClassName", dice.pick("standard", "gp3", "premium-rwo", "local-path"));
            }
            out.map("resources", () -> out.map("requests", () -> out.put("storage", dice.between(1, 200) + "Gi")));
        });
    }

    private void container(TreeWriter out, String component, String port, String config) {
        out.item(() -> {
            out.put("name", component);
            out.put(
                    "image",
                    "registry.example.com/" + name + "/" + component + ":" + dice.between(1, 9) + "."
                            + dice.between(0, 30) + "." + dice.between(0, 12));
            if (dice.chance(40)) {
                out.put("imagePullPolicy", "IfNotPresent");
            }
            if (dice.chance(25)) {
                out.values("args", List.of("--config=/etc/app/config", "--verbose", "--listen=:" + port));
            }
            out.list("ports", () -> out.item(() -> out.put("name", "http").put("containerPort", port)));
            variables(out, dice.skewed(0, 40));
            out.map("livenessProbe", () -> {
                out.map("httpGet", () -> out.put("path", "/healthz").put("port", "http"));
                out.put("initialDelaySeconds", dice.between(5, 60)).put("periodSeconds", 10);
            });
            out.map(
                    "readinessProbe",
                    () -> out.map("httpGet", () -> out.put("path", "/ready").put("port", "http")));
            resources(out);
            if (dice.chance(50)) {
                out.map("securityContext", () -> {
                    out.put("runAsNonRoot", "true").put("readOnlyRootFilesystem", "true");
                    out.map("capabilities", () -> out.values("drop", List.of("ALL")));
                });
            }
            out.list("volumeMounts", () -> {
                out.item(() -> out.put("name", "tmp").put("mountPath", "/tmp"));
                if (!config.isEmpty()) {
                    out.item(() -> out.put("name", "config")
                            .put("mountPath", "/etc/app")
                            .put("readOnly", "true"));
                }
            });
        });
    }

    private void sidecar(TreeWriter out) {
        out.item(() -> {
            out.put("name", dice.pick("proxy", "log-shipper", "metrics"));
            out.put("image", "registry.example.com/platform/sidecar@sha256:" + dice.hex(64));
            resources(out);
        });
    }

    private void variables(TreeWriter out, int count) {
        if (count == 0) {
            return;
        }
        out.list("env", () -> {
            for (int i = 0; i < count; i++) {
                String variable = (Words.thing(dice) + "_" + Words.thing(dice)).toUpperCase(java.util.Locale.ROOT);
                out.item(() -> {
                    out.put("name", variable + "_" + dice.pick("URL", "TIMEOUT", "MODE", "SIZE", "HOST"));
                    switch (dice.between(0, 4)) {
                        case 0 -> out.put("value", "\"" + dice.between(1, 5000) + "\"");
                        case 1 -> out.put("value", "http://" + Words.name(dice) + "." + namespace + ".svc:8080");
                        case 2 ->
                            out.map(
                                    "valueFrom",
                                    () -> out.map(
                                            "configMapKeyRef",
                                            () -> out.put("name", Words.name(dice))
                                                    .put("key", Words.thing(dice))));
                        default -> out.put("value", Words.name(dice));
                    }
                });
            }
            if (dice.perMille(20)) {
                out.item(() -> out.put("name", "API_TOKEN").put("value", dice.token(32)));
            }
        });
    }

    private void probe(TreeWriter out, String key, String command) {
        out.map(key, () -> {
            out.map("exec", () -> out.values("command", List.of(command, "\"-q\"")));
            out.put("periodSeconds", dice.between(5, 20)).put("timeoutSeconds", 3);
        });
    }

    private void resources(TreeWriter out) {
        out.map("resources", () -> {
            out.map(
                    "requests",
                    () -> out.put("cpu", dice.between(1, 20) * 50 + "m")
                            .put("memory", dice.between(1, 32) * 64 + "Mi"));
            if (dice.chance(80)) {
                out.map("limits", () -> out.put("memory", dice.between(2, 32) * 128 + "Mi"));
            }
        });
    }

    private void spread(TreeWriter out, String component) {
        out.list(
                "topologySpreadConstraints",
                () -> out.item(() -> {
                    out.put("maxSkew", 1).put("topologyKey", "topology.kubernetes.io/zone");
                    out.put("whenUnsatisfiable", "ScheduleAnyway");
                    out.map("labelSelector", () -> out.map("matchLabels", () -> podLabels(out, component)));
                }));
    }

    private void volumes(TreeWriter out, String config) {
        out.list("volumes", () -> {
            out.item(() -> out.put("name", "tmp").put("emptyDir", "{}"));
            if (!config.isEmpty()) {
                out.item(() -> out.put("name", "config").map("configMap", () -> out.put("name", config)));
            }
        });
    }

    private void job(String component) {
        add("batch/v1", "CronJob", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.put("schedule", "\"" + dice.between(0, 59) + " " + dice.between(0, 23) + " * * *\"");
                out.put("concurrencyPolicy", "Forbid");
                out.map(
                        "jobTemplate",
                        () -> out.map(
                                "spec",
                                () -> template(out, component, () -> {
                                    out.put("restartPolicy", "OnFailure");
                                    out.list(
                                            "containers",
                                            () -> out.item(() -> {
                                                out.put("name", "run")
                                                        .put("image", "registry.example.com/platform/tools:2.14");
                                                out.list(
                                                        "command",
                                                        () -> out.element("/bin/sh")
                                                                .element("-c"));
                                                out.list(
                                                        "args",
                                                        () -> out.element("\"exec run-" + dice.pick("export", "backup")
                                                                + " --all\""));
                                                variables(out, dice.skewed(0, 12));
                                                resources(out);
                                            }));
                                })));
            });
        });
    }

    private void access(String component) {
        add("v1", "ServiceAccount", component, out -> metadata(out, component, component));
        if (dice.chance(40)) {
            boolean clusterWide = dice.chance(40);
            String role = clusterWide ? "ClusterRole" : "Role";
            add("rbac.authorization.k8s.io/v1", role, component, out -> {
                metadata(out, component, component);
                out.list("rules", () -> {
                    for (int i = dice.skewed(1, 14); i > 0; i--) {
                        out.item(() -> {
                            out.values("apiGroups", List.of(dice.pick("\"\"", "apps", "batch", "policy")));
                            out.values("resources", List.of(dice.pick("pods", "services", "secrets", "jobs")));
                            out.values("verbs", List.of("get", "list", "watch"));
                        });
                    }
                });
            });
            add("rbac.authorization.k8s.io/v1", role + "Binding", component, out -> {
                metadata(out, component, component);
                out.map(
                        "roleRef",
                        () -> out.put("apiGroup", "rbac.authorization.k8s.io")
                                .put("kind", role)
                                .put("name", component));
                out.list(
                        "subjects",
                        () -> out.item(() -> out.put("kind", "ServiceAccount")
                                .put("name", component)
                                .put("namespace", namespace)));
            });
        }
    }

    private void configMap(String component) {
        add("v1", "ConfigMap", component, out -> {
            metadata(out, component, component);
            out.map("data", () -> {
                for (int i = dice.skewed(0, 20); i > 0; i--) {
                    out.put(Words.thing(dice) + "." + Words.field(dice) + i, "\"" + dice.between(0, 5000) + "\"");
                }
                if (dice.perMille(25)) {
                    out.put("admin_password", dice.token(16));
                }
                switch (dice.between(0, 3)) {
                    case 0 -> out.text("application.properties", content.settings(dice.skewed(5, 120)));
                    case 1 -> out.text("entrypoint.sh", content.script(dice.skewed(5, 90)));
                    case 2 -> out.text("nginx.conf", content.webServer(dice.skewed(1, 20)));
                    default -> out.text("rules.yaml", content.alerts(dice.skewed(2, 40)));
                }
            });
        });
    }

    private void secret(String component) {
        switch (dice.between(0, 5)) {
            case 0 -> {
                boolean real = dice.chance(60);
                add("v1", "Secret", component, out -> {
                    metadata(out, component, component);
                    out.put("type", "Opaque");
                    out.map(real ? "data" : "stringData", () -> {
                        out.put("username", real ? Content.base64(name) : name);
                        out.put("password", real ? Content.base64(dice.token(20)) : "\"\"");
                    });
                });
            }
            case 1 ->
                add("bitnami.com/v1alpha1", "SealedSecret", component, out -> {
                    metadata(out, component, component);
                    out.map(
                            "spec",
                            () -> out.map("encryptedData", () -> {
                                out.put("username", "Ag" + dice.token(500)).put("password", "Ag" + dice.token(520));
                            }));
                });
            default ->
                add("external-secrets.io/v1", "ExternalSecret", component, out -> {
                    metadata(out, component, component);
                    out.map("spec", () -> {
                        out.put("refreshInterval", "1h");
                        out.map(
                                "secretStoreRef",
                                () -> out.put("kind", "ClusterSecretStore").put("name", "vault"));
                        out.map("target", () -> out.put("name", component));
                        out.list(
                                "data",
                                () -> out.item(() -> {
                                    out.put("secretKey", "password");
                                    out.map("remoteRef", () -> out.put("key", "teams/" + name + "/" + component));
                                }));
                    });
                });
        }
    }

    private void ingress(String component) {
        String host = component + "." + dice.pick("example.com", "example.org", "internal.example.net");
        add("networking.k8s.io/v1", "Ingress", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.put("ingressClassName", "nginx");
                out.list(
                        "tls",
                        () -> out.item(() -> out.values("hosts", List.of(host)).put("secretName", component + "-tls")));
                out.list(
                        "rules",
                        () -> out.item(() -> {
                            out.put("host", host);
                            out.map(
                                    "http",
                                    () -> out.list(
                                            "paths",
                                            () -> out.item(() -> {
                                                out.put("path", "/").put("pathType", "Prefix");
                                                out.map(
                                                        "backend",
                                                        () -> out.map("service", () -> {
                                                            out.put("name", component);
                                                            out.map("port", () -> out.put("number", 80));
                                                        }));
                                            })));
                        }));
            });
        });
    }

    private void networkPolicy(String component) {
        add("networking.k8s.io/v1", "NetworkPolicy", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.map("podSelector", () -> out.map("matchLabels", () -> podLabels(out, component)));
                out.values("policyTypes", List.of("Ingress", "Egress"));
                for (String direction : List.of("ingress", "egress")) {
                    out.list(
                            direction,
                            () -> out.item(() -> {
                                out.list(
                                        direction.equals("ingress") ? "from" : "to",
                                        () -> out.item(() -> out.map(
                                                "podSelector",
                                                () -> out.map("matchLabels", () -> podLabels(out, Words.name(dice))))));
                                out.list(
                                        "ports",
                                        () -> out.item(() -> out.put("port", dice.between(1024, 9999))
                                                .put("protocol", "TCP")));
                            }));
                }
            });
        });
    }

    private void autoscaler(String component) {
        add("autoscaling/v2", "HorizontalPodAutoscaler", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                out.map(
                        "scaleTargetRef",
                        () -> out.put("apiVersion", "apps/v1")
                                .put("kind", "Deployment")
                                .put("name", component));
                out.put("minReplicas", dice.between(2, 3)).put("maxReplicas", dice.between(4, 20));
                out.list(
                        "metrics",
                        () -> out.item(() -> {
                            out.put("type", "Resource");
                            out.map("resource", () -> {
                                out.put("name", "cpu");
                                out.map(
                                        "target",
                                        () -> out.put("type", "Utilization").put("averageUtilization", 75));
                            });
                        }));
            });
        });
    }

    private void serviceMonitor(String component) {
        add("monitoring.coreos.com/v1", "ServiceMonitor", component, out -> {
            metadata(out, component, component);
            out.map("spec", () -> {
                selector(out, component);
                out.list(
                        "endpoints",
                        () -> out.item(() ->
                                out.put("port", "http").put("interval", "30s").put("path", "/metrics")));
            });
        });
    }

    private void add(String apiVersion, String kind, String object, java.util.function.Consumer<TreeWriter> body) {
        objects.add(new Manifest(apiVersion, kind, object, body));
    }

    private void metadata(TreeWriter out, String object, String component) {
        out.map("metadata", () -> {
            out.put("name", object);
            out.put("namespace", namespace);
            out.map("labels", () -> {
                podLabels(out, component);
                if (recommendedLabels) {
                    out.put("app.kubernetes.io/part-of", name).put("app.kubernetes.io/managed-by", "Helm");
                }
            });
            if (dice.chance(15)) {
                out.map(
                        "annotations",
                        () -> out.put("example.com/owner", "team-" + Words.thing(dice))
                                .put(
                                        "example.com/description",
                                        "\"" + Words.sentence(dice, dice.between(4, 14)) + "\""));
            }
        });
    }

    private void selector(TreeWriter out, String component) {
        out.map("selector", () -> out.map("matchLabels", () -> podLabels(out, component)));
    }

    private void podLabels(TreeWriter out, String component) {
        if (recommendedLabels) {
            out.put("app.kubernetes.io/name", component).put("app.kubernetes.io/instance", name);
        } else {
            out.put("app", component);
        }
    }

    private void template(TreeWriter out, String component, Runnable spec) {
        out.map("template", () -> {
            out.map("metadata", () -> {
                out.map("labels", () -> podLabels(out, component));
                if (dice.chance(20)) {
                    out.map(
                            "annotations",
                            () -> out.put("checksum/config", dice.hex(64)).put("prometheus.io/scrape", "\"true\""));
                }
            });
            out.map("spec", spec);
        });
    }
}
