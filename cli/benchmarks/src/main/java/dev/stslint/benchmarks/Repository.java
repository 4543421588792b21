package dev.stslint.benchmarks;

import dev.stslint.benchmarks.corpus.CorpusCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A generated repository on disk, about thirteen kilobytes a file as the large one of the whole-process measurement. */
@State(Scope.Benchmark)
public class Repository {

    private static final long BYTES_A_FILE = 13_000;

    @Param("400")
    public int files;

    private Path directory = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
        directory = Files.createTempDirectory("stslint-benchmark");
        CorpusCommand.mix(files, files * BYTES_A_FILE, directory);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    Path directory() {
        return directory;
    }

    /** A file's text and its path below the repository. */
    record Text(String path, String text) {}

    List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(new Text(directory.relativize(file).toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
