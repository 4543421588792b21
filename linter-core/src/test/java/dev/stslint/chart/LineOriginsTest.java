package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.chart.LineOrigins.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineOriginsTest {

    private static final String HEAD = "---\n# Source: shop/templates/a.yaml\n";

    private static final String TEMPLATE = """
            {{- if .Values.on }}
            name: {{ .Values.name }}
            env:
              {{- toYaml .Values.env | nindent 2 }}
            last: 1
            {{- end }}
            """;

    @Test
    void leadsToTheLineThatPrintsIt() {
        String marked = HEAD + "\nname: db" + mark(2) + "\nenv:" + mark(3) + "\n  a: 1\n  b: 2" + mark(4) + "\nlast: 1"
                + mark(5) + "\n";
        assertThat(originsOf(HEAD + "name: db\nenv:\n  a: 1\n  b: 2\nlast: 1\n", marked))
                .containsExactly("2", "3", "4", "4", "5");
    }

    @Test
    void provesNothingOfWhatIsNotTheSame() {
        String marked = HEAD + "name: x7f" + mark(2) + "\nenv:" + mark(3) + "\n";
        assertThat(originsOf(HEAD + "name: q3z\nenv:\n", marked)).containsExactly("-", "3");
    }

    @Test
    void provesNothingOfADocumentWithOtherLines() {
        String marked = HEAD + "name: db" + mark(2) + "\n";
        assertThat(originsOf(HEAD + "name: db\nmore: 1\n", marked)).containsExactly("-", "-");
    }

    @Test
    void provesNothingWhenThereAreOtherDocuments() {
        String marked = HEAD + "name: db" + mark(2) + "\n" + HEAD + "env:" + mark(3) + "\n";
        assertThat(originsOf(HEAD + "name: db\n", marked)).containsExactly("-");
    }

    @Test
    void passesOverTemplatesThatRenderToNothing() {
        String marked = "---\n# Source: shop/templates/b.yaml\n" + mark(1) + "\n" + HEAD + "name: db" + mark(2) + "\n";
        assertThat(originsOf(HEAD + "name: db\n", marked)).containsExactly("2");
    }

    @Test
    void doesNotGuessWhichOfTwoLinesPrintsSomething() {
        String marked = HEAD + "name: db" + mark(2) + "\nx: 1\nlast: 1" + mark(5) + "\n";
        assertThat(originsOf(HEAD + "name: db\nx: 1\nlast: 1\n", marked)).containsExactly("2", "-", "5");
    }

    /** The template's line for each line behind the head; a dash where none is proven. */
    private static List<String> originsOf(String plain, String marked) {
        LineOrigins origins = LineOrigins.of(
                plain,
                marked,
                List.of("shop/templates/a.yaml"),
                Map.of("shop/templates/a.yaml", new MarkedTemplate(TEMPLATE, 0, false)));
        return plain.lines()
                .skip(2)
                .map(line -> origins.of(1 + plain.lines().toList().indexOf(line)))
                .map(LineOriginsTest::shown)
                .toList();
    }

    private static String shown(Optional<Origin> origin) {
        return origin.map(found -> String.valueOf(found.line())).orElse("-");
    }

    private static String mark(int line) {
        return " #\uE0C00." + line + "\uE0C1";
    }
}
