package dev.stslint.lint;

import dev.stslint.config.ConfigFinder;
import dev.stslint.report.ReportFile;
import dev.stslint.source.FileWatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waits until a request may be answered differently: one of its manifests has changed, or what else its options name, or
 * its configuration. {@link #cover} before each run, {@link #await} behind it.
 */
public final class RequestWatch implements AutoCloseable {

    private final LintRequest request;
    private final FileWatch files;

    private RequestWatch(LintRequest request, FileWatch files) {
        this.request = request;
        this.files = files;
    }

    /**
     * A watch that covers nothing yet.
     *
     * @param reports what each run writes, which is no reason for another one
     * @throws LintException when the system has no way to watch, or no more of it
     */
    public static RequestWatch of(LintRequest request, List<ReportTarget> reports) throws LintException {
        List<Path> roots = new ArrayList<>(FileWatch.roots(request.workingDirectory(), request.paths()));
        List<Path> single = new ArrayList<>();
        if (request.config().isPresent()) {
            add(request.config().get(), request, single);
        } else if (!request.noConfig()) {
            single.addAll(new ConfigFinder(request.workingDirectory()).places(roots));
        }
        Optional<String> baseline = request.baseline();
        if (baseline.isPresent()) {
            add(baseline.get(), request, single);
        }
        for (String file : request.values()) {
            add(file, request, single);
        }
        for (List<String> others : List.of(request.context(), request.schema())) {
            if (!others.isEmpty()) {
                roots.addAll(FileWatch.roots(request.workingDirectory(), others));
            }
        }
        List<Path> written = new ArrayList<>();
        for (ReportTarget report : reports) {
            add(report.file(), request, written);
        }
        try {
            return new RequestWatch(request, new FileWatch(roots, single, written));
        } catch (IOException e) {
            throw unwatchable(e);
        }
    }

    /** Whether any of the paths is there, or what their globs look into. */
    public boolean hasInput() {
        for (Path root : FileWatch.roots(request.workingDirectory(), request.paths())) {
            if (Files.exists(root)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Covers all that is there by now, and what kustomizations take from elsewhere: what changes from now on ends the next
     * {@link #await}.
     *
     * @throws LintException when the system can watch no more directories
     */
    public void cover() throws LintException {
        try {
            files.cover(new Linter().outside(request));
        } catch (IOException e) {
            throw unwatchable(e);
        }
    }

    /** Waits for a change and for the end of it, and gives the first path that has changed, as reports show it. */
    public String await() throws InterruptedException {
        Path changed = files.await();
        Path shown = changed.startsWith(request.workingDirectory())
                ? request.workingDirectory().relativize(changed)
                : changed;
        String path = shown.toString().replace(File.separatorChar, '/');
        return path.isEmpty() ? "." : path;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static LintException unwatchable(IOException e) {
        return new LintException("cannot watch for changes: " + ReportFile.reason(e));
    }

    private static void add(String file, LintRequest request, List<Path> paths) {
        if (!file.isEmpty()) {
            try {
                paths.add(request.workingDirectory().resolve(file).normalize());
            } catch (InvalidPathException e) {
                // A run says so.
            }
        }
    }
}
