package dev.stslint.lint;

import dev.stslint.source.AheadTask;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Reads files: on several threads, where there are many. */
final class FileReading {

    /** The largest file that is read: beyond it nothing is a manifest. */
    private static final long LARGEST_FILE = 256L * 1024 * 1024;

    static final SourceReader READER = new SourceReader(LARGEST_FILE);

    /** A file of this size keeps a thread busy for so long that it must not come last. */
    private static final long LARGE_FILE = 1024 * 1024;

    /** Large files from the largest on, then all others as they are. A class of its own: lambdas cost a small run dearly. */
    private static final Comparator<DiscoveredFile> LARGE_FIRST = new Comparator<>() {
        @Override
        public int compare(DiscoveredFile a, DiscoveredFile b) {
            return Long.compare(Math.max(b.size(), LARGE_FILE), Math.max(a.size(), LARGE_FILE));
        }
    };

    /** Fewer are read as soon by those who ask. */
    private static final int FEWEST_STARTED = 32;

    private final EditedFiles version;
    private final Crew crew;
    private final FileStage stage;

    /** By their paths. */
    private final Map<String, Started> started = new HashMap<>(0);

    private int asked;

    /** A file that is read before anybody asks for what is in it. */
    private static final class Started extends AheadTask<FileResult> {

        private final DiscoveredFile file;

        Started(DiscoveredFile file, Supplier<FileResult> reading) {
            super(reading);
            this.file = file;
        }
    }

    /**
     * @param version which texts the files have
     * @param stage what is done with each
     */
    FileReading(EditedFiles version, Crew crew, FileStage stage) {
        this.version = version;
        this.crew = crew;
        this.stage = stage;
    }

    /** Starts to read a file beside all else, where there are many of them. Not for several threads. */
    void start(DiscoveredFile file) {
        if (++asked > FEWEST_STARTED && crew.isSeveral()) {
            Started reading = new Started(file, () -> read(file));
            started.put(file.path(), reading);
            reading.start();
        }
    }

    /** What is in some files, in their order. */
    List<FileResult> of(List<DiscoveredFile> files) {
        return new ArrayList<>(crew.run(files.size(), new IntFunction<>() {
            @Override
            public FileResult apply(int i) {
                return of(files.get(i));
            }
        }));
    }

    /** What is in many files, in any order. */
    List<FileResult> ofLargeOnesFirst(List<DiscoveredFile> files) {
        List<DiscoveredFile> sorted = new ArrayList<>(files);
        sorted.sort(LARGE_FIRST);
        return of(sorted);
    }

    private FileResult of(DiscoveredFile file) {
        Started reading = started.get(file.path());
        return reading != null && reading.file.root().equals(file.root()) ? reading.result() : read(file);
    }

    private FileResult read(DiscoveredFile file) {
        Optional<FileResult> known = version.known(file);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return of(version.read(file, READER), file.root());
        } catch (UnreadableSourceException e) {
            return stage.refused(e, file.root());
        }
    }

    /** What is in the request's standard input. */
    FileResult ofStandardInput(LintRequest request) {
        try {
            Optional<SourceText> text = version.standardInput();
            return of(
                    text.isPresent() ? text.get() : READER.read(request.standardInput(), request.standardInputName()),
                    "");
        } catch (UnreadableSourceException e) {
            return stage.refused(e, "");
        }
    }

    /**
     * What is in a text that was read already.
     *
     * @param root what the user named and it was found under
     */
    FileResult of(SourceText source, String root) {
        try {
            return stage.read(source, root);
        } catch (RuntimeException | StackOverflowError e) {
            return stage.failed(source, root, e);
        } finally {
            Reference.reachabilityFence(source); // places inside values are found in its text, not by reading it again
        }
    }
}
