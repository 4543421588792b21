package dev.stslint.chart;

import dev.stslint.source.ScratchDirectory;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.source.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders charts as {@code helm template} does, all with the same values. */
public final class ChartRenderer {

    /** What the rendered manifests are called, in the directory of their chart. There is no such file. */
    static final String RENDERED = "<rendered>";

    /** The name that helm gives a release that nobody has named. */
    private static final String RELEASE = "release-name";

    /** In bytes. Charts are small: what is larger holds something else. */
    private static final long LARGEST_COPY = 64L * 1024 * 1024;

    /** Where helm hangs, it mostly does so on every chart. */
    private static final int MOST_OUT_OF_TIME = 2;

    private static final String VALUES = "values.yaml";

    private final HelmProgram helm;
    private final SourceReader reader;
    private final List<Path> values;
    private final List<String> options = new ArrayList<>();
    private int outOfTime;

    /**
     * @param values files with values, the later ones count
     * @param namespace where the release is to land, when known
     * @param kubernetes the version to render for, as {@code 1.34}
     */
    public ChartRenderer(
            HelmProgram helm, SourceReader reader, List<Path> values, Optional<String> namespace, String kubernetes) {
        this.helm = helm;
        this.reader = reader;
        this.values = values;
        options.add("--kube-version=" + kubernetes);
        if (namespace.isPresent()) {
            options.add("--namespace=" + namespace.get());
        }
        for (Path file : values) {
            options.add("--values");
            options.add(file.toAbsolutePath().toString());
        }
    }

