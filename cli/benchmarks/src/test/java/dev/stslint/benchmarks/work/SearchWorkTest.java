package dev.stslint.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards that no text makes a search for secrets or host names slow: twice the text is twice the work. */
class SearchWorkTest {

    private static final ToLongBiFunction<String, String> SEARCH = CountingLoader.counted(SearchedText.class);

    private static final int LENGTH = 20_000;

    private static final double MOST_GROWTH = 2.2;

    /** What, said again and again, makes a search look back or ahead. */
    private static final List<String> OF_CONFIGURATION = List.of(
            "<a ",
            "<password>",
            "<password>x",
            "\"name\":\"password\",\"value\":\"x",
            "name: password\n",
            "name: password\nvalue: x\n",
            "dsn=",
            "dsn=Server=db;Password=x;",
            "password=\"",
            "x /* ",
            "password <!-- ",
            "a/*b*/password",
            "        ",
            "password x\n",
            "{\"password\":\"x\"},");

    private static final List<String> OF_COMMANDS =
            List.of("--password ", "a=b ", "$(", "'", "mysql -p", "{\"password\":", "curl -u a:b ", "\\", ";(");

    private static final List<String> OF_ANY_TEXT = List.of("a=b=c:d ", "password=", "--password ", "identified by '");

    private static final List<String> OF_TOKENS =
            List.of("-----BEGIN " + "PRIVATE KEY-----", "eyJ", ".eyJ", "sk-", "-----", "1", "LS0tLS1CRUdJTi");

    private static final List<String> OF_HOST_NAMES = List.of(
            "a=b;",
            "{password:",
            ".c1{color:red;margin:1px}",
            "a).a",
            "a}.b",
            "_x.a",
            "a@b.c,",
            "//a:b/",
            "a:a:",
            "/a",
            "# a ",
            "a.b");

    static Stream<Arguments> pieces() {
        return Stream.of(
                        OF_CONFIGURATION.stream()
                                .flatMap(piece -> Stream.of(
                                        Arguments.of(SearchedText.CONFIGURATION, piece),
                                        Arguments.of(SearchedText.CONFIGURATION, piece.replace("\n", " ")))),
                        OF_COMMANDS.stream().map(piece -> Arguments.of(SearchedText.COMMAND, piece)),
                        OF_COMMANDS.stream().map(piece -> Arguments.of(SearchedText.COMMAND, piece + "\n")),
                        OF_ANY_TEXT.stream().map(piece -> Arguments.of(SearchedText.ANY_TEXT, piece)),
                        OF_TOKENS.stream().map(piece -> Arguments.of(SearchedText.TOKENS, piece)),
                        OF_HOST_NAMES.stream().map(piece -> Arguments.of(SearchedText.HOST_NAMES, piece)))
                .flatMap(each -> each)
                .distinct();
    }

    /** What a search did, and how many it found. */
    private record Search(Work work, long found) {}

    @ParameterizedTest
    @MethodSource("pieces")
    void twiceTheTextIsTwiceTheWork(String way, String piece) {
        search(way, piece.repeat(LENGTH / piece.length()));
        long none = search(way, "").work.steps();
        Search once = search(way, piece.repeat(LENGTH / piece.length()));
        Search twice = search(way, piece.repeat(2 * LENGTH / piece.length()));

        assertThat(twice.found).isGreaterThanOrEqualTo(once.found);
        assertThat((double) (twice.work.steps() - none))
                .as(() -> once.work.steps() + " steps, then " + twice.work.steps() + ":"
                        + twice.work.offenders(once.work, 2))
                .isLessThanOrEqualTo(MOST_GROWTH * (once.work.steps() - none) + LENGTH / 100);
    }

    private static Search search(String way, String text) {
        WorkCounter.reset();
        long found = SEARCH.applyAsLong(way, text);
        return new Search(WorkCounter.taken(), found);
    }
}
