package dev.stslint.lint;

import dev.stslint.change.PartialCheckouts;
import dev.stslint.finding.Problem;
import dev.stslint.kube.Field;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.KustomizationKeys;
import dev.stslint.kube.KustomizationKeys.Mistyped;
import dev.stslint.kube.KustomizationKeys.Unknown;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.Ambiguous;
import dev.stslint.manifest.Cycle;
import dev.stslint.manifest.Duplicate;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Refusal;
import dev.stslint.manifest.Unmatched;
import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes {@code kustomize build} refuse a kustomization, as far as its own text, the files of its version and what it takes tell. */
final class KustomizationFaults {

    private final EditedFiles version;
    private final PartialCheckouts checkouts;
    private final List<Draft> drafts = new ArrayList<>(0);
    private final List<Misled> missing = new ArrayList<>(0);
    private final List<Misled> outside = new ArrayList<>(0);

    /** An entry, and what is wrong with what it names. */
    private record Misled(Field<String> entry, String message) {}

    private KustomizationFaults(EditedFiles version, PartialCheckouts checkouts) {
        this.version = version;
        this.checkouts = checkouts;
    }

    /**
     * What is wrong with those of a run.
     *
     * @param version of the files that they are built from
     */
    static List<Draft> in(List<FileResult> files, ManifestSet manifests, LintRequest request, EditedFiles version) {
        List<Draft> drafts = new ArrayList<>(0);
        if (!request.partial()) {
            for (Unmatched unmatched : manifests.unmatched()) {
                drafts.add(UnmatchedEntries.of(unmatched));
            }
        }
        for (Ambiguous ambiguous : manifests.ambiguous()) {
            drafts.add(of(ambiguous));
        }
        for (Duplicate duplicate : manifests.duplicates()) {
            drafts.add(of(duplicate));
        }
        for (Cycle cycle : manifests.cycles()) {
            drafts.add(of(cycle));
        }
        for (Refusal refusal : manifests.refusals()) {
            drafts.add(InvalidEntries.of(refusal));
        }
        Path start = request.workingDirectory();
        PartialCheckouts checkouts = new PartialCheckouts();
        Set<String> directories = new HashSet<>();
        Map<String, List<String>> variables = new HashMap<>(0);
        for (FileResult file : files) {
            if (!file.variables().isEmpty()) {
                variables.put(file.file().path(), file.variables());
            }
        }
        List<KustomizationFaults> leadingOut = new ArrayList<>(0);
        for (FileResult file : files) {
            if (file.isKustomization()) {
                for (ReadObject object : file.objects()) {
                    if (object.view() instanceof Kustomization kustomization) {
                        if (directories.add(file.file().directory())) {
                            Optional<String> other = beside(file.file(), version, start);
                            if (other.isPresent()) {
                                drafts.add(duplicate(kustomization, other.get()));
                            }
                        }
                        KustomizationFaults faults = new KustomizationFaults(version, checkouts);
                        faults.check(kustomization, variables, request.partial(), start);
                        drafts.addAll(faults.drafts);
                        if (!faults.outside.isEmpty()) {
                            leadingOut.add(faults);
                        }
                        break; // kustomize reads no other document
                    }
                }
                if (file.skipped().isEmpty()
                        && beside(file.file(), version, start).isEmpty()) {
                    drafts.addAll(ofFirstDocument(file));
                }
            }
        }
        if (!leadingOut.isEmpty() && !isBuiltByFlux(files)) {
            for (KustomizationFaults faults : leadingOut) {
                drafts.add(faults.ofOutside());
            }
        }
        return drafts;
    }

