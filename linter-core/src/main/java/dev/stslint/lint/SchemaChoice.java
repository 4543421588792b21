package dev.stslint.lint;

import dev.stslint.config.ConfigException;
import dev.stslint.config.LintConfig;
import dev.stslint.config.Setting;
import dev.stslint.judge.GivenSchemas;
import dev.stslint.judge.SchemaFileReader;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Missing;
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.List;

/** The schemas that a request and its configuration name. */
final class SchemaChoice {

    private SchemaChoice() {}

    /**
     * Reads them.
     *
     * @param edited what is read in place of what the disk holds
     * @param failures to which is added what does not exist
     * @throws ConfigException with every mistake in them
     */
    static GivenSchemas read(Settings settings, SourceDiscovery discovery, EditedFiles edited, List<String> failures)
            throws ConfigException {
        List<String> paths = paths(settings);
        if (paths.isEmpty()) {
            return GivenSchemas.NONE;
        }
        SchemaFileReader reader = new SchemaFileReader();
        for (String path : paths) {
            DiscoveredSources sources = discovery.discover(List.of(path));
            for (Missing missing : sources.missing()) {
                failures.add(missing.message());
            }
            boolean isNamed = false;
            List<SourceText> texts = new ArrayList<>(sources.files().size());
            for (DiscoveredFile file : sources.files()) {
                if (!edited.isWithout(file.file())) {
                    texts.add(text(file, edited));
                    isNamed |= file.named();
                }
            }
            if (texts.isEmpty() && !sources.files().isEmpty()) {
                failures.add("`" + path + "` is not in " + edited.versionName());
            } else {
                reader.read(texts, isNamed);
            }
        }
        GivenSchemas found = reader.found();
        if (!found.mistakes().isEmpty()) {
            int count = found.mistakes().size();
            throw new ConfigException(
                    "the schemas have " + (count == 1 ? "a mistake" : count + " mistakes"), found.mistakes());
        }
        return found;
    }

    private static SourceText text(DiscoveredFile file, EditedFiles edited) throws ConfigException {
        try {
            return edited.read(file.file(), file.path(), FileReading.READER);
        } catch (UnreadableSourceException e) {
            throw new ConfigException("the schema `" + file.path() + "` cannot be read: " + e.getMessage());
        }
    }

    /** Where they are, relative to the working directory. */
    static List<String> paths(Settings settings) {
        LintRequest request = settings.request();
        LintConfig config = settings.config();
        if (config.schemas().isEmpty()) {
            return request.schema();
        }
        List<String> paths = new ArrayList<>(request.schema());
        for (Setting<String> schema : config.schemas()) {
            paths.add(config.directory().resolve(schema.value()).normalize().toString());
        }
        return paths;
    }
}
