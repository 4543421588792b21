package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize 5.7 takes in a target, and what not. */
final class GoExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web",
                "web-.*",
                "a|b",
                "(|a)*",
                "()",
                "|",
                "^*",
                "web$",
                "x{,2}",
                "{",
                "}",
                "]",
                "[]a]",
                "[^]a]",
                "[a&&b]",
                "[[:alpha:]]+",
                "(?<n>a)",
                "(?P<n>a)",
                "(?i)a",
                "(?U)a",
                "\\d",
                "\\pL+",
                "\\Qa*+\\E",
                "[*+]"
            })
    void whatItTakes(String text) {
        assertThat(GoExpression.isMalformed(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "+", "*-web", "a**", "a++", "a?+", "a*+", "(", "web(", "a|b)", "[a", "[z-a]", "(?!a)x", "(?=a)x",
                "(?<=a)b", "(?<!a)b", "(?>a)"
            })
    void whatItRefuses(String text) {
        assertThat(GoExpression.isMalformed(text)).isTrue();
    }
}
