package dev.stslint.lint;

import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files by the paths that are shown for them.
 *
 * @param start what these paths start from
 * @param version of the files
 */
record ShownFiles(Path start, EditedFiles version) {

    /** What a file holds; empty when it cannot be read. */
    Optional<SourceText> read(String path) {
        try {
            return Optional.of(version.read(start.resolve(path), path, FileReading.READER));
        } catch (UnreadableSourceException e) {
            return Optional.empty();
        }
    }
}
