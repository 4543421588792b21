package dev.stslint.cli;

import dev.stslint.finding.Severity;
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
import java.util.List;
import java.util.Optional;

/**
 * What {@code lint} is asked to do.
 *
 * @param failOn the mildest severity that fails the run; empty: none does
 */
record LintArguments(
        List<String> paths,
        List<ReportTarget> reports,
        Optional<Severity> failOn,
        RuleSelection selection,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        String standardInputName,
        int jobs,
        boolean quiet,
        boolean verbose,
        ColorChoice color,
        boolean progress) {

    /** Settles what the words mean. */
    static LintArguments of(CommandLineWords words) throws UsageException {
        return new Reading(words).arguments();
    }

    /** The choice of colors, which other commands have too. */
    static ColorChoice color(CommandLineWords words) throws UsageException {
        return new Reading(words).color();
    }

    LintRequest request(Path workingDirectory, InputStream standardInput) {
        return new LintRequest(
                        workingDirectory,
                        paths.isEmpty() ? List.of(".") : paths,
                        standardInput,
                        standardInputName,
                        selection,
                        kubernetes,
                        namespace,
                        jobs)
                .forReports(reports);
    }

    /** Asks for the words of one option after the other; what is wrong, is wrong with the one that was asked for last. */
    private static final class Reading {

        private final CommandLineWords words;
        private Option asked = Option.PROFILE;

        Reading(CommandLineWords words) {
            this.words = words;
        }

        LintArguments arguments() throws UsageException {
            try {
                return new LintArguments(
                        words.operands(),
                        reports(),
                        OptionValues.threshold(last(Option.FAIL_ON, Severity.ERROR.id())),
                        selection(),
                        kubernetes(),
                        OptionValues.namespace(last(Option.NAMESPACE, "")),
                        last(Option.STDIN_NAME, "stdin"),
                        OptionValues.jobs(last(Option.JOBS, "0")),
                        words.has(Option.QUIET),
                        words.has(Option.VERBOSE),
                        color(),
                        !words.has(Option.NO_PROGRESS));
            } catch (LintException e) {
                throw complaint(e);
            }
        }

        ColorChoice color() throws UsageException {
            try {
                return ColorChoice.parse(last(Option.COLOR, ColorChoice.AUTO.id()));
            } catch (LintException e) {
                throw complaint(e);
            }
        }

        private RuleSelection selection() throws LintException {
            return new RuleSelection(
                    OptionValues.profile(last(Option.PROFILE, Profile.RECOMMENDED.id())),
                    OptionValues.ids(all(Option.SELECT)),
                    OptionValues.ids(all(Option.IGNORE)),
                    OptionValues.severities(all(Option.SEVERITY)));
        }

        private List<ReportTarget> reports() throws LintException {
            List<ReportTarget> targets = ReportTarget.parse(all(Option.FORMAT));
            return targets.isEmpty() ? List.of(new ReportTarget(ReportFormat.TEXT, "")) : targets;
        }

        private Optional<VersionRange> kubernetes() throws LintException {
            String text = last(Option.KUBERNETES, "");
            return words.has(Option.KUBERNETES) ? Optional.of(OptionValues.kubernetes(text)) : Optional.empty();
        }

        private String last(Option option, String fallback) {
            asked = option;
            return words.last(option, fallback);
        }

        private List<String> all(Option option) {
            asked = option;
            return words.all(option);
        }

        private UsageException complaint(LintException e) {
            return new UsageException(words.command(), "`" + asked.longName() + "`: " + e.getMessage());
        }
    }
}
