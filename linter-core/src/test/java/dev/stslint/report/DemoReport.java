package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.finding.Threshold;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Relation;
import dev.stslint.report.ObjectGraph.Role;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report with one of everything: what the golden files show and the judges of SARIF are asked about. */
final class DemoReport {

    /** A value that no output may hold. */
    static final String SECRET = "kX9-horse-Battery";

    private static final Manifest SET = Manifest.of("k8s/db.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
              namespace: shop
            spec:
              replicas: 3
              serviceName: db
              selector:
                matchLabels: {app: db}
              template:
                metadata:
                  labels: {app: db}
                spec:
                  containers:
                    - name: postgres
                      image: postgres
                      env:
                        - name: POSTGRES_PASSWORD
                          value: kX9-horse-Battery # TODO: rotate
                        - name: POSTGRES_USER
                          value: app
                        # - name: OLD_PASSWORD
                        #   value: kX9-horse-Battery
                      ports:
                        - containerPort: 5432
            """);

    private static final Manifest SERVICE = Manifest.of("k8s/db-service.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: db
              namespace: shop
            spec:
              selector:
                app: database
              ports:
                - port: 5432
            """);

    private static final Manifest BROKEN = Manifest.of("k8s/größe & maß/東京 😀.yaml", """
            kind: ConfigMap
            data:
              password: kX9-horse-Battery
              list: [a, b
              key: value
            """);

    private DemoReport() {}

    static LintReport report() {
        List<Finding> findings = new ArrayList<>();
        for (FindingSketch sketch : sketches()) {
            findings.add(sketch.finding());
        }
        findings.sort(null);
        return new LintReport(
                findings,
                List.of(new SuppressedFinding(
                        warning("missing-namespace", SET.at("name: db"), "StatefulSet `db` is alone")
                                .in("StatefulSet/shop/db", "")
                                .finding(),
                        SuppressedFinding.Kind.IN_SOURCE,
                        "the old password: " + SECRET + " is gone",
                        SET.at("# TODO: rotate"))),
                rules(),
                Reports.hiding(SET.at(SECRET)),
                accounting(),
                List.of(),
                Threshold.ERROR,
                objects());
    }

    static RulePages pages() {
        return ruleId -> ruleId.equals("governing-service-selects-other-pods") ? Optional.of(PAGE) : Optional.empty();
    }

    private static final String PAGE = """
            # governing-service-selects-other-pods

            ## What it checks

            Whether the Service that `serviceName` names selects the pods of its StatefulSet,
            see [the documentation](https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/).

            ## Why it matters

            Pods that it does not select get no DNS names.

            ## Example

            ```yaml expect
            kind: Service
            ```
            """;

    private static List<FindingSketch> sketches() {
        return List.of(
                error(
                                "governing-service-selects-other-pods",
                                SET.at("serviceName: db", "db"),
                                "Service `db` selects none of the pods of StatefulSet `db`")
                        .in("StatefulSet/shop/db", "spec.serviceName")
                        .label("its pods get no DNS names")
                        .related(SERVICE.at("app: database", "database"), "the pods carry `app: db`")
                        .help("change the selector to `app: db`")
                        .fix(Fix.unsafe(
                                "change the selector to `app: db`",
                                new TextEdit(SERVICE.at("app: database", "database"), "db"))),
                warning(
                                "missing-resources",
                                SET.from("- name: postgres", "5432"),
                                "container `postgres` requests no memory")
                        .in("StatefulSet/shop/db", "spec.template.spec.containers[postgres].resources")
                        .label("it is the first to be killed when its node runs short")
                        .note("the scheduler counts it as nothing")
                        .note("see `kubectl explain pod.spec.containers.resources`:\nrequests and limits")
                        .fix(Fix.safe(
                                "add `resources`",
                                new TextEdit(SET.after("image: postgres"), "\n          resources: {}"),
                                new TextEdit(SET.at(" # TODO: rotate"), ""))),
                warning("inline-secret", SET.at(SECRET), "`POSTGRES_PASSWORD` stands in the open")
                        .in(
                                "StatefulSet/shop/db",
                                "spec.template.spec.containers[postgres].env[POSTGRES_PASSWORD].value")
                        .label("everybody who reads the repository can read it")
                        .related(SET.at("OLD_PASSWORD"), "an older one is kept here")
                        .help("refer to a Secret by `secretKeyRef`")
                        .fix(Fix.unsafe(
                                "move it down",
                                new TextEdit(SET.after("value: app"), "\n- value: " + SECRET),
                                new TextEdit(SET.at(SECRET), "$(X)"))),
                info("floating-image-tag", SET.after("image: postgres"), "image `postgres` has no tag")
                        .in("StatefulSet/shop/db", "spec.template.spec.containers[postgres].image"),
                error("invalid-yaml", BROKEN.before("key: value"), "expected `,` or `]`")
                        .label("the list is still open")
                        .related(BROKEN.at("["), "it starts here"),
                warning("missing-namespace", SERVICE.at("Service"), "Service `db` is alone")
                        .in("Service/shop/db", ""));
    }

    private static ObjectGraph objects() {
        String set = "StatefulSet/shop/db";
        return new ObjectGraph(
                List.of(
                        new Node(Role.WORKLOAD, "StatefulSet", "db", set, "", SET.at("name: db"), List.of(), false),
                        new Node(
                                Role.PODS,
                                "Pods",
                                "db-0 … db-2",
                                set,
                                "spec.template",
                                SET.at("template:"),
                                List.of("no DNS names"),
                                false),
                        new Node(
                                Role.SERVICE,
                                "Service",
                                "db",
                                "Service/shop/db",
                                "",
                                SERVICE.at("name: db"),
                                List.of(),
                                false)),
                List.of(new Link(0, 1, Relation.MAKES), new Link(0, 2, Relation.IS_GOVERNED_BY)));
    }

    private static List<RuleMetadata> rules() {
        return List.of(
                rule("floating-image-tag", "an image is named without a fixed tag", Category.HYGIENE, Severity.INFO),
                rule(
                        "governing-service-selects-other-pods",
                        "the Service that governs a StatefulSet selects none of its pods",
                        Category.IDENTITY,
                        Severity.ERROR),
                rule("inline-secret", "a credential stands in the open", Category.SECRETS, Severity.WARNING),
                rule("invalid-yaml", "a document does not parse", Category.YAML, Severity.ERROR),
                rule("missing-namespace", "an object has no namespace", Category.HYGIENE, Severity.WARNING),
                rule("missing-resources", "a container requests no memory", Category.AVAILABILITY, Severity.WARNING),
                rule("unreadable-file", "a file cannot be read", Category.ENGINE, Severity.ERROR));
    }

    private static RuleMetadata rule(String id, String summary, Category category, Severity severity) {
        return RuleMetadata.of(id)
                .summary(summary)
                .category(category)
                .severity(severity)
                .since("0.1")
                .build();
    }

    private static Accounting accounting() {
        return new Accounting(List.of(
                new FileAccount("charts/db/templates/set.yaml", "unrendered template", List.of()),
                new FileAccount("k8s/db-service.yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, 1))),
                new FileAccount("k8s/db.yaml", "", List.of(new DocumentAccount(1, Outcome.OBJECTS, 1))),
                new FileAccount("k8s/größe & maß/東京 😀.yaml", "", List.of(new DocumentAccount(1, Outcome.BROKEN, 0)))));
    }
}
