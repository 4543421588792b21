package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class CrewTest {

    private static final int MANY = 1000;

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<Integer> results = new Crew(4).run(MANY, i -> i * 2);

        assertThat(results).hasSize(MANY).isSorted().last().isEqualTo(2 * MANY - 2);
    }

    @Test
    void aTaskIsDoneBesideWhatComes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Supplier<Boolean> started = new Crew(2).start(MANY, () -> awaited(asked));
        asked.countDown();

        assertThat(started.get()).isTrue();
        assertThat(started.get()).isTrue();
    }

    @Test
    void aSmallTaskIsDoneAtOnce() {
        AtomicReference<Thread> doneBy = new AtomicReference<>();
        new Crew(4).start(1, () -> doneBy.getAndSet(Thread.currentThread()));
        assertThat(doneBy).hasValue(Thread.currentThread());

        doneBy.set(null);
        new Crew(1).start(MANY, () -> doneBy.getAndSet(Thread.currentThread()));
        assertThat(doneBy).hasValue(Thread.currentThread());
    }

    @Test
    void aFailureIsThrownWhereTheResultIsAskedFor() {
        Supplier<Object> exception = new Crew(2).start(MANY, () -> {
            throw new IllegalStateException("a");
        });
        Supplier<Object> error = new Crew(2).start(MANY, () -> {
            throw new StackOverflowError("b");
        });

        assertThatThrownBy(exception::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a");
        assertThatThrownBy(error::get).isInstanceOf(StackOverflowError.class).hasMessage("b");
        assertThatThrownBy(() -> new Crew(2).run(MANY, i -> {
                    throw new IllegalStateException("c");
                }))
                .hasMessage("c");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
