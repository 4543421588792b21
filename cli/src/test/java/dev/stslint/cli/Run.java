package dev.stslint.cli;

import dev.stslint.lint.Linter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one run of the command gave. */
record Run(int status, String out, String err) {

    static Builder in(Path directory) {
        return new Builder(directory);
    }

    List<String> errorLines() {
        return err.lines().toList();
    }

    /** What surrounds the run: by default no terminal and no variables. */
    static final class Builder {

        private final Path directory;
        private final Map<String, String> variables = new HashMap<>();
        private Linter linter = new Linter(new SampleRules());
        private String input = "";
        private boolean outputIsTerminal;
        private boolean errorIsTerminal;

        private Builder(Path directory) {
            this.directory = directory;
        }

        Builder with(Linter other) {
            linter = other;
            return this;
        }

        Builder input(String text) {
            input = text;
            return this;
        }

        Builder variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        Builder outputTerminal() {
            outputIsTerminal = true;
            return this;
        }

        Builder errorTerminal() {
            errorIsTerminal = true;
            return this;
        }

        Run run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Session session = new Session(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, environment());
            int status = new Main(linter, session).run(new ArrayList<>(List.of(arguments)));
            return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        Environment environment() {
            return new Environment(
                    directory, Map.copyOf(variables), outputIsTerminal, errorIsTerminal, StandardCharsets.UTF_8);
        }
    }
}
