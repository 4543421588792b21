package dev.stslint.report;

import dev.stslint.finding.Severity;

/** How a text report is coloured. Whether it should be is the front end's to decide: terminal, {@code NO_COLOR}, options. */
public enum Palette {
    PLAIN,
    COLOURED;

    /** What a piece of a report is, and how it looks on a terminal that shows colours. */
    enum Style {
        PLAIN(""),
        STRONG("\u001b[1m"),
        ERROR("\u001b[1;31m"),
        WARNING("\u001b[1;33m"),
        INFO("\u001b[1;36m"),
        FRAME("\u001b[1;34m"),
        REMOVED("\u001b[31m"),
        ADDED("\u001b[32m");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        static Style of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case INFO -> INFO;
            };
        }
    }

    private static final String RESET = "\u001b[0m";

    /** Appends {@code text} in a style. */
    void append(StringBuilder out, Style style, String text) {
        if (this == PLAIN || style == Style.PLAIN || text.isEmpty()) {
            out.append(text);
        } else {
            out.append(style.code).append(text).append(RESET);
        }
    }
}
