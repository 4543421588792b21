package dev.stslint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports. */
public enum ReportFormat {
    TEXT,
    CONCISE,
    JSON,
    SARIF,
    GITHUB,
    GITLAB,
    JUNIT,
    CHECKSTYLE,
    HTML;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The word in options. */
    public String id() {
        return id;
    }

    /** The format of an id. */
    public static Optional<ReportFormat> find(String id) {
        for (ReportFormat format : values()) {
            if (format.id.equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The ids of all formats. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (ReportFormat format : values()) {
            ids.add(format.id);
        }
        return ids;
    }

    /** Whether it shows findings one by one, so that a part of them makes a part of the report. */
    public boolean isForLogs() {
        return this == TEXT || this == CONCISE;
    }

    /** How every report of this format starts, and no manifest; empty where any text may. */
    String opening() {
        return switch (this) {
            case TEXT, CONCISE, GITHUB -> "";
            case JSON, SARIF -> "{\n  \"$schema\"";
            case GITLAB -> "[";
            case JUNIT, CHECKSTYLE -> "<?xml";
            case HTML -> "<!DOCTYPE html>";
        };
    }

    /** Whether it draws how the objects hang together, which {@link LintReport#objects} holds only when asked for. */
    public boolean drawsObjects() {
        return this == HTML;
    }

    /**
     * What writes reports of this format.
     *
     * @param palette for text
     * @param quiet for text: only what is wrong and where
     * @param facts for formats that describe the run
     * @param pages for formats that describe the rules
     */
    public Reporter reporter(Palette palette, boolean quiet, RunFacts facts, RulePages pages) {
        return switch (this) {
            case TEXT -> new TextReporter(palette, quiet);
            case CONCISE -> new ConciseReporter();
            case JSON -> new JsonReporter(facts);
            case SARIF -> new SarifReporter(facts, pages);
            case GITHUB -> new GithubReporter(facts);
            case GITLAB -> new GitlabReporter(facts);
            case JUNIT -> new JunitReporter(facts);
            case CHECKSTYLE -> new CheckstyleReporter(facts);
            case HTML -> new HtmlReporter(facts, pages);
        };
    }
}
