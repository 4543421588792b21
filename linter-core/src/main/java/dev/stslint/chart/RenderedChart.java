package dev.stslint.chart;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a chart.
 *
 * @param path of its directory, in the form of {@link SourceFile#directory()}
 * @param directory where it is
 * @param name of the chart, which helm puts in front of the paths of its templates
 * @param manifests what it renders to; empty when it failed, and for a library
 * @param complaint why it failed, in helm's words; empty when it did not
 */
public record RenderedChart(String path, Path directory, String name, Optional<Manifests> manifests, String complaint) {

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

    /** What helm calls a template of this chart that is shown as some path. */
    public String nameOf(String template) {
        return name + "/" + (path.isEmpty() ? template : template.substring(path.length() + 1));
    }

    /** A line of a file of this chart, counted from 1; 0 for the file as a whole. */
    public record Spot(String file, int line) {}

    /**
     * The place that helm names in its complaint, when it is in this chart: {@code (shop/templates/queue.yaml:12:20)} with a
     * line, or the file alone where the line is one of what it renders to.
     */
    public Optional<Spot> complaintSpot() {
        int start = name.isEmpty() ? -1 : complaint.indexOf(name + "/");
        if (start < 0) {
            return Optional.empty();
        }
        int end = start;
        while (end < complaint.length() && " :)\"".indexOf(complaint.charAt(end)) < 0) {
            end++;
        }
        int digits = end + 1;
        while (digits < complaint.length() && Character.isDigit(complaint.charAt(digits))) {
            digits++;
        }
        boolean hasLine = complaint.startsWith(":", end) && digits > end + 1 && digits - end < LONGEST_NUMBER;
        return Optional.of(new Spot(
                pathOf(complaint.substring(start + name.length() + 1, end)),
                hasLine ? Integer.parseInt(complaint.substring(end + 1, digits)) : 0));
    }
}
