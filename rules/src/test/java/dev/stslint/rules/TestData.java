package dev.stslint.rules;

import dev.stslint.finding.Finding;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.report.LintReport;
import java.nio.file.Path;
import java.util.List;

/** Where the data of the tests stands, seen from this module. */
final class TestData {

    private TestData() {}

    static Path at(String directory) {
        return Path.of("..", "testdata", directory).toAbsolutePath().normalize();
    }

    static Linter linter() {
        return new Linter(new BuiltinRules());
    }

    static LintReport lint(LintRequest request) throws LintException {
        return linter().lint(request);
    }

    /** What a run finds: the file and the rule of each. */
    static List<String> found(LintRequest request) throws LintException {
        return found(lint(request));
    }

    static List<String> found(LintReport report) {
        return report.findings().stream().map(TestData::shown).toList();
    }

    static String shown(Finding finding) {
        return finding.location().file().path() + " " + finding.ruleId();
    }
}
