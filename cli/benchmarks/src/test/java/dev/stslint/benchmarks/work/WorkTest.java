package dev.stslint.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stslint.benchmarks.corpus.CorpusCommand;
import dev.stslint.benchmarks.corpus.Shape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards the work that a run takes, without a clock: methods entered, loops gone round, characters scanned, bytes
 * allocated. The numbers are the same on every machine, busy or not.
 */
class WorkTest {

    private static final ToLongFunction<Path> LINT = CountingLoader.counted(LintedPath.class);

    private static final int FILES = 200;

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
        assertThat(steps)
                .as(() -> "steps, from " + size + " to " + 2 * size + ":" + twice.work.offenders(once.work, 2))
                .isLessThan(mostGrowth(shape));
        assertThat(bytes)
                .as(() ->
                        "bytes allocated, from " + size + " to " + 2 * size + ":" + twice.work.offenders(once.work, 2))
                .isLessThan(mostGrowth(shape));
    }

    /** Small enough for every build, large enough to tell a square from a line. */
    private static int size(Shape shape) {
        return switch (shape) {
            case NEAR_MISSES -> 2_500; // beyond the names among which near ones are sought
            case VARIABLES, DUPLICATE_KEYS -> 500; // beyond the lines that a report looks back
            default -> Math.max(40, shape.usual() / 50);
        };
    }

    /** Twice the input is twice the work, and a little for what sorts. More is known of some, and stands in docs/benchmarks.md. */
    private static double mostGrowth(Shape shape) {
        return switch (shape) {
            case MUTUAL_SELECTORS -> 12;
            case CONTAINERS, DUPLICATE_KEYS, FINDINGS_ON_A_LINE, JSON_LINE, VARIABLES -> 2.6;
            default -> 2.2;
        };
    }

    private static double growth(long none, long once, long twice) {
        return (double) (twice - none) / (once - none);
    }

    @Test
    void readsEachFileOnceAndThoseThatItQuotesOnceMore() {
        Path repository = directory.resolve("repository");
        CorpusCommand.mix(FILES, FILES * 4_000L, repository);
        Run run = lint(repository);

        assertThat(run.work.calls("dev.stslint.source.SourceReader.read(Ljava/nio/file/Path;"))
                .isEqualTo(FILES);
        assertThat(run.work.calls("dev.stslint.yaml.YamlReader.read(")).isEqualTo(FILES);
        assertThat(run.findings).isPositive();
        // Once for each of the two reports.
        assertThat(run.work.calls("dev.stslint.source.SourceReader.decodedAgain("))
                .isPositive()
                .isLessThanOrEqualTo(2 * run.findings);
    }

    @Test
    void twiceTheFilesAreTwiceTheWork() {
        Path small = directory.resolve("small");
        Path large = directory.resolve("large");
        CorpusCommand.mix(FILES, FILES * 4_000L, small);
        CorpusCommand.mix(2 * FILES, 2 * FILES * 4_000L, large);
        lint(small);
        Run once = lint(small);
        Run twice = lint(large);

        assertThat((double) twice.work.steps() / once.work.steps())
                .as(() -> "steps:" + twice.work.offenders(once.work, 2))
                .isLessThan(2.3);
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
}
