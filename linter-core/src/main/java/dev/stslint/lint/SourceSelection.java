package dev.stslint.lint;

import dev.stslint.config.ConfigFinder;
import dev.stslint.config.LintConfig;
import dev.stslint.config.Setting;
import dev.stslint.filter.Baseline;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Skipped;
import dev.stslint.source.PathPatterns;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the files that were found are read. What the user named is read in any case. */
final class SourceSelection {

    private static final String REPLACED = "read from standard input instead";

    private final Optional<PathPatterns> include;
    private final Optional<PathPatterns> exclude;

    /** The file that standard input holds another state of, as an editor's buffer does. */
    private final Optional<Path> namesake;

    SourceSelection(LintConfig config, LintRequest request) {
        this.include = patterns(config, request.workingDirectory(), config.include());
        this.exclude = patterns(config, request.workingDirectory(), config.exclude());
        this.namesake = namesake(request);
    }

    private static Optional<Path> namesake(LintRequest request) {
        String name = request.standardInputName();
        if (name.equals(LintRequest.STANDARD_INPUT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    request.workingDirectory().resolve(name).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name for reports
        }
    }

    /** Without what the configuration leaves out; that is accounted for. A configuration or baseline itself is no manifest. */
    DiscoveredSources of(DiscoveredSources found) {
        List<DiscoveredFile> files = new ArrayList<>(found.files().size());
        List<Skipped> skipped = new ArrayList<>(found.skipped());
        for (DiscoveredFile file : found.files()) {
            if (isReplaced(file, found)) {
                skipped.add(new Skipped(file.path(), REPLACED));
            } else if (file.named()) {
                files.add(file);
            } else if (!isConfiguration(file.path())) {
                String reason = reasonToLeave(file.path());
                if (reason.isEmpty()) {
                    files.add(file);
                } else {
                    skipped.add(new Skipped(file.path(), reason));
                }
            }
        }
        List<Chart> charts = new ArrayList<>(found.charts().size());
        for (Chart chart : found.charts()) {
            String reason = reasonToLeave(chart.path().isEmpty() ? "Chart.yaml" : chart.path() + "/Chart.yaml");
            if (reason.isEmpty()) {
                charts.add(chart);
            } else {
                for (String template : chart.templates()) {
                    skipped.add(new Skipped(template, reason));
                }
            }
        }
        if (skipped.size() > found.skipped().size()) {
            skipped.sort((one, other) -> one.path().compareTo(other.path()));
        }
        return new DiscoveredSources(
                List.copyOf(files),
                found.standardInput(),
                List.copyOf(charts),
                List.copyOf(skipped),
                found.unreadable(),
                found.missing());
    }

    /** Why a file is left out that a kustomization of the input takes from elsewhere; empty when it is not. */
    String reasonToLeave(DiscoveredFile file, DiscoveredSources input, EditedFiles version) {
        if (isReplaced(file, input)) {
            return REPLACED;
        }
        return version.lacks(file.file()) ? "not in " + version.versionName() : reasonToLeave(file.path());
    }

    /** Of what was found for reference only those files that are not linted themselves. */
    List<DiscoveredFile> others(DiscoveredSources context, DiscoveredSources input) {
        Set<Path> linted = new HashSet<>();
        for (DiscoveredFile file : input.files()) {
            linted.add(file.file().toAbsolutePath().normalize());
        }
        List<DiscoveredFile> others = new ArrayList<>(context.files().size());
        for (DiscoveredFile file : context.files()) {
            if (!isConfiguration(file.path())
                    && !isReplaced(file, input)
                    && !linted.contains(file.file().toAbsolutePath().normalize())) {
                others.add(file);
            }
        }
        return others;
    }

    private boolean isReplaced(DiscoveredFile file, DiscoveredSources input) {
        return input.standardInput()
                && namesake.isPresent()
                && namesake.get().equals(file.file().toAbsolutePath().normalize());
    }

    /**
     * Those that exist in the version that is read; other files are accounted for when they are on disk.
     *
     * @param start what shown paths start from
     */
    static DiscoveredSources existing(DiscoveredSources found, EditedFiles version, Path start) {
        List<DiscoveredFile> files = new ArrayList<>(found.files().size());
        List<Skipped> skipped = new ArrayList<>(found.skipped());
        for (DiscoveredFile file : found.files()) {
            if (!version.lacks(file.file())) {
                files.add(file);
            } else if (Files.exists(file.file(), LinkOption.NOFOLLOW_LINKS)) {
                skipped.add(new Skipped(file.path(), "not in " + version.versionName()));
            }
        }
        List<Chart> charts = new ArrayList<>(found.charts().size());
        for (Chart chart : found.charts()) {
            List<String> templates = new ArrayList<>(chart.templates().size());
            for (String template : chart.templates()) {
                if (!version.lacks(start.resolve(template))) {
                    templates.add(template);
                }
            }
            if (!templates.isEmpty()) {
                charts.add(new Chart(chart.path(), List.copyOf(templates)));
            }
        }
        return with(found, files, charts, skipped);
    }

    /** Of files for reference those that exist in the version that is read. */
    static List<DiscoveredFile> existing(List<DiscoveredFile> context, EditedFiles version) {
        List<DiscoveredFile> files = new ArrayList<>(context.size());
        for (DiscoveredFile file : context) {
            if (!version.lacks(file.file())) {
                files.add(file);
            }
        }
        return files;
    }

    /** None of them, for a reason. */
    static DiscoveredSources none(DiscoveredSources found, String reason) {
        List<Skipped> skipped = new ArrayList<>(found.skipped());
        for (DiscoveredFile file : found.files()) {
            skipped.add(new Skipped(file.path(), reason));
        }
        for (Chart chart : found.charts()) {
            for (String template : chart.templates()) {
                skipped.add(new Skipped(template, reason));
            }
        }
        return with(found, List.of(), List.of(), skipped);
    }

    /** The same with other files and charts. */
    static DiscoveredSources with(
            DiscoveredSources found, List<DiscoveredFile> files, List<Chart> charts, List<Skipped> skipped) {
        return new DiscoveredSources(
                List.copyOf(files),
                found.standardInput(),
                List.copyOf(charts),
                List.copyOf(skipped),
                found.unreadable(),
                found.missing());
    }

    private String reasonToLeave(String path) {
        if (include.isPresent() && !include.get().match(path)) {
            return "not included by the configuration";
        }
        return exclude.isPresent() && exclude.get().match(path) ? "excluded by the configuration" : "";
    }

    private static boolean isConfiguration(String path) {
        if (path.endsWith(".yaml")) {
            return ConfigFinder.FILE_NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
        }
        return path.equals(Baseline.FILE_NAME) || path.endsWith("/" + Baseline.FILE_NAME);
    }

    private static Optional<PathPatterns> patterns(
            LintConfig config, Path workingDirectory, List<Setting<String>> settings) {
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        List<String> patterns = new ArrayList<>(settings.size());
        for (Setting<String> setting : settings) {
            patterns.add(setting.value());
        }
        return Optional.of(new PathPatterns(config.directory(), workingDirectory, patterns));
    }
}
