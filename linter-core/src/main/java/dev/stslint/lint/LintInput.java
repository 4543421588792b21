package dev.stslint.lint;

import dev.stslint.kube.Kustomization;
import dev.stslint.kube.PatchTarget;
import dev.stslint.kube.VariableFile;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Missing;
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a run reads: the files that the user named, those that kustomizations take from elsewhere, and those that are only
 * there for others to refer to.
 */
final class LintInput {

    private final DiscoveredSources sources;
    private final List<DiscoveredFile> context;
    private final Optional<KustomizedInput> kustomized;
    private final Set<String> forReference;

    private LintInput(DiscoveredSources sources, List<DiscoveredFile> context, Optional<KustomizedInput> kustomized) {
        this.sources = sources;
        this.context = context;
        this.kustomized = kustomized;
        this.forReference = pathsOf(context);
    }

    /**
     * Finds what a request stands for. Of a change that touches nothing of it nothing is read.
     *
     * @param kustomizations how those are read
     * @param failures is told what does not exist
     * @throws LintException when the change cannot be compared
     */
    static LintInput of(
            Settings settings,
            SourceDiscovery discovery,
            EditedFiles edited,
            FileReading kustomizations,
            List<String> failures)
            throws LintException {
        LintRequest request = settings.request();
        SourceSelection selection = new SourceSelection(settings.config(), request);
        DiscoveredSources sources = selection.of(discovery.discover(request.paths(), new Consumer<>() {
            @Override
            public void accept(DiscoveredFile file) {
                if (isKustomization(file)) {
                    kustomizations.start(file);
                }
            }
        }));
        addMissing(sources, failures);
        List<DiscoveredFile> context = List.of();
        if (!request.context().isEmpty()) {
            DiscoveredSources others = discovery.discover(request.context());
            addMissing(others, failures);
            context = selection.others(others, sources);
        }
        boolean isIdle = false;
        if (edited.change().isPresent()) {
            isIdle = ChangedInput.isUntouched(settings, edited, sources, context);
            sources = SourceSelection.existing(sources, edited, request.workingDirectory());
            context = SourceSelection.existing(context, edited);
        }
        Optional<KustomizedInput> kustomized = Optional.empty();
        if (hasKustomization(sources.files()) || hasKustomization(context)) {
            KustomizedInput more = new KustomizedInput(
                    sources,
                    context,
                    discovery.outside(request.paths(), all(sources.files(), context)),
                    selection,
                    edited,
                    kustomizations);
            isIdle = isIdle
                    && !ChangedInput.isOneTouched(more.found(), edited.change().get());
            sources = more.sources();
            context = more.context();
            kustomized = Optional.of(more);
        }
        return isIdle
                ? new LintInput(
                        SourceSelection.none(sources, ChangedInput.NOTHING_CHANGED), List.of(), Optional.empty())
                : new LintInput(sources, context, kustomized);
    }

    private static void addMissing(DiscoveredSources sources, List<String> failures) {
        for (Missing missing : sources.missing()) {
            failures.add(missing.message());
        }
    }

    private static Set<String> pathsOf(List<DiscoveredFile> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        Set<String> paths = new HashSet<>();
        for (DiscoveredFile file : files) {
            paths.add(file.path());
        }
        return paths;
    }

    private static boolean hasKustomization(List<DiscoveredFile> files) {
        for (DiscoveredFile file : files) {
            if (isKustomization(file)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file is a kustomization by its name. */
    static boolean isKustomization(DiscoveredFile file) {
        return Kustomization.FILE_NAMES.contains(
                file.path().substring(file.path().lastIndexOf('/') + 1));
    }

    private static List<DiscoveredFile> all(List<DiscoveredFile> some, List<DiscoveredFile> others) {
        List<DiscoveredFile> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What is linted. */
    DiscoveredSources sources() {
        return sources;
    }

    /** Shown paths of what is only there for others to refer to. */
    Set<String> forReference() {
        return forReference;
    }

    boolean isForReference(SourceFile file) {
        return forReference.contains(file.path());
    }

    /** Shown paths of what is linted only because a kustomization takes it. */
    Set<String> taken() {
        return kustomized.isPresent() ? kustomized.get().taken() : Set.of();
    }

    /** Shown paths of files and directories, by those to which kustomizations lead. */
    Map<String, String> otherNames() {
        return kustomized.isPresent() ? kustomized.get().otherNames() : Map.of();
    }

    /** For what the files that hold patches of kustomizations are, by shown path. */
    Map<String, PatchTarget> patchFiles() {
        return kustomized.isPresent() ? kustomized.get().patchFiles() : Map.of();
    }

    /** What generators make of the files of variables that they take, by shown path. */
    Map<String, List<VariableFile>> variableFiles() {
        return kustomized.isPresent() ? kustomized.get().variableFiles() : Map.of();
    }

    /** Wherever kustomizations look outside of the paths that were named, whether anything is there or not. */
    List<Path> outside() {
        return kustomized.isPresent() ? kustomized.get().targets() : List.of();
    }

    /** Reads it all, and what charts were rendered to; in order. Kustomizations were read already. */
    List<FileResult> read(LintRequest request, Optional<RenderedCharts> charts, FileReading reading) {
        List<FileResult> results = new ArrayList<>();
        List<DiscoveredFile> others = new ArrayList<>();
        for (DiscoveredFile file : all(sources.files(), context)) {
            if (kustomized.isEmpty() || !isKustomization(file)) {
                others.add(file);
            }
        }
        if (kustomized.isPresent()) {
            results.addAll(kustomized.get().kustomizations());
        }
        if (sources.standardInput()) {
            results.add(reading.ofStandardInput(request));
        }
        if (charts.isPresent()) {
            for (SourceText text : charts.get().texts()) {
                results.add(reading.of(text, text.file().directory()));
            }
        }
        results.addAll(reading.ofLargeOnesFirst(others));
        Collections.sort(results);
        return results;
    }
}
