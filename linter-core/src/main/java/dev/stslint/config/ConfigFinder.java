package dev.stslint.config;

import dev.stslint.source.Checkout;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the configuration of a run: the file nearest above what is linted, up to the root of the repository. Where there is
 * no repository, up to the working directory.
 */
public final class ConfigFinder {

    /** What it may be called. */
    public static final List<String> FILE_NAMES = List.of("stslint.yaml", ".stslint.yaml");

    /** A class of its own: lambdas cost a small run dearly. */
    private static final Predicate<Path> ON_DISK = new Predicate<>() {
        @Override
        public boolean test(Path file) {
            return file.toFile().isFile();
        }
    };

    private final Path workingDirectory;
    private final Predicate<Path> exists;

    public ConfigFinder(Path workingDirectory) {
        this(workingDirectory, ON_DISK);
    }

    /**
     * Finds configurations in another version of the input.
     *
     * @param exists whether there is such a file
     */
    public ConfigFinder(Path workingDirectory, Predicate<Path> exists) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.exists = exists;
    }

    /**
     * Finds the one file for all that is linted.
     *
     * @param starts files and directories that are linted
     * @throws ConfigException when it is not clear which file is meant
     */
    public Optional<Path> find(List<Path> starts) throws ConfigException {
        Path found = null;
        Path foundFrom = null;
        Path without = null;
        for (Path start : starts) {
            Path place = workingDirectory.resolve(start).normalize();
            Optional<Path> file = above(place);
            if (file.isEmpty()) {
                // What lies elsewhere can have none, and what does not exist is said to be missing.
                if (place.startsWith(workingDirectory) && place.toFile().exists()) {
                    without = start;
                }
                continue;
            }
            if (file.get().equals(found)) {
                continue;
            }
            if (found != null && foundFrom != null) {
                throw unclear(foundFrom, found, start, "`" + shown(file.get()) + "`");
            }
            found = file.get();
            foundFrom = start;
        }
        if (found != null && foundFrom != null && without != null) {
            throw unclear(foundFrom, found, without, "none");
        }
        return Optional.ofNullable(found);
    }

    private ConfigException unclear(Path one, Path itsFile, Path other, String otherFile) {
        return new ConfigException("`" + shown(one) + "` is configured by `" + shown(itsFile) + "` and `" + shown(other)
                + "` by " + otherFile + "; lint them apart, or name the file that is meant");
    }

    /** Every place that {@link #find} may look at, whether there is a file or not. */
    public List<Path> places(List<Path> starts) {
        List<Path> places = new ArrayList<>();
        for (Path each : starts) {
            File start = workingDirectory.resolve(each).normalize().toFile();
            File top = top(start);
            for (File directory = start; directory != null; directory = directory.getParentFile()) {
                for (String name : FILE_NAMES) {
                    places.add(directory.toPath().resolve(name));
                }
                if (directory.equals(top)) {
                    break;
                }
            }
        }
        return places;
    }

    /** The nearest file that somebody may take for a configuration, though it is called otherwise; as it is shown. */
    public Optional<String> misnamed(List<Path> starts) {
        for (Path place : new LinkedHashSet<>(places(starts))) {
            String name = place.toFile().getName();
            Path file = place.resolveSibling(name.replace(".yaml", ".yml"));
            if (exists.test(file)) {
                return Optional.of(shown(file));
            }
        }
        return Optional.empty();
    }

    private Optional<Path> above(Path start) throws ConfigException {
        File top = top(start.toFile());
        for (File directory = start.toFile(); directory != null; directory = directory.getParentFile()) {
            Optional<Path> file = in(directory);
            if (file.isPresent() || directory.equals(top)) {
                return file;
            }
        }
        return Optional.empty();
    }

    private File top(File start) {
        Optional<File> root = Checkout.rootAbove(start);
        if (root.isPresent()) {
            return root.get();
        }
        return start.toPath().startsWith(workingDirectory)
                ? workingDirectory.toFile()
                : start.isDirectory() ? start : start.getParentFile();
    }

    private Optional<Path> in(File directory) throws ConfigException {
        File found = null;
        for (String name : FILE_NAMES) {
            File file = new File(directory, name);
            if (exists.test(file.toPath())) {
                if (found != null) {
                    throw new ConfigException("`" + shown(directory.toPath()) + "` holds both `" + found.getName()
                            + "` and `" + name + "`; keep one of them");
                }
                found = file;
            }
        }
        return found == null ? Optional.empty() : Optional.of(found.toPath());
    }

    /** As paths are shown everywhere: relative to the working directory. */
    private String shown(Path path) {
        Path absolute = workingDirectory.resolve(path).normalize();
        String shown = absolute.startsWith(workingDirectory)
                ? workingDirectory.relativize(absolute).toString()
                : absolute.toString();
        return shown.isEmpty() ? "." : shown.replace(File.separatorChar, '/');
    }
}
