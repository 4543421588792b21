package dev.stslint.maven;

import dev.stslint.finding.Applicability;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.ReportTarget;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.AccountingListing;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.ReportFile;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.Reporter;
import dev.stslint.report.RunFacts;
import dev.stslint.report.StatisticsTable;
import dev.stslint.source.ProjectFolders;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that reports on manifests. */
abstract class ReportingMojo extends ManifestMojo {

    /**
     * Reports to write: text (default), concise, json, sarif, github, gitlab, junit, checkstyle or html, each as FORMAT for
     * the build's log or FORMAT=FILE, relative to the module.
     */
    @Parameter(property = "stslint.format")
    List<String> format = List.of();

    /** Where the reports go that are written in any case, relative to the module; by default target/stslint. */
    @Parameter(property = "stslint.reportDirectory")
    String reportDirectory = "";

    /**
     * The file with the findings that are known, as the goal `baseline` writes it, relative to the module; they do not fail
     * the build.
     */
    @Parameter(property = "stslint.baseline")
    String baseline = "";

    /** Whether to print what became of every file and document. */
    @Parameter(property = "stslint.verbose", defaultValue = "false")
    boolean verbose;

    /** Whether to print how often each rule speaks. */
    @Parameter(property = "stslint.statistics", defaultValue = "false")
    boolean statistics;

    /** The formats that go to the report directory whatever is asked for. */
    abstract List<ReportFormat> standing();

    /** Whether findings are shown in the log and can fail the build. */
    boolean judges() {
        return true;
    }

    @Override
    final List<String> pathsIn(ProjectFolders folders) {
        return folders.paths();
    }

    @Override
    final LintRequest request(List<String> wanted) throws LintException {
        return super.request(wanted).withBaseline(file(baseline));
    }

    @Override
    final void run(LintRequest request)
            throws LintException, IOException, MojoExecutionException, MojoFailureException {
        List<ReportTarget> targets = targets();
        LintReport report = linter().lint(request.forReports(targets));
        ReportTarget.rejectOverwriting(targets, request.workingDirectory(), report.accounting());
        int status = report.status();
        List<String> unwritten = write(report, targets);
        tell(report);
        if (!unwritten.isEmpty()) {
            if (status == 1 && judges()) {
                unwritten.add(failure(report, List.of()));
            }
            throw new MojoExecutionException(String.join("\n", unwritten));
        }
        if (status == 2) {
            throw incomplete(report);
        }
        if (!judges()) {
            files(targets).forEach(file -> getLog().info(ofModule("report: " + file)));
        } else if (status == 1) {
            throw new MojoFailureException(failure(report, targets));
        }
    }

    /** So that nobody takes a report of an earlier run for one of this. */
    @Override
    final void runWithout(LintReport report) throws LintException, MojoExecutionException {
        Path start = modulePaths().start();
        boolean isDone = report.failures().isEmpty();
        // What else was asked for may be wrong, or a manifest that is to be kept.
        List<ReportTarget> targets = isDone ? targets() : standingTargets();
        if (isDone) {
            ReportTarget.rejectOverwriting(targets, start, report.accounting());
        }
        List<ReportTarget> files = new ArrayList<>();
        for (ReportTarget target : targets) {
            if (!target.isStandardOutput() && (isDone || target.destroysNothing(start))) {
                files.add(target);
            }
        }
        List<String> unwritten = write(report, files);
        if (isDone && !unwritten.isEmpty()) {
            throw new MojoExecutionException(String.join("\n", unwritten));
        }
        unwritten.forEach(getLog()::error);
    }

    /** Skipped runs leave reports alone; whoever uploads one must know what it is. */
    @Override
    final String leftBehind() {
        StringBuilder words = new StringBuilder();
        for (ReportTarget target : standingTargets()) {
            if (target.isThere(modulePaths().start())) {
                words.append("; ").append(fromHere(target.file())).append(" is of an earlier run");
            }
        }
        return words.toString();
    }

    /** What is asked for, and the standing reports that are not among it. */
    private List<ReportTarget> targets() throws LintException {
        List<ReportTarget> targets = new ArrayList<>();
        for (ReportTarget target : read("format", () -> ReportTarget.parse(given(format)))) {
            targets.add(
                    target.isStandardOutput()
                            ? target
                            : new ReportTarget(target.format(), modulePaths().of(target.file())));
        }
        if (targets.isEmpty() && judges()) {
            targets.add(new ReportTarget(ReportFormat.TEXT, ""));
        }
        for (ReportTarget target : standingTargets()) {
            if (!targets.contains(target)) {
                targets.add(target);
            }
        }
        return targets;
    }

