package dev.stslint.chart;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a chart.
 *
 * @param path of its directory, in the form of {@link SourceFile#directory()}
 * @param directory where it is
 * @param name of the chart, which helm puts in front of the paths of its templates
 * @param manifests what it renders to; empty when it failed, and for a library
 * @param failure why there are none; empty when there are, and for a library
 */
public record RenderedChart(
        String path, Path directory, String name, Optional<Manifests> manifests, Optional<RenderFailure> failure) {

    /** Of digits; lines beyond are no lines. */
    private static final int LONGEST_NUMBER = 9;

    /** What a chart renders to, and which template each part of it comes from. */
    public record Manifests(SourceText source, TemplateSources templates) {}

    /** A file of the chart, in the form of {@link SourceFile#path()}. */
    public String pathOf(String file) {
        return path.isEmpty() ? file : path + "/" + file;
    }

    /** A template as shown, for its name as helm has it; empty when that is not this chart's. */
    public Optional<String> template(String source) {
        return source.startsWith(name + "/")
                ? Optional.of(pathOf(source.substring(name.length() + 1)))
                : Optional.empty();
    }

    /** What helm calls a file of this chart. */
    String nameOf(Path file) {
        StringBuilder of = new StringBuilder(name);
        for (Path part : file) {
            of.append('/').append(part);
        }
        return of.toString();
    }

    /** Whether a shown path is one of the chart's files, and not only by its name: what a message names may lead elsewhere. */
    public boolean holds(String shown) {
        Path file = directory.resolve(path.isEmpty() ? shown : shown.substring(path.length() + 1));
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** A line of a file of this chart, counted from 1; 0 for the file as a whole. */
    public record Spot(String file, int line) {}

    /**
     * The place that helm's words name, when it is in this chart: {@code (shop/templates/queue.yaml:12:20)} with a line, or
     * the file alone where the line is one of what it renders to.
     */
    Optional<Spot> spotIn(String words) {
        int start = name.isEmpty() ? -1 : words.indexOf(name + "/");
        if (start < 0) {
            return Optional.empty();
        }
        int end = start;
        while (end < words.length() && " :)\"\n".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        int digits = end + 1;
        while (digits < words.length() && Character.isDigit(words.charAt(digits))) {
            digits++;
        }
        boolean hasLine = words.startsWith(":", end) && digits > end + 1 && digits - end < LONGEST_NUMBER;
        return Optional.of(new Spot(
                pathOf(words.substring(start + name.length() + 1, end)),
                hasLine ? Integer.parseInt(words.substring(end + 1, digits)) : 0));
    }
}
