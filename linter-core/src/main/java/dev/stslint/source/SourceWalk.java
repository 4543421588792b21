package dev.stslint.source;

import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Skipped;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks directories and collects what is found. Entries that are no links come first, so that a file is known by its
 * own name rather than by a link's; links follow in the order of their paths.
 */
final class SourceWalk {

    /** What a directory is to a Helm chart. */
    private enum ChartRole {
        NONE,
        /** It holds {@code Chart.yaml}, or lies in a chart's {@code charts}. */
        CHART,
        SUBCHARTS,
        TEMPLATES,
        /** What templates read with {@code .Files.Get}: Helm applies none of it. */
        DATA
    }

    /**
     * A directory to list.
     *
     * @param path the way it was reached, below the real path of its root; what ignore rules look at
     * @param real where it really is: the same text unless a link lies on the way
     * @param wanted whether all below is wanted, rather than what the root's globs match
     * @param chart the chart it belongs to, as shown; empty for none or the working directory
     */
    private record Directory(
            Path directory,
            String path,
            String real,
            int depth,
            boolean wanted,
            @Nullable IgnoreScope scope,
            ChartRole role,
            String chart) {

        String pathOf(String entry) {
            return path + "/" + entry;
        }

        /** The real path of an entry that is no link. */
        String realPathOf(String entry) {
            return real + "/" + entry;
        }

        Directory with(@Nullable IgnoreScope newScope, ChartRole newRole, String newChart) {
            return new Directory(directory, path, real, depth, wanted, newScope, newRole, newChart);
        }
    }

    /** A symbolic link, and the directory it stands in. */
    private record Link(Path file, String name, Directory parent) {}

    private static final String CHART_FILE = "Chart.yaml";

    /** The one name without an ending that kustomize reads. */
    private static final String KUSTOMIZATION_FILE = "Kustomization";

    private final AbsentFiles absent;
    private final Consumer<DiscoveredFile> listener;
    private final Map<String, DiscoveredFile> files = new HashMap<>();
    private final Map<String, Set<String>> templates = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();

    private final Deque<Directory> pending = new ArrayDeque<>();
    private final TreeMap<String, Link> links = new TreeMap<>();
    private final Set<String> visited = new HashSet<>();
    private int met;

    /**
     * @param absent what is met besides what is on disk
     * @param listener is told of each file as soon as it is met
     */
    SourceWalk(AbsentFiles absent, Consumer<DiscoveredFile> listener) {
        this.absent = absent;
        this.listener = listener;
    }

    /** Walks everything below a root; says whether anything that is wanted was met, read or not. */
    boolean walk(InputRoot root) {
        visited.clear();
        int before = met;
        pending.add(start(root));
        while (true) {
            while (!pending.isEmpty()) {
                list(root, pending.removeLast());
            }
            Map.Entry<String, Link> link = links.pollFirstEntry();
            if (link == null) {
                return met > before;
            }
            follow(root, link.getKey(), link.getValue());
        }
    }

    /** Adds a file that the user named, unless it was found already; then marks it. */
    void addNamed(String real, DiscoveredFile file) {
        DiscoveredFile found = files.get(real);
        files.put(
                real,
                found == null
                        ? file
                        : new DiscoveredFile(found.file(), found.path(), found.root(), true, found.size()));
        for (Set<String> paths : templates.values()) {
            paths.remove(file.path());
        }
        skipped.remove(file.path());
    }

    boolean hasFound(String real) {
        return files.containsKey(real);
    }

    List<DiscoveredFile> files() {
        List<DiscoveredFile> sorted = new ArrayList<>(files.values());
        Collections.sort(sorted);
        return Collections.unmodifiableList(sorted);
    }

