package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.SuppressedFinding;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * JUnit's XML, as build servers read it: a suite a file. A finding that fails the run is a failed case, a milder one a
 * case that passes and says so; a clean file is one case that passes, a file that was not read one that was skipped. What is
 * suppressed is a skipped case with the reason, as Checkov has it: servers count such cases apart and fail for none, and tests that
 * people switch off look the same.
 */
public final class JunitReporter implements Reporter {

    private static final TextReporter TEXT = new TextReporter(Palette.PLAIN);

    private final RunFacts facts;

    /** @param facts where the files stand in the repository */
    public JunitReporter(RunFacts facts) {
        this.facts = facts;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        QuotedSources sources = new QuotedSources(report);
        List<ReportedFile> files = ReportedFile.of(report);
        Counts all = new Counts();
        all.addErrors(report.failures().size());
        for (ReportedFile file : files) {
            all.add(file, report);
        }
        Markup xml = new Markup();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").line();
        xml.open("testsuites", all.attributes("stslint")).line();
        if (!report.failures().isEmpty()) {
            failures(xml, report.failures());
        }
        for (ReportedFile file : files) {
            suite(xml, file, report, sources);
            xml.flush(out);
        }
        xml.close("testsuites").line().flush(out);
    }

    /** What could not be done at all. */
    private static void failures(Markup xml, List<String> failures) {
        Counts counts = new Counts();
        counts.addErrors(failures.size());
        xml.raw("  ").open("testsuite", counts.attributes("stslint")).line();
        for (String failure : failures) {
            openCase(xml, failure, "stslint", "").line();
            xml.raw("      ")
                    .empty("error", "type", "failure", "message", failure)
                    .line();
            closeCase(xml);
        }
        xml.raw("  ").close("testsuite").line();
    }

    private void suite(Markup xml, ReportedFile file, LintReport report, QuotedSources sources) {
        Counts counts = new Counts();
        counts.add(file, report);
        String path = facts.repositoryPath(file.path());
        xml.raw("  ").open("testsuite", counts.attributes(path)).line();
        if (!file.unlinted().isEmpty()) {
            openCase(xml, "is linted", className(path), path).line();
            xml.raw("      ").empty("skipped", "message", file.unlinted()).line();
            closeCase(xml);
        } else if (isClean(file)) {
            openCase(xml, "has no findings", className(path), path)
                    .close("testcase")
                    .line();
        }
        Map<String, Integer> names = new HashMap<>();
        for (Finding finding : file.findings()) {
            openCase(xml, name(finding, names), className(path), path).line();
            outcome(xml, finding, report, sources);
            closeCase(xml);
        }
        for (SuppressedFinding suppressed : file.suppressed()) {
            Finding finding = suppressed.finding();
            openCase(xml, name(finding, names), className(path), path).line();
            xml.raw("      ")
                    .element("skipped", TEXT.shown(finding, sources), "message", sources.setAside(suppressed))
                    .line();
            closeCase(xml);
        }
        xml.raw("  ").close("testsuite").line();
    }

    private static void outcome(Markup xml, Finding finding, LintReport report, QuotedSources sources) {
        String text = TEXT.shown(finding, sources);
        xml.raw("      ");
        if (isError(finding)) {
            xml.element("error", text, outcomeAttributes(finding, sources)).line();
        } else if (report.failsOn(finding.severity())) {
            xml.element("failure", text, outcomeAttributes(finding, sources)).line();
        } else {
            xml.element("system-out", text).line();
        }
    }

    private static String[] outcomeAttributes(Finding finding, QuotedSources sources) {
        String message = finding.location().start() + ": " + sources.words(finding, finding.message());
        return new String[] {"type", finding.severity().id(), "message", message};
    }

    private static boolean isClean(ReportedFile file) {
        return file.findings().isEmpty() && file.suppressed().isEmpty();
    }

    private static boolean isError(Finding finding) {
        return finding.ruleId().equals(LintReport.INTERNAL_ERROR);
    }

    private static Markup openCase(Markup xml, String name, String className, String path) {
        xml.raw("    ");
        return path.isEmpty()
                ? xml.open("testcase", "name", name, "classname", className, "time", "0")
                : xml.open("testcase", "name", name, "classname", className, "file", path, "time", "0");
    }

    private static void closeCase(Markup xml) {
        xml.raw("    ").close("testcase").line();
    }

    /** Without line numbers, so that servers know a case again when lines have moved; several of one name are counted. */
    private static String name(Finding finding, Map<String, Integer> names) {
        StringBuilder name = new StringBuilder(finding.ruleId());
        if (!finding.object().isEmpty()) {
            name.append(": ").append(finding.object());
        }
        if (!finding.fieldPath().isEmpty()) {
            name.append(' ').append(finding.fieldPath());
        }
        int count = names.merge(name.toString(), 1, Integer::sum);
        return count == 1
                ? name.toString()
                : name.append(" (").append(count).append(')').toString();
    }

    /** Servers take the last dot for the end of a package: the directories are the package, the file the class. */
    private static String className(String path) {
        int slash = path.lastIndexOf('/');
        String directory =
                slash < 0 ? "" : path.substring(0, slash + 1).replace('.', '_').replace('/', '.');
        return directory + path.substring(slash + 1).replace('.', '_');
    }

    /** How many cases there are of each kind. */
    private static final class Counts {

        private int tests;
        private int failures;
        private int errors;
        private int skipped;

        void add(ReportedFile file, LintReport report) {
            boolean isSkipped = !file.unlinted().isEmpty();
            tests += file.findings().size() + file.suppressed().size();
            tests += isSkipped || isClean(file) ? 1 : 0;
            skipped += file.suppressed().size() + (isSkipped ? 1 : 0);
            for (Finding finding : file.findings()) {
                if (isError(finding)) {
                    errors++;
                } else if (report.failsOn(finding.severity())) {
                    failures++;
                }
            }
        }

        void addErrors(int count) {
            tests += count;
            errors += count;
        }

        String[] attributes(String name) {
            return new String[] {
                "name", name,
                "tests", Integer.toString(tests),
                "failures", Integer.toString(failures),
                "errors", Integer.toString(errors),
                "skipped", Integer.toString(skipped),
                "time", "0"
            };
        }
    }
}
