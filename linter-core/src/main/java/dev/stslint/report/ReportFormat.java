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

    private static final String SCHEMA = "{\n  \"$schema\": \"";
    private static final String DRIVER = """
            ",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "stslint",
            """;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;\
            """;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

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

    /** How every report of this format starts, and hardly anything else; nothing where any text may. */
    List<String> openings() {
        return switch (this) {
            case TEXT, CONCISE, GITHUB -> List.of();
            case JSON -> List.of(SCHEMA + JsonDocument.SCHEMA + '"');
            case SARIF -> List.of(SCHEMA + SarifLog.SCHEMA + DRIVER);
            case GITLAB -> List.of("[]\n", "[\n  {\n    \"type\": \"issue\",\n    \"categories\": [");
            case JUNIT -> List.of(XML + "<testsuites name=\"stslint\" ");
            case CHECKSTYLE -> List.of(XML + "<checkstyle version=\"4.3\">\n");
            case HTML -> List.of(PAGE);
        };
    }

    /** Whether a person reads it as it is, and anything may start so. */
    public boolean isText() {
        return openings().isEmpty();
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
