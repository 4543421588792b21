package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.chart.MarkedTemplate.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkedTemplateTest {

    @Test
    void marksLinesThatGoToTheOutput() {
        assertThat(markedLines("a: 1\nb: {{ .Values.b }}\n\n# comment\nlast: {{ .x }}"))
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void leavesControlLinesAlone() {
        assertThat(markedLines(
                        "{{- if .a }}\na: 1\n{{ else }}\n{{- $x := 1 }}\n{{/* it's }} */}}\nb: {{ $x }}\n{{ end }}\n"))
                .containsExactly(2, 6);
    }

    @Test
    void leavesDefinitionsAloneSinceTheirTextMayBeCutOrCompared() {
        assertThat(
                        markedLines(
                                "{{- define \"name\" -}}\n{{ if .a }}\nshop\n{{ end }}\n{{- end }}\nname: {{ include \"name\" . }}\n"))
                .containsExactly(6);
    }

    @Test
    void leavesSeparatorsAlone() {
        assertThat(markedLines("a: 1\n---\nb: 2\n")).containsExactly(1, 3);
    }

    @Test
    void putsNoMarkWhereAnActionTakesTheSpaceAway() {
        assertThat(markedLines("a: {{ .a -}}\n\n  b: 1\n")).containsExactly(3);
    }

    @Test
    void readsBracesInTextsAsText() {
        assertThat(markedLines("a: {{ \"}}\\\"\" }}\nb: {{ `}}` }}\nc: {{ printf \"%s\" '}' }}\n"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void knowsLinesOfWhichNothingIsPrinted() {
        MarkedTemplate template = new MarkedTemplate("{{- with .a }}\n\n  {{- toYaml . }}\n{{- end }}\n", 0, false);
        assertThat(List.of(template.isSilent(1), template.isSilent(2), template.isSilent(3), template.isSilent(4)))
                .containsExactly(true, true, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: 1\r\nb: {{ .x }}\r\n", "{{ open", "{{ \"open", "{{/* open", "", "}}", "a {{- /* c */ -}} b"})
    void changesNothingElse(String template) {
        assertThat(MarkedTemplate.withoutMarks(new MarkedTemplate(template, 3, false).text()))
                .isEqualTo(template);
    }

    /** The line numbers in the marks, each of which must stand on that very line. */
    private static List<Integer> markedLines(String template) {
        String marked = new MarkedTemplate(template, 0, false).text();
        assertThat(MarkedTemplate.withoutMarks(marked)).isEqualTo(template);
        List<Integer> lines = new ArrayList<>();
        String[] all = marked.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            Mark mark = MarkedTemplate.firstIn(all[i]);
            if (mark != null) {
                assertThat(mark).isEqualTo(new Mark(0, i + 1));
                lines.add(i + 1);
            }
        }
        return lines;
    }
}
