package dev.stslint.lint;

import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.rule.RuleSelection;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to lint and how: the one list of options that every front end offers. {@link #of} has every option at its default;
 * each {@code with} method gives a request that differs in one.
 *
 * @param workingDirectory what relative paths are relative to, and what shown paths start from
 * @param paths files, directories, globs, or {@code -} for standard input
 * @param context the same, without {@code -}: read for what the others refer to, never reported on
 * @param standardInput read when {@code -} is among the paths
 * @param standardInputName what to call it in reports
 * @param selection which rules are on
 * @param failOn the mildest severity that fails the run, when the user named one
 * @param kubernetes the target versions when the user named some; else every supported one
 * @param namespace where objects without a namespace will land, when known
 * @param partial whether the input is not the whole application, so that what is not in it may exist all the same
 * @param config the configuration file, when the user named one; else it is looked for
 * @param noConfig whether no configuration file is to be read
 * @param baseline the file with the findings that are known, when there is one
 * @param jobs threads to use; 0: as many as pay
 * @param today the day by which suppressions end
 */
public record LintRequest(
        Path workingDirectory,
        List<String> paths,
        List<String> context,
        InputStream standardInput,
        String standardInputName,
        RuleSelection selection,
        Optional<Threshold> failOn,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        boolean partial,
        Optional<String> config,
        boolean noConfig,
        Optional<String> baseline,
        int jobs,
        Supplier<LocalDate> today) {

    /** A request with every option at its default. */
    public static LintRequest of(Path workingDirectory, List<String> paths) {
        return new LintRequest(
                workingDirectory,
                List.copyOf(paths),
                List.of(),
                InputStream.nullInputStream(),
                "stdin",
                RuleSelection.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                new SystemDate());
    }

    public LintRequest withContext(List<String> others) {
        return new LintRequest(
                workingDirectory,
                paths,
                List.copyOf(others),
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withStandardInput(InputStream stream, String name) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                stream,
                name,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withSelection(RuleSelection rules) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                rules,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withFailOn(Optional<Threshold> mildest) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                mildest,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withKubernetes(Optional<VersionRange> versions) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                versions,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withNamespace(Optional<String> name) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                name,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withPartial(boolean isPart) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                isPart,
                config,
                noConfig,
                baseline,
                jobs,
                today);
    }

    public LintRequest withConfig(Optional<String> file, boolean none) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                file,
                none,
                baseline,
                jobs,
                today);
    }

    public LintRequest withBaseline(Optional<String> file) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                file,
                jobs,
                today);
    }

    public LintRequest withJobs(int threads) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                threads,
                today);
    }

    public LintRequest withToday(Supplier<LocalDate> day) {
        return new LintRequest(
                workingDirectory,
                paths,
                context,
                standardInput,
                standardInputName,
                selection,
                failOn,
                kubernetes,
                namespace,
                partial,
                config,
                noConfig,
                baseline,
                jobs,
                day);
    }
}
