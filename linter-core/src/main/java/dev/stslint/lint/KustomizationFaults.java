package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.kube.Field;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.KustomizationKeys;
import dev.stslint.kube.KustomizationKeys.Unknown;
import dev.stslint.manifest.Unmatched;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes {@code kustomize build} refuse a kustomization, as far as its own text, the files of its version and what it takes tell. */
final class KustomizationFaults {

    private final EditedFiles version;
    private final List<Draft> drafts = new ArrayList<>(0);
    private final List<Missing> missing = new ArrayList<>(0);

    /** An entry, and what is wrong with what it names. */
    private record Missing(Field<String> entry, String message) {}

    private KustomizationFaults(EditedFiles version) {
        this.version = version;
    }

    /**
     * What is wrong with one.
     *
     * @param partial whether files that do not exist here may exist elsewhere
     * @param version of the files that it is built from
     * @param start what shown paths start from
     */
    static List<Draft> of(Kustomization kustomization, boolean partial, EditedFiles version, Path start) {
        KustomizationFaults faults = new KustomizationFaults(version);
        for (Unknown unknown : KustomizationKeys.unknownIn(kustomization)) {
            faults.addUnknown(unknown);
        }
        Path directory = directory(kustomization.object().file(), version, start);
        if (directory != null && !partial) {
            for (Field<String> entry : kustomization.bases()) {
                faults.addMissing(entry, entry.or(""), directory, true);
            }
            for (Field<String> entry : kustomization.files()) {
                String path = entry.or("");
                faults.addMissing(entry, path.substring(path.indexOf('=') + 1), directory, false);
            }
            faults.reportMissing();
        }
        return faults.drafts;
    }

    /** A text that git gave has a path to show only; standard input stands nowhere. */
    private static @Nullable Path directory(SourceFile file, EditedFiles version, Path start) {
        if (file.origin().isPresent()) {
            return file.origin().get().toAbsolutePath().getParent();
        }
        try {
            return version.change().isEmpty()
                    ? null
                    : start.resolve(file.path()).toAbsolutePath().getParent();
        } catch (InvalidPathException e) {
            return null; // shown in a locale that has no such letters
        }
    }

    /** An entry for an object that its kustomization does not take. */
    static Draft of(Unmatched unmatched) {
        String name = "`" + unmatched.name() + "`";
        String message = switch (unmatched.change()) {
            case REPLICAS -> "there is no workload " + name + " to set the replicas of";
            case PATCH -> "there is no " + unmatched.kind() + " " + name + " for this patch";
            case GENERATOR -> "there is no " + unmatched.kind() + " " + name + " to change";
        };
        NearestNames nearest = NearestNames.of(unmatched.name(), unmatched.names());
        Problem problem = Problem.at(unmatched.entry(), message + nearest.question())
                .label("`kustomize build` fails: nothing of this is applied")
                .note("neither what the kustomization takes nor what it generates is called so")
                .help("correct the name, or add the object to `resources`");
        return Draft.of(EngineRules.UNMATCHED_KUSTOMIZATION_ENTRY, problem, unmatched.kind() + name);
    }

    /** One for all: kustomize stops at the first. */
    private void reportMissing() {
        if (missing.isEmpty()) {
            return;
        }
        Missing first = missing.get(0);
        Problem problem = Problem.at(first.entry, first.message)
                .label("`kustomize build` fails: nothing of this is applied")
                .help("add it, or take the entry out");
        for (Missing other : missing.subList(1, missing.size())) {
            problem = problem.seeAlso(other.entry, "this is missing too");
        }
        drafts.add(Draft.of(EngineRules.MISSING_KUSTOMIZATION_FILE, problem, ""));
    }

    private void addUnknown(Unknown unknown) {
        NearestNames nearest = NearestNames.of(unknown.name(), unknown.known());
        Problem problem = Problem.at(
                        unknown::location,
                        PlainWord.unknown("key", unknown.name()) + " in a kustomization" + nearest.question())
                .label("`kustomize build` refuses the file");
        drafts.add(Draft.of(EngineRules.UNKNOWN_KUSTOMIZATION_KEY, problem, unknown.name()));
    }

    /** @param isBase whether it may be a directory with a kustomization, or an address */
    private void addMissing(Field<String> entry, String path, Path directory, boolean isBase) {
        if (path.isEmpty() || isFilledIn(path) || (isBase && Kustomization.isRemote(path))) {
            return;
        }
        Path target;
        try {
            target = directory.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return;
        }
        boolean isDirectory = Files.isDirectory(target);
        if ((!isDirectory && version.holds(target)) || (isBase && holdsKustomization(target))) {
            return;
        }
        if (isBase && isDirectory) {
            missing.add(new Missing(entry, "there is no kustomization in `" + path + "`"));
        } else if (!isDirectory && !mayExist(target)) {
            missing.add(new Missing(
                    entry,
                    "`" + path + "` "
                            + (Files.exists(target)
                                    ? "is not in " + version.versionName()
                                    : "does not exist" + nearest(target).question())));
        }
    }

    /** That git ignores a file says that its absence from here means nothing. */
    private boolean mayExist(Path file) {
        return version.holds(file) || SourceDiscovery.isIgnoredByGit(file);
    }

    /** Something else puts a value in before kustomize reads it. */
    private static boolean isFilledIn(String path) {
        boolean isBetweenSigns = path.indexOf('@') < path.lastIndexOf('@'); // as `@ENV@`
        return isBetweenSigns || path.indexOf('$') >= 0 || path.contains("{{") || path.indexOf('\n') >= 0;
    }

    private boolean holdsKustomization(Path directory) {
        for (String name : Kustomization.FILE_NAMES) {
            if (version.holds(directory.resolve(name))) {
                return true;
            }
        }
        for (String name : Kustomization.FILE_NAMES) {
            if (SourceDiscovery.isIgnoredByGit(directory.resolve(name))) {
                return true;
            }
        }
        return false;
    }

    /** What stands beside it under a similar name. */
    private static NearestNames nearest(Path target) {
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return NearestNames.NONE;
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.sorted().forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (IOException e) {
            return NearestNames.NONE;
        }
        return NearestNames.of(String.valueOf(target.getFileName()), names);
    }
}
