package dev.stslint.benchmarks.corpus;

/**
 * Inputs that are hard on a linter, each with one size that grows. Whatever reads them should need twice the work for
 * twice the size.
 */
public enum Shape {
    /** One mapping of so many keys. */
    KEYS(100_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: keys\ndata:\n");
            for (int i = 0; i < size; i++) {
                out.append("  key-").append(i).append(": value ").append(i).append('\n');
            }
        }
    },

    /** So many small documents in one file. */
    DOCUMENTS(10_000) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i++) {
                out.append("---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: account-");
                out.append(i).append("\n  namespace: crowd\n");
            }
        }
    },

    /** So many sets, each with its Service and budget, all in one namespace. */
    SELECTORS(10_000) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i += 3) {
                set(out, "member-" + i, "app: member-" + i);
            }
        }
    },

    /** The same, but every selector matches the pods of every set. */
    MUTUAL_SELECTORS(3_000) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i += 3) {
                set(out, "member-" + i, "app: member");
            }
        }
    },

    /** So many sets whose Service is missing, among names that are nearly right. */
    NEAR_MISSES(10_000) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i += 2) {
                service(out, "member-" + i + "-nodes", "app: member-" + i);
                statefulSet(out, "member-" + i, "member-" + i + "-node", "app: member-" + i);
            }
        }
    },

    /** One plain value of so many bytes on a line. */
    LONG_LINE(1_000_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: line\ndata:\n  line: ");
            repeat(out, "word ", size).append("end\n");
        }
    },

    /** One double-quoted value of so many bytes, with escapes. */
    LONG_QUOTED_LINE(1_000_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: line\ndata:\n  line: \"");
            repeat(out, "key=\\\"value\\\" \\u00e4 ", size).append("\"\n");
        }
    },

    /** A whole file of so many bytes on one line, as JSON without spaces. */
    JSON_LINE(1_000_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
            for (int i = 0; out.length() < size; i++) {
                out.append(i == 0 ? "" : ",")
                        .append("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":");
                out.append("\"s")
                        .append(i)
                        .append("\"},\"stringData\":{\"password\":\"Hk8s")
                        .append(i)
                        .append("xQ\"}}");
            }
            out.append("]}\n");
        }
    },

    /** So many documents, each nested nearly as deep as is allowed. */
    NESTING(200) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i++) {
                out.append("---\napiVersion: example.com/v1\nkind: Nest\nmetadata:\n  name: nest-")
                        .append(i);
                out.append("\nspec:\n");
                for (int depth = 1; depth < 240; depth++) {
                    out.append("  ".repeat(depth)).append("k:\n");
                }
                out.append("  ".repeat(240)).append("k: v\n");
            }
        }
    },

    /** So many flow collections, nested nearly as deep as is allowed. */
    FLOW_NESTING(1_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: example.com/v1\nkind: Nest\nmetadata:\n  name: nest\nspec:\n");
            for (int i = 0; i < size; i++) {
                out.append("  - ")
                        .append("[".repeat(240))
                        .append("]".repeat(240))
                        .append('\n');
            }
        }
    },

    /** So many anchors and as many aliases. */
    ALIASES(20_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: example.com/v1\nkind: Web\nmetadata:\n  name: web\nspec:\n");
            for (int i = 0; i < size; i++) {
                out.append("  - &a")
                        .append(i)
                        .append(" {k: v}\n  - *a")
                        .append(i / 2)
                        .append('\n');
            }
        }
    },

    /** One mapping that merges so many others. */
    MERGES(5_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: example.com/v1\nkind: Web\nmetadata:\n  name: web\nspec:\n");
            for (int i = 0; i < size; i++) {
                out.append("  part")
                        .append(i)
                        .append(": &p")
                        .append(i)
                        .append(" {k")
                        .append(i)
                        .append(": v}\n");
            }
            out.append("  whole:\n    <<: [");
            for (int i = 0; i < size; i++) {
                out.append(i == 0 ? "*p" : ", *p").append(i);
            }
            out.append("]\n");
        }
    },

    /** One flow sequence of so many values, on many lines. */
    FLOW_SEQUENCE(100_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: example.com/v1\nkind: Row\nmetadata:\n  name: row\nspec:\n  values: [\n");
            for (int i = 0; i < size; i++) {
                out.append("    v").append(i).append(i % 10 == 9 ? ",\n" : ", ");
            }
            out.append("  ]\n");
        }
    },

    /** One block scalar of so many bytes. */
    BLOCK_SCALAR(5_000_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: block\ndata:\n  notes.txt: |\n");
            while (out.length() < size) {
                out.append("    the quick text of a line that says nothing = at all, with some marks: \"x\"\n");
            }
        }
    },

    /** One script of so many bytes, with host names and what looks like credentials. */
    SCRIPT(1_000_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: script\ndata:\n  run.sh: |\n");
            for (int i = 0; out.length() < size; i++) {
                out.append("    curl -u user:Hk8s")
                        .append(i)
                        .append("xQ http://db-")
                        .append(i);
                out.append(".db-nodes.shop.svc.cluster.local:5432/path?token=${TOKEN}\n");
            }
        }
    },

    /** So many lines of comments. */
    COMMENTS(100_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: comments\ndata:\n");
            for (int i = 0; i < size; i++) {
                out.append(i % 2 == 0 ? "  # a line of thoughts, number " : "# another one, number ")
                        .append(i);
                out.append('\n');
            }
            out.append("  key: value\n");
        }
    },

    /** So many values that each end in a comment. */
    TRAILING_COMMENTS(50_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: comments\ndata:\n");
            for (int i = 0; i < size; i++) {
                out.append("  key-").append(i).append(": value # why it is so\n");
            }
        }
    },

    /** So many documents that do not parse. */
    BROKEN_DOCUMENTS(5_000) {
        @Override
        void append(StringBuilder out, int size) {
            for (int i = 0; i < size; i++) {
                out.append("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: [broken-")
                        .append(i)
                        .append("\n");
            }
        }
    },

    /** One container with so many variables that refer to each other, half of them too early. */
    VARIABLES(5_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod\nspec:\n  containers:\n    - name: main\n");
            out.append("      image: registry.example.com/app:1.0\n      env:\n");
            for (int i = 0; i < size; i++) {
                out.append("        - name: VARIABLE_").append(i).append("\n          value: $(VARIABLE_");
                out.append(i % 2 == 0 ? i / 2 : i + 1).append(")\n");
            }
        }
    },

    /** One set with so many containers, mounts and claim templates. */
    CONTAINERS(2_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: wide\nspec:\n  serviceName: wide\n");
            out.append("  selector:\n    matchLabels: {app: wide}\n  template:\n    metadata:\n");
            out.append("      labels: {app: wide}\n    spec:\n      containers:\n");
            for (int i = 0; i < size; i++) {
                out.append("        - name: c").append(i).append("\n          image: example.com/c:1\n");
                out.append("          volumeMounts:\n            - {name: v")
                        .append(i)
                        .append(", mountPath: /d}\n");
                out.append("            - {name: w").append(i).append(", mountPath: /e}\n");
            }
            out.append("  volumeClaimTemplates:\n");
            for (int i = 0; i < size; i++) {
                out.append("    - metadata: {name: v").append(i).append("}\n      spec:\n");
                out.append("        resources: {requests: {storage: 1Gi}}\n");
            }
        }
    },

    /** So many findings on one line. */
    FINDINGS_ON_A_LINE(5_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("{apiVersion: v1, kind: Pod, metadata: {name: pod}, spec: {containers: [{name: main, env: [");
            for (int i = 0; i < size; i++) {
                out.append(i == 0 ? "" : ", ").append("{name: DB").append(i).append("_PASSWORD, value: Hk8s");
                out.append(i).append("xQ}");
            }
            out.append("]}]}}\n");
        }
    },

    /** So many duplicate keys. */
    DUPLICATE_KEYS(5_000) {
        @Override
        void append(StringBuilder out, int size) {
            out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: twice\ndata:\n");
            for (int i = 0; i < size; i++) {
                out.append("  key-").append(i / 2).append(": value\n");
            }
        }
    };

    private final int usual;

    Shape(int usual) {
        this.usual = usual;
    }

    /** The size to measure with. */
    public int usual() {
        return usual;
    }

    /** Its text; the size is what the shape counts: keys, documents, bytes. */
    public String text(int size) {
        StringBuilder text = new StringBuilder();
        append(text, size);
        return text.toString();
    }

    abstract void append(StringBuilder out, int size);

    private static StringBuilder repeat(StringBuilder out, String part, int size) {
        for (int length = 0; length < size; length += part.length()) {
            out.append(part);
        }
        return out;
    }

    private static void set(StringBuilder out, String name, String labels) {
        service(out, name, labels);
        statefulSet(out, name, name, labels);
        out.append("---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: ")
                .append(name);
        out.append("\n  namespace: crowd\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      ");
        out.append(labels).append('\n');
    }

    private static void service(StringBuilder out, String name, String labels) {
        out.append("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: ").append(name);
        out.append("\n  namespace: crowd\nspec:\n  clusterIP: None\n  selector:\n    ")
                .append(labels);
        out.append("\n  ports:\n    - port: 80\n");
    }

    private static void statefulSet(StringBuilder out, String name, String service, String labels) {
        out.append("---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: ")
                .append(name);
        out.append("\n  namespace: crowd\nspec:\n  replicas: 3\n  serviceName: ")
                .append(service);
        out.append("\n  selector:\n    matchLabels:\n      ").append(labels);
        out.append("\n  template:\n    metadata:\n      labels:\n        ").append(labels);
        out.append("\n    spec:\n      containers:\n        - name: main\n");
        out.append("          image: registry.example.com/app:1.0\n          volumeMounts:\n");
        out.append("            - name: data\n              mountPath: /data\n  volumeClaimTemplates:\n");
        out.append("    - metadata:\n        name: data\n      spec:\n        accessModes: [ReadWriteOnce]\n");
        out.append("        resources:\n          requests:\n            storage: 1Gi\n");
    }
}