    /**
     * Renders a chart, unless helm has run out of time twice.
     *
     * @param path to show for its directory
     */
    public RenderedChart render(String path, Path directory) {
        ChartFile chart = ChartFile.in(directory);
        RenderedChart none = new RenderedChart(path, directory, chart.name(), Optional.empty(), Optional.empty());
        if (chart.isLibrary()) {
            return none;
        }
        if (outOfTime >= MOST_OUT_OF_TIME) {
            return failed(
                    none,
                    RenderFailure.Kind.NOT_TRIED,
                    List.of("helm ran out of time on " + MOST_OUT_OF_TIME + " charts before this one"));
        }
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path output = scratch.resolve("manifests.yaml");
            Optional<HelmProgram.Failure> failure = run(arguments(directory), scratch, output);
            if (failure.isPresent()) {
                return failed(none, failure.get().kind(), failure.get().words());
            }
            try (InputStream stream = Files.newInputStream(output)) {
                SourceText source = reader.read(stream, none.pathOf(RENDERED));
                RenderedChart.Manifests manifests =
                        new RenderedChart.Manifests(source, TemplateSources.in(source.text()));
                return new RenderedChart(path, directory, chart.name(), Optional.of(manifests), Optional.empty());
            }
        } catch (UnreadableSourceException e) {
            return failed(
                    none, RenderFailure.Kind.OTHER, List.of("what helm prints cannot be read: " + e.getMessage()));
        } catch (IOException e) {
            return failed(none, RenderFailure.Kind.OTHER, List.of("helm could not be run: " + e.getMessage()));
        }
    }

    private Optional<HelmProgram.Failure> run(List<String> arguments, ScratchDirectory scratch, Path output)
            throws IOException {
        Optional<HelmProgram.Failure> failure = helm.run(arguments, scratch, output);
        if (failure.isPresent() && failure.get().kind() == RenderFailure.Kind.OUT_OF_TIME) {
            outOfTime++;
        }
        return failure;
    }

    private RenderedChart failed(RenderedChart chart, RenderFailure.Kind kind, List<String> words) {
        List<String> shown =
                kind == RenderFailure.Kind.SAID_BY_HELM ? HelmWords.masked(words, secretsOf(chart)) : words;
        RenderFailure failure = new RenderFailure(kind, shown, chart.spotIn(String.join("\n", words)));
        return new RenderedChart(chart.path(), chart.directory(), chart.name(), Optional.empty(), Optional.of(failure));
    }

    /** What helm was given: the values of the run and those of the chart and its subcharts, and what stands in templates. */
    private ValuesSecrets secretsOf(RenderedChart chart) {
        List<Path> files = new ArrayList<>(values);
        List<Path> templates = new ArrayList<>();
        try (Stream<Path> all = Files.walk(chart.directory())) {
            all.forEach(file -> {
                String name = String.valueOf(file.getFileName());
                if (name.equals(VALUES)) {
                    files.add(file);
                } else if (name.endsWith(".yaml") || name.endsWith(".tpl") || name.endsWith(".txt")) {
                    templates.add(file);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            files.add(chart.directory().resolve(VALUES));
        }
        ValuesSecrets secrets = ValuesSecrets.in(files);
        for (Path template : templates) {
            try {
                String text = Files.readString(template);
                for (Span secret : TemplateSecrets.in(text)) {
                    secrets.add(text.substring(secret.start(), secret.end()));
                }
            } catch (IOException e) {
                // Then helm could not read it either.
            }
        }
        return secrets;
    }

    /**
     * Which lines of a chart's templates its rendered lines come from. It is rendered again with marks in its templates; what
     * is not the same then but for the marks, as a checksum or a random name, has no origin.
     */
    public LineOrigins origins(RenderedChart chart) {
        return origins(chart, false);
    }

    /** The same with lines of named templates in the place of those that include them, as far as including lets the marks be. */
    public LineOrigins definitions(RenderedChart chart) {
        return origins(chart, true);
    }

    private LineOrigins origins(RenderedChart chart, boolean isDeep) {
        if (chart.manifests().isEmpty()) {
            return LineOrigins.NONE;
        }
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Path copy = scratch.resolve("chart");
            if (!copy(chart.directory(), copy)) {
                return LineOrigins.NONE;
            }
            Map<String, MarkedTemplate> marked = new HashMap<>();
            List<String> numbers = new ArrayList<>();
            for (Path file : templates(copy)) {
                String template = chart.nameOf(copy.relativize(file));
                MarkedTemplate text = new MarkedTemplate(Files.readString(file), numbers.size(), isDeep);
                Files.writeString(file, text.text());
                marked.put(template, text);
                numbers.add(template);
            }
            Path output = scratch.resolve("manifests.yaml");
            if (run(arguments(copy), scratch, output).isPresent()) {
                return LineOrigins.NONE;
            }
            return LineOrigins.of(chart.manifests().get().source().text(), Files.readString(output), numbers, marked);
        } catch (IOException e) {
            return LineOrigins.NONE; // a place is all that is lost
        }
    }

    /** All of them, those of subcharts too: what was named to be linted may be a part of them. */
    private static List<Path> templates(Path chart) throws IOException {
        try (Stream<Path> all = Files.walk(chart)) {
            return all.filter(file -> isTemplate(chart.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** {@code templates/a.yaml}, {@code charts/db/templates/b.yaml}. */
    private static boolean isTemplate(Path file) {
        Path inner = file;
        while (inner.startsWith("charts") && inner.getNameCount() > 2) {
            inner = inner.subpath(2, inner.getNameCount());
        }
        String name = String.valueOf(file.getFileName());
        return inner.startsWith("templates")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json") || name.endsWith(".tpl"));
    }

    private List<String> arguments(Path directory) {
        List<String> arguments = new ArrayList<>(List.of(
                "template", RELEASE, directory.toAbsolutePath().normalize().toString()));
        arguments.addAll(options);
        return arguments;
    }

    /** Copies regular files, and says whether they are few enough; links are left behind, and what rests on one differs. */
    private static boolean copy(Path from, Path to) throws IOException {
        long[] left = {LARGEST_COPY};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.endsWith(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                left[0] -= attributes.size();
                if (left[0] < 0) {
                    return FileVisitResult.TERMINATE;
                }
                if (attributes.isRegularFile()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return left[0] >= 0;
    }
}
