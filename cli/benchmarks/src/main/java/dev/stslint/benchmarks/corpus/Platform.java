package dev.stslint.benchmarks.corpus;

import java.util.List;
import java.util.Locale;

/** What operators and monitoring bring along: most of the bytes of a large repository, and little to find. */
final class Platform {

    private static final int PROPERTIES = 7;

    private final Dice dice;
    private final Content content;

    Platform(Dice dice) {
        this.dice = dice;
        this.content = new Content(dice);
    }

    /** A definition whose schema has about so many fields. */
    Manifest definition(int fields) {
        String kind = Content.camel(Words.name(dice));
        String plural = kind.toLowerCase(Locale.ROOT) + "s";
        String group = Words.thing(dice) + ".example.com";
        String full = plural + "." + group;
        return new Manifest("apiextensions.k8s.io/v1", "CustomResourceDefinition", full, out -> {
            out.map("metadata", () -> {
                out.map("annotations", () -> out.put("controller-gen.kubebuilder.io/version", "v0.16.1"));
                out.put("name", full);
            });
            out.map("spec", () -> {
                out.put("group", group);
                out.map(
                        "names",
                        () -> out.put("kind", kind)
                                .put("listKind", kind + "List")
                                .put("plural", plural)
                                .put("singular", kind.toLowerCase(Locale.ROOT)));
                out.put("scope", "Namespaced");
                out.list(
                        "versions",
                        () -> out.item(() -> {
                            out.put("name", dice.pick("v1", "v1alpha1", "v1beta1"));
                            out.map("schema", () -> out.map("openAPIV3Schema", () -> schema(out, fields, 0)));
                            out.put("served", "true").put("storage", "true");
                            out.map("subresources", () -> out.put("status", "{}"));
                        }));
            });
        });
    }

    /** Writes a schema of about so many fields; answers nothing, since rounding does not matter. */
    private void schema(TreeWriter out, int fields, int depth) {
        String description = Words.sentence(dice, dice.between(5, 24));
        if (dice.chance(30)) {
            out.text("description", description + "\n" + Words.sentence(dice, dice.between(8, 24)));
        } else {
            out.put("description", description);
        }
        if (fields < 2 || depth > 14) {
            leaf(out);
            return;
        }
        out.map("properties", () -> {
            int left = fields;
            for (int i = 0; i < PROPERTIES && left > 0; i++) {
                int share = i == PROPERTIES - 1 ? left : dice.skewed(1, left);
                left -= share;
                out.map(Words.field(dice) + i, () -> {
                    if (share > 3 && dice.chance(25)) {
                        out.map("items", () -> schema(out, share - 1, depth + 2));
                        out.put("type", "array");
                    } else {
                        schema(out, share - 1, depth + 1);
                    }
                });
            }
        });
        out.put("type", "object");
    }

    private void leaf(TreeWriter out) {
        switch (dice.between(0, 4)) {
            case 0 -> out.put("format", "int32").put("type", "integer");
            case 1 -> {
                out.values("enum", List.of("Always", "Never", "IfNotPresent", "OnFailure"));
                out.put("type", "string");
            }
            case 2 -> out.put("type", "boolean");
            case 3 -> out.put("pattern", "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$").put("type", "string");
            default -> out.put("type", "string");
        }
    }

    /** A ConfigMap with dashboards of about so many bytes in all. */
    Manifest dashboards(int bytes) {
        String name = Words.name(dice) + "-dashboards";
        int count = 1 + bytes / 60_000;
        return new Manifest("v1", "ConfigMap", name, out -> {
            out.map("metadata", () -> {
                out.put("name", name).put("namespace", "monitoring");
                out.map("labels", () -> out.put("grafana_dashboard", "\"1\""));
            });
            out.map("data", () -> {
                for (int i = 0; i < count; i++) {
                    out.text(Words.name(dice) + i + ".json", content.dashboard(bytes / count));
                }
            });
        });
    }

