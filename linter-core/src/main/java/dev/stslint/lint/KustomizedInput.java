package dev.stslint.lint;

import dev.stslint.kube.Field;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.PatchTarget;
import dev.stslint.kube.VariableFile;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Skipped;
import dev.stslint.source.Groups;
import dev.stslint.source.OutsideFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The input of a run that has kustomizations. They are read ahead of all other files: they tell which hold patches and no
 * objects, and what is part of the input though it lies outside of the paths that were named, since it is what gets applied.
 */
final class KustomizedInput {

    private final FileReading reading;
    private final SourceSelection selection;
    private final EditedFiles version;
    private final DiscoveredSources named;
    private final OutsideFiles outside;
    private final Map<String, DiscoveredFile> context = new HashMap<>();
    private final Set<String> linted = new HashSet<>();
    private final List<FileResult> kustomizations = new ArrayList<>();
    private final List<Kustomization> views = new ArrayList<>();
    private final Map<String, DiscoveredFile> taken = new HashMap<>();
    private final Map<String, DiscoveredFile> besides = new HashMap<>(0);
    private final Map<String, List<VariableFile>> variableFiles = new HashMap<>(0);
    private final Map<String, Skipped> left = new HashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private final List<Path> targets = new ArrayList<>(0);
    private final List<DiscoveredFile> found = new ArrayList<>(0);

    /**
     * Reads the kustomizations among files, and those that they take.
     *
     * @param named what the paths stand for
     * @param context what is read for reference; what a kustomization of the input takes is not only that
     * @param outside where to look for what lies elsewhere
     */
    KustomizedInput(
            DiscoveredSources named,
            List<DiscoveredFile> context,
            OutsideFiles outside,
            SourceSelection selection,
            EditedFiles version,
            FileReading reading) {
        this.named = named;
        this.outside = outside;
        this.selection = selection;
        this.version = version;
        this.reading = reading;
        List<DiscoveredFile> first = new ArrayList<>();
        for (DiscoveredFile file : named.files()) {
            linted.add(file.path());
            if (LintInput.isKustomization(file)) {
                first.add(file);
            }
        }
        for (DiscoveredFile file : context) {
            this.context.put(file.path(), file);
        }
        follow(first);
        List<DiscoveredFile> forReference = new ArrayList<>(0);
        for (DiscoveredFile file : context()) {
            if (LintInput.isKustomization(file)) {
                forReference.add(file);
            }
        }
        read(forReference);
    }

    /** All that is linted: what was named, and what kustomizations take from elsewhere. */
    DiscoveredSources sources() {
        if (taken.isEmpty() && besides.isEmpty() && left.isEmpty()) {
            return named;
        }
        List<DiscoveredFile> files = new ArrayList<>(named.files());
        files.addAll(taken.values());
        files.addAll(besides.values());
        Collections.sort(files);
        List<Skipped> skipped = new ArrayList<>(named.skipped());
        skipped.addAll(left.values());
        return SourceSelection.with(named, files, named.charts(), skipped);
    }

    /** What is read for reference only, by path. */
    List<DiscoveredFile> context() {
        List<DiscoveredFile> files = new ArrayList<>(context.values());
        Collections.sort(files);
        return files;
    }

    /** What was read of the kustomizations, those of the context included. */
    List<FileResult> kustomizations() {
        return kustomizations;
    }

    /** The files that hold patches, by their shown paths, and what they are for. */
    Map<String, PatchTarget> patchFiles() {
        return ManifestSet.patchFilesOf(views, otherNames);
    }

    /** The files of variables that generators take, by their shown paths, and what those make of them. */
    Map<String, List<VariableFile>> variableFiles() {
        return variableFiles;
    }

    /** Shown paths of what is linted only because a kustomization takes it. */
    Set<String> taken() {
        return taken.keySet();
    }

    /** Shown paths of files and directories, by those to which kustomizations lead. */
    Map<String, String> otherNames() {
        return otherNames;
    }

    /** Wherever kustomizations look outside of the paths that were named, whether anything is there or not. */
    List<Path> targets() {
        return targets;
    }

    /** Those of the targets that are there in one of the versions that a change has, whether they are read or not. */
    List<DiscoveredFile> found() {
        return found;
    }

    /** Each file is looked at once, so cycles end. */
    private void follow(List<DiscoveredFile> first) {
        List<DiscoveredFile> files = first;
        while (!files.isEmpty()) {
            List<FileResult> results = read(files);
            List<DiscoveredFile> next = new ArrayList<>(0);
            for (int i = 0; i < results.size(); i++) {
                for (Kustomization kustomization : viewsIn(results.get(i))) {
                    takeAll(kustomization, files.get(i), next);
                }
            }
            files = next;
        }
    }

    private List<FileResult> read(List<DiscoveredFile> files) {
        List<FileResult> results = reading.of(files);
        for (FileResult result : results) {
            kustomizations.add(result);
            views.addAll(viewsIn(result));
        }
        return results;
    }

    private static List<Kustomization> viewsIn(FileResult result) {
        List<Kustomization> views = new ArrayList<>(1);
        for (ReadObject object : result.objects()) {
            if (object.view() instanceof Kustomization kustomization) {
                views.add(kustomization);
            }
        }
        return views;
    }

