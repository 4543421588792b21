package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.kube.ImageTable.ImageRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageTableTest {

    /** What every line of the table that ships must keep to. */
    @Nested
    final class Shipped {

        private static final ImageTable TABLE = ImageTable.load();

        /** A section of the facts sheet, a file of a repository, a page, or in words; then the grade. */
        private static final Pattern SOURCE = Pattern.compile("(K\\d?|E|L|D4|\\S+[./:#]\\S+|\\S+( \\S+)+) [VDTU]");

        private static final Set<Column> WITH_PATHS = EnumSet.of(Column.DATA, Column.VOLUME);

        private static final Set<Column> ONLY_FOR_IMAGES =
                EnumSet.of(Column.VOLUME, Column.REFUSES, Column.VERSION, Column.USER);

        private static final Set<Column> CONDITIONAL = EnumSet.of(
                Column.DATA,
                Column.VOLUME,
                Column.REFUSES,
                Column.MAJORITY,
                Column.BOOTSTRAP,
                Column.JOINS,
                Column.REBUILDABLE);

        static Stream<ImageRow> rows() {
            return TABLE.rows().stream();
        }

        /** The cells of a row, and those of its system. */
        private static List<Cell> cells(ImageRow row) {
            List<Cell> cells = new ArrayList<>(row.cells());
            cells.addAll(row.system().cells());
            return cells;
        }

        @ParameterizedTest
        @MethodSource("rows")
        void linesSaySomethingAndWhereItWasRead(ImageRow row) {
            assertThat(cells(row)).allSatisfy(cell -> {
                assertThat(cell.words()).isNotEmpty();
                assertThat(cell.source()).matches(SOURCE);
                assertThat(cell.isVerified()).isEqualTo(!cell.source().endsWith(" U"));
            });
        }

        @ParameterizedTest
        @MethodSource("rows")
        void linesSayWhatTheirColumnTakes(ImageRow row) {
            assertThat(cells(row)).allSatisfy(Shipped::checkWords);
        }

        private static void checkWords(Cell cell) {
            List<String> words = cell.words();
            switch (cell.column()) {
                case BOOTSTRAP -> assertThat(words).containsExactly("waits");
                case JOINS -> assertThat(words).containsExactly("one-by-one");
                case MAJORITY -> assertThat(words).hasSize(1).isSubsetOf("members", "copies");
                case ORDERED -> assertThat(words).containsExactly("deadlocks");
                case POLICY -> assertThat(words).hasSize(1).isSubsetOf("Parallel", "OrderedReady");
                case REBUILDABLE -> assertThat(words).hasSize(1).isSubsetOf("yes", "no");
                case REPLICAS -> assertThat(words).hasSize(1).isSubsetOf("join", "separate", "alike");
                case DATA -> assertThat(words).allMatch(word -> word.equals("none") || isPath(word));
                case VOLUME -> assertThat(words).allMatch(ImageTableTest::isPath);
                case REFUSES -> assertThat(words).allMatch(word -> word.equals("lost+found") || isPath(word));
                case SECRET, SETTING -> assertThat(words).allMatch(word -> word.matches("[A-Z0-9_*]+"));
                case SERVER, TOOL -> assertThat(words).noneMatch(word -> word.contains("/"));
                case USER -> assertThat(words).hasSize(1).allMatch(word -> word.matches("\\d+"));
                case VERSION -> assertThat(words).hasSize(1);
                case CONFIG, REPLICATION -> words.forEach(Sign::parse);
                case MEMBER_ID -> {
                    assertThat(words).hasSize(3);
                    assertThat(Integer.parseInt(words.get(1))).isLessThan(Integer.parseInt(words.get(2)));
                }
            }
        }

        @ParameterizedTest
        @MethodSource("rows")
        void clausesStandWhereTheyAreRead(ImageRow row) {
            assertThat(cells(row)).allSatisfy(cell -> {
                boolean isConditional = !cell.when().isEmpty() || !cell.unless().isEmpty();
                assertThat(cell.movedBy().isEmpty() || cell.column() == Column.DATA)
                        .isTrue();
                assertThat(!isConditional || CONDITIONAL.contains(cell.column()))
                        .isTrue();
                // A range that no tag falls into would never speak.
                assertThat(cell.tags().from()).isLessThan(cell.tags().below());
            });
        }

        @ParameterizedTest
        @MethodSource("rows")
        void textSignsAreInLowerCaseAndLongEnough(ImageRow row) {
            cells(row).stream()
                    .filter(cell -> cell.column() == Column.REPLICATION)
                    .flatMap(cell -> cell.words().stream())
                    .filter(word -> word.startsWith("~"))
                    .forEach(word -> assertThat(word)
                            .isEqualTo(word.toLowerCase(Locale.ROOT))
                            .hasSizeGreaterThan(4));
        }

        @ParameterizedTest
        @MethodSource("rows")
        void imageStandsBelowASystem(ImageRow row) {
            assertThat(row.system().id()).matches("[a-z][a-z0-9-]*");
            assertThat(row.system().displayName()).isNotBlank();
            assertThat(row.patterns()).isNotEmpty();
            assertThat(row.source()).matches(SOURCE);
            assertThat(row.system().cells()).noneMatch(cell -> ONLY_FOR_IMAGES.contains(cell.column()));
        }

        @ParameterizedTest
        @MethodSource("rows")
        void pathsAreAbsoluteAndPlain(ImageRow row) {
            for (Cell cell : row.cells()) {
                if (WITH_PATHS.contains(cell.column()) && !cell.word().equals("none")) {
                    assertThat(cell.words()).allMatch(path -> path.equals(Paths.normalize(path)));
                }
            }
        }

        @Test
        void systemsAreToldApart() {
            Set<String> ids = new HashSet<>();
            Set<String> names = new HashSet<>();
            rows().map(ImageRow::system).distinct().forEach(system -> {
                assertThat(ids.add(system.id())).as(system.id()).isTrue();
                assertThat(names.add(system.displayName()))
                        .as(system.displayName())
                        .isTrue();
            });
            assertThat(ids).hasSizeGreaterThan(35);
        }

        /** An image that a pattern was written for is found by it: no other is as good. */
        @ParameterizedTest
        @MethodSource("rows")
        void patternsDoNotOverlap(ImageRow row) {
            for (ImagePattern pattern : row.patterns()) {
                for (String filler : List.of("", "x")) {
                    String reference = pattern.toString().replace("*", filler);
                    ImageReference image = ImageReference.parse(reference).orElseThrow();
                    List<ImagePattern> best = bestPatterns(image);
                    assertThat(best).as(reference).containsExactly(pattern);
                    assertThat(TABLE.find(image).map(ImageTable.Match::row))
                            .as(reference)
                            .isEqualTo(Optional.of(row));
                }
            }
        }

        @Test
        void variantsOfBitnamiAreAllMeant() {
            for (String owner : List.of("bitnami", "bitnamilegacy", "bitnamisecure")) {
                assertThat(TABLE.find(new ImageReference("docker.io", owner + "/redis", "", "")))
                        .as(owner)
                        .isPresent();
            }
        }

        /** A fact that was not verified may keep rules silent, but no error may rest on it. */
        @ParameterizedTest
        @MethodSource("rows")
        void verifiedOnlyLeavesOutWhatIsNot(ImageRow row) {
            ImagePattern pattern = row.patterns().get(0);
            ImageReference image = ImageReference.parse(pattern.toString().replace("*", "") + ":5")
                    .orElseThrow();
            StatefulImage verified =
                    StatefulImage.of(image, new ImageTable.Match(pattern, row)).verifiedOnly();

            assertThat(verified.memberIds()).allMatch(MemberId::isVerified);
        }

        private static List<ImagePattern> bestPatterns(ImageReference image) {
            List<ImagePattern> matching = new ArrayList<>();
            rows().forEach(row -> row.patterns().stream()
                    .filter(pattern -> pattern.matches(image))
                    .forEach(matching::add));
            int best = matching.stream().mapToInt(ImagePattern::precision).max().orElse(0);
            matching.removeIf(pattern -> pattern.precision() < best);
            return matching;
        }
    }

    @Test
    void factsOfTheImageGoBeforeThoseOfTheSystem() {
        StatefulImage image = find("""
                system x X
                  policy Parallel  [K V]
                  image x  [K V]
                  image a/x  [K V]
                    policy OrderedReady  [K7 V]
                """, "a/x");

        assertThat(image.shippedPolicy()).hasValue("OrderedReady");
    }

    @Test
    void verifiedOnlyForgetsGuesses() {
        StatefulImage image = find("""
                system x X
                  majority members  [K U]
                  joins one-by-one  [K V]
                  image x  [K V]
                """, "x:1");
        Container container = Manifests.container("x:1", "");

        assertThat(image.isMajoritySystem(container)).isTrue();
        assertThat(image.verifiedOnly().isMajoritySystem(container)).isFalse();
        assertThat(image.verifiedOnly().joinsOneByOne(container)).isTrue();
    }

    @Test
    void whatHoldsForSomeVersionsIsNotSaidWithoutAVersion() {
        String table = """
                system x X
                  policy Parallel  tags >=3  [K V]
                  image x  [K V]
                """;

        assertThat(find(table, "x:3.1").shippedPolicy()).hasValue("Parallel");
        assertThat(find(table, "x:2").shippedPolicy()).isEmpty();
        assertThat(find(table, "x").shippedPolicy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour blue  [K V]",
                "data /x",
                "data /x  tags 18  [K V]",
                "data /x  tags >=eighteen  [K V]",
            })
    void refusesALineThatDoesNotFollowTheGrammar(String line) {
        ImageTable table = ImageTable.parse("system x X\n  image x  [K V]\n    " + line + "\n");

        assertThatThrownBy(() -> table.rows().get(0).cells())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    @Test
    void refusesAnImageWithoutSource() {
        assertThatThrownBy(() -> ImageTable.parse("system x X\n  image x\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("image x");
    }

    private static StatefulImage find(String table, String reference) {
        return StatefulImages.find(ImageReference.parse(reference).orElseThrow(), ImageTable.parse(table))
                .orElseThrow();
    }

    private static boolean isPath(String word) {
        return word.startsWith("/") && !word.endsWith("/");
    }
}
