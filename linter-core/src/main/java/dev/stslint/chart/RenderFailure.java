package dev.stslint.chart;

import java.util.List;
import java.util.Optional;

/**
 * Why a chart was not rendered.
 *
 * @param kind which of its ways to fail it was
 * @param words lines of one sentence or several, with secrets masked; at least one
 * @param spot the place in the chart that helm names, when it names one
 */
public record RenderFailure(Kind kind, List<String> words, Optional<RenderedChart.Spot> spot) {

    /** What happened. */
    public enum Kind {
        /** helm ended with an error, and says why. */
        SAID_BY_HELM,
        /** helm was ended, since it did not end by itself. */
        OUT_OF_TIME,
        /** helm was not asked: it had run out of time before. */
        NOT_TRIED,
        /** helm could not be run, or what it printed cannot be read. */
        OTHER
    }
}
