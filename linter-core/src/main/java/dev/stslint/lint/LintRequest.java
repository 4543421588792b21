package dev.stslint.lint;

import dev.stslint.finding.VersionRange;
import dev.stslint.rule.RuleSelection;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to lint and how: the one list of options that every front end offers.
 *
 * @param workingDirectory what relative paths are relative to, and what shown paths start from
 * @param paths files, directories, globs, or {@code -} for standard input
 * @param standardInput read when {@code -} is among the paths
 * @param standardInputName what to call it in reports
 * @param selection which rules are on
 * @param kubernetes the target versions when the user named some; else every supported one
 * @param namespace where objects without a namespace will land, when known
 * @param jobs threads to use; 0: as many as pay
 * @param objectGraph whether the report shall hold how the objects hang together
 */
public record LintRequest(
        Path workingDirectory,
        List<String> paths,
        InputStream standardInput,
        String standardInputName,
        RuleSelection selection,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        int jobs,
        boolean objectGraph) {

    /** A request for a report without a drawing. */
    public LintRequest(
            Path workingDirectory,
            List<String> paths,
            InputStream standardInput,
            String standardInputName,
            RuleSelection selection,
            Optional<VersionRange> kubernetes,
            Optional<String> namespace,
            int jobs) {
        this(workingDirectory, paths, standardInput, standardInputName, selection, kubernetes, namespace, jobs, false);
    }

    /** A request with every option at its default. */
    public static LintRequest of(Path workingDirectory, List<String> paths) {
        return new LintRequest(
                workingDirectory,
                List.copyOf(paths),
                InputStream.nullInputStream(),
                "stdin",
                RuleSelection.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The same request, with all in the report that reports of these formats show. */
    public LintRequest forReports(List<ReportTarget> targets) {
        boolean draws = false;
        for (ReportTarget target : targets) {
            draws |= target.format().drawsObjects();
        }
        return draws == objectGraph
                ? this
                : new LintRequest(
                        workingDirectory,
                        paths,
                        standardInput,
                        standardInputName,
                        selection,
                        kubernetes,
                        namespace,
                        jobs,
                        draws);
    }
}
