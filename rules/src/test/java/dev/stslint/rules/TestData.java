package dev.stslint.rules;

import dev.stslint.lint.Linter;
import java.nio.file.Path;

/** Where the data of the tests stands, seen from this module. */
final class TestData {

    private TestData() {}

    static Path at(String directory) {
        return Path.of("..", "testdata", directory).toAbsolutePath().normalize();
    }

    static Linter linter() {
        return new Linter(new BuiltinRules());
    }
}