    List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (Map.Entry<String, Set<String>> chart : templates.entrySet()) {
            if (!chart.getValue().isEmpty()) {
                charts.add(new Chart(chart.getKey(), List.copyOf(chart.getValue())));
            }
        }
        return List.copyOf(charts);
    }

    List<Skipped> skipped() {
        return listed(skipped);
    }

    List<Skipped> unreadable() {
        return listed(unreadable);
    }

    private static Directory start(InputRoot root) {
        Path real = Path.of(root.real() + "/");
        Path chart = enclosingChart(real);
        return new Directory(
                root.directory(),
                root.real(),
                root.real(),
                0,
                root.globs().isEmpty(),
                IgnoreScope.above(real),
                chart == null ? ChartRole.NONE : ChartRole.TEMPLATES,
                chart == null ? "" : upwards(root.shown(), real.getNameCount() - chart.getNameCount()));
    }

    /** The outermost chart that has the directory among its templates. */
    private static @Nullable Path enclosingChart(Path directory) {
        for (Path above = directory; above != null; above = above.getParent()) {
            Path chart = above.getParent();
            if (chart != null && above.endsWith("templates") && isChart(chart)) {
                Path subcharts = chart.getParent();
                while (subcharts != null && subcharts.endsWith("charts") && isChart(subcharts.getParent())) {
                    chart = subcharts.getParent();
                    subcharts = chart == null ? null : chart.getParent();
                }
                return chart;
            }
        }
        return null;
    }

    private static boolean isChart(@Nullable Path directory) {
        return directory != null && Files.exists(directory.resolve(CHART_FILE));
    }

    private static String upwards(String shown, int levels) {
        String path = shown;
        for (int i = 0; i < levels; i++) {
            if (path.isEmpty() || path.equals("..") || path.endsWith("/..")) {
                path = path.isEmpty() ? ".." : path + "/..";
            } else {
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            }
        }
        return path;
    }

    private void list(InputRoot root, Directory listed) {
        if (!visited.add(listed.real)) {
            return;
        }
        List<Path> entries = new ArrayList<>();
        Map<String, Boolean> others = absent.in(listed.real);
        boolean chart = others.containsKey(CHART_FILE);
        boolean repository = false;
        boolean ignoring = false;
        try {
            addEntries(listed.directory, entries);
        } catch (IOException e) {
            if (others.isEmpty() || !(e instanceof NoSuchFileException)) {
                addUnreadable(root, listed.path, e);
                return;
            }
        } catch (DirectoryIteratorException e) {
            addUnreadable(root, listed.path, Objects.requireNonNull(e.getCause()));
            return;
        }
        for (Path entry : entries) {
            switch (name(entry)) {
                case CHART_FILE -> chart = true;
                case ".git" -> repository = true;
                case IgnoreScope.FILE_NAME -> ignoring = true;
                default -> {}
            }
        }
        IgnoreScope scope = listed.scope;
        if (repository && listed.depth > 0) {
            scope = IgnoreScope.ofRepository(listed.directory, listed.path);
        }
        if (ignoring) {
            scope = IgnoreScope.inside(scope, listed.directory, listed.path);
        }
        Directory directory = chart && listed.role == ChartRole.NONE
                ? listed.with(scope, ChartRole.CHART, root.shown(listed.path))
                : listed.with(scope, listed.role, listed.chart);
        for (Path entry : entries) {
            visit(root, directory, entry);
        }
        for (Map.Entry<String, Boolean> other : others.entrySet()) {
            visitAbsent(root, directory, other.getKey(), other.getValue());
        }
    }

    /**
     * Adds what is in a directory. On JDK 25 the first stream of paths that is closed links a lambda of the JDK's own, which
     * takes several milliseconds. Names that are plain need none; others are not always what they read as, and an array does
     * not tell what failed.
     */
    private static void addEntries(Path directory, List<Path> entries) throws IOException {
        String[] names = directory.toFile().list();
        if (names != null && areAscii(names)) {
            for (String name : names) {
                entries.add(directory.resolve(name));
            }
            return;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        }
    }

    private static boolean areAscii(String[] names) {
        for (String name : names) {
            if (!Ascii.isAll(name)) {
                return false;
            }
        }
        return true;
    }

    private void visitAbsent(InputRoot root, Directory parent, String name, boolean isDirectory) {
        Path entry = parent.directory.resolve(name);
        if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (isDirectory) {
            descend(root, parent, entry, name, null);
        } else {
            found(root, parent, entry, name, null, 0);
        }
    }

    private void visit(InputRoot root, Directory parent, Path entry) {
        String name = name(entry);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            addUnreadable(root, parent.pathOf(name), e);
            return;
        }
        if (attributes.isSymbolicLink()) {
            links.put(parent.pathOf(name), new Link(entry, name, parent));
        } else if (attributes.isDirectory()) {
            descend(root, parent, entry, name, null);
        } else if (attributes.isRegularFile()) {
            found(root, parent, entry, name, null, attributes.size());
        }
    }

    /** @param target where a link leads, or null when there is none */
    private void descend(InputRoot root, Directory parent, Path entry, String name, @Nullable String target) {
        String path = parent.pathOf(name);
        boolean wanted = parent.wanted || matches(root, path, true);
        if (!wanted && parent.depth + 1 >= root.depth()) {
            return;
        }
        IgnoreScope scope = parent.scope;
        if (isNeverEntered(name) || IgnoreScope.ignores(scope, path, true)) {
            if (parent.wanted || !root.spelled().contains(name)) {
                return;
            }
            scope = null;
        }
        ChartRole role = switch (parent.role) {
            case NONE -> ChartRole.NONE;
            case SUBCHARTS -> ChartRole.CHART;
            case TEMPLATES -> ChartRole.TEMPLATES;
            case DATA -> ChartRole.DATA;
            case CHART -> roleInChart(name);
        };
        String real = target != null ? target : parent.realPathOf(name);
        pending.add(new Directory(entry, path, real, parent.depth + 1, wanted, scope, role, parent.chart));
    }

    /** @param target where a link leads, or null when there is none */
    private void found(InputRoot root, Directory parent, Path entry, String name, @Nullable String target, long size) {
        String path = parent.pathOf(name);
        boolean candidate = isCandidate(name);
        boolean wanted = parent.wanted ? candidate : matches(root, path, candidate);
        if (!wanted || IgnoreScope.ignores(parent.scope, path, false)) {
            return;
        }
        met++;
        String shown = root.shown(path);
        if (parent.role == ChartRole.TEMPLATES) {
            templates.computeIfAbsent(parent.chart, key -> new TreeSet<>()).add(shown);
            return;
        }
        if (parent.role == ChartRole.DATA) {
            skipped.put(shown, "data of a chart");
            return;
        }
        String real = target != null ? target : parent.realPathOf(name);
        DiscoveredFile known = files.get(real);
        if (known == null) {
            DiscoveredFile file = new DiscoveredFile(entry, shown, root.shown(), false, size);
            files.put(real, file);
            listener.accept(file);
        } else if (root.shown().isEmpty() || known.root().startsWith(root.shown() + "/")) {
            files.put(real, new DiscoveredFile(known.file(), known.path(), root.shown(), known.named(), known.size()));
        }
    }

    private void follow(InputRoot root, String path, Link link) {
        Path target;
        try {
            target = link.file.toRealPath();
        } catch (IOException e) {
            if (isCandidate(link.name)) {
                // Reading it will fail, and say why.
                found(root, link.parent, link.file, link.name, path, 0);
            }
            return;
        }
        boolean directory = Files.isDirectory(target);
        if (!directory && !Files.isRegularFile(target)) {
            return;
        }
        String real = IgnoreScope.slashed(target);
        if (real.equals(root.real()) || real.startsWith(root.real() + "/")) {
            if (directory) {
                descend(root, link.parent, link.file, link.name, real);
            } else {
                found(root, link.parent, link.file, link.name, real, 0);
            }
        } else if (directory ? !isNeverEntered(link.name) : isCandidate(link.name)) {
            skip(root, link.parent, path, directory);
        }
    }

    private void skip(InputRoot root, Directory parent, String path, boolean directory) {
        boolean wanted = parent.wanted || matches(root, path, true);
        if (wanted && !IgnoreScope.ignores(parent.scope, path, directory)) {
            met++;
            skipped.put(root.shown(path), Skipped.LINK_OUT);
        }
    }

    /** Whether a glob matches the entry; one that is no candidate by its name must be meant by the glob's ending. */
    private static boolean matches(InputRoot root, String path, boolean candidate) {
        for (PathPattern glob : root.globs()) {
            if ((candidate || glob.spellsEnding()) && glob.matches(path, root.base())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a directory of this name is left out wherever it is found. */
    static boolean isNeverEntered(String name) {
        return name.equals(".git") || name.equals("node_modules") || name.equals("target");
    }

    private static ChartRole roleInChart(String name) {
        return switch (name) {
            case "templates" -> ChartRole.TEMPLATES;
            case "charts" -> ChartRole.SUBCHARTS;
            case "files" -> ChartRole.DATA;
            default -> ChartRole.NONE;
        };
    }

    /** Whether a file of this name is read when it is found in a directory. */
    static boolean isCandidate(String name) {
        return endsWith(name, ".yaml")
                || endsWith(name, ".yml")
                || endsWith(name, ".json")
                || name.equals(KUSTOMIZATION_FILE);
    }

    private static boolean endsWith(String name, String ending) {
        return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
    }

    private static String name(Path entry) {
        String path = entry.toString();
        return path.substring(path.lastIndexOf(entry.getFileSystem().getSeparator()) + 1);
    }

    private void addUnreadable(InputRoot root, String path, IOException e) {
        met++;
        String shown = root.shown(path);
        unreadable.put(
                shown.isEmpty() ? "." : shown,
                UnreadableSourceException.unreadable(shown, e).getMessage());
    }

    private static List<Skipped> listed(Map<String, String> reasons) {
        List<Skipped> list = new ArrayList<>(reasons.size());
        for (Map.Entry<String, String> entry : reasons.entrySet()) {
            list.add(new Skipped(entry.getKey(), entry.getValue()));
        }
        return List.copyOf(list);
    }
}
