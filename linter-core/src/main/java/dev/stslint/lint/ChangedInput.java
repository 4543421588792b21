package dev.stslint.lint;

import dev.stslint.change.Change;
import dev.stslint.change.ChangeException;
import dev.stslint.config.ConfigFinder;
import dev.stslint.config.Rendering;
import dev.stslint.filter.ChangeFilter;
import dev.stslint.filter.ChangeFilter.Before;
import dev.stslint.filter.ChangeFilter.Touched;
import dev.stslint.kube.Kustomization;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.LintReport;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Chart;
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
        Path start = request.workingDirectory();
        List<Path> linted = new ArrayList<>(request.paths().size());
        for (Path path : ConfigChoice.starts(request)) {
            linted.add(start.resolve(path).toAbsolutePath().normalize());
        }
        try {
            return Change.of(request.changed().orElse(""), start, linted);
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
            Pass pass = linter.pass(
                    request.forReports(List.of()),
                    EditedFiles.before(change, unchanged(after), unchangedCharts(after)));
            return new Before(
                    pass.report().findings(),
                    pass.report().suppressed(),
                    pass.manifests(),
                    place -> isRenderedAnew(place.file().path(), after, pass));
        } catch (LintException e) {
            return new Before(List.of(), List.of(), ManifestSet.NONE, place -> false);
        }
    }

    /** Whether a path belongs to a chart that renders to something else since. */
    private static boolean isRenderedAnew(String path, Pass after, Pass before) {
        Optional<RenderedPlaces> now = after.charts().flatMap(charts -> charts.of(path));
        if (now.isEmpty()) {
            return false;
        }
        Optional<RenderedPlaces> earlier = before.charts().flatMap(charts -> charts.of(path));
        return earlier.isEmpty()
                || !earlier.get().source().text().equals(now.get().source().text());
    }

    /** Those that are not rendered again. Some would differ by chance, as by a generated password. */
    private List<RenderedPlaces> unchangedCharts(Pass after) {
        if (after.charts().isEmpty()
                || areValuesTouched(after.charts().get().values(), change)
                || !areSettingsUntouched(request, change)) {
            return List.of();
        }
        List<RenderedPlaces> unchanged = new ArrayList<>();
        for (RenderedPlaces chart : after.charts().get().all()) {
            if (!change.touchesBelow(request.workingDirectory().resolve(chart.path()))) {
                unchanged.add(chart);
            }
        }
        return unchanged;
    }

    /** What need not be read again: what has changed of this may say what becomes of any file. */
    private List<FileResult> unchanged(Pass after) {
        if (change.touchesFileCalled(Kustomization.FILE_NAMES)
                || !areSettingsUntouched(request, change)
                || areSchemasTouched(after.settings(), change)) {
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

    /**
     * Whether nothing has changed that would be read: then nothing has come of the change. What lies below a kustomization or
     * in a chart may be read by those that build it, whatever it is.
     */
    static boolean isUntouched(
            Settings settings, EditedFiles version, DiscoveredSources sources, List<DiscoveredFile> context)
            throws LintException {
        Change change = version.change().orElseThrow();
        LintRequest request = settings.request();
        if (isOneTouched(sources.files(), change)
                || isOneTouched(context, change)
                || areSchemasTouched(settings, change)) {
            return false;
        }
        if (!sources.charts().isEmpty() && settings.rendering() != Rendering.NEVER) {
            if (areValuesTouched(RenderedCharts.values(settings, version), change)) {
                return false;
            }
            for (Chart chart : sources.charts()) {
                if (change.touchesBelow(request.workingDirectory().resolve(chart.path()))) {
                    return false;
                }
            }
        }
        return areSettingsUntouched(request, change);
    }

    /** Whether one of some files has changed, or is gone. */
    static boolean isOneTouched(List<DiscoveredFile> files, Change change) {
        for (DiscoveredFile file : files) {
            if (LintInput.isKustomization(file)
                    ? change.touchesBelow(file.file().toAbsolutePath().resolveSibling(""))
                    : change.touches(file.file())) {
                return true;
            }
        }
        return false;
    }

    /** What is named outside of the input may be files and directories. */
    private static boolean areSchemasTouched(Settings settings, Change change) {
        for (String name : SchemaChoice.paths(settings)) {
            try {
                Path place = settings.request().workingDirectory().resolve(name);
                if (change.touches(place) || change.touchesBelow(place)) {
                    return true;
                }
            } catch (InvalidPathException e) {
                // Whoever reads it says so.
            }
        }
        return false;
    }

    private static boolean areValuesTouched(List<Path> values, Change change) {
        for (Path file : values) {
            if (change.touches(file)) {
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
