package dev.stslint.lint;

import dev.stslint.config.ConfigException;
import dev.stslint.config.ConfigReader;
import dev.stslint.config.LintConfig;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.UnreadableSourceException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configuration that a request asks for: a named file, the one that is found, or none. */
final class ConfigChoice {

    /** Beyond it nothing is a configuration. */
    private static final long LARGEST_FILE = 1 << 20;

    private final LintRequest request;
    private final Linter linter;
    private final EditedFiles edited;

    /**
     * @param linter knows every rule there is, and is asked only when there is a file to read
     * @param edited what it reads
     */
    ConfigChoice(LintRequest request, Linter linter, EditedFiles edited) {
        this.request = request;
        this.linter = linter;
        this.edited = edited;
    }

    LintConfig read() throws ConfigException {
        Optional<Path> file = file();
        return file.isPresent() && !edited.isWithout(file.get()) ? read(file.get()) : LintConfig.NONE;
    }

    private Optional<Path> file() throws ConfigException {
        if (request.noConfig()) {
            if (request.config().isPresent()) {
                throw new ConfigException("a configuration file is named, and none is to be read");
            }
            return Optional.empty();
        }
        return request.config().isPresent()
                ? Optional.of(named(request.config().get()))
                : edited.configFinder(request.workingDirectory()).find(starts(request));
    }

    private Path named(String file) throws ConfigException {
        try {
            return request.workingDirectory().resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException("`" + file + "` is no path");
        }
    }

    private LintConfig read(Path file) throws ConfigException {
        SourceText text;
        try {
            text = edited.read(file, shown(file), new SourceReader(LARGEST_FILE));
        } catch (UnreadableSourceException e) {
            throw new ConfigException("the configuration `" + shown(file) + "` cannot be read: " + e.getMessage());
        }
        Path directory = file.getParent();
        return new ConfigReader(text, linter.rules()).read(directory == null ? file : directory);
    }

    private String shown(Path file) {
        Path start = request.workingDirectory().toAbsolutePath().normalize();
        Path shown = file.startsWith(start) ? start.relativize(file) : file;
        return shown.toString().replace(File.separatorChar, '/');
    }

    /** What is linted, as far as the arguments tell: of a glob, the directory that it starts from. */
    static List<Path> starts(LintRequest request) {
        List<Path> starts = new ArrayList<>(request.paths().size());
        for (String argument : request.paths()) {
            try {
                starts.add(Path.of(argument.equals("-") ? "" : withoutGlob(argument)));
            } catch (InvalidPathException e) {
                // Whoever lints it says so.
            }
        }
        return starts;
    }

    private static String withoutGlob(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if ("*?[{".indexOf(argument.charAt(i)) >= 0) {
                return argument.substring(0, argument.substring(0, i).lastIndexOf('/') + 1);
            }
        }
        return argument;
    }
}
