package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "'', abc, 3",
        "ab, ba, 1",
        "severity, severty, 1",
        "sarif, sraif, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void countsInsertionsRemovalsReplacementsAndSwaps(String a, String b, int distance) {
        assertThat(NearestNames.distance(a, b, 10)).isEqualTo(distance);
        assertThat(NearestNames.distance(b, a, 10)).isEqualTo(distance);
    }

    /** A look at the characters alone leaves out only what is too far. */
    @Test
    void overlooksNoName() {
        Seeds.check(500, random -> {
            String wanted = word(random);
            List<String> known =
                    Stream.generate(() -> word(random)).limit(20).distinct().toList();
            int farthest = Math.max(1, wanted.length() / 3);
            List<String> near = known.stream()
                    .filter(name -> NearestNames.distance(wanted, name, 20) <= farthest
                            && NearestNames.distance(wanted, name, 20) < name.length())
                    .toList();

            List<String> found = NearestNames.of(wanted, known).names();

            if (near.size() <= 3) {
                assertThat(found).containsAll(near);
            } else {
                assertThat(near).containsAll(found);
            }
        });
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            word.append((char) (random.nextInt(8) == 0 ? 'é' + random.nextInt(3) * 64 : 'a' + random.nextInt(4)));
        }
        return word.toString();
    }

    @Test
    void stopsCountingAboveTheLimit() {
        assertThat(NearestNames.distance("abcdefgh", "zyxwvuts", 2)).isGreaterThan(2);
        assertThat(NearestNames.distance("a", "abcdefgh", 2)).isGreaterThan(2);
    }

    @Test
    void putsTheNearestFirstAndKeepsTheGivenOrderAmongEquals() {
        assertThat(NearestNames.of("formt", List.of("forma", "format", "former", "color"))
                        .names())
                .containsExactly("forma", "format");
    }

    @Test
    void ignoresCase() {
        assertThat(NearestNames.of("K8S", List.of("docs", "k8s")).names()).containsExactly("k8s");
    }

    @Test
    void fallsBackToNamesThatStartWithIt() {
        assertThat(NearestNames.of("sev", List.of("select", "severity")).names())
                .containsExactly("severity");
    }

    @Test
    void offersNothingFarOff() {
        assertThat(NearestNames.of("kubernetes", List.of("color", "jobs"))).isEqualTo(NearestNames.NONE);
        assertThat(NearestNames.of("x", List.of("y"))).isEqualTo(NearestNames.NONE);
    }

    @Test
    void offersEachNameOnceAndAtMostThree() {
        assertThat(NearestNames.of("aaaaaa", List.of("aaaaab", "aaaaac", "aaaaab", "aaaaad", "aaaaae"))
                        .names())
                .containsExactly("aaaaab", "aaaaac", "aaaaad");
    }

    @Test
    void asksInOneSentence() {
        assertThat(NearestNames.NONE.question()).isEmpty();
        assertThat(new NearestNames(List.of("a")).question()).isEqualTo("; did you mean `a`?");
        assertThat(new NearestNames(List.of("a", "b", "c")).question()).isEqualTo("; did you mean `a`, `b` or `c`?");
    }
}
