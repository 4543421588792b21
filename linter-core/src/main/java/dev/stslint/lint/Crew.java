package dev.stslint.lint;

import dev.stslint.source.AheadTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share numbered tasks. Results come back in the order of the tasks, so that nothing depends on how
 * many threads there are. A task that fails, by an error such as OutOfMemoryError too, fails the whole.
 */
final class Crew {

    /** Below this many tasks more threads cost more than they save. */
    private static final int FEWEST_TASKS = 32;

    private static final int MOST_THREADS = 8;

    private final int threads;

    /** @param jobs threads to use; 0: one for each processor, up to eight */
    Crew(int jobs) {
        this.threads = jobs > 0 ? jobs : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }

    /** Whether there are several threads. */
    boolean isSeveral() {
        return threads > 1;
    }

    /** Runs {@code task} for 0 to {@code count - 1}. */
    <T> List<T> run(int count, IntFunction<T> task) {
        List<T> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            results.add(null);
        }
        if (threads == 1 || count < FEWEST_TASKS) {
            for (int i = 0; i < count; i++) {
                results.set(i, task.apply(i));
            }
            return results;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                    results.set(i, task.apply(i));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> others = new ArrayList<>(threads - 1);
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(work, "stslint-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work.run();
        for (Thread thread : others) {
            join(thread);
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
        return results;
    }

    /**
     * Starts a task beside all that comes until somebody asks for its result. Where that is not worth it, it is done at once.
     *
     * @param size how many things it looks at
     */
    <T> Supplier<T> start(int size, Supplier<T> task) {
        if (threads == 1 || size < FEWEST_TASKS) {
            T result = task.get();
            return () -> result;
        }
        AheadTask<T> started = new AheadTask<>(task);
        started.start();
        return started::result;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
