package dev.stslint.cli;

import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.OptionValues;
import dev.stslint.lint.ReportTarget;
import dev.stslint.report.ReportFormat;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code lint} is asked to do. */
record LintArguments(
        List<String> paths,
        List<String> context,
        List<ReportTarget> reports,
        Optional<Threshold> failOn,
        RuleSelection selection,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        boolean partial,
        Optional<String> config,
        boolean noConfig,
        Optional<String> baseline,
        String standardInputName,
        int jobs,
        boolean quiet,
        boolean verbose,
        boolean statistics,
        ColorChoice color,
        boolean progress) {

    /** The meaning of an option's values, or a complaint about them. */
    private interface Meaning<T> {
        T of(CommandLineWords words) throws LintException;
    }

    /** Settles what the words mean. */
    static LintArguments of(CommandLineWords words) throws UsageException {
        RuleSelection selection = new RuleSelection(
                read(words, Option.PROFILE, LintArguments::profile),
                selected(words),
                read(words, Option.IGNORE, w -> OptionValues.ids(w.all(Option.IGNORE))),
                read(words, Option.SEVERITY, w -> OptionValues.severities(w.all(Option.SEVERITY))));
        return new LintArguments(
                words.operands(),
                words.all(Option.CONTEXT),
                read(words, Option.FORMAT, LintArguments::reports),
                read(words, Option.FAIL_ON, LintArguments::failOn),
                selection,
                read(words, Option.KUBERNETES, LintArguments::kubernetes),
                Optional.of(words.last(Option.NAMESPACE, "")).filter(name -> !name.isEmpty()),
                words.has(Option.PARTIAL),
                words.has(Option.CONFIG) ? Optional.of(words.last(Option.CONFIG, "")) : Optional.empty(),
                words.has(Option.NO_CONFIG),
                baseline(words),
                words.last(Option.STDIN_NAME, "stdin"),
                read(words, Option.JOBS, w -> OptionValues.jobs(w.last(Option.JOBS, "0"))),
                words.has(Option.QUIET),
                words.has(Option.VERBOSE),
                words.has(Option.STATISTICS),
                color(words),
                !words.has(Option.NO_PROGRESS));
    }

    private static Optional<String> baseline(CommandLineWords words) {
        String read = words.last(Option.BASELINE, "");
        return Optional.of(words.last(Option.NEW_BASELINE, read)).filter(file -> !file.isEmpty());
    }

    private static List<String> selected(CommandLineWords words) throws UsageException {
        List<String> ids = new ArrayList<>(read(words, Option.SELECT, w -> OptionValues.ids(w.all(Option.SELECT))));
        ids.addAll(read(words, Option.RULE, w -> OptionValues.ids(w.all(Option.RULE))));
        return List.copyOf(ids);
    }

    /** The choice of colors, which other commands have too. */
    static ColorChoice color(CommandLineWords words) throws UsageException {
        return read(words, Option.COLOR, w -> ColorChoice.parse(w.last(Option.COLOR, ColorChoice.AUTO.id())));
    }

    LintRequest request(Path workingDirectory, InputStream standardInput) {
        return LintRequest.of(workingDirectory, paths.isEmpty() ? List.of(".") : paths)
                .withContext(context)
                .withStandardInput(standardInput, standardInputName)
                .withSelection(selection)
                .withFailOn(failOn)
                .withKubernetes(kubernetes)
                .withNamespace(namespace)
                .withPartial(partial)
                .withConfig(config, noConfig)
                .withBaseline(baseline)
                .withJobs(jobs);
    }

    private static List<ReportTarget> reports(CommandLineWords words) throws LintException {
        List<ReportTarget> targets = ReportTarget.parse(words.all(Option.FORMAT));
        return targets.isEmpty() ? List.of(new ReportTarget(ReportFormat.TEXT, "")) : targets;
    }

    private static Optional<Profile> profile(CommandLineWords words) throws LintException {
        return words.has(Option.PROFILE)
                ? Optional.of(OptionValues.profile(words.last(Option.PROFILE, "")))
                : Optional.empty();
    }

    private static Optional<Threshold> failOn(CommandLineWords words) throws LintException {
        return words.has(Option.FAIL_ON)
                ? Optional.of(OptionValues.threshold(words.last(Option.FAIL_ON, "")))
                : Optional.empty();
    }

    private static Optional<VersionRange> kubernetes(CommandLineWords words) throws LintException {
        String text = words.last(Option.KUBERNETES, "");
        return words.has(Option.KUBERNETES) ? Optional.of(OptionValues.kubernetes(text)) : Optional.empty();
    }

    private static <T> T read(CommandLineWords words, Option option, Meaning<T> meaning) throws UsageException {
        try {
            return meaning.of(words);
        } catch (LintException e) {
            throw new UsageException(words.command(), "`" + option.longName() + "`: " + e.getMessage());
        }
    }
}
