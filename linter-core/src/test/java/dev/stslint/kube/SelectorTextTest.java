package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize 5.7 takes as a selector of a target, and what not. */
final class SelectorTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a,b",
                "a=b",
                "a==b",
                "a!=b",
                "a = b , c",
                "a=",
                "a!=",
                "!a",
                "! a",
                "a>1",
                "a > 1",
                "a in (b)",
                "a in ()",
                "a in (b,)",
                "a notin (b,c)",
                "in in (in)",
                "notin",
                "a=b,a!=c",
                "A_b.c=d",
                "app.kubernetes.io/name=web"
            })
    void whatItTakes(String text) {
        assertThat(SelectorText.isReadable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a in (",
                "a in b",
                "a in (b",
                "a in (b c)",
                "a,in (b)",
                "a=b,",
                "=b",
                ",",
                ",a",
                "a,,b",
                "(a)",
                "a<x",
                "a gt 1",
                "a exists",
                "a b",
                "a=b c",
                "a=b=c",
                "!a=b",
                "a!",
                "a-",
                "-a",
                "a/b/c",
                "/a",
                "a/",
                "a=-x",
                "a=b/c",
                "a=*",
                "a=\u00fc",
                "\u00fcn=a"
            })
    void whatItRefuses(String text) {
        assertThat(SelectorText.isReadable(text)).isFalse();
        assertThat(SelectorText.isReadable("a=" + "b".repeat(63))).isTrue();
        assertThat(SelectorText.isReadable("a=" + "b".repeat(64))).isFalse();
    }
}
