package dev.stslint.source;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param file where it is
 * @param path the name to show, in the form of {@link SourceFile#path()}
 * @param root the directory that the user named and it was found under, in the form of {@link SourceFile#directory()};
 *     for files that the user named themselves, the nearest directory common to all of them
 * @param named whether the user named the file itself
 * @param size in bytes, as the directory told it; 0 when it was not asked
 */
public record DiscoveredFile(Path file, String path, String root, boolean named, long size)
        implements Comparable<DiscoveredFile> {

    @Override
    public int compareTo(DiscoveredFile other) {
        return path.compareTo(other.path);
    }
}
