package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReachTest {

    @Test
    void holdsEverywhereSomewhereOrNowhere() {
        assertThat(new Reach(List.of("a", "b"), 2).isEverywhere()).isTrue();
        assertThat(new Reach(List.of("a"), 2).isEverywhere()).isFalse();
        assertThat(new Reach(List.of("a"), 2).isNowhere()).isFalse();
        assertThat(new Reach(List.of(), 2).isNowhere()).isTrue();
    }

    @Test
    void namesWhereItHolds() {
        assertThat(new Reach(List.of("overlays/dev"), 2).words())
                .isEqualTo("only in `overlays/dev`, of the 2 kustomizations that take it");
        assertThat(new Reach(List.of(""), 2).words()).isEqualTo("only in `.`, of the 2 kustomizations that take it");
        assertThat(new Reach(List.of("a", "b", "c", "d", "e"), 6).words())
                .isEqualTo("only in `a`, `b`, `c` and 2 more, of the 6 kustomizations that take it");
    }
}
