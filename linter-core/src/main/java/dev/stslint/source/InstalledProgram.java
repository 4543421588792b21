package dev.stslint.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds programs that are installed. */
public final class InstalledProgram {

    private InstalledProgram() {}

    /**
     * The first one of a name on a search path. Relative entries are passed over: what they mean depends on where one stands,
     * which may be among the files that are linted; and Windows would look there first.
     *
     * @param name without the ending that programs have on Windows
     * @param searchPath directories, separated as in the variable {@code PATH}
     */
    public static Optional<Path> find(String name, String searchPath) {
        String fileName = File.separatorChar == '\\' ? name + ".exe" : name;
        for (String entry : searchPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Optional<Path> file = executable(entry, fileName);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(String directory, String name) {
        try {
            Path file = Path.of(directory).resolve(name);
            return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
