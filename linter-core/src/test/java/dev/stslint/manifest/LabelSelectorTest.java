package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.kube.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors as the API server reads them (facts: F). */
final class LabelSelectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            matchLabels: {app: db}                                            | app=db              | true
            matchLabels: {app: db}                                            | app=db tier=data    | true
            matchLabels: {app: db}                                            | app=web             | false
            matchLabels: {app: db}                                            | ''                  | false
            matchLabels: {app: db, tier: data}                                | app=db              | false
            matchLabels: {app: ""}                                            | app=                | true
            matchLabels: {app: null}                                          | app=                | true
            matchLabels: {app: null}                                          | ''                  | false
            matchExpressions: [{key: app, operator: In, values: [db, web]}]   | app=web             | true
            matchExpressions: [{key: app, operator: In, values: [db, web]}]   | app=api             | false
            matchExpressions: [{key: app, operator: In, values: [db, web]}]   | tier=db             | false
            matchExpressions: [{key: app, operator: NotIn, values: [db]}]     | app=web             | true
            matchExpressions: [{key: app, operator: NotIn, values: [db]}]     | app=db              | false
            matchExpressions: [{key: app, operator: NotIn, values: [db]}]     | tier=data           | true
            matchExpressions: [{key: app, operator: NotIn, values: [db]}]     | ''                  | true
            matchExpressions: [{key: app, operator: Exists}]                  | app=                | true
            matchExpressions: [{key: app, operator: Exists}]                  | tier=data           | false
            matchExpressions: [{key: app, operator: DoesNotExist}]            | tier=data           | true
            matchExpressions: [{key: app, operator: DoesNotExist}]            | app=db              | false
            'matchLabels: {app: db}, matchExpressions: [{key: tier, operator: Exists}]' | app=db tier=x | true
            'matchLabels: {app: db}, matchExpressions: [{key: tier, operator: Exists}]' | app=db        | false
            """)
    void allRequirementsMustHold(String selector, String labels, boolean matches) {
        LabelSelector read = selector("selector: {" + selector + "}");
        assertThat(read.isReadable()).isTrue();
        assertThat(read.matches(labels(labels))).isEqualTo(matches);
        assertThat(read.unmetBy(labels(labels)).isEmpty()).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selector: db",
                "selector: [db]",
                "selector: {matchLabels: [app]}",
                "selector: {matchLabels: db}",
                "selector: {matchLabels: {app: 1}}",
                "selector: {matchLabels: {app: true}}",
                "selector: {matchExpressions: {key: app, operator: Exists}}",
                "selector: {matchExpressions: [app]}",
                "selector: {matchExpressions: [{operator: Exists}]}",
                "selector: {matchExpressions: [{key: app}]}",
                "selector: {matchExpressions: [{key: app, operator: exists}]}",
                "selector: {matchExpressions: [{key: app, operator: Gt, values: ['1']}]}",
                "selector: {matchExpressions: [{key: app, operator: In}]}",
                "selector: {matchExpressions: [{key: app, operator: In, values: []}]}",
                "selector: {matchExpressions: [{key: app, operator: In, values: [1]}]}",
                "selector: {matchExpressions: [{key: app, operator: In, values: [y]}]}",
                "selector: {matchExpressions: [{key: app, operator: In, values: db}]}",
                "selector: {matchExpressions: [{key: app, operator: NotIn}]}",
                "selector: {matchExpressions: [{key: app, operator: Exists, values: [db]}]}"
            })
    void whatTheServerRejectsMatchesNothing(String spec) {
        LabelSelector read = selector(spec);
        assertThat(read.isReadable()).isFalse();
        assertThat(read.isEmpty()).isFalse();
        assertThat(read.matches(Map.of("app", "db"))).isFalse();
    }

    @Test
    void nothingIsNotTheSameAsEmpty() {
        for (String absent : new String[] {"maxUnavailable: 1", "selector: ~", "selector: null"}) {
            assertThat(selector(absent).isAbsent()).as(absent).isTrue();
            assertThat(selector(absent).isEmpty()).as(absent).isFalse();
        }
        for (String empty : new String[] {
            "selector: {}", "selector: {matchLabels: {}}", "selector: {matchLabels: {}, matchExpressions: []}"
        }) {
            assertThat(selector(empty).isEmpty()).as(empty).isTrue();
            assertThat(selector(empty).isAbsent()).as(empty).isFalse();
        }
    }

    @Test
    void aServiceHasAPlainMap() {
        assertThat(Given.object(Service.class, Given.service("db", "app: db"))
                        .selector()
                        .matches(Map.of("app", "db")))
                .isTrue();
        assertThat(Given.object(Service.class, Given.service("db", "app: 1"))
                        .selector()
                        .isReadable())
                .isFalse();
    }

    @Test
    void readsAsOneWritesIt() {
        LabelSelector read = selector("selector: {matchLabels: {app: db}, matchExpressions: ["
                + "{key: a, operator: In, values: [p, q]}, {key: b, operator: NotIn, values: [z]},"
                + "{key: c, operator: Exists}, {key: d, operator: DoesNotExist}]}");
        assertThat(read.requirements().stream().map(Requirement::toString))
                .containsExactly("app: db", "a In (p, q)", "b NotIn (z)", "c Exists", "d DoesNotExist");
    }

    private static LabelSelector selector(String spec) {
        return Given.object(PodDisruptionBudget.class, Given.budget("db", spec)).selector();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : text.split(" ", -1)) {
            int equals = label.indexOf('=');
            if (equals > 0) {
                labels.put(label.substring(0, equals), label.substring(equals + 1));
            }
        }
        return labels;
    }
}
