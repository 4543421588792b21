package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TellingValuesTest {

    private static final String WORDS =
            "it says tr0ub4dor&3 and tr0ub4dor&3x, then `correct horse`; correct horses do not count, -ptr0ub4dor&3 does";

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1000})
    void areFoundAsWordsAmongFewAndMany(int others) {
        Set<String> values = new TreeSet<>(List.of("tr0ub4dor&3", "correct horse"));
        for (int i = 0; i < others; i++) {
            values.add("tr0ub4-other-" + i);
        }
        List<Span> found = new ArrayList<>();
        new TellingValues(values).addOccurrences(WORDS, 100, found);
        assertThat(found)
                .extracting(span -> WORDS.substring(span.start() - 100, span.end() - 100))
                .containsExactlyInAnyOrder("tr0ub4dor&3", "correct horse", "tr0ub4dor&3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void areFoundInNothing(int others) {
        Set<String> values = new TreeSet<>(List.of("tr0ub4dor&3"));
        for (int i = 0; i < others; i++) {
            values.add("other-" + i);
        }
        List<Span> found = new ArrayList<>();
        new TellingValues(values).addOccurrences("", 0, found);
        new TellingValues(values).addOccurrences("short", 0, found);
        assertThat(found).isEmpty();
    }
}
