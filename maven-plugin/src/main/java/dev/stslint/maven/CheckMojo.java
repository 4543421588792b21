package dev.stslint.maven;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.lint.OptionValues;
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
import dev.stslint.report.TextReporter;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.rules.BuiltinRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Checks the project's Kubernetes manifests, and fails the build when something grave is wrong with them. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends AbstractMojo {

    /** Where Java projects keep manifests, and where their tools put generated ones. */
    static final List<String> FOLDERS = List.of(
            "src/main/kubernetes",
            "src/main/k8s",
            "src/main/jkube",
            "src/main/fabric8",
            "k8s",
            "kubernetes",
            "manifests",
            "deploy",
            "target/kubernetes",
            "target/classes/META-INF/jkube",
            "target/classes/META-INF/dekorate");

    /** What relative paths are relative to. */
    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    File basedir;

    /** Files, directories and globs to check; by default the folders where Java projects keep manifests. */
    @Parameter(property = "stslint.paths")
    List<String> paths = List.of();

    /**
     * Reports to write: text (default), concise, json, sarif, github, gitlab, junit, checkstyle or html, each as FORMAT for
     * the build's log or FORMAT=FILE.
     */
    @Parameter(property = "stslint.format")
    List<String> format = List.of();

    /** Lowest severity that fails the build: error (default), warning, info or never. */
    @Parameter(property = "stslint.failOn")
    String failOn = "";

    /** Which rules are on: recommended (default), strict or all. */
    @Parameter(property = "stslint.profile")
    String profile = "";

    /** Only these rules or categories. */
    @Parameter(property = "stslint.select")
    List<String> select = List.of();

    /** Not these rules or categories. */
    @Parameter(property = "stslint.ignore")
    List<String> ignore = List.of();

    /** Other severities for rules, each as RULE=LEVEL. */
    @Parameter(property = "stslint.severity")
    List<String> severity = List.of();

    /** Target version or range, as 1.34 or 1.31..1.36; by default every supported one. */
    @Parameter(property = "stslint.kubernetes")
    String kubernetes = "";

    /** Where objects without a namespace will land. */
    @Parameter(property = "stslint.namespace")
    String namespace = "";

    /** Files, directories and globs to read for what the others refer to, without reporting on them. */
    @Parameter(property = "stslint.context")
    List<String> context = List.of();

    /** Files and directories with definitions of custom resources, and with JSON Schemas to hold objects against. */
    @Parameter(property = "stslint.schema")
    List<String> schema = List.of();

    /** Whether the paths are not the whole application, so that what is not in them may exist all the same. */
    @Parameter(property = "stslint.partial", defaultValue = "false")
    boolean partial;

    /** The configuration file; by default the nearest stslint.yaml above the paths. */
    @Parameter(property = "stslint.config")
    String config = "";

    /** The file with the findings that are known, as {@code stslint baseline} writes it; they do not fail the build. */
    @Parameter(property = "stslint.baseline")
    String baseline = "";

    /** Whether to read no configuration file, even if there is one. */
    @Parameter(property = "stslint.noConfig", defaultValue = "false")
    boolean noConfig;

    /** Threads to use; 0: as many as pay. */
    @Parameter(property = "stslint.jobs", defaultValue = "0")
    String jobs = "0";

    /** Whether to print what is wrong and where, and nothing else. */
    @Parameter(property = "stslint.quiet", defaultValue = "false")
    boolean quiet;

    /** Whether to print what became of every file and document. */
    @Parameter(property = "stslint.verbose", defaultValue = "false")
    boolean verbose;

    /** Whether to print how often each rule speaks. */
    @Parameter(property = "stslint.statistics", defaultValue = "false")
    boolean statistics;

    /** Whether to do nothing. */
    @Parameter(property = "stslint.skip", defaultValue = "false")
    boolean skip;

    /** The meaning of a parameter's value, or a complaint about it. */
    private interface Meaning<T> {
        T read() throws LintException;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("stslint is skipped");
            return;
        }
        List<String> wanted = paths.isEmpty() ? folders() : paths;
        if (wanted.isEmpty()) {
            getLog().info("no manifests: there is none of " + String.join(", ", FOLDERS));
            return;
        }
        List<ReportTarget> targets = read("format", () -> ReportTarget.parse(format));
        LintRequest request = request(wanted).forReports(targets);
        Linter linter = new Linter(new BuiltinRules());
        LintReport report;
        try {
            report = linter.lint(request);
            ReportTarget.rejectOverwriting(targets, basedir.toPath(), report.accounting());
        } catch (LintException e) {
            if (e.report().isPresent()) {
                logMistakes(e.report().get());
            }
            throw new MojoExecutionException(e.getMessage());
        }
        int status = report.status();
        RunFacts facts = RunFacts.of(version(), status).in(basedir.toPath());
        try {
            write(report, targets, linter, facts);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        if (status == 2) {
            throw new MojoExecutionException(
                    report.failures().isEmpty()
                            ? "a rule of stslint failed, see " + LintReport.INTERNAL_ERROR + " above"
                            : String.join("\n", report.failures()));
        }
        if (status == 1) {
            throw new MojoFailureException(failure(report, targets));
        }
    }

    LintRequest request(List<String> wanted) throws MojoExecutionException {
        Optional<Profile> named = profile.isEmpty()
                ? Optional.empty()
                : Optional.of(read("profile", () -> OptionValues.profile(profile)));
        RuleSelection selection = new RuleSelection(
                named,
                read("select", () -> OptionValues.ids(select)),
                read("ignore", () -> OptionValues.ids(ignore)),
                read("severity", () -> OptionValues.severities(severity)));
        Optional<VersionRange> versions = kubernetes.isEmpty()
                ? Optional.empty()
                : Optional.of(read("kubernetes", () -> OptionValues.kubernetes(kubernetes)));
        Optional<Threshold> threshold =
                failOn.isEmpty() ? Optional.empty() : Optional.of(read("failOn", () -> OptionValues.threshold(failOn)));
        return LintRequest.of(basedir.toPath(), wanted)
                .withContext(context)
                .withSchema(schema)
                .withSelection(selection)
                .withFailOn(threshold)
                .withKubernetes(versions)
                .withNamespace(read("namespace", () -> OptionValues.namespace(namespace)))
                .withPartial(partial)
                .withConfig(Optional.of(config).filter(file -> !file.isEmpty()), noConfig)
                .withBaseline(Optional.of(baseline).filter(file -> !file.isEmpty()))
                .withJobs(read("jobs", () -> OptionValues.jobs(jobs)));
    }

    private void logMistakes(LintReport mistakes) throws MojoExecutionException {
        StringBuilder text = new StringBuilder();
        try {
            new TextReporter(Palette.PLAIN).write(mistakes, text);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        text.toString().lines().forEach(getLog()::error);
    }

    private List<String> folders() {
        List<String> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(basedir.toPath().resolve(folder))) {
                found.add(folder);
            }
        }
        return found;
    }

    private void write(LintReport report, List<ReportTarget> targets, Linter linter, RunFacts facts)
            throws IOException, MojoExecutionException {
        if (targets.isEmpty()) {
            logFindings(report, ReportFormat.TEXT.reporter(Palette.PLAIN, quiet, facts, linter));
        }
        for (ReportTarget target : targets) {
            Reporter reporter = target.format().reporter(Palette.PLAIN, quiet, facts, linter);
            if (!target.isStandardOutput()) {
                writeFile(report, target.file(), reporter);
            } else if (target.format().isForLogs()) {
                logFindings(report, reporter);
            } else {
                StringBuilder document = new StringBuilder();
                reporter.write(report, document);
                document.toString().lines().forEach(getLog()::info);
            }
        }
        if (verbose) {
            StringBuilder listing = new StringBuilder();
            new AccountingListing(report.accounting()).write(listing);
            listing.toString().lines().forEach(getLog()::info);
        }
        if (statistics) {
            StringBuilder table = new StringBuilder();
            new StatisticsTable(report).write(table);
            table.toString().lines().forEach(getLog()::info);
        }
        if (!quiet) {
            report.accounting().remarks().forEach(getLog()::info);
            getLog().info(new AccountingLine(report).text());
        }
    }

    private void writeFile(LintReport report, String file, Reporter reporter) throws MojoExecutionException {
        try {
            ReportFile.write(basedir.toPath().resolve(file), report, reporter);
        } catch (IOException | InvalidPathException e) {
            throw new MojoExecutionException("cannot write `" + file + "`: " + ReportFile.reason(e), e);
        }
    }

    /** Findings that follow each other with one severity go to the log together, at the level of that severity. */
    private void logFindings(LintReport report, Reporter reporter) throws IOException {
        List<Finding> findings = report.findings();
        int start = 0;
        while (start < findings.size()) {
            Severity level = findings.get(start).severity();
            int end = start + 1;
            while (end < findings.size() && findings.get(end).severity() == level) {
                end++;
            }
            StringBuilder text = new StringBuilder();
            reporter.write(report.withFindings(findings.subList(start, end)), text);
            text.toString().lines().forEach(line -> log(level, line));
            start = end;
        }
    }

    private void log(Severity level, String line) {
        switch (level) {
            case ERROR -> getLog().error(line);
            case WARNING -> getLog().warn(line);
            case INFO -> getLog().info(line);
        }
    }

    /** The count, and where the reports are. */
    private static String failure(LintReport report, List<ReportTarget> targets) {
        StringBuilder text = new StringBuilder("stslint found ").append(new AccountingLine(report).text());
        for (ReportTarget target : targets) {
            if (!target.isStandardOutput()) {
                text.append("\nreport: ").append(target.file());
            }
        }
        return text.toString();
    }

    private static <T> T read(String parameter, Meaning<T> meaning) throws MojoExecutionException {
        try {
            return meaning.read();
        } catch (LintException e) {
            throw new MojoExecutionException("<" + parameter + ">: " + e.getMessage());
        }
    }

    private static String version() {
        String version = CheckMojo.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0-unpackaged" : version;
    }
}
