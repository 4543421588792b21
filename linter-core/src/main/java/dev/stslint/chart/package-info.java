/**
 * Helm charts: an installed {@code helm} that renders them, and which line of which template a rendered line comes from. Runs
 * nothing that a chart or the input names, and knows nothing of manifests or findings. Loaded only when charts are to be
 * rendered.
 */
@NullMarked
package dev.stslint.chart;

import org.jspecify.annotations.NullMarked;
