package dev.stslint.config;

import dev.stslint.finding.Problem;
import java.util.List;

/** A configuration that cannot be used. The message is fit for users. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Something that has no place in a file. */
    public ConfigException(String message) {
        this(message, List.of());
    }

    /** @param problems every mistake of a file */
    public ConfigException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, each with its place; none where the message says it all. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
