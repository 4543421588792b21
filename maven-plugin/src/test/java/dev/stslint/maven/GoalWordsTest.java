package dev.stslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalWordsTest {

    @Test
    void replaceWordsThatTheEngineHas() throws IOException {
        StringBuilder engine = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("../linter-core/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                engine.append(Files.readString(file));
            }
        }
        assertThat(GoalWords.BY_COMMAND.keySet()).allMatch(words -> engine.indexOf(words) >= 0);
        assertThat(GoalWords.in("run `stslint baseline` again")).isEqualTo("run `mvn stslint:baseline` again");
    }
}
