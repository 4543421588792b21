package dev.stslint.maven;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.report.LintReport;
import dev.stslint.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * The log of a build, which takes lines, each at a level. Modules that are built at a time share it: lines that belong
 * together follow each other.
 */
final class BuildLog {

    /** Held by the module that writes. */
    private static final Object TURN = new Object();

    private final Log log;

    BuildLog(Log log) {
        this.log = log;
    }

    /** Findings that follow each other with one severity go to the log together, at the level of that severity. */
    void findings(LintReport report, Reporter reporter) throws IOException {
        List<Finding> findings = report.findings();
        List<Severity> severities = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int start = 0;
        while (start < findings.size()) {
            Severity severity = findings.get(start).severity();
            int end = start + 1;
            while (end < findings.size() && findings.get(end).severity() == severity) {
                end++;
            }
            StringBuilder text = new StringBuilder();
            reporter.write(report.withFindings(findings.subList(start, end)), text);
            severities.add(severity);
            texts.add(GoalWords.in(text.toString()));
            start = end;
        }
        synchronized (TURN) {
            for (int i = 0; i < texts.size(); i++) {
                write(severities.get(i), texts.get(i));
            }
        }
    }

    /** A text that is read as a whole. */
    void info(CharSequence text) {
        write(Severity.INFO, text);
    }

    /** What the user has asked for as such: it is seen with {@code -q} too. */
    void asked(CharSequence text) {
        write(log.isInfoEnabled() ? Severity.INFO : Severity.ERROR, text);
    }

    void warn(CharSequence text) {
        write(Severity.WARNING, text);
    }

    void error(CharSequence text) {
        write(Severity.ERROR, text);
    }

    private void write(Severity severity, CharSequence text) {
        synchronized (TURN) {
            text.toString().lines().forEach(line -> log(severity, line));
        }
    }

    private void log(Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
