package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ReachTest {

    @Test
    void holdsEverywhereSomewhereOrNowhere() {
        assertThat(reach(List.of("a", "b"), "ab").isEverywhere()).isTrue();
        assertThat(reach(List.of("a", "b"), "a").isEverywhere()).isFalse();
        assertThat(reach(List.of("a", "b"), "a").isNowhere()).isFalse();
        assertThat(reach(List.of("a", "b"), "").isNowhere()).isTrue();
    }

    @Test
    void namesWhereItHolds() {
        assertThat(reach(List.of("overlays/dev", "b"), "overlays/dev").words())
                .isEqualTo("only in `overlays/dev`, of the 2 kustomizations that take it");
        assertThat(reach(List.of("", "x"), ".").words()).isEqualTo("only in `.`, of the 2 kustomizations that take it");
        assertThat(reach(List.of("a", "b", "c", "d", "e", "x"), "abcde").words())
                .isEqualTo("only in `a`, `b`, `c` and 2 more, of the 6 kustomizations that take it");
    }

    private static Reach reach(List<String> all, String holding) {
        return Reach.of(all, Function.identity(), one -> holding.contains(one.isEmpty() ? "." : one));
    }
}
