package dev.stslint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports. */
public enum ReportFormat {
    TEXT,
    CONCISE,
    SARIF;

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
            case SARIF -> new SarifReporter(facts, pages);
        };
    }
}