    /** Flux lets a kustomization take any file of its repository (github.com/fluxcd/pkg/kustomize). */
    private static boolean isBuiltByFlux(List<FileResult> files) {
        for (FileResult file : files) {
            for (ReadObject object : file.objects()) {
                if (object.view().object().group().equals("kustomize.toolkit.fluxcd.io")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is wrong with the document that kustomize reads, where that is no kustomization. */
    private static List<Draft> ofFirstDocument(FileResult file) {
        if (isEmpty(file)) {
            return List.of(empty(() -> new Location(file.file(), Span.caret(0))));
        }
        ReadDocument first = firstDocument(file);
        Located place = () -> new Location(file.file(), Span.caret(file.file().lineStart(first.line())));
        if (first.outcome() == Outcome.EMPTY) {
            return List.of(emptyDocument(place));
        }
        if (first.outcome() == Outcome.NOT_KUBERNETES) {
            return List.of(InvalidEntries.ofOther(place));
        }
        for (KubernetesObject object : first.objects()) {
            if (Kustomization.isOfUnknownKind(object)) {
                return List.of(InvalidEntries.ofKind(object));
            }
        }
        return List.of();
    }

    /** What stands ahead of the first separator is none where it says nothing. */
    private static ReadDocument firstDocument(FileResult file) {
        ReadDocument first = file.documents().get(0);
        boolean isHead = first.outcome() == Outcome.EMPTY && first.line() == 1;
        return isHead ? file.documents().get(1) : first;
    }

    private static Draft emptyDocument(Located place) {
        Problem problem = Problem.at(place, "the first document of this kustomization says nothing")
                .label("`kustomize build` reads no other, and refuses it")
                .help("take it out");
        return Draft.of(EngineRules.EMPTY_KUSTOMIZATION, problem, "");
    }

    /** Whether nothing is written in a file that was read. */
    private static boolean isEmpty(FileResult file) {
        for (ReadDocument document : file.documents()) {
            if (document.outcome() != Outcome.EMPTY) {
                return false;
            }
        }
        return file.skipped().isEmpty();
    }

    private static Draft empty(Located place) {
        Problem problem = Problem.at(place, "this kustomization says nothing")
                .label("`kustomize build` refuses it, and all that takes it")
                .help("fill it, as with `resources: []`, or delete the file and what takes its directory");
        return Draft.of(EngineRules.EMPTY_KUSTOMIZATION, problem, "");
    }

    /**
     * Looks for what is wrong with one.
     *
     * @param variables the names of the variables that files hold, by their paths
     * @param partial whether files that do not exist here may exist elsewhere
     * @param start what shown paths start from
     */
    private void check(Kustomization kustomization, Map<String, List<String>> variables, boolean partial, Path start) {
        KustomizationKeys keys = KustomizationKeys.of(kustomization);
        for (Unknown unknown : keys.unknown()) {
            addUnknown(unknown);
        }
        for (Mistyped mistyped : keys.mistyped()) {
            drafts.add(InvalidEntries.of(mistyped));
        }
        drafts.addAll(InvalidEntries.in(kustomization, variables));
        if (kustomization.isEmpty()) {
            drafts.add(empty(kustomization.object()));
        }
        Path directory = directory(kustomization.object().file(), version, start);
        if (directory != null) {
            checkFiles(kustomization, directory);
            if (!partial) {
                reportMissing();
            }
        }
    }

    private void checkFiles(Kustomization kustomization, Path directory) {
        for (Field<String> entry : kustomization.resources()) {
            check(entry, entry.or(""), directory, Taking.ANY);
        }
        for (Field<String> entry : kustomization.components()) {
            check(entry, entry.or(""), directory, Taking.DIRECTORY);
        }
        for (Field<String> entry : kustomization.files()) {
            String path = entry.or("");
            check(entry, path.substring(path.indexOf('=') + 1), directory, Taking.FILE);
        }
        for (Field<String> entry : kustomization.plugins()) {
            check(entry, entry.or(""), directory, Taking.ANY);
        }
    }

    /** What an entry may name. */
    private enum Taking {
        FILE,
        /** With a kustomization. */
        DIRECTORY,
        ANY
    }

    /** A text that git gave has a path to show only; standard input stands nowhere. */
    private static @Nullable Path directory(SourceFile file, EditedFiles version, Path start) {
        Path directory;
        if (file.origin().isPresent()) {
            directory = file.origin().get().toAbsolutePath().getParent();
            return directory == null ? null : real(directory);
        }
        try {
            directory = start.resolve(file.path()).toAbsolutePath().getParent();
            return version.change().isEmpty() || directory == null ? null : real(directory);
        } catch (InvalidPathException e) {
            return null; // shown in a locale that has no such letters
        }
    }

    /** Behind a link the ways of a kustomization start where that leads. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** The name of another kustomization in the directory of one; kustomize takes only a directory with one. */
    private static Optional<String> beside(SourceFile file, EditedFiles version, Path start) {
        Path directory = directory(file, version, start);
        for (String name : Kustomization.FILE_NAMES) {
            if (directory != null && !name.equals(file.name()) && version.exists(directory.resolve(name))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static Draft duplicate(Kustomization kustomization, String other) {
        Problem problem = Problem.at(kustomization.object(), "`" + other + "` stands beside this kustomization")
                .label("`kustomize build` refuses a directory with two: nothing of this is applied")
                .help("keep one of the two files");
        return Draft.of(EngineRules.DUPLICATE_KUSTOMIZATION_FILE, problem, "");
    }

    /** An entry for one object that fits several. */
    private static Draft of(Ambiguous ambiguous) {
        String kind = ambiguous.kind().isEmpty() ? "objects" : ambiguous.kind() + " objects";
        String name = ambiguous.name().isEmpty() ? "" : " `" + ambiguous.name() + "`";
        String purpose = switch (ambiguous.change()) {
            case PATCH -> "for this patch";
            case GENERATOR -> "to change";
            default -> "to copy from";
        };
        Problem problem = Problem.at(
                        ambiguous.entry(),
                        "there are " + ambiguous.count() + " " + kind + name + " " + purpose + ", and it takes one")
                .label(InvalidEntries.FAILS);
        for (Located object : ambiguous.objects()) {
            problem = problem.seeAlso(object, "this fits");
        }
        problem = problem.note("names count that an object had before a prefix, a suffix or a namespace was added")
                .help(
                        ambiguous.change() == Change.PATCH
                                ? "name the one that is meant as it is called by now, or give the patch a `target`"
                                : "name the one that is meant as it is called by now");
        return Draft.of(EngineRules.AMBIGUOUS_KUSTOMIZATION_ENTRY, problem, ambiguous.kind() + name);
    }

    /** An object that a kustomization has twice. */
    private static Draft of(Duplicate duplicate) {
        boolean isOfOneFile = duplicate.isOfOneFile();
        Located place = isOfOneFile ? duplicate.object() : duplicate.entry();
        String message = switch (duplicate.cause()) {
            case TAKEN -> isOfOneFile ? " stands in this file twice" : " comes a second time with this";
            case GENERATED, MISWRITTEN -> " is there before it is made here";
            case MOVED -> " is there twice with this namespace";
        };
        Problem problem = Problem.at(place, duplicate.title() + message).label(InvalidEntries.FAILS);
        if (!isOfOneFile && !isSame(duplicate.first(), duplicate.entry())) {
            problem = problem.related(duplicate.first(), "it came with this");
        }
        if (!isSame(duplicate.firstObject(), duplicate.first())) {
            problem = problem.related(duplicate.firstObject(), "this is the first");
        }
        if (!isOfOneFile
                && !isSame(duplicate.object(), duplicate.entry())
                && !isSame(duplicate.object(), duplicate.firstObject())) {
            problem = problem.related(duplicate.object(), "this is the second");
        }
        problem = problem.help(
                switch (duplicate.cause()) {
                    case TAKEN, MOVED -> "take it once, or give one of the two another name";
                    case GENERATED ->
                        "give it another name, or change what is there with `behavior: merge` or `replace`";
                    case MISWRITTEN -> "write its `behavior` in small letters: `merge` or `replace`";
                });
        return Draft.of(EngineRules.DUPLICATE_KUSTOMIZATION_OBJECT, problem, duplicate.title());
    }

    private static boolean isSame(Located one, Located other) {
        return one.location().equals(other.location());
    }

    /** An entry that leads back. */
    private static Draft of(Cycle cycle) {
        String message = switch (cycle.kind()) {
            case ITSELF -> "this kustomization takes itself";
            case TAKER -> "this leads back to `" + shown(cycle.taken()) + "`, which takes this kustomization";
            case ABOVE_ITSELF -> "this kustomization takes a directory that it lies in";
            case ABOVE_TAKER -> "`" + shown(cycle.directory()) + "`, which takes this kustomization, lies in there";
        };
        boolean isAbove = cycle.kind() == Cycle.Kind.ABOVE_ITSELF || cycle.kind() == Cycle.Kind.ABOVE_TAKER;
        Problem problem = Problem.at(cycle.entry(), message)
                .label("`kustomize build` refuses the cycle: nothing of this is applied");
        problem = isAbove
                ? problem.note("kustomize takes it for a cycle when a kustomization lies below what it takes")
                        .help("put the two beside each other, as `base` and `overlays/prod`")
                : problem.help("take the entry out, or put what both need into a third directory");
        return Draft.of(EngineRules.CYCLIC_KUSTOMIZATION, problem, cycle.taken());
    }

    static String shown(String directory) {
        return directory.isEmpty() ? "." : directory;
    }

    /** One for all: kustomize stops at the first. */
    private void reportMissing() {
        if (!missing.isEmpty()) {
            Problem problem = problemOf(missing, "this is missing too").help("add it, or take the entry out");
            drafts.add(Draft.of(EngineRules.MISSING_KUSTOMIZATION_FILE, problem, ""));
        }
    }

    private Draft ofOutside() {
        Problem problem = problemOf(outside, "this is outside too")
                .note("only with `--load-restrictor LoadRestrictionsNone` kustomize takes it")
                .help("move it here or below, or take its directory, with a kustomization there");
        return Draft.of(EngineRules.RESTRICTED_KUSTOMIZATION_FILE, problem, "");
    }

    private static Problem problemOf(List<Misled> all, String others) {
        Misled first = all.get(0);
        Problem problem = Problem.at(first.entry, first.message).label(InvalidEntries.FAILS);
        for (Misled other : all.subList(1, all.size())) {
            problem = problem.seeAlso(other.entry, others);
        }
        return problem;
    }

    private void addUnknown(Unknown unknown) {
        NearestNames nearest = NearestNames.of(unknown.name(), unknown.known());
        String where = unknown.holder().isEmpty() ? " in a kustomization" : " under `" + unknown.holder() + "`";
        Problem problem = Problem.at(
                        unknown::location, PlainWord.unknown("key", unknown.name()) + where + nearest.question())
                .label(InvalidEntries.REFUSES_FILE);
        drafts.add(Draft.of(EngineRules.UNKNOWN_KUSTOMIZATION_KEY, problem, unknown.name()));
    }

    private void check(Field<String> entry, String path, Path directory, Taking taking) {
        boolean isAddress = taking == Taking.FILE
                ? path.startsWith("http://") || path.startsWith("https://")
                : Kustomization.isRemote(path);
        if (path.isEmpty() || isFilledIn(path) || isAddress) {
            return;
        }
        Path target;
        try {
            target = directory.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return;
        }
        boolean isDirectory = Files.isDirectory(target);
        if (!isDirectory && version.holds(target)) {
            checkFile(entry, path, target, directory, taking);
        } else if (isDirectory && taking == Taking.FILE) {
            drafts.add(InvalidEntries.ofDirectory(entry, path));
        } else if (taking == Taking.FILE || !holdsKustomization(target)) {
            addMissing(entry, path, target, isDirectory);
        }
    }

    private void checkFile(Field<String> entry, String path, Path target, Path directory, Taking taking) {
        if (taking == Taking.DIRECTORY) {
            drafts.add(InvalidEntries.ofFile(entry, path));
        } else if (Files.isRegularFile(target)
                && !isKustomization(target)
                && !real(target).startsWith(directory)) {
            String way = target.startsWith(directory) ? "leads out of" : "lies outside of";
            outside.add(new Misled(entry, "`" + path + "` " + way + " this kustomization's directory"));
        }
    }

    /** Whether it is a file that is wrong as an entry wherever it lies. */
    private static boolean isKustomization(Path file) {
        return Kustomization.FILE_NAMES.contains(String.valueOf(file.getFileName()));
    }

    private void addMissing(Field<String> entry, String path, Path target, boolean isDirectory) {
        if (isDirectory) {
            missing.add(new Misled(entry, "there is no kustomization in `" + path + "`"));
        } else if (!checkouts.mayLack(target)) {
            missing.add(new Misled(
                    entry,
                    "`" + path + "` "
                            + (Files.exists(target)
                                    ? "is not in " + version.versionName()
                                    : "does not exist" + nearest(target).question())));
        }
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
            if (checkouts.mayLack(directory.resolve(name))) {
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
