package dev.stslint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Span;
import org.junit.jupiter.api.Test;

/** What is taken for an unrendered template, and what only looks like one. */
final class TemplateTest {

    private static void template(String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        YamlStream stream = TreeInvariants.check(marked.replace("«", "").replace("»", ""));
        assertThat(stream.template()).isTrue();
        assertThat(stream.documents()).isEmpty();
        assertThat(stream.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(YamlFault.Kind.UNRENDERED_TEMPLATE);
            assertThat(fault.location().span()).isEqualTo(new Span(start, end));
        });
    }

    private static void noTemplate(String text) {
        YamlStream stream = TreeInvariants.check(text);
        assertThat(stream.template()).isFalse();
        assertThat(stream.documents()).isNotEmpty();
    }

    @Test
    void goTemplates() {
        template("a: «{{ .Values.a }}»\n");
        template("kind: Service\nmetadata:\n  name: «{{ .Release.Name }}»-db\n");
        template("«{{- if .Values.enabled }}»\nkind: Service\n{{- end }}\n");
        template("«{{/* a comment */}}»\nkind: Service\n");
        template("kind: Service\nmetadata:\n  labels:\n    «{{- include \"x.labels\" . | nindent 4 }}»\n");
        template("# {{ not this }}\na: 1\n---\nb: «{{ .b }}»\n---\nc: {{ .c }}\n");
    }

    @Test
    void otherTemplates() {
        template("a: «@NAME@»\n");
        template("«{% if a %}»\nkind: Service\n{% endif %}\n");
        template("kind: Service\n«<% if a %>»\nb: 1\n<% end %>\n");
    }

    @Test
    void aFileThatParsesIsNone() {
        noTemplate("expr: \"{{ $labels.instance }}\"\n");
        noTemplate("text: |\n  {{- if .x }}\n  {{ end }}\n");
        noTemplate("args: ['{{inputs.parameters.a}}']\n");
        noTemplate("name: a-{{ .x }}\n");
        noTemplate("# {{ .x }}\nkind: Service\n");
        noTemplate("a: [[b]]\n");
        noTemplate("a: <% b %>\n");
    }

    @Test
    void markupInStringsDoesNotExcuseSyntaxErrors() {
        noTemplate("summary: \"{{ $labels.instance }}\"\na: b: c\n");
        noTemplate("summary: \"{{ $labels.instance }}\na: 1\n");
        noTemplate("text: |\n  {{ .x }}\na: \"1\" b\n");
        noTemplate("# {{ .x }}\na: \"1\" b\n");
        noTemplate("a: @name\n");
    }

    @Test
    void markupFarFromTheFaultDoesNotCount() {
        noTemplate("a: b {{ .x }}\n" + "c: 1\n".repeat(20).replace("c", "c") + "d: e: f\n");
    }
}