    private void takeAll(Kustomization kustomization, DiscoveredFile from, List<DiscoveredFile> next) {
        for (Field<String> base : kustomization.bases()) {
            String name = base.or("");
            if (!name.isEmpty() && !Kustomization.isRemote(name)) {
                take(name, kustomization, from, Optional.of(next));
            }
        }
        for (Kustomization.Patch patch : kustomization.patches()) {
            if (patch.path().isPresent() && !patch.path().get().isEmpty()) {
                take(patch.path().get(), kustomization, from, Optional.empty());
            }
        }
        for (Generator generator : kustomization.generators()) {
            for (Field<String> env : generator.envs()) {
                takeVariables(env.or(""), generator, from);
            }
        }
    }

    private void takeVariables(String name, Generator generator, DiscoveredFile from) {
        Optional<Path> target = name.isEmpty() ? Optional.empty() : outside.target(from, name);
        Optional<DiscoveredFile> file = target.isPresent() ? outside.beside(target.get(), from) : Optional.empty();
        if (file.isEmpty()) {
            return;
        }
        targets.add(file.get().file());
        found.add(file.get());
        String path = file.get().path();
        VariableFile made = new VariableFile(generator.kind(), generator.name().or(""));
        boolean isRead = linted.contains(path) || besides.containsKey(path);
        if (!isRead && outside.isNamed(target.get())) {
            isRead = selection.reasonToLeave(file.get(), named, version).isEmpty();
            if (isRead) {
                besides.put(path, file.get());
            }
        }
        if (isRead || (!outside.isNamed(target.get()) && take(file.get()))) {
            Groups.add(variableFiles, path, made);
        }
    }

    /** @param next takes the kustomizations that are to be followed; empty where a name can only be a file's */
    private void take(
            String name, Kustomization kustomization, DiscoveredFile from, Optional<List<DiscoveredFile>> next) {
        Optional<Path> target = outside.target(from, name);
        if (target.isEmpty()) {
            return;
        }
        String path = ManifestSet.target(kustomization, name);
        String shown = outside.shown(target.get(), from);
        note(path, shown);
        if (outside.isNamed(target.get()) && !isBehindLink(shown)) {
            if (!isRead(shown)) {
                noteLink(path, target.get());
            }
            return;
        }
        if (!outside.isDirectory(target.get())) {
            Optional<DiscoveredFile> file = look(target.get(), from);
            if (file.isPresent() && !LintInput.isKustomization(file.get())) {
                note(path, file.get().path());
                take(file.get());
            } else if (file.isPresent() && next.isPresent()) {
                follow(file.get(), path, next.get()); // kustomize wants the directory, and that is meant
            }
            return;
        }
        if (next.isEmpty()) {
            return;
        }
        for (String fileName : Kustomization.FILE_NAMES) {
            Optional<DiscoveredFile> file = look(target.get().resolve(fileName), from);
            if (file.isPresent()) {
                follow(file.get(), path, next.get());
            }
        }
    }

    private void follow(DiscoveredFile file, String path, List<DiscoveredFile> next) {
        note(path, directory(file));
        if (take(file)) {
            next.add(file);
        }
    }

    /** Whether a path is that of a file of the input, or of a directory with a kustomization among them. */
    private boolean isRead(String path) {
        if (linted.contains(path) || context.containsKey(path)) {
            return true;
        }
        String directory = path.isEmpty() ? "" : path + "/";
        for (String fileName : Kustomization.FILE_NAMES) {
            if (linted.contains(directory + fileName) || context.containsKey(directory + fileName)) {
                return true;
            }
        }
        return false;
    }

    /** What was walked is known by its own name, be it a link's that leads there. */
    private void noteLink(String path, Path target) {
        if (!outside.isDirectory(target)) {
            Optional<DiscoveredFile> file = outside.known(target);
            if (file.isPresent() && !LintInput.isKustomization(file.get())) {
                note(path, file.get().path());
            }
            return;
        }
        for (String fileName : Kustomization.FILE_NAMES) {
            Optional<DiscoveredFile> file = outside.known(target.resolve(fileName));
            if (file.isPresent()) {
                note(path, directory(file.get()));
            }
        }
    }

    private static String directory(DiscoveredFile file) {
        return file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    }

    private Optional<DiscoveredFile> look(Path target, DiscoveredFile from) {
        targets.add(target);
        Optional<DiscoveredFile> file = outside.file(target, from);
        if (file.isPresent()) {
            found.add(file.get());
        }
        return file;
    }

    /** Whether a path leads over a link that was not followed, since it leads out of a directory that was named. */
    private boolean isBehindLink(String path) {
        for (Skipped skipped : named.skipped()) {
            if (skipped.reason().equals(Skipped.LINK_OUT)
                    && (path.equals(skipped.path()) || path.startsWith(skipped.path() + "/"))) {
                return true;
            }
        }
        return false;
    }

    private void note(String path, String known) {
        if (!path.equals(known)) {
            otherNames.put(path, known);
        }
    }

    /** Whether a file is new to the input, and read. */
    private boolean take(DiscoveredFile file) {
        String path = file.path();
        if (linted.contains(path)) {
            return false;
        }
        if (!context.containsKey(path)) {
            String reason = selection.reasonToLeave(file, named, version);
            if (!reason.isEmpty()) {
                leave(file, reason);
                return false;
            }
        }
        context.remove(path);
        linted.add(path);
        taken.put(path, file);
        return true;
    }

    /** What a glob has met is accounted for already. */
    private void leave(DiscoveredFile file, String reason) {
        for (Skipped skipped : named.skipped()) {
            if (skipped.path().equals(file.path())) {
                return;
            }
        }
        if (Files.exists(file.file())) {
            left.put(file.path(), new Skipped(file.path(), reason));
        }
    }
}
