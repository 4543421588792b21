package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.Threshold;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Makes reports without an engine, and their text. */
final class Reports {

    private Reports() {}

    static LintReport of(FindingSketch... sketches) {
        return of(Concealment.NONE, sketches);
    }

    static LintReport of(Concealment concealment, FindingSketch... sketches) {
        List<Finding> findings = new ArrayList<>();
        for (FindingSketch sketch : sketches) {
            findings.add(sketch.finding());
        }
        return new LintReport(findings, rules(findings), concealment, new Accounting(List.of()), List.of());
    }

    static LintReport of(Accounting accounting, FindingSketch... sketches) {
        LintReport report = of(sketches);
        return new LintReport(report.findings(), report.rules(), report.concealment(), accounting, List.of());
    }

    static LintReport failingOn(Threshold threshold, FindingSketch... sketches) {
        LintReport report = of(sketches);
        return with(report, report.findings(), List.of(), threshold);
    }

    /** A report of one finding, beside which another is set aside where {@code place} is. */
    static LintReport setAside(
            FindingSketch kept, FindingSketch aside, SuppressedFinding.Kind kind, String why, Location place) {
        return with(
                of(kept, aside),
                List.of(kept.finding()),
                List.of(new SuppressedFinding(aside.finding(), kind, why, place)),
                Threshold.ERROR);
    }

    private static LintReport with(
            LintReport report, List<Finding> findings, List<SuppressedFinding> suppressed, Threshold threshold) {
        return new LintReport(
                findings,
                suppressed,
                report.rules(),
                report.concealment(),
                report.accounting(),
                report.failures(),
                threshold,
                report.objects());
    }

    static Concealment hiding(Location... secrets) {
        return Concealment.of(List.of(secrets));
    }

    /** What a plain text report shows. */
    static String text(LintReport report) {
        return written(new TextReporter(Palette.PLAIN), report);
    }

    static String text(FindingSketch... sketches) {
        return text(of(sketches));
    }

    static String written(Reporter reporter, LintReport report) {
        StringBuilder out = new StringBuilder();
        try {
            reporter.write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<RuleMetadata> rules(List<Finding> findings) {
        TreeSet<String> ids = new TreeSet<>();
        for (Finding finding : findings) {
            ids.add(finding.ruleId());
        }
        List<RuleMetadata> rules = new ArrayList<>();
        for (String id : ids) {
            rules.add(rule(id, id.contains("secret") ? Category.SECRETS : Category.IDENTITY, Severity.WARNING));
        }
        return rules;
    }

    static RuleMetadata rule(String id, Category category, Severity severity) {
        return RuleMetadata.of(id)
                .summary("something is wrong with " + id.replace('-', ' '))
                .category(category)
                .severity(severity)
                .since("0.1")
                .build();
    }
}
