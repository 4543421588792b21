package dev.stslint.yaml;

import dev.stslint.source.Location;
import java.util.List;

/**
 * Something wrong with a text as YAML, with its place. The reader reports faults and goes on with the next document.
 *
 * @param kind what sort of fault it is
 * @param location the characters to underline
 * @param message one line, lower case, no full stop, values in backticks
 * @param label what to write at the underlined place; may be empty
 * @param related other places, as the first of two equal keys
 */
public record YamlFault(Kind kind, Location location, String message, String label, List<Related> related)
        implements Comparable<YamlFault> {

    /** The sorts of faults. */
    public enum Kind {
        /** The document does not parse. */
        SYNTAX,
        /** One key twice in a mapping. */
        DUPLICATE_KEY,
        /** Text that kubectl never reads, as what follows {@code ...}; or a separator line that it rejects. */
        IGNORED_CONTENT,
        /** Template markup that has not been rendered; the whole file is left alone. */
        UNRENDERED_TEMPLATE,
        /** Too deep, too many aliases, too large. */
        LIMIT
    }

    /** By place. */
    @Override
    public int compareTo(YamlFault other) {
        return location.compareTo(other.location);
    }

    /** Another place that belongs to the fault. */
    public record Related(Location location, String message) {}
}
