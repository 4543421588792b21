package dev.stslint.source;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ignore rules in force in a directory: those of its own {@code .gitignore}, then those of the directories above up
 * to the root of the repository, then the repository's {@code info/exclude}. The first that has something to say
 * decides.
 *
 * @param base length of the path of the directory that the rules belong to, with its closing slash
 */
record IgnoreScope(IgnoreRules rules, int base, @Nullable IgnoreScope outer) {

    static final String FILE_NAME = ".gitignore";

    /**
     * Whether an entry is ignored, given that none of the directories above it is.
     *
     * @param path whole path of the entry, {@code /} between its parts
     */
    static boolean ignores(@Nullable IgnoreScope innermost, String path, boolean directory) {
        int name = path.lastIndexOf('/') + 1;
        for (IgnoreScope scope = innermost; scope != null; scope = scope.outer) {
            IgnoreRules.Verdict verdict = scope.rules.verdict(path, scope.base, name, directory);
            if (verdict != IgnoreRules.Verdict.SILENT) {
                return verdict == IgnoreRules.Verdict.IGNORED;
            }
        }
        return false;
    }

    /**
     * Whether git leaves a file alone, there or not: it, or a directory that it lies in, is ignored.
     *
     * @param ofUser rules for all repositories; null for none
     */
    static boolean ignoresFile(Path file, @Nullable Path ofUser) {
        Path parent = file.getParent();
        Optional<File> root = parent == null ? Optional.empty() : Checkout.rootAbove(parent.toFile());
        if (root.isEmpty()) {
            return false;
        }
        Path repository = root.get().toPath();
        IgnoreScope scope = ofUser == null ? null : with(null, slashed(repository), ofUser);
        scope = ofRepository(scope, repository, slashed(repository));
        Path current = repository;
        for (Path name : repository.relativize(file)) {
            scope = inside(scope, current, slashed(current));
            current = current.resolve(name);
            boolean isLast = current.equals(file);
            if (ignores(scope, slashed(current), true) || (isLast && ignores(scope, slashed(current), false))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The scope of a directory that a user named, short of its own {@code .gitignore}. Where the directory itself or
     * whatever it holds is ignored, naming it has overruled the rules above it, and none of them holds below.
     *
     * @param directory a real path
     */
    static @Nullable IgnoreScope above(Path directory) {
        Optional<File> root = Checkout.rootAbove(directory.toFile());
        if (root.isEmpty()) {
            return null;
        }
        Path repository = root.get().toPath();
        IgnoreScope scope = ofRepository(repository, slashed(repository));
        Path current = repository;
        while (!current.equals(directory)) {
            scope = inside(scope, current, slashed(current));
            current = directory.getRoot().resolve(directory.subpath(0, current.getNameCount() + 1));
            if (ignores(scope, slashed(current), true)) {
                return null;
            }
        }
        String anything = slashed(directory) + "/\1";
        return ignores(scope, anything, false) && ignores(scope, anything + ".yaml", false) ? null : scope;
    }

    /**
     * The scope at the root of a repository: its {@code info/exclude}.
     *
     * @param path the root's path in the form in which entries below it will be asked for
     */
    static @Nullable IgnoreScope ofRepository(Path root, String path) {
        return ofRepository(null, root, path);
    }

    private static @Nullable IgnoreScope ofRepository(@Nullable IgnoreScope outer, Path root, String path) {
        try {
            return with(outer, path, gitDirectory(root).resolve("info").resolve("exclude"));
        } catch (IOException | InvalidPathException e) {
            return outer;
        }
    }

    /**
     * The scope inside a directory that has a {@code .gitignore} or not.
     *
     * @param path the directory's path in the form in which entries below it will be asked for
     */
    static @Nullable IgnoreScope inside(@Nullable IgnoreScope outer, Path directory, String path) {
        return with(outer, path, directory.resolve(FILE_NAME));
    }

    /** An absolute path with {@code /} between its parts, none at its end. */
    static String slashed(Path path) {
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable IgnoreScope with(@Nullable IgnoreScope outer, String path, Path file) {
        IgnoreRules rules;
        try {
            rules = IgnoreRules.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return outer;
        }
        return rules.isEmpty() ? outer : new IgnoreScope(rules, path.length() + 1, outer);
    }

    /** {@code .git}, or what a linked worktree's or submodule's {@code .git} file points at. */
    private static Path gitDirectory(Path root) throws IOException {
        Path git = root.resolve(".git");
        if (Files.isDirectory(git)) {
            return git;
        }
        String pointer = Files.readString(git).strip();
        Path directory =
                root.resolve(pointer.substring(pointer.indexOf(':') + 1).strip());
        Path common = directory.resolve("commondir");
        return Files.exists(common) ? directory.resolve(Files.readString(common).strip()) : directory;
    }
}
