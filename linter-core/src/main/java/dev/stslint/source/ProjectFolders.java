package dev.stslint.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where Java projects keep manifests and where their tools put what they make of them: what is linted in a build when
 * nobody names a path.
 *
 * <p>What a tool has put out is what the cluster gets, so it is linted in place of the files that went into it: those hold
 * the same objects, often only in part. They are linted when the output is older than they are, as it is when somebody has
 * edited them and not built since.
 *
 * @param written the folders that people write in, as far as there are any
 * @param paths what to lint: directories, and globs for parts of them
 * @param remarks what users should know of the choice
 */
public record ProjectFolders(List<String> written, List<String> paths, List<String> remarks) {

    /** The folders that people write in. */
    private static final List<String> WRITTEN = List.of(
            "src/main/kubernetes",
            "src/main/k8s",
            "src/main/jkube",
            "src/main/fabric8",
            "k8s",
            "kubernetes",
            "manifests",
            "deploy");

    /** Below the directory for what is built. */
    private static final List<Output> OUTPUTS = List.of(
            new Output("kubernetes", "src/main/kubernetes", false),
            new Output("classes/META-INF/jkube", "src/main/jkube", true),
            new Output("classes/META-INF/fabric8", "src/main/fabric8", true),
            new Output("classes/META-INF/dekorate", "", false));

    /** The endings of manifests; of two files that differ in nothing else, the one with the earlier ending counts. */
    private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

    /**
     * A folder that a tool fills.
     *
     * @param folder below the directory for what is built
     * @param input the folder that it reads; empty for none
     * @param takesAll whether it reads all that is there: fragments, which are no whole manifests. Else it takes the files
     *     that are called like its own, and those called {@code common}, as Quarkus does, and whoever only copies
     */
    private record Output(String folder, String input, boolean takesAll) {}

    /** Finds the folders of a project. */
    public static ProjectFolders of(Path directory, Path build) {
        List<String> written = new ArrayList<>();
        for (String folder : WRITTEN) {
            if (Files.isDirectory(directory.resolve(folder))) {
                written.add(folder);
            }
        }
        List<String> paths = new ArrayList<>(written);
        List<String> remarks = new ArrayList<>();
        for (Output output : OUTPUTS) {
            Path folder = build.resolve(output.folder);
            List<Path> made = manifestsIn(folder);
            if (made.isEmpty()) {
                continue;
            }
            String shown = shown(directory, folder);
            Path input = directory.resolve(output.input);
            List<Path> taken = written.contains(output.input) ? taken(output, input, made) : List.of();
            Optional<Path> edited = newest(taken);
            if (edited.isPresent() && isOlder(made, edited.get())) {
                remarks.add("`" + shown + "` is left out: it is older than `" + shown(directory, edited.get()) + "`");
                continue;
            }
            if (!taken.isEmpty()) {
                int place = paths.indexOf(output.input);
                paths.remove(place);
                paths.addAll(place, patterns(directory, others(input, taken)));
            }
            paths.addAll(made.size() == entries(folder).size() ? List.of(shown) : patterns(directory, made));
        }
        return new ProjectFolders(List.copyOf(written), List.copyOf(paths), List.copyOf(remarks));
    }

    /** All that people might have written in. */
    public static List<String> writtenCandidates() {
        return WRITTEN;
    }

    /** All that would be looked at, for a user who wonders why nothing is. */
    public static List<String> candidates(Path directory, Path build) {
        List<String> folders = new ArrayList<>(WRITTEN);
        for (Output output : OUTPUTS) {
            folders.add(shown(directory, build.resolve(output.folder)));
        }
        return List.copyOf(folders);
    }

    /**
     * What a tool has made, in the order of its names. Most tools write each object twice: all of them as YAML and again as
     * JSON, or in one file and again in a directory of that name.
     */
    private static List<Path> manifestsIn(Path folder) {
        TreeMap<String, Path> chosen = new TreeMap<>();
        for (Path entry : entries(folder)) {
            chosen.merge(stem(entry), entry, (one, other) -> rank(one) <= rank(other) ? one : other);
        }
        chosen.values().removeIf(entry -> rank(entry) > ENDINGS.size());
        return List.copyOf(chosen.values());
    }

    private static int rank(Path entry) {
        if (Files.isDirectory(entry)) {
            return ENDINGS.size();
        }
        int rank = ENDINGS.indexOf(ending(entry));
        return rank < 0 ? ENDINGS.size() + 1 : rank;
    }

    private static List<Path> taken(Output output, Path input, List<Path> made) {
        if (output.takesAll) {
            return entries(input);
        }
        Set<String> stems = new TreeSet<>(Set.of("common"));
        for (Path entry : made) {
            stems.add(stem(entry));
        }
        return entries(input).stream()
                .filter(entry -> stems.contains(stem(entry)))
                .toList();
    }

    private static List<Path> others(Path input, List<Path> taken) {
        return entries(input).stream()
                .filter(entry -> !taken.contains(entry) && rank(entry) <= ENDINGS.size())
                .toList();
    }

    private static boolean isOlder(List<Path> made, Path edited) {
        return newest(made).map(output -> modified(output) < modified(edited)).orElse(false);
    }

    /** The file that was changed last, in these directories or among these files. */
    private static Optional<Path> newest(Collection<Path> entries) {
        return entries.stream()
                .flatMap(ProjectFolders::filesIn)
                .max((one, other) -> Long.compare(modified(one), modified(other)));
    }

    private static Stream<Path> filesIn(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty(); // whoever reads it will say why it cannot be read
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.toFile().isHidden()).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String stem(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.substring(0, name.length() - ending(entry).length());
    }

    private static String ending(Path entry) {
        String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 || Files.isDirectory(entry) ? "" : name.substring(dot);
    }

    /** Globs, so that a configuration can leave them out: what is named is read in any case. */
    private static List<String> patterns(Path directory, List<Path> entries) {
        return entries.stream()
                .map(entry -> shown(directory, entry) + (Files.isDirectory(entry) ? "/**" : "*"))
                .toList();
    }

    private static String shown(Path directory, Path path) {
        Path way = path.startsWith(directory) ? directory.relativize(path) : path;
        return way.toString().replace(File.separatorChar, '/');
    }
}