    private List<ReportTarget> standingTargets() {
        Path directory = reportDirectory.isEmpty()
                ? buildDirectory(project).resolve("stslint")
                : moduleDirectory().resolve(reportDirectory);
        List<ReportTarget> targets = new ArrayList<>();
        for (ReportFormat one : standing()) {
            targets.add(new ReportTarget(one, modulePaths().of(directory.resolve("stslint." + one.id()))));
        }
        return targets;
    }

    private Reporter reporter(ReportFormat one, RunFacts facts) {
        return one == ReportFormat.TEXT ? text() : one.reporter(Palette.PLAIN, quiet, facts, linter());
    }

    /** Writes all reports that can be written, and says of the others why they cannot. */
    private List<String> write(LintReport report, List<ReportTarget> targets) {
        RunFacts facts =
                RunFacts.of(version(), report.status()).in(modulePaths().start());
        List<String> unwritten = new ArrayList<>();
        for (ReportTarget target : targets) {
            try {
                write(report, target, reporter(target.format(), facts));
            } catch (IOException | InvalidPathException e) {
                unwritten.add("cannot write `" + fromHere(target.file()) + "`: " + ReportFile.reason(e));
            }
        }
        return unwritten;
    }

    private void write(LintReport report, ReportTarget target, Reporter reporter) throws IOException {
        if (!target.isStandardOutput()) {
            ReportFile.write(modulePaths().start().resolve(target.file()), report, reporter);
        } else if (target.format().isForLogs()) {
            log().findings(report, reporter);
        } else {
            StringBuilder document = new StringBuilder();
            reporter.write(report, document);
            log().info(document);
        }
    }

    private void tell(LintReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        if (verbose) {
            new AccountingListing(report.accounting()).write(text);
        }
        if (statistics) {
            new StatisticsTable(report).write(text);
        }
        log().info(text);
        if (!quiet) {
            report.accounting().remarks().forEach(remark -> getLog().warn(ofModule(remark)));
            getLog().info(ofModule(new AccountingLine(report).text()));
        }
    }

    /** The count, where the reports are, and what to do. */
    private String failure(LintReport report, List<ReportTarget> targets) throws LintException {
        StringBuilder text = new StringBuilder("stslint found ").append(new AccountingLine(report).textOfFindings());
        files(targets).forEach(file -> text.append("\nreport: ").append(file));
        int safe = 0;
        int unsafe = 0;
        int generated = 0;
        Set<String> foreign = report.accounting().foreignPaths();
        for (Finding finding : report.findings()) {
            List<Fix> fixes = finding.fixes().stream()
                    .filter(fix -> !fix.changesOneOf(foreign))
                    .toList();
            boolean isBuilt = modules.stream().anyMatch(module -> isBuiltBy(module, finding));
            if (fixes.stream().anyMatch(fix -> fix.applicability() == Applicability.SAFE)) {
                safe += isBuilt ? 0 : 1;
                generated += isBuilt ? 1 : 0;
            } else if (!fixes.isEmpty()) {
                unsafe += isBuilt ? 0 : 1;
            }
        }
        String fix = commandForTheSame("fix");
        if (safe > 0) {
            text.append("\nrepair ").append(safe).append(" of them: ").append(fix);
        } else if (unsafe > 0) {
            text.append("\nlook at unsafe repairs of ")
                    .append(unsafe)
                    .append(" of them: ")
                    .append(fix)
                    .append(" -Dstslint.unsafe -Dstslint.diff");
        }
        int sources = generated > 0 ? repairableSources() : 0;
        if (sources > 0) {
            text.append("\nrepair ")
                    .append(sources)
                    .append(" in what the output is made of: ")
                    .append(fix);
        }
        return text.toString();
    }

    /** How much can be repaired in the files that were left out since the output of a tool is checked in their place. */
    private int repairableSources() throws LintException {
        List<String> written = sources();
        return written.isEmpty()
                ? 0
                : linter().fix(new FixRequest(request(written), false, true))
                        .repaired()
                        .size();
    }

    private boolean isBuiltBy(MavenProject module, Finding finding) {
        return finding.location().file().path().startsWith(modulePaths().of(buildDirectory(module)) + "/");
    }

    private List<String> files(List<ReportTarget> targets) {
        return targets.stream()
                .filter(target -> !target.isStandardOutput())
                .map(target -> fromHere(target.file()))
                .toList();
    }
}
