package dev.stslint.lint;

import dev.stslint.change.Change;
import dev.stslint.change.FileVersions;
import dev.stslint.config.ConfigFinder;
import dev.stslint.source.AbsentFiles;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts that a run reads in place of what the disk and standard input hold: those of a repair, or of another version. */
final class EditedFiles {

    /** Everything is as it is. */
    static final EditedFiles NONE = new EditedFiles(Map.of(), null, null, null, Map.of(), List.of());

    private final Map<Path, SourceText> files;
    private final @Nullable SourceText standardInput;
    private final @Nullable Change change;
    private final @Nullable FileVersions versions;
    private final Map<String, FileResult> known;
    private final List<RenderedPlaces> knownCharts;

    private EditedFiles(
            Map<Path, SourceText> files,
            @Nullable SourceText standardInput,
            @Nullable Change change,
            @Nullable FileVersions versions,
            Map<String, FileResult> known,
            List<RenderedPlaces> knownCharts) {
        this.files = files;
        this.standardInput = standardInput;
        this.change = change;
        this.versions = versions;
        this.known = known;
        this.knownCharts = knownCharts;
    }

    /**
     * What was there before a change.
     *
     * @param unchanged what is known of files that were there as they are
     * @param charts those that render to what they did
     */
    static EditedFiles before(Change change, List<FileResult> unchanged, List<RenderedPlaces> charts) {
        Map<String, FileResult> known = new HashMap<>();
        for (FileResult file : unchanged) {
            known.put(file.file().path(), file);
        }
        return new EditedFiles(Map.of(), null, change, change.before(), known, charts);
    }

    /** The same on top of what a change has made. */
    EditedFiles after(Change made) {
        return new EditedFiles(files, standardInput, made, made.after(), known, knownCharts);
    }

    /** The same, and a text for one more file; one without a file on disk is standard input's. */
    EditedFiles with(SourceText text) {
        Optional<Path> origin = text.file().origin();
        if (origin.isEmpty()) {
            return new EditedFiles(files, text, change, versions, known, knownCharts);
        }
        Map<Path, SourceText> more = new HashMap<>(files);
        more.put(origin.get(), text);
        return new EditedFiles(more, standardInput, change, versions, known, knownCharts);
    }

    /** Files to find besides those on disk. */
    AbsentFiles absent() {
        return change == null ? AbsentFiles.NONE : change.absent();
    }

    /** Whether a file that was found does not exist in the version that is read, or is none of git's. */
    boolean lacks(Path file) {
        return versions != null && versions.lacks(file);
    }

    /** Whether a file does not exist in the version that is read, and in the other one does. */
    boolean isWithout(Path file) {
        return lacks(file) && change != null && change.touches(file);
    }

    /** Whether a file exists in the version that is read; what git does not know may be no part of it. */
    boolean holds(Path file) {
        return !lacks(file) && (Files.exists(file) || (versions != null && versions.keeps(file)));
    }

    /** What the version that is read is called, as {@code the index}; empty when that is what is on disk. */
    String versionName() {
        return versions == null ? "" : versions.name();
    }

    /** A file with what the version that is read has of one, for other programs, as long as the change is open. */
    Path written(Path file) throws IOException {
        return versions == null ? file : versions.written(file);
    }

    /** A directory with what the version that is read has of one, for other programs, as long as the change is open. */
    Path writtenDirectory(Path directory) throws IOException {
        return versions == null ? directory : versions.writtenDirectory(directory);
    }

    /** What a program says of what was written, said of what it was written for. */
    String named(String words) {
        return versions == null ? words : versions.named(words);
    }

    /** Finds the configuration of this version. */
    ConfigFinder configFinder(Path workingDirectory) {
        return change == null ? new ConfigFinder(workingDirectory) : new ConfigFinder(workingDirectory, this::exists);
    }

    /** Whether a file exists in the version that is read, be it one that git does not know. */
    boolean exists(Path file) {
        return Files.isRegularFile(file) ? !isWithout(file) : versions != null && versions.keeps(file);
    }

    /** The change whose files these are. */
    Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    /** What was read of a file before and still holds. */
    Optional<FileResult> known(DiscoveredFile file) {
        return Optional.ofNullable(known.get(file.path()));
    }

    /** What was rendered of a chart before and still holds. */
    Optional<RenderedPlaces> knownChart(String path) {
        for (RenderedPlaces chart : knownCharts) {
            if (chart.path().equals(path)) {
                return Optional.of(chart);
            }
        }
        return Optional.empty();
    }

    SourceText read(DiscoveredFile file, SourceReader reader) throws UnreadableSourceException {
        SourceText edited = files.get(file.file());
        return edited != null ? edited : read(file.file(), file.path(), reader);
    }

    /** Reads a file that no repair is for, as a configuration. */
    SourceText read(Path file, String shown, SourceReader reader) throws UnreadableSourceException {
        if (versions == null) {
            return reader.read(file, shown);
        }
        try {
            Optional<byte[]> content = versions.content(file);
            return content.isPresent()
                    ? reader.read(new ByteArrayInputStream(content.get()), shown)
                    : reader.read(file, shown);
        } catch (IOException e) {
            throw UnreadableSourceException.unreadable(shown, e);
        }
    }

    Optional<SourceText> standardInput() {
        return Optional.ofNullable(standardInput);
    }
}
