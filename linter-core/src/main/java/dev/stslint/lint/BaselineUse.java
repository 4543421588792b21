package dev.stslint.lint;

import dev.stslint.config.ConfigException;
import dev.stslint.filter.Baseline;
import dev.stslint.filter.BaselineEntry;
import dev.stslint.filter.BaselineFilter;
import dev.stslint.filter.FilteredFindings;
import dev.stslint.finding.Finding;
import dev.stslint.report.FileAccount;
import dev.stslint.report.LintReport;
import dev.stslint.rule.RuleSet;
import dev.stslint.source.RelativePaths;
import dev.stslint.source.SourceReader;
import dev.stslint.source.UnreadableSourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A baseline and the run it is used in. */
final class BaselineUse {

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final LintRequest request;
    private final Baseline baseline;
    private final RelativePaths paths;

    private BaselineUse(LintRequest request, Baseline baseline, RelativePaths paths) {
        this.request = request;
        this.baseline = baseline;
        this.paths = paths;
    }

    /** Reads the baseline that a request names. */
    static BaselineUse of(LintRequest request, String name, EditedFiles edited) throws ConfigException {
        Path file = file(request, name);
        Path start = request.workingDirectory().toAbsolutePath().normalize();
        String shown = (file.startsWith(start) ? start.relativize(file) : file)
                .toString()
                .replace(File.separatorChar, '/');
        try {
            Baseline baseline = Baseline.read(edited.read(file, shown, new SourceReader(LARGEST_FILE)));
            return new BaselineUse(request, baseline, paths(request, file));
        } catch (UnreadableSourceException e) {
            throw new ConfigException("the baseline `" + shown + "` cannot be read: " + e.getMessage());
        }
    }

    /** Where a baseline is, or shall be. */
    static Path file(LintRequest request, String name) throws ConfigException {
        try {
            return request.workingDirectory().resolve(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException("`" + name + "` is no path");
        }
    }

    /** Shown paths as a baseline names them. */
    static RelativePaths paths(LintRequest request, Path file) {
        Path directory = file.getParent();
        return new RelativePaths(request.workingDirectory(), directory == null ? file : directory);
    }

    int size() {
        return baseline.entries().size();
    }

    /** How many of the findings of a run without a baseline it holds. */
    int countKnown(LintReport report) {
        Set<String> read = new HashSet<>();
        for (FileAccount file : report.accounting().files()) {
            if (file.isRead()) {
                read.add(paths.of(file.path()));
            }
        }
        return new BaselineFilter(baseline, paths, entry -> !read.contains(entry.path()), entry -> false)
                .apply(report.findings())
                .suppressed()
                .size();
    }

    /**
     * Applies the baseline.
     *
     * @param templates shown paths of templates that were rendered, and so read
     * @param onlyForReference shown paths of the files in which nothing is reported, though they are read
     * @param taken shown paths of the files that are read since a kustomization takes them: what they come to in others is
     *     not seen
     */
    FilteredFindings apply(
            List<Finding> findings,
            List<FileResult> files,
            List<String> templates,
            Set<String> onlyForReference,
            Set<String> taken,
            RuleSet rules) {
        Set<String> read = new HashSet<>();
        Set<String> linted = new HashSet<>();
        for (String template : templates) {
            read.add(paths.of(template));
            linted.add(paths.of(template));
        }
        for (FileResult file : files) {
            if (file.skipped().isEmpty()) {
                String path = paths.of(file.file().path());
                read.add(path);
                if (!onlyForReference.contains(file.file().path())
                        && !taken.contains(file.file().path())) {
                    linted.add(path);
                }
            }
        }
        List<Path> roots = roots();
        return new BaselineFilter(
                        baseline,
                        paths,
                        entry -> !read.contains(entry.path()),
                        entry -> isSeen(entry, linted, roots, rules))
                .apply(findings);
    }

    /**
     * Whether the rule of an entry had its chance on the entry's file. A file that is gone counts when all of the directory
     * it was in was read, since wherever it went there, its findings would have been found.
     */
    private boolean isSeen(BaselineEntry entry, Set<String> linted, List<Path> roots, RuleSet rules) {
        if (request.partial() || (rules.find(entry.ruleId()).isPresent() && !rules.isEnabled(entry.ruleId()))) {
            return false;
        }
        if (linted.contains(entry.path())) {
            return true;
        }
        try {
            Path file = paths.resolve(entry.path());
            return !Files.exists(file) && roots.stream().anyMatch(file::startsWith);
        } catch (InvalidPathException e) {
            return true;
        }
    }

    /** The directories that are linted whole. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>(1);
        for (String argument : request.paths()) {
            try {
                Path path = request.workingDirectory()
                        .toAbsolutePath()
                        .resolve(argument)
                        .normalize();
                if (!argument.equals("-") && Files.isDirectory(path)) {
                    roots.add(path);
                }
            } catch (InvalidPathException e) {
                // Whoever lints it says so.
            }
        }
        return roots;
    }
}
