package dev.stslint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions as Go and JavaScript mean them, read by Java. */
final class ExpressionTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    ^a+$, aaa, true
                    ^a+$, ab, false
                    b, abc, true
                    ^{x}$, {x}, true
                    ^(?P<n>a)$, a, true
                    ^[[a]$, [, true
                    ^[a&&b]$, b, true
                    "^a{2,3}$", aaaa, false
                    ^\\p{Lu}$, A, true
                    ^\\$$, $, true
                    ^[$]$, $, true
                    """)
    void matchesAsItIsMeant(String expression, String value, boolean matches) {
        assertThat(Expression.of(expression).matches(value)).isEqualTo(matches);
    }

    @Test
    void endsAtTheEndAndNotBeforeALineBreak() {
        assertThat(Expression.of("^a$").matches("a\n")).isFalse();
    }

    @Test
    void takesWhatItCannotReadForAMatch() {
        assertThat(Expression.of("^[[:alpha:]]$").matches("1")).isTrue();
        assertThat(Expression.of("(?!)(?'x'a)").matches("1")).isTrue();
    }

    @Test
    void takesWhatTakesTooLongForAMatch() {
        assertThat(Expression.of("^.*.*.*.*.*.*b$").matches("a".repeat(200))).isTrue();
        assertThat(Expression.of("^(a|b)*$").matches("ab".repeat(100_000) + "!"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(a", "*a"})
    void knowsWhatIsNoneInAnyDialect(String expression) {
        assertThat(Expression.fault(expression)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^a$", "{", "a{,3}", "[[:alpha:]]", "\\pN", "(?i)a", "a{2,3}"})
    void letsAllOthersBe(String expression) {
        assertThat(Expression.fault(expression)).isEmpty();
    }
}
