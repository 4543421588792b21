package dev.stslint.source;

import java.util.List;

/**
 * What the arguments of a run stand for. Every list is sorted by path, whatever the file system's order.
 *
 * @param files each real file once
 * @param standardInput whether {@code -} was among the arguments
 * @param charts Helm charts whose templates are not read, because they are not YAML yet
 * @param skipped other entries that look like sources and are not read
 * @param unreadable directories that could not be listed; what lies below them is unknown
 * @param missing arguments that stand for nothing, in the order given
 */
public record DiscoveredSources(
        List<DiscoveredFile> files,
        boolean standardInput,
        List<Chart> charts,
        List<Skipped> skipped,
        List<Skipped> unreadable,
        List<Missing> missing) {

    /**
     * A chart.
     *
     * @param path its outermost directory, in the form of {@link SourceFile#directory()}
     * @param templates the files below its {@code templates} that would have been read elsewhere, those of its
     *     subcharts included; at least one
     */
    public record Chart(String path, List<String> templates) {}

    /**
     * An entry that was met and not read.
     *
     * @param reason a few words, lower case
     */
    public record Skipped(String path, String reason) {

        /** The reason for a link that leads out of the directory that was named, to a file or a directory. */
        public static final String LINK_OUT = "a link out of the directory that was named";
    }

    /**
     * An argument that stands for nothing.
     *
     * @param argument as given
     * @param reason what is wrong with it, as {@code does not exist}
     * @param nearest what may have been meant
     */
    public record Missing(String argument, String reason, NearestNames nearest) {

        /** One line for the user. */
        public String message() {
            return "`" + argument + "` " + reason + nearest.question();
        }
    }
}
