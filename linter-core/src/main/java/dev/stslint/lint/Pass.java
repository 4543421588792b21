package dev.stslint.lint;

import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.LintReport;
import java.util.List;
import java.util.Optional;

/**
 * What one reading of the input gave.
 *
 * @param charts empty when none were to be rendered
 */
record Pass(
        Settings settings,
        LintReport report,
        List<FileResult> files,
        ManifestSet manifests,
        Optional<RenderedCharts> charts) {}
