package dev.stslint.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files outside of the directories that a user named, found by the way that another file tells. What lies in a directory that
 * was named is none of them: whether it is read was decided when that was walked.
 *
 * <p>What git ignores is not found, as in a directory that was named, unless git ignores the file that tells of it too. Links
 * are followed, and each real file has one name, its own. No file of a checkout leads out of it: what is linted may be a stranger's, and
 * what else lies on the disk is not for its reports.
 */
public final class OutsideFiles {

    private final SourceDiscovery discovery;
    private final AbsentFiles absent;
    private final Map<Path, String> directories;
    private final List<DiscoveredFile> input;
    private final Map<Path, DiscoveredFile> byPath = new HashMap<>();
    private final Map<String, DiscoveredFile> found = new HashMap<>();
    private @Nullable Map<String, DiscoveredFile> byRealPath;

    /**
     * @param directories those that were named, absolute, and what they are called in what is shown
     * @param input what was found by what the user named; it keeps its names
     */
    OutsideFiles(
            SourceDiscovery discovery, AbsentFiles absent, Map<Path, String> directories, List<DiscoveredFile> input) {
        this.discovery = discovery;
        this.absent = absent;
        this.directories = directories;
        this.input = input;
    }

    /** Where a way from a file leads, there or not; empty when it is no path, or leads to another drive. */
    public Optional<Path> target(DiscoveredFile from, String way) {
        try {
            Path file = from.file().toAbsolutePath();
            Path target = file.resolveSibling(way).normalize();
            return Objects.equals(file.getRoot(), target.getRoot()) ? Optional.of(target) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a target lies in a directory that was named, as far as its own path tells. */
    public boolean isNamed(Path target) {
        for (Path directory : directories.keySet()) {
            if (target.startsWith(directory)) {
                return true;
            }
        }
        return false;
    }

    /** The path to show for a target: what lies in a directory that was named is called as it was found there. */
    public String shown(Path target, DiscoveredFile from) {
        for (Map.Entry<Path, String> directory : directories.entrySet()) {
            if (target.startsWith(directory.getKey())) {
                String way = IgnoreScope.slashed(directory.getKey().relativize(target));
                String root = directory.getValue();
                return root.isEmpty() || way.isEmpty() ? root + way : root + "/" + way;
            }
        }
        return discovery.shown(from.path(), target);
    }

    /** Whether a target is a directory. */
    public boolean isDirectory(Path target) {
        return Files.isDirectory(target) || absent.holdsDirectory(SourceDiscovery.identity(target));
    }

    /**
     * The file at a target: one of the input, or a new one. None is found where there is no regular file, where its name is
     * not one that would be read in a directory, and where git ignores it.
     *
     * @param from what tells of it
     */
    public Optional<DiscoveredFile> file(Path target, DiscoveredFile from) {
        String real = SourceDiscovery.identity(target);
        DiscoveredFile known = known(target, real);
        if (known != null) {
            return Optional.of(known);
        }
        Path name = target.getFileName();
        boolean exists = Files.isRegularFile(target) || absent.holdsFile(Path.of(real));
        if (!exists || name == null || !SourceWalk.isCandidate(name.toString()) || leadsOut(real, from)) {
            return Optional.empty();
        }
        if (SourceDiscovery.isIgnoredByGit(target) && !SourceDiscovery.isIgnoredByGit(from.file())) {
            return Optional.empty();
        }
        Path own = withoutLinks(target, real, from);
        String shown = shown(own, from);
        DiscoveredFile file = new DiscoveredFile(own, shown, SourceDiscovery.directory(shown), false, 0);
        found.put(real, file);
        return Optional.of(file);
    }

    /** A file by its own name, from which its own ways lead as kustomize follows them; seen from where it was found. */
    private static Path withoutLinks(Path target, String real, DiscoveredFile from) {
        Path directory = from.file().toAbsolutePath().normalize().getParent();
        if (directory == null || real.equals(IgnoreScope.slashed(target))) {
            return target;
        }
        Path way = Path.of(SourceDiscovery.identity(directory)).relativize(Path.of(real));
        Path own = directory.resolve(way).normalize();
        return SourceDiscovery.identity(own).equals(real) ? own : target;
    }

    /**
     * A file at a target, of a name that is not read in a directory: beside the file that tells of it, or below. Where that is
     * ignored, it is not found either.
     */
    public Optional<DiscoveredFile> beside(Path target, DiscoveredFile from) {
        String real = SourceDiscovery.identity(target);
        Path directory = from.file().toAbsolutePath().normalize().getParent();
        Path name = target.getFileName();
        boolean exists = Files.isRegularFile(target) || absent.holdsFile(Path.of(real));
        if (!exists
                || directory == null
                || name == null
                || SourceWalk.isCandidate(name.toString())
                || !real.startsWith(SourceDiscovery.identity(directory) + "/")
                || (SourceDiscovery.isIgnoredByGit(target) && !SourceDiscovery.isIgnoredByGit(from.file()))) {
            return Optional.empty();
        }
        String shown = shown(target, from);
        return Optional.of(new DiscoveredFile(target, shown, SourceDiscovery.directory(shown), false, 0));
    }

    /** The file at a target that was found already, by whatever way. */
    public Optional<DiscoveredFile> known(Path target) {
        return Optional.ofNullable(known(target, SourceDiscovery.identity(target)));
    }

    private static boolean leadsOut(String real, DiscoveredFile from) {
        Optional<File> checkout =
                Checkout.rootAbove(from.file().toAbsolutePath().normalize().toFile());
        return checkout.isPresent()
                && !real.startsWith(SourceDiscovery.identity(checkout.get().toPath()) + "/");
    }

    private @Nullable DiscoveredFile known(Path target, String real) {
        DiscoveredFile outside = found.get(real);
        if (outside != null) {
            return outside;
        }
        if (byPath.isEmpty()) {
            for (DiscoveredFile file : input) {
                byPath.put(file.file().toAbsolutePath().normalize(), file);
            }
        }
        DiscoveredFile same = byPath.get(target);
        return same != null || real.equals(IgnoreScope.slashed(target)) ? same : ofInput(real);
    }

    /** Real paths are asked for only where a link leads: the input may be large. */
    private @Nullable DiscoveredFile ofInput(String real) {
        Map<String, DiscoveredFile> files = byRealPath;
        if (files == null) {
            files = new HashMap<>();
            for (DiscoveredFile file : input) {
                files.put(SourceDiscovery.identity(file.file()), file);
            }
            byRealPath = files;
        }
        return files.get(real);
    }
}
