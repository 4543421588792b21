package dev.stslint.source;

import dev.stslint.source.DiscoveredSources.Missing;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way from the arguments a user names to the files to read.
 *
 * <p>A directory is walked for {@code .yaml}, {@code .yml} and {@code .json}, and for files called
 * {@code Kustomization}. Below it, {@code .gitignore} holds as git
 * reads it, and {@code .git}, {@code node_modules} and {@code target} are left out; but what the user named is read,
 * whatever its ending and whoever ignores it. Symbolic links are followed as long as they stay inside the directory
 * that was named, and each real file is read once.
 */
public final class SourceDiscovery {

    /** A file that the user named, and how to show it. */
    private record Named(Path file, String shown) {}

    private final Path workingDirectory;
    private final AbsentFiles absent;

    /**
     * A discovery that starts somewhere.
     *
     * @param workingDirectory what relative arguments are relative to, and shown paths start from
     */
    public SourceDiscovery(Path workingDirectory) {
        this(workingDirectory, AbsentFiles.NONE);
    }

    /**
     * A discovery that finds more than there is.
     *
     * @param absent what is found besides what is on disk
     */
    public SourceDiscovery(Path workingDirectory, AbsentFiles absent) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.absent = absent;
    }

    /** Whether a directory of this name is left out wherever it is found. */
    public static boolean isNeverEntered(String name) {
        return SourceWalk.isNeverEntered(name);
    }

    /** Whether a file of this name is read wherever it is found. */
    public static boolean isManifestName(String name) {
        return SourceWalk.isCandidate(name);
    }

    /** Whether git leaves a file alone, there or not, so that its absence from a checkout says nothing. */
    public static boolean isIgnoredByGit(Path file) {
        return IgnoreScope.ignoresFile(file.toAbsolutePath().normalize(), null);
    }

    /**
     * The same, where a user has rules of their own for all repositories.
     *
     * @param ofUser the file that holds those
     */
    public static boolean isIgnoredByGit(Path file, Path ofUser) {
        return IgnoreScope.ignoresFile(file.toAbsolutePath().normalize(), ofUser);
    }

    /**
     * Finds what arguments stand for.
     *
     * @param arguments files, directories, globs or {@code -}; none: the working directory
     */
    public DiscoveredSources discover(List<String> arguments) {
        return discover(arguments, new Consumer<>() {
            @Override
            public void accept(DiscoveredFile file) {}
        });
    }

    /**
     * The same.
     *
     * @param met is told of each file as soon as it is met below a directory; it may yet turn out to be another's name
     */
    public DiscoveredSources discover(List<String> arguments, Consumer<DiscoveredFile> met) {
        SourceWalk walk = new SourceWalk(absent, met);
        Map<String, Named> named = new LinkedHashMap<>();
        List<Missing> missing = new ArrayList<>();
        boolean standardInput = false;
        for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
            if (argument.equals("-")) {
                standardInput = true;
                continue;
            }
            IOException failure = argument.isEmpty() ? new NoSuchFileException("") : add(argument, walk, named);
            if (failure == null) {
                continue;
            }
            if (!GlobArgument.isGlob(argument)) {
                missing.add(missing(argument, failure));
            } else if (!expand(argument, walk, named)) {
                missing.add(unmatched(argument));
            }
        }
        addNamed(named, walk);
        return new DiscoveredSources(
                walk.files(), standardInput, walk.charts(), walk.skipped(), walk.unreadable(), List.copyOf(missing));
    }

    /**
     * A look at what lies outside of the directories among the arguments.
     *
     * @param input what the arguments stand for
     */
    public OutsideFiles outside(List<String> arguments, List<DiscoveredFile> input) {
        return new OutsideFiles(this, absent, directories(arguments), input);
    }

    /** The directories among arguments, which are walked whole, and how to show them. */
    private Map<Path, String> directories(List<String> arguments) {
        Map<Path, String> directories = new LinkedHashMap<>();
        for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
            try {
                Path path = workingDirectory.resolve(argument).normalize();
                if (!argument.isEmpty() && !argument.equals("-") && Files.isDirectory(path)) {
                    directories.putIfAbsent(path, shown(argument, path));
                }
            } catch (InvalidPathException e) {
                // Nothing is there, which a run says.
            }
        }
        return directories;
    }

    /** Takes in a file or directory; gives the reason when there is none. */
    private @Nullable IOException add(String argument, SourceWalk walk, Map<String, Named> named) {
        try {
            Path path = workingDirectory.resolve(argument).normalize();
            if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
                walk.walk(root(path, shown(argument, path)));
            } else {
                named.putIfAbsent(identity(path), new Named(path, shown(argument, path)));
            }
            return null;
        } catch (IOException e) {
            return addAbsent(argument, walk, named) ? null : e;
        } catch (InvalidPathException e) {
            return new NoSuchFileException(argument);
        }
    }

    private boolean addAbsent(String argument, SourceWalk walk, Map<String, Named> named) {
        Path path = workingDirectory.resolve(argument).normalize();
        String real = identity(path);
        if (absent.holdsFile(Path.of(real))) {
            named.putIfAbsent(real, new Named(path, shown(argument, path)));
            return true;
        }
        return absent.holdsDirectory(real) && walk.walk(InputRoot.of(path, real, shown(argument, path)));
    }

    private boolean expand(String argument, SourceWalk walk, Map<String, Named> named) {
        boolean found = false;
        for (GlobArgument glob : GlobArgument.parse(slashed(argument))) {
            if (glob.patterns().isEmpty()) {
                found |= add(glob.base(), walk, named) == null;
                continue;
            }
            try {
                Path base = workingDirectory.resolve(glob.base()).normalize();
                if (Files.isDirectory(base)) {
                    found |= walk.walk(glob.under(root(base, shown(glob.base(), base))));
                } else if (absent.holdsDirectory(identity(base))) {
                    found |= walk.walk(glob.under(InputRoot.of(base, identity(base), shown(glob.base(), base))));
                }
            } catch (IOException | InvalidPathException e) {
                // Nothing is found there, and the caller says so.
            }
        }
        return found;
    }

    private void addNamed(Map<String, Named> named, SourceWalk walk) {
        String common = null;
        for (Map.Entry<String, Named> file : named.entrySet()) {
            if (!walk.hasFound(file.getKey())) {
                String directory = directory(file.getValue().shown);
                common = common == null ? directory : commonDirectory(common, directory);
            }
        }
        String root = common == null ? "" : common;
        for (Map.Entry<String, Named> entry : named.entrySet()) {
            Named file = entry.getValue();
            walk.addNamed(entry.getKey(), new DiscoveredFile(file.file, file.shown, root, true, 0));
        }
    }

    private static String commonDirectory(String a, String b) {
        String common = a;
        while (!common.isEmpty() && !b.equals(common) && !b.startsWith(common + "/")) {
            common = directory(common);
        }
        return common;
    }

    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static InputRoot root(Path directory, String shown) throws IOException {
        return InputRoot.of(directory, IgnoreScope.slashed(directory.toRealPath()), shown);
    }

    /**
     * What tells a file from others: its real path, or its own for pipes and the like, which have none; for what does not
     * exist, below the real path of what does.
     */
    static String identity(Path path) {
        try {
            return IgnoreScope.slashed(path.toRealPath());
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    ? IgnoreScope.slashed(path)
                    : identity(parent) + "/" + path.getFileName();
        }
    }

    /** Relative, unless an absolute argument led out of the working directory. */
    String shown(String argument, Path path) {
        boolean absolute = Path.of(argument).isAbsolute() && !path.startsWith(workingDirectory);
        return IgnoreScope.slashed(absolute ? path : workingDirectory.relativize(path));
    }

    private Missing missing(String argument, IOException failure) {
        if (argument.isEmpty()) {
            return new Missing(argument, "is not a path", NearestNames.NONE);
        }
        String path = slashed(argument);
        for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String before = path.substring(0, slash);
            if (isFile(before)) {
                return new Missing(argument, "does not exist: `" + before + "` is a file", NearestNames.NONE);
            }
        }
        if (failure instanceof NoSuchFileException) {
            if (isLink(path)) {
                return new Missing(argument, "is a link to nothing", NearestNames.NONE);
            }
            return new Missing(argument, "does not exist", nearest(path));
        }
        String reason = UnreadableSourceException.unreadable(argument, failure).getMessage();
        return new Missing(argument, "cannot be read: " + reason, NearestNames.NONE);
    }

    private Missing unmatched(String argument) {
        String base = GlobArgument.parse(slashed(argument)).get(0).base();
        boolean exists = base.isEmpty() || isDirectory(base);
        NearestNames nearest = exists ? NearestNames.NONE : nearest(slashed(argument));
        return new Missing(argument, "matches nothing that can be linted", nearest);
    }

    /** Compares the first part that does not exist with what stands in its place. */
    private NearestNames nearest(String argument) {
        int start = argument.startsWith("/") ? 1 : 0;
        int end = argument.indexOf('/', start);
        while (end >= 0 && end < argument.length() - 1 && isDirectory(argument.substring(0, end))) {
            start = end + 1;
            end = argument.indexOf('/', start);
        }
        if (end < 0) {
            end = argument.length();
        }
        String before = argument.substring(0, start);
        Set<String> siblings = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(workingDirectory.resolve(before))) {
            for (Path sibling : stream) {
                siblings.add(String.valueOf(sibling.getFileName()));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return NearestNames.NONE;
        }
        List<String> names = new ArrayList<>();
        for (String name :
                NearestNames.of(argument.substring(start, end), siblings).names()) {
            String whole = before + name + argument.substring(end);
            names.add(end == argument.length() && isDirectory(whole) ? whole + "/" : whole);
        }
        return new NearestNames(List.copyOf(names));
    }

    private boolean isDirectory(String argument) {
        try {
            return Files.isDirectory(workingDirectory.resolve(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean isLink(String argument) {
        try {
            return Files.isSymbolicLink(workingDirectory.resolve(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean isFile(String argument) {
        try {
            return Files.isRegularFile(workingDirectory.resolve(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String slashed(String argument) {
        return File.separatorChar == '/' ? argument : argument.replace(File.separatorChar, '/');
    }
}
