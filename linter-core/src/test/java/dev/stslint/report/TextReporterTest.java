package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static dev.stslint.report.FindingSketch.info;
import static dev.stslint.report.FindingSketch.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextReporterTest {

    private static final Manifest SET = Manifest.of("k8s/db.yaml", """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
              namespace: shop
            spec:
              replicas: 3
              selector:
                matchLabels:
                  app: db
              serviceName: database
              template:
                metadata:
                  labels:
                    app: db
                spec:
                  containers:
                    - name: web
                      image: postgres:16
                      args:
                        - run
                        - fast
            """);

    private static final Manifest SERVICE = Manifest.of("k8s/db-service.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: database
            spec:
              clusterIP: None
              selector:
                app: database
            """);

    @Test
    void drawsAFindingWithAnotherPlaceAsTheContractShowsIt() {
        String report = Reports.text(error(
                        "governing-service-selects-other-pods",
                        SET.at("serviceName: database", "database"),
                        "Service `database` selects none of the pods of StatefulSet `db`")
                .label("its pods get no DNS names")
                .related(SERVICE.at("app: database", "database"), "the pods carry `app: db`")
                .help("change the selector to `app: db`"));

        assertThat(report).isEqualTo("""
                error[governing-service-selects-other-pods]: Service `database` selects none of the pods of StatefulSet `db`
                  --> k8s/db.yaml:11:16
                   |
                11 |   serviceName: database
                   |                ^^^^^^^^ its pods get no DNS names
                   |
                  ::: k8s/db-service.yaml:8:10
                   |
                 8 |     app: database
                   |          -------- the pods carry `app: db`
                   |
                   = help: change the selector to `app: db`
                   = docs: stslint explain governing-service-selects-other-pods
                """);
    }

    @Test
    void drawsNotesBeforeHelpAndAlignsTheirFurtherLines() {
        String report = Reports.text(warning("rule", SET.at("3"), "message")
                .note("a fact")
                .note("two\nlines")
                .help("write:\n  replicas: 1"));

        assertThat(report).isEqualTo("""
                warning[rule]: message
                 --> k8s/db.yaml:7:13
                  |
                7 |   replicas: 3
                  |             ^
                  |
                  = note: a fact
                  = note: two
                          lines
                  = help: write:
                            replicas: 1
                  = docs: stslint explain rule
                """);
    }

    @Test
    void separatesFindingsByAnEmptyLine() {
        String report = Reports.text(info("a", SET.at("3"), "first"), info("b", SET.at("3"), "second"));

        assertThat(report).isEqualTo("""
                info[a]: first
                 --> k8s/db.yaml:7:13
                  |
                7 |   replicas: 3
                  |             ^
                  |
                  = docs: stslint explain a

                info[b]: second
                 --> k8s/db.yaml:7:13
                  |
                7 |   replicas: 3
                  |             ^
                  |
                  = docs: stslint explain b
                """);
    }

    @Test
    void isEmptyWithoutFindings() {
        assertThat(Reports.text()).isEmpty();
    }

    @Test
    void leavesOutWordsWhenQuiet() {
        LintReport report = Reports.of(warning("rule", SET.at("3"), "message")
                .label("why")
                .note("a fact")
                .help("do this"));

        assertThat(Reports.written(new TextReporter(Palette.PLAIN, true), report))
                .isEqualTo("""
                warning[rule]: message
                 --> k8s/db.yaml:7:13
                  |
                7 |   replicas: 3
                  |             ^ why
                """);
    }

    @Test
    void drawsNearbyPlacesOfAFileInOneFrame() {
        assertThat(frame(error("rule", SET.at("matchLabels:\n      app: db", "db"), "message")
                        .label("selects these")
                        .related(SET.at("replicas"), "of these many")
                        .related(SET.at("serviceName: database", "database"), "")))
                .isEqualTo("""
                  --> k8s/db.yaml:10:12
                   |
                 7 |   replicas: 3
                   |   -------- of these many
                ...
                10 |       app: db
                   |            ^^ selects these
                11 |   serviceName: database
                   |                --------
                """);
    }

    @Test
    void drawsTheLineBetweenTwoMarks() {
        assertThat(frame(error("rule", SET.at("db"), "message").related(SET.at("spec"), "here")))
                .isEqualTo("""
                 --> k8s/db.yaml:4:9
                  |
                4 |   name: db
                  |         ^^
                5 |   namespace: shop
                6 | spec:
                  | ---- here
                """);
    }

    @Test
    void drawsDistantPlacesOfAFileApart() {
        assertThat(frame(error("rule", SET.at("replicas: 3"), "message")
                        .label("here")
                        .related(SET.at("labels:\n        app: db", "db"), "there")))
                .isEqualTo("""
                  --> k8s/db.yaml:7:3
                   |
                 7 |   replicas: 3
                   |   ^^^^^^^^^^^ here
                   |
                  ::: k8s/db.yaml:15:14
                   |
                15 |         app: db
                   |              -- there
                """);
    }

    @Test
    void hangsLabelsBelowMarksOnTheSameLine() {
        Manifest flow = Manifest.of("a.yaml", "ports: {name: web, port: 80, name: api}\n");

        assertThat(frame(error("duplicate-key", flow.at("name: api", "name"), "message")
                        .label("again here")
                        .related(flow.at("name: web", "name"), "first here")
                        .related(flow.at("port: 80", "port"), "between")))
                .isEqualTo("""
                 --> a.yaml:1:30
                  |
                1 | ports: {name: web, port: 80, name: api}
                  |         ----       ----      ^^^^ again here
                  |         |          |
                  |         |          between
                  |         first here
                """);
    }

    @Test
    void drawsOverlappingMarksInRowsOfTheirOwn() {
        Manifest flow = Manifest.of("a.yaml", "ports: {name: web}\n");

        assertThat(frame(error("rule", flow.at("web"), "message")
                        .label("this")
                        .related(flow.at("{name: web}"), "in here")
                        .related(flow.at("ports"), "of")))
                .isEqualTo("""
                 --> a.yaml:1:15
                  |
                1 | ports: {name: web}
                  | -----         ^^^ this
                  | |
                  | of
                  |        ----------- in here
                """);
    }

    @Test
    void drawsAWholeMappingAlongTheEdge() {
        assertThat(frame(error("rule", SET.from("name: web", "fast\n"), "message")
                        .label("this container")))
                .isEqualTo("""
                  --> k8s/db.yaml:18:11
                   |
                18 |           - name: web
                   |  ___________^
                19 | |           image: postgres:16
                ...  |
                22 | |             - fast
                   | |__________________^ this container
                """);
    }

    @Test
    void drawsAFewLinesInFullAndMarksWithinThem() {
        assertThat(frame(error("rule", SET.from("    metadata:\n      labels:", "app: db"), "message")
                        .label("these")
                        .related(SET.at("database"), "not this")
                        .related(SET.at("labels:\n        app: db", "app"), "this")))
                .isEqualTo("""
                  --> k8s/db.yaml:13:1
                   |
                11 |     serviceName: database
                   |                  -------- not this
                12 |     template:
                13 | /     metadata:
                14 | |       labels:
                15 | |         app: db
                   | |         --- this
                   | |_______________^ these
                """);
    }

    @Test
    void startsAMarkOverLinesAtTheFirstCharacterOfALine() {
        assertThat(frame(error("rule", SET.from("selector:", "app: db"), "message")
                        .label("no")))
                .isEqualTo("""
                  --> k8s/db.yaml:8:3
                   |
                 8 | /   selector:
                 9 | |     matchLabels:
                10 | |       app: db
                   | |_____________^ no
                """);
    }

    @Test
    void putsACaretWhereSomethingIsMissing() {
        assertThat(frame(error("rule", SET.after("spec:"), "message").label("no `x` here")))
                .isEqualTo("""
                 --> k8s/db.yaml:6:6
                  |
                6 | spec:
                  |      ^ no `x` here
                """);
    }

    @Test
    void putsACaretBeforeACharacter() {
        assertThat(frame(error("rule", SET.before("kind"), "message"))).isEqualTo("""
                 --> k8s/db.yaml:2:1
                  |
                2 | kind: StatefulSet
                  | ^
                """);
    }

    @Test
    void putsACaretAtTheEndOfTheFile() {
        Manifest open = Manifest.of("a.yaml", "a: [1,\n");

        assertThat(frame(error("invalid-yaml", open.end(), "message").label("the list is still open")))
                .isEqualTo("""
                 --> a.yaml:2:1
                  |
                2 |
                  | ^ the list is still open
                """);
    }

    @Test
    void putsACaretBehindALastLineWithoutBreak() {
        Manifest open = Manifest.of("a.yaml", "a: [1,");

        assertThat(frame(error("invalid-yaml", open.end(), "message"))).isEqualTo("""
                 --> a.yaml:1:7
                  |
                1 | a: [1,
                  |       ^
                """);
    }

    @Test
    void drawsNothingOfAnEmptyFile() {
        Manifest empty = Manifest.of("empty.yaml", "");

        assertThat(Reports.text(warning("rule", empty.end(), "message").label("nothing in it")))
                .isEqualTo("""
                warning[rule]: message
                 --> empty.yaml:1:1
                  = note: nothing in it
                  = docs: stslint explain rule
                """);
    }

    @Test
    void doesNotCountAByteOrderMark() {
        Manifest marked = Manifest.of("a.yaml", "\uFEFFa: 1\n");

        assertThat(frame(error("rule", marked.at("1"), "message"))).isEqualTo("""
                 --> a.yaml:1:4
                  |
                1 | a: 1
                  |    ^
                """);
    }

    @Test
    void doesNotShowCarriageReturnsAtLineEnds() {
        Manifest windows = Manifest.of("a.yaml", "a: 1\r\nb:\r\n  c: 2\r\nd: 3\r\n");

        assertThat(frame(error("rule", windows.from("b:", "2\r\n"), "message").label("both")))
                .isEqualTo("""
                 --> a.yaml:2:1
                  |
                2 | / b:
                3 | |   c: 2
                  | |______^ both
                """);
        assertThat(frame(error("rule", windows.after("b:"), "message"))).isEqualTo("""
                 --> a.yaml:2:3
                  |
                2 | b:
                  |   ^
                """);
    }

    @Test
    void readsLinesThatEndWithCarriageReturnsAlone() {
        Manifest old = Manifest.of("a.yaml", "a: 1\rb: 2\r");

        assertThat(frame(error("rule", old.at("2"), "message"))).isEqualTo("""
                 --> a.yaml:2:4
                  |
                2 | b: 2
                  |    ^
                """);
    }

    @Test
    void keepsTabsAndCopiesThemIntoTheUnderline() {
        Manifest tabs = Manifest.of("a.yaml", "a:\n\tb:\tvalue\n");

        assertThat(frame(error("rule", tabs.at("value"), "message").label("here")))
                .isEqualTo("""
                 --> a.yaml:2:5
                  |
                2 | \tb:\tvalue
                  | \t  \t^^^^^ here
                """);
    }

    @Test
    void pointsAtATabItself() {
        Manifest tabs = Manifest.of("a.yaml", "a:\n\tb: 1\n");

        assertThat(frame(error("rule", tabs.at("\t"), "message").label("a tab cannot indent")))
                .isEqualTo("""
                 --> a.yaml:2:1
                  |
                2 | \tb: 1
                  | ^ a tab cannot indent
                """);
    }

    @Test
    void putsNothingBehindAMarkThatEndsWithATab() {
        Manifest tabs = Manifest.of("a.yaml", "\tb: 1\n");

        assertThat(frame(error("rule", tabs.at("\t"), "message").label("tab").related(tabs.at("1"), "value")))
                .isEqualTo("""
                 --> a.yaml:1:1
                  |
                1 | \tb: 1
                  | ^ tab
                  | \t   - value
                """);
    }

    @Test
    void copiesTabsWithinAMark() {
        Manifest tabs = Manifest.of("a.yaml", "k: a\tb\n");

        assertThat(frame(error("rule", tabs.at("a\tb"), "message").label("here")))
                .isEqualTo("""
                 --> a.yaml:1:4
                  |
                1 | k: a\tb
                  |    ^\t^ here
                """);
    }

    @Test
    void measuresWideCharacters() {
        Manifest wide = Manifest.of("a.yaml", "名前: 데이터 # ok\n");

        assertThat(frame(error("rule", wide.at("데이터"), "message").label("here")))
                .isEqualTo("""
                 --> a.yaml:1:5
                  |
                1 | 名前: 데이터 # ok
                  |       ^^^^^^ here
                """);
    }

    @Test
    void measuresEmojiAndMarks() {
        Manifest emoji = Manifest.of("a.yaml", "👩‍💻❤️🇪🇺👍🏽e\u0301x: 1\n");

        assertThat(frame(error("rule", emoji.at("x"), "message").label("here"))).isEqualTo("""
                 --> a.yaml:1:18
                  |
                1 | 👩‍💻❤️🇪🇺👍🏽e\u0301x: 1
                  |          ^ here
                """);
    }

    @Test
    void makesControlCharactersVisible() {
        Manifest hostile = Manifest.of("a\u001b[31m.yaml", "k: \u001b[2Jx\u0007\u009b1m\u202ey\u200b z\u0000\u007f\n");

        String report = Reports.text(error("rule", hostile.at("z"), "message \u001b]0;title\u0007 \u202e\n\t.")
                .label("\u001b[0m")
                .help("\u009b"));

        assertThat(report).isEqualTo("""
                error[rule]: message ␛]0;title␇ \\u{202e}␊␉.
                 --> a␛[31m.yaml:1:17
                  |
                1 | k: ␛[2Jx␇\\u{9b}1m\\u{202e}y\\u{200b} z␀␡
                  |                                    ^ ␛[0m
                  |
                  = help: \\u{9b}
                  = docs: stslint explain rule
                """);
    }

    @Test
    void cutsLongLinesRoundTheMark() {
        Manifest wide = Manifest.of(
                "a.json", "{\"a\": \"" + "x".repeat(300) + "\", \"b\": 1, \"c\": \"" + "y".repeat(300) + "\"}");

        assertThat(rows(error("rule", wide.at("\"b\""), "message").label("here")))
                .satisfies(rows -> {
                    assertThat(rows.source())
                            .startsWith("…xxx")
                            .endsWith("yyy…")
                            .hasSize(120);
                    assertThat(rows.underlined()).isEqualTo("\"b\"");
                    assertThat(rows.underline()).endsWith("^^^ here");
                });
    }

    @Test
    void cutsAMarkThatIsTooLongItself() {
        Manifest wide = Manifest.of("a.yaml", "key: " + "x".repeat(500) + " # end\n");

        assertThat(rows(error("rule", wide.at("x".repeat(500)), "message").label("here")))
                .satisfies(rows -> {
                    assertThat(rows.source()).startsWith("key: xxx").endsWith("xxx…");
                    assertThat(rows.underlined()).startsWith("xxx").endsWith("xxx…");
                    assertThat(rows.underline()).endsWith("^^^ here");
                });
    }

    @Test
    void cutsALineAtItsEnd() {
        Manifest wide = Manifest.of("a.yaml", "x".repeat(200) + ": end\n");

        assertThat(rows(error("rule", wide.at("end"), "message").label("here"))).satisfies(rows -> {
            assertThat(rows.source()).startsWith("…xxx").endsWith("xxx: end");
            assertThat(rows.source().length()).isBetween(115, 120);
            assertThat(rows.underlined()).isEqualTo("end");
        });
    }

    @Test
    void cutsALineOfWideCharactersByColumns() {
        Manifest wide = Manifest.of("a.yaml", "名".repeat(200) + ": end " + "前".repeat(200) + "\n");

        assertThat(rows(error("rule", wide.at("end"), "message"))).satisfies(rows -> {
            assertThat(DisplayWidth.of(rows.source())).isBetween(115, 120);
            assertThat(DisplayWidth.of(rows.underline()))
                    .isEqualTo(DisplayWidth.of(
                                    rows.source().substring(0, rows.source().indexOf("end")))
                            + 3);
        });
    }

    @Test
    void keepsTheIndentationOfALongLineWithAMarkNearItsStart() {
        Manifest wide = Manifest.of("a.yaml", "    key: " + "x".repeat(500) + "\n");

        assertThat(rows(error("rule", wide.at("key"), "message"))).satisfies(rows -> {
            assertThat(rows.source()).startsWith("    key: xxx").endsWith("xxx…");
            assertThat(rows.underlined()).isEqualTo("key");
        });
    }

    @Test
    void drawsAMarkOverLongLinesAtItsEnds() {
        Manifest wide = Manifest.of(
                "a.yaml",
                "a: [" + "x, ".repeat(100) + "\n  " + "y, ".repeat(100) + "\n  " + "z, ".repeat(100) + "last]\n");

        assertThat(frame(error("rule", wide.from("[", "last]"), "message").label("list")))
                .matches(
                        "(?s).*1 \\|   a: \\[x, .*…\n.* \\|  ____\\^\n2 \\| \\|   y, .*…\n3 \\| \\| ….*z, last\\]\n  \\| \\|_+\\^ list\n");
    }

    @Test
    void looksAtTheSurroundingsOfAMarkOnlyInAVeryLongLine() {
        Manifest minified = Manifest.of("a.json", "[" + "{\"k\":1},".repeat(500_000) + "{\"q\":2}]");

        assertThat(rows(error("rule", minified.at("\"q\""), "message").label("here")))
                .satisfies(rows -> {
                    assertThat(rows.source()).startsWith("…").endsWith(",{\"q\":2}]");
                    assertThat(rows.underlined()).isEqualTo("\"q\"");
                });
    }

    @Test
    void saysSoWhenAFileHasChanged(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("db.yaml");
        Files.writeString(file, "serviceName: db\n");
        Manifest read = Manifest.of(new SourceReader(1000).read(file, "k8s/db.yaml"));
        FindingSketch finding = error("rule", read.at("db"), "message")
                .label("why here")
                .related(read.at("serviceName"), "set here")
                .related(SERVICE.at("clusterIP"), "there")
                .help("do this");

        assertThat(frame(finding)).contains("1 | serviceName: db\n");
        Files.writeString(file, "serviceName: another\n");

        assertThat(Reports.text(finding)).isEqualTo("""
                error[rule]: message
                 --> k8s/db.yaml:1:14
                 ::: k8s/db.yaml:1:1: set here
                 ::: k8s/db-service.yaml:6:3
                  |
                6 |   clusterIP: None
                  |   --------- there
                  |
                  = note: why here
                  = note: `k8s/db.yaml` has changed since it was read, so its lines are not shown
                  = help: do this
                  = docs: stslint explain rule
                """);
    }

    @Test
    void saysSoWhenAFileIsGone(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("db.yaml");
        Files.writeString(file, "serviceName: db\n");
        Manifest read = Manifest.of(new SourceReader(1000).read(file, "db.yaml"));
        Files.delete(file);

        assertThat(Reports.text(error("rule", read.at("db"), "message"))).isEqualTo("""
                error[rule]: message
                 --> db.yaml:1:14
                  = note: `db.yaml` has changed since it was read, so its lines are not shown
                  = docs: stslint explain rule
                """);
    }

    @Test
    void coloursOnlyWhenAsked() {
        LintReport report = Reports.of(warning("rule", SET.at("3"), "message")
                .label("why")
                .related(SET.at("shop"), "there")
                .help("do this"));
        String plain = Reports.written(new TextReporter(Palette.PLAIN), report);
        String coloured = Reports.written(new TextReporter(Palette.COLOURED), report);

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(coloured)
                .startsWith(
                        "\u001b[1;33mwarning[rule]\u001b[0m\u001b[1m: message\u001b[0m\n \u001b[1;34m-->\u001b[0m k8s/db.yaml:7:13\n")
                .contains("\u001b[1;33m^\u001b[0m \u001b[1;33mwhy\u001b[0m\n")
                .contains("\u001b[1;34m----\u001b[0m \u001b[1;34mthere\u001b[0m\n")
                .contains("\u001b[1mhelp\u001b[0m: do this\n");
    }

    @Test
    void writesToAnyAppendable() throws IOException {
        StringBuilder builder = new StringBuilder();
        java.io.StringWriter writer = new java.io.StringWriter();
        LintReport report = Reports.of(error("rule", SET.at("3"), "message"));

        new TextReporter(Palette.PLAIN).write(report, builder);
        new TextReporter(Palette.PLAIN).write(report, writer);

        assertThat(writer.toString()).isEqualTo(builder.toString());
    }

    /** The report of one finding without its first line and what follows the frames. */
    private static String frame(FindingSketch finding) {
        String report = Reports.written(new TextReporter(Palette.PLAIN, true), Reports.of(finding));
        return report.substring(report.indexOf('\n') + 1);
    }

    /** The two rows of a frame with one mark, without the gutter. */
    private record Rows(String source, String underline) {

        String underlined() {
            return source.substring(underline.indexOf('^'), underline.lastIndexOf('^') + 1);
        }
    }

    private static Rows rows(FindingSketch finding) {
        List<String> lines = frame(finding).lines().toList();
        return new Rows(lines.get(2).substring(4), lines.get(3).substring(4));
    }
}
