package dev.stslint.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until what arguments stand for has changed: {@link #cover}, read, {@link #await}, and again. */
public final class FileWatch implements AutoCloseable {

    /** Editors and generators write several files, or one in several steps: a change is over when it is quiet for so long. */
    private static final long QUIET_MILLIS = 120;

    private static final long LONGEST_MILLIS = 2000;

    private final List<Path> roots;
    private final Set<Path> single = new HashSet<>();
    private final Set<Path> ignored;
    private final WatchService service;
    private final Map<WatchKey, Path> directories = new HashMap<>();

    /**
     * A watch that covers nothing yet.
     *
     * @param roots files, and directories with all that is below them
     * @param single files that count too, whether they are there or not
     * @param ignored files that do not count, such as those that a run writes
     * @throws IOException when the system has no way to watch, or no more of it
     */
    public FileWatch(List<Path> roots, List<Path> single, List<Path> ignored) throws IOException {
        this.roots = List.copyOf(roots);
        this.single.addAll(single);
        this.ignored = new HashSet<>(ignored);
        this.service = Path.of("").getFileSystem().newWatchService();
    }

    /**
     * The files and directories that arguments name, and the directories that their globs look into.
     *
     * @param workingDirectory what relative arguments are relative to
     */
    public static List<Path> roots(Path workingDirectory, List<String> arguments) {
        List<Path> roots = new ArrayList<>();
        for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
            if (!GlobArgument.isGlob(argument) || exists(workingDirectory, argument)) {
                add(workingDirectory, argument, roots);
                continue;
            }
            for (GlobArgument glob : GlobArgument.parse(argument.replace(File.separatorChar, '/'))) {
                add(workingDirectory, glob.base(), roots);
            }
        }
        return roots;
    }

    private static boolean exists(Path workingDirectory, String path) {
        try {
            return Files.exists(workingDirectory.resolve(path));
        } catch (InvalidPathException e) {
            return false; // on Windows no path holds a wildcard
        }
    }

    private static void add(Path workingDirectory, String path, List<Path> roots) {
        try {
            roots.add(workingDirectory.resolve(path).normalize());
        } catch (InvalidPathException e) {
            // Nothing is there, which a run says.
        }
    }

    /** Covers all directories that are there by now. Changes from now on are seen by the next {@link #await}. */
    public void cover() throws IOException {
        cover(List.of());
    }

    /**
     * The same, and more files.
     *
     * @param more files that count too from now on, whether they are there or not
     */
    public void cover(List<Path> more) throws IOException {
        single.addAll(more);
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                coverTree(root);
            } else {
                single.add(root);
            }
        }
        for (Path file : single) {
            Path directory = file.getParent();
            while (directory != null && !Files.isDirectory(directory)) {
                directory = directory.getParent();
            }
            if (directory != null) {
                cover(directory);
            }
        }
    }

    /** Waits for a change and for the end of it, and gives the first file or directory that has changed. */
    public Path await() throws InterruptedException {
        Path first = null;
        while (first == null) {
            first = changed(service.take());
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS)) {
            WatchKey key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            if (key == null) {
                break;
            }
            changed(key);
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void coverTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path name = directory.getFileName();
                if (!directory.equals(root) && name != null && SourceWalk.isNeverEntered(name.toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                cover(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // gone meanwhile, or not readable, which a run reports
            }
        });
    }

    private void cover(Path directory) throws IOException {
        try {
            directories.put(
                    directory.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE),
                    directory);
        } catch (IOException e) {
            if (Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** What has changed by the events of one directory; null when that does not count. */
    private @Nullable Path changed(WatchKey key) {
        Path directory = directories.get(key);
        Path changed = null;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (directory == null || changed != null) {
                continue;
            }
            if (!(event.context() instanceof Path name)) {
                changed = directory; // more events than the system keeps
            } else if (counts(directory.resolve(name), event.kind())) {
                changed = directory.resolve(name);
            }
        }
        if (!key.reset()) {
            directories.remove(key);
        }
        return changed;
    }

    private boolean counts(Path entry, WatchEvent.Kind<?> kind) {
        Path name = entry.getFileName();
        if (name == null || ignored.contains(entry)) {
            return false;
        }
        if (single.contains(entry)) {
            return true;
        }
        if (SourceWalk.isNeverEntered(name.toString())) {
            return false;
        }
        if (isBelowRoot(entry)
                && (SourceWalk.isCandidate(name.toString())
                        || name.toString().endsWith(".tpl") // what the templates of charts share
                        || name.toString().equals(".gitignore"))) {
            return true;
        }
        // That something in a directory has changed, which Windows tells of the directory too, is told where it is.
        if (kind == StandardWatchEventKinds.ENTRY_CREATE) {
            return Files.isDirectory(entry)
                    && !isAboveOneOf(ignored, entry)
                    && (isBelowRoot(entry) || isAboveOneOf(single, entry));
        }
        return kind == StandardWatchEventKinds.ENTRY_DELETE && directories.containsValue(entry);
    }

    private static boolean isAboveOneOf(Set<Path> files, Path directory) {
        for (Path file : files) {
            if (file.startsWith(directory)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBelowRoot(Path entry) {
        for (Path root : roots) {
            if (entry.startsWith(root)) {
                return true;
            }
        }
        return false;
    }
}
