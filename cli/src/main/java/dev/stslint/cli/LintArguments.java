package dev.stslint.cli;

import dev.stslint.config.Rendering;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code lint} is asked to do. */
record LintArguments(
        List<String> paths,
        List<String> context,
        List<String> schema,
        List<ReportTarget> reports,
        Optional<Threshold> failOn,
        RuleSelection selection,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        Optional<String> changed,
        boolean partial,
        Optional<String> config,
        boolean noConfig,
        Optional<String> baseline,
        Optional<Rendering> render,
        List<String> values,
        String standardInputName,
        int jobs,
        boolean quiet,
        boolean verbose,
        boolean statistics,
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

    LintRequest request(Environment environment, InputStream standardInput) {
        return LintRequest.of(environment.workingDirectory(), paths.isEmpty() ? List.of(".") : paths)
                .withContext(context)
                .withSchema(schema)
                .withStandardInput(standardInput, standardInputName)
                .withSelection(selection)
                .withFailOn(failOn)
                .withKubernetes(kubernetes)
                .withNamespace(namespace)
                .withChanged(OptionValues.changed(changed, environment.variables()))
                .withPartial(partial)
                .withConfig(config, noConfig)
                .withBaseline(baseline)
                .withRender(render, values, environment.searchPath())
                .withJobs(jobs)
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
                        all(Option.CONTEXT),
                        all(Option.SCHEMA),
                        reports(),
                        failOn(),
                        selection(),
                        kubernetes(),
                        OptionValues.namespace(last(Option.NAMESPACE, "")),
                        words.has(Option.CHANGED) ? Optional.of(last(Option.CHANGED, "")) : Optional.empty(),
                        words.has(Option.PARTIAL),
                        words.has(Option.CONFIG) ? Optional.of(last(Option.CONFIG, "")) : Optional.empty(),
                        words.has(Option.NO_CONFIG),
                        baseline(),
                        render(),
                        all(Option.VALUES),
                        last(Option.STDIN_NAME, LintRequest.STANDARD_INPUT),
                        OptionValues.jobs(last(Option.JOBS, "0")),
                        words.has(Option.QUIET),
                        words.has(Option.VERBOSE),
                        words.has(Option.STATISTICS),
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
                    profile(),
                    selected(),
                    OptionValues.ids(all(Option.IGNORE)),
                    OptionValues.severities(all(Option.SEVERITY)));
        }

        private List<String> selected() throws LintException {
            List<String> ids = OptionValues.ids(all(Option.SELECT));
            List<String> repaired = OptionValues.ids(all(Option.RULE));
            if (repaired.isEmpty()) {
                return ids;
            }
            List<String> both = new ArrayList<>(ids);
            both.addAll(repaired);
            return both;
        }

        private Optional<String> baseline() {
            Option option = words.has(Option.NEW_BASELINE) ? Option.NEW_BASELINE : Option.BASELINE;
            return words.has(option) ? Optional.of(last(option, "")) : Optional.empty();
        }

        private Optional<Profile> profile() throws LintException {
            String text = last(Option.PROFILE, "");
            return words.has(Option.PROFILE) ? Optional.of(OptionValues.profile(text)) : Optional.empty();
        }

        private Optional<Rendering> render() throws LintException {
            String text = last(Option.RENDER, "");
            return words.has(Option.RENDER) ? Optional.of(OptionValues.rendering(text)) : Optional.empty();
        }

        private Optional<Threshold> failOn() throws LintException {
            String text = last(Option.FAIL_ON, "");
            return words.has(Option.FAIL_ON) ? Optional.of(OptionValues.threshold(text)) : Optional.empty();
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
