package dev.stslint.cli;

import java.util.List;

/**
 * Every option of every command: names, values and words stand here and nowhere else. Help, completion scripts and the
 * parsers are made from this table.
 */
enum Option {
    FORMAT(
            "--format",
            "-f",
            "FORMAT[=FILE]",
            Candidates.FORMATS,
            "write a report: text (default), concise, json, sarif, github, gitlab, junit, checkstyle or html; to FILE, else "
                    + "to standard output; repeatable"),
    FAIL_ON(
            "--fail-on",
            "",
            "LEVEL",
            Candidates.THRESHOLDS,
            "lowest severity that fails the run: error (default), warning, info or never"),
    PROFILE(
            "--profile",
            "",
            "PROFILE",
            Candidates.PROFILES,
            "which rules are on: recommended (default), strict or all"),
    SELECT("--select", "", "RULE,...", Candidates.RULES_AND_CATEGORIES, "only these rules or categories; repeatable"),
    IGNORE("--ignore", "", "RULE,...", Candidates.RULES_AND_CATEGORIES, "not these rules or categories; repeatable"),
    SEVERITY(
            "--severity",
            "",
            "RULE=LEVEL",
            Candidates.RULES,
            "another severity for a rule: error, warning or info; repeatable"),
    UNSAFE("--unsafe", "", "", Candidates.NONE, "make repairs that change behavior too; look at each"),
    RULE("--rule", "", "RULE,...", Candidates.RULES_AND_CATEGORIES, "only repairs of these rules; repeatable"),
    DIFF("--diff", "", "", Candidates.NONE, "write nothing, show the changes as a unified diff"),
    KUBERNETES(
            "--kubernetes",
            "",
            "VERSION",
            Candidates.NONE,
            "target version or range, as 1.34 or 1.31..1.36 (default: every supported one)"),
    NAMESPACE("--namespace", "", "NAMESPACE", Candidates.NONE, "where objects without a namespace will land"),
    CONTEXT(
            "--context",
            "",
            "PATH",
            Candidates.FILES,
            "read what the others refer to, without reporting on it; repeatable"),
    SCHEMA(
            "--schema",
            "",
            "PATH",
            Candidates.FILES,
            "definitions of custom resources, and JSON Schemas to hold objects against; repeatable"),
    CHANGED(
            "--changed",
            "",
            "[=REF]",
            Candidates.NONE,
            "report what a change touches: the index against HEAD, or the working tree against its merge base with REF"),
    PARTIAL(
            "--partial",
            "",
            "",
            Candidates.NONE,
            "the input is not the whole application: what is not in it may exist"),
    CONFIG("--config", "", "FILE", Candidates.FILES, "configuration (default: stslint.yaml, the nearest above PATH)"),
    NO_CONFIG("--no-config", "", "", Candidates.NONE, "no configuration, even if there is one"),
    BASELINE("--baseline", "", "FILE", Candidates.FILES, "set aside the findings that this file holds"),
    NEW_BASELINE("--baseline", "", "FILE", Candidates.FILES, "what to write (default: stslint-baseline.json)"),
    RENDER(
            "--render",
            "",
            "HOW",
            Candidates.RENDERINGS,
            "templates of charts: never (default), or helm: by an installed helm, without a network"),
    VALUES("--values", "", "FILE", Candidates.FILES, "values for the charts that are rendered; repeatable"),
    WATCH("--watch", "", "", Candidates.NONE, "lint again whenever a file changes, until Ctrl-C"),
    STDIN_NAME("--stdin-name", "", "NAME", Candidates.FILES, "what to call standard input in reports"),
    JOBS("--jobs", "", "N", Candidates.NONE, "threads to use (default: 0, as many as pay)"),
    QUIET("--quiet", "", "", Candidates.NONE, "print what is wrong and where, nothing else"),
    VERBOSE("--verbose", "", "", Candidates.NONE, "print what became of every file and document"),
    STATISTICS("--statistics", "", "", Candidates.NONE, "print how often each rule speaks"),
    COLOR("--color", "", "WHEN", Candidates.COLORS, "colors: auto (default), always or never"),
    NO_PROGRESS("--no-progress", "", "", Candidates.NONE, "no progress line, even on a terminal"),

    TABLE_FORMAT("--format", "-f", "FORMAT", Candidates.TABLE_FORMATS, "text (default) or json"),

    HELP("--help", "-h", "", Candidates.NONE, "print this help"),
    VERSION("--version", "-V", "", Candidates.NONE, "print the version of stslint and of what it knows");

    private final String longName;
    private final String shortName;
    private final String value;
    private final Candidates candidates;
    private final String description;

    Option(String longName, String shortName, String value, Candidates candidates, String description) {
        this.longName = longName;
        this.shortName = shortName;
        this.value = value;
        this.candidates = candidates;
        this.description = description;
    }

    String longName() {
        return longName;
    }

    /** The short name first, where there is one. */
    List<String> names() {
        return shortName.isEmpty() ? List.of(longName) : List.of(shortName, longName);
    }

    boolean isCalled(String name) {
        return names().contains(name);
    }

    /** Whether it stands alone, without a value. */
    boolean isFlag() {
        return value.isEmpty();
    }

    /** Whether its value can be left out; it then stands behind an equals sign, and not in a word of its own. */
    boolean hasOptionalValue() {
        return value.startsWith("[");
    }

    /** What to call its value; empty for a flag. */
    String value() {
        return value;
    }

    Candidates candidates() {
        return candidates;
    }

    String description() {
        return description;
    }
}
