package dev.stslint.benchmarks.work;

import com.sun.management.ThreadMXBean;
import dev.stslint.benchmarks.corpus.Shape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards the work that a run takes, without a clock: methods entered, loops gone round, characters scanned, bytes
 * allocated. The numbers are the same on every machine, busy or not.
 */
class WorkTest {

    /** Twice the input, and a little for what sorts. */
    private static final double MOST_GROWTH = 2.2;

    private static final ToLongFunction<Path> LINT = counted();

    @TempDir
    Path directory;

    /** What a run did. */
    private record Run(Work work, long allocated, long findings) {}

    @ParameterizedTest
    @EnumSource
    void twiceTheInputIsTwiceTheWork(Shape shape) throws IOException {
        int size = size(shape);
        lint(file(shape, size));
        Run none = lint(file(shape, 1));
        Run once = lint(file(shape, size));
        Run twice = lint(file(shape, 2 * size));

        double steps = growth(none.work.steps(), once.work.steps(), twice.work.steps());
        double bytes = growth(none.allocated, once.allocated, twice.allocated);
        System.out.printf(
                "%-22s %7d %6d %8d %.2f %.2f%s%n",
                shape,
                size,
                once.findings,
                once.work.steps(),
                steps,
                bytes,
                steps > 2.1 || bytes > 2.1 ? twice.work.offenders(once.work, 2) : "");
    }

    /** Small enough for every build, large enough to tell a square from a line. */
    private static int size(Shape shape) {
        return switch (shape) {
            case NEAR_MISSES -> 2_500; // beyond the names among which near ones are sought
            case VARIABLES, DUPLICATE_KEYS -> 500; // beyond the lines that a report looks back
            default -> Math.max(40, shape.usual() / 50);
        };
    }

    private static double growth(long none, long once, long twice) {
        return (double) (twice - none) / (once - none);
    }

    private Path file(Shape shape, int size) throws IOException {
        return Files.writeString(directory.resolve(shape + "-" + size + ".yaml"), shape.text(size));
    }

    private static Run lint(Path path) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        WorkCounter.reset();
        long before = thread.getCurrentThreadAllocatedBytes();
        long findings = LINT.applyAsLong(path);
        return new Run(WorkCounter.taken(), thread.getCurrentThreadAllocatedBytes() - before, findings);
    }

    @SuppressWarnings("unchecked")
    private static ToLongFunction<Path> counted() {
        try {
            return (ToLongFunction<Path>) new CountingLoader(WorkTest.class.getClassLoader())
                    .loadClass(LintedPath.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
