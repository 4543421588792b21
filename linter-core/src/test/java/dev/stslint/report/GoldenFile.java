package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An expected output below {@code testdata/}. {@code -Dupdate} accepts what there is now. */
final class GoldenFile {

    private final Path path;

    private GoldenFile(Path path) {
        this.path = path;
    }

    static GoldenFile of(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "no checkout around " + Path.of("").toAbsolutePath());
            }
        }
        return new GoldenFile(directory.resolve("testdata").resolve(name));
    }

    void matches(String actual) throws IOException {
        if (System.getProperty("update") != null) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s (run ./mvnw verify -Dupdate to accept the output as it is now)", path)
                .isEqualTo(actual);
    }
}
