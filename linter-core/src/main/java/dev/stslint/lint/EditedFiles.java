package dev.stslint.lint;

import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts that a run reads in place of what the disk and standard input hold. */
final class EditedFiles {

    /** Everything is as it is. */
    static final EditedFiles NONE = new EditedFiles(Map.of(), null);

    private final Map<Path, SourceText> files;
    private final @Nullable SourceText standardInput;

    private EditedFiles(Map<Path, SourceText> files, @Nullable SourceText standardInput) {
        this.files = files;
        this.standardInput = standardInput;
    }

    /** The same, and a text for one more file; one without a file on disk is standard input's. */
    EditedFiles with(SourceText text) {
        Optional<Path> origin = text.file().origin();
        if (origin.isEmpty()) {
            return new EditedFiles(files, text);
        }
        Map<Path, SourceText> more = new HashMap<>(files);
        more.put(origin.get(), text);
        return new EditedFiles(more, standardInput);
    }

    Optional<SourceText> find(DiscoveredFile file) {
        return Optional.ofNullable(files.get(file.file()));
    }

    Optional<SourceText> standardInput() {
        return Optional.ofNullable(standardInput);
    }
}