    /** Alerting rules as a custom resource. */
    Manifest prometheusRule(int alerts) {
        String name = Words.name(dice) + "-rules";
        return new Manifest("monitoring.coreos.com/v1", "PrometheusRule", name, out -> {
            out.map("metadata", () -> out.put("name", name).put("namespace", "monitoring"));
            out.map(
                    "spec",
                    () -> out.list(
                            "groups",
                            () -> out.item(() -> {
                                out.put("name", name);
                                out.list("rules", () -> {
                                    for (int i = 0; i < alerts; i++) {
                                        out.item(() -> {
                                            out.put("alert", Content.camel(Words.name(dice)));
                                            out.map(
                                                    "annotations",
                                                    () -> out.put("description", Words.sentence(dice, 16))
                                                            .put("summary", Words.sentence(dice, 6)));
                                            out.text("expr", content.query());
                                            out.put("for", dice.between(1, 30) + "m");
                                            out.map(
                                                    "labels",
                                                    () -> out.put("severity", dice.pick("warning", "critical")));
                                        });
                                    }
                                });
                            })));
        });
    }

    Manifest webhook() {
        String name = Words.name(dice) + "-webhook";
        return new Manifest("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", name, out -> {
            out.map("metadata", () -> out.put("name", name));
            out.list("webhooks", () -> {
                for (int i = dice.between(1, 6); i > 0; i--) {
                    out.item(() -> {
                        out.put("name", Words.name(dice) + ".example.com");
                        out.values("admissionReviewVersions", List.of("v1"));
                        out.put("sideEffects", "None");
                        out.map("clientConfig", () -> {
                            out.put("caBundle", Content.base64(content.certificate()));
                            out.map("service", () -> out.put("name", name).put("namespace", "platform"));
                        });
                        out.list(
                                "rules",
                                () -> out.item(() -> {
                                    out.values("apiGroups", List.of("apps"));
                                    out.values("apiVersions", List.of("v1"));
                                    out.values("operations", List.of("CREATE", "UPDATE"));
                                    out.values("resources", List.of("deployments", "statefulsets"));
                                }));
                    });
                }
            });
        });
    }

    /** A DaemonSet that reads the nodes' logs. */
    Manifest agent() {
        String name = Words.name(dice) + "-agent";
        return new Manifest("apps/v1", "DaemonSet", name, out -> {
            out.map("metadata", () -> out.put("name", name).put("namespace", "platform"));
            out.map("spec", () -> {
                out.map("selector", () -> out.map("matchLabels", () -> out.put("app", name)));
                out.map("template", () -> {
                    out.map("metadata", () -> out.map("labels", () -> out.put("app", name)));
                    out.map("spec", () -> {
                        out.list("tolerations", () -> out.item(() -> out.put("operator", "Exists")));
                        out.list(
                                "containers",
                                () -> out.item(() -> {
                                    out.put("name", "agent").put("image", "registry.example.com/platform/agent:3.2.1");
                                    out.list(
                                            "volumeMounts",
                                            () -> out.item(() -> out.put("name", "logs")
                                                    .put("mountPath", "/var/log")
                                                    .put("readOnly", "true")));
                                }));
                        out.list(
                                "volumes",
                                () -> out.item(() -> {
                                    out.put("name", "logs");
                                    out.map("hostPath", () -> out.put("path", "/var/log"));
                                }));
                    });
                });
            });
        });
    }

    /** Certificates of authorities, bundled. */
    Manifest trustBundle(int certificates) {
        String name = Words.name(dice) + "-ca";
        return new Manifest("v1", "ConfigMap", name, out -> {
            out.map("metadata", () -> out.put("name", name).put("namespace", "platform"));
            out.map("data", () -> {
                StringBuilder bundle = new StringBuilder();
                for (int i = 0; i < certificates; i++) {
                    bundle.append("# ").append(Words.name(dice)).append('\n').append(content.certificate());
                }
                out.text("ca.crt", bundle.toString());
            });
        });
    }
}
