package dev.stslint.change;

import dev.stslint.source.Checkout;
import dev.stslint.source.SourceDiscovery;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What checkouts may lack although nothing is wrong: files that a sparse checkout leaves out, those of submodules that were
 * not fetched, and those that git ignores, be it by rules of the user's own. An installed git is asked, once for each
 * checkout, when something is missing from it; without one less is known. Not for several threads.
 */
public final class PartialCheckouts {

    private static final String SKIPPED = "S ";
    private static final String SUBMODULE = " 160000 ";

    private final Map<File, LeftOut> known = new HashMap<>();

    /**
     * What is missing from a checkout, by the paths that git has for it.
     *
     * @param rules what the user has git ignore everywhere
     */
    private record LeftOut(Path top, Set<String> files, GitIndex submodules, Optional<Path> rules) {

        boolean holds(Path file) {
            if (!file.startsWith(top)) {
                return false;
            }
            String path = top.relativize(file).toString().replace(File.separatorChar, '/');
            return files.contains(path)
                    || !submodules.submoduleOf(path).isEmpty()
                    || (rules.isPresent() && SourceDiscovery.isIgnoredByGit(file, rules.get()));
        }
    }

    /** Whether a file that is not there may be there in a whole checkout, or is made or kept out on purpose. */
    public boolean mayLack(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (SourceDiscovery.isIgnoredByGit(absolute) || isInListedSubmodule(absolute)) {
            return true;
        }
        Path parent = absolute.getParent();
        Optional<File> root = parent == null ? Optional.empty() : Checkout.rootAbove(parent.toFile());
        return root.isPresent()
                && known.computeIfAbsent(root.get(), top -> leftOutOf(top.toPath()))
                        .holds(absolute);
    }

    /** An archive of a repository has no index, but the list of the submodules that it lacks. */
    private static boolean isInListedSubmodule(Path file) {
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            Path list = above.resolve(".gitmodules");
            if (Files.isRegularFile(list)) {
                for (Path submodule : submodulesIn(list)) {
                    if (file.startsWith(submodule) && isEmpty(submodule)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Set<Path> submodulesIn(Path list) {
        Set<Path> submodules = new HashSet<>();
        try {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.substring(0, equals).strip().equals("path")) {
                    submodules.add(
                            list.resolveSibling(line.substring(equals + 1).strip())
                                    .normalize());
                }
            }
        } catch (IOException | InvalidPathException e) {
            // It tells nothing.
        }
        return submodules;
    }

    private static boolean isEmpty(Path directory) {
        String[] names = directory.toFile().list();
        return names == null || names.length == 0;
    }

    private static LeftOut leftOutOf(Path top) {
        Set<String> files = new HashSet<>();
        GitIndex submodules = new GitIndex();
        try (GitRepository repository = GitRepository.of(top, List.of(top))) {
            for (String entry : repository.list("-c", "core.fsmonitor=false", "ls-files", "-z", "-t", "--stage")) {
                String path = entry.substring(entry.indexOf('\t') + 1);
                if (entry.startsWith(SKIPPED)) {
                    files.add(path);
                }
                if (entry.startsWith(SUBMODULE, 1)) {
                    submodules.addSubmodule(path);
                }
            }
            return new LeftOut(top, files, submodules, ignoredEverywhere(repository));
        } catch (ChangeException e) {
            return new LeftOut(top, Set.of(), submodules, Optional.empty());
        }
    }

    /** What {@code core.excludesFile} names, or where git looks where it names nothing (gitignore(5)). */
    private static Optional<Path> ignoredEverywhere(GitRepository repository) {
        try {
            List<String> named = repository.list("config", "-z", "--type=path", "--get", "core.excludesFile");
            return named.isEmpty() || named.get(0).isEmpty() ? Optional.empty() : repository.file(named.get(0));
        } catch (ChangeException e) {
            String configured = Objects.requireNonNullElse(System.getenv("XDG_CONFIG_HOME"), "");
            String home = Objects.requireNonNullElse(System.getenv("HOME"), "");
            String directory = configured.isEmpty() ? home + "/.config" : configured;
            return home.isEmpty() && configured.isEmpty()
                    ? Optional.empty()
                    : repository.file(directory + "/git/ignore");
        }
    }
}
