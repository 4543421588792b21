package dev.stslint.maven;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.report.LintReport;
import dev.stslint.report.Reporter;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** The log of a build, which takes lines, each at a level. */
final class BuildLog {

    private final Log log;

    BuildLog(Log log) {
        this.log = log;
    }

    /** Findings that follow each other with one severity go to the log together, at the level of that severity. */
    void findings(LintReport report, Reporter reporter) throws IOException {
        List<Finding> findings = report.findings();
        int start = 0;
        while (start < findings.size()) {
            Severity severity = findings.get(start).severity();
            int end = start + 1;
            while (end < findings.size() && findings.get(end).severity() == severity) {
                end++;
            }
            StringBuilder text = new StringBuilder();
            reporter.write(report.withFindings(findings.subList(start, end)), text);
            text.toString().lines().forEach(line -> log(severity, line));
            start = end;
        }
    }

    /** A text that is read as a whole. */
    void info(CharSequence text) {
        text.toString().lines().forEach(log::info);
    }

    void warn(CharSequence text) {
        text.toString().lines().forEach(log::warn);
    }

    void error(CharSequence text) {
        text.toString().lines().forEach(log::error);
    }

    private void log(Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
