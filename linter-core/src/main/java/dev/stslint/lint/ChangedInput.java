package dev.stslint.lint;

import dev.stslint.change.Change;
import dev.stslint.change.ChangeException;
import dev.stslint.config.ConfigFinder;
import dev.stslint.filter.ChangeFilter;
import dev.stslint.filter.ChangeFilter.Before;
import dev.stslint.filter.ChangeFilter.Touched;
import dev.stslint.kube.Kustomization;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.LintReport;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The input of a run that asks for what a change touches. It is read as the change leaves it; where that leaves a question
 * open, it is read as it was before, too.
 */
final class ChangedInput {

    /** Why files are not read when nothing that would be read has changed: what is found in them was found before. */
    static final String NOTHING_CHANGED = "no manifest has changed";

    private final Linter linter;
    private final LintRequest request;
    private final Change change;

    ChangedInput(Linter linter, LintRequest request, Change change) {
        this.linter = linter;
        this.request = request;
        this.change = change;
    }

    /** The change that a request asks for. */
    static Change changeOf(LintRequest request) throws LintException {
        if (request.paths().contains("-")) {
            throw new LintException("it cannot be told what has changed in standard input");
        }
        try {
            String since = request.changed().orElse("");
            return since.isEmpty()
                    ? Change.staged(request.workingDirectory())
                    : Change.since(request.workingDirectory(), since);
        } catch (ChangeException e) {
            throw new LintException(String.valueOf(e.getMessage()));
        }
    }

    /** What the change touches of what is found. */
    LintReport report(EditedFiles edited) throws LintException {
        Pass after = linter.pass(request, edited.after(change));
        LintReport report = after.report();
        Touched touched = new ChangeFilter(after.manifests(), place -> isTouched(place.file()), () -> before(after))
                .apply(report.findings(), report.suppressed());
        return report.ofChange(touched.kept(), touched.suppressed(), touched.outside());
    }

    /** Where nothing could be checked before, as with a mistake in the configuration, nothing was found. */
    private Before before(Pass after) {
        try {
            Pass pass = linter.pass(request.forReports(List.of()), EditedFiles.before(change, unchanged(after)));
            return new Before(pass.report().findings(), pass.report().suppressed(), pass.manifests());
        } catch (LintException e) {
            return new Before(List.of(), List.of(), ManifestSet.NONE);
        }
    }

    /** What need not be read again: a configuration or kustomization that has changed may say what becomes of any file. */
    private List<FileResult> unchanged(Pass after) {
        if (change.touchesFileCalled(Kustomization.FILE_NAMES) || !areSettingsUntouched(request, change)) {
            return List.of();
        }
        List<FileResult> unchanged = new ArrayList<>(after.files().size());
        for (FileResult file : after.files()) {
            if (!isTouched(file.file())) {
                unchanged.add(file);
            }
        }
        return unchanged;
    }

    /** A text that git gave has a path to show only. */
    private boolean isTouched(SourceFile file) {
        try {
            return change.touches(
                    file.origin().orElseGet(() -> request.workingDirectory().resolve(file.path())));
        } catch (InvalidPathException e) {
            return true; // shown in a locale that has no such letters
        }
    }

    /** Whether nothing has changed that would be read: then nothing has come of the change. */
    static boolean isUntouched(
            LintRequest request, Change change, DiscoveredSources sources, List<DiscoveredFile> context) {
        return !isOneTouched(sources.files(), change)
                && !isOneTouched(context, change)
                && areSettingsUntouched(request, change);
    }

    /** Whether one of some files has changed, or is gone. */
    static boolean isOneTouched(List<DiscoveredFile> files, Change change) {
        for (DiscoveredFile file : files) {
            if (change.touches(file.file())) {
                return true;
            }
        }
        return false;
    }

    /** Any configuration that has changed may be the one, in one of the versions. */
    private static boolean areSettingsUntouched(LintRequest request, Change change) {
        if (change.touchesFileCalled(ConfigFinder.FILE_NAMES)) {
            return false;
        }
        Path start = request.workingDirectory();
        return isUntouched(request.config(), start, change) && isUntouched(request.baseline(), start, change);
    }

    private static boolean isUntouched(Optional<String> name, Path start, Change change) {
        try {
            return name.isEmpty() || !change.touches(start.resolve(name.get()));
        } catch (InvalidPathException e) {
            return true; // whoever reads it says so
        }
    }
}
