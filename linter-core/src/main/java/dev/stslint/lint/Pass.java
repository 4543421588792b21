package dev.stslint.lint;

import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.LintReport;
import java.util.List;

/** What one reading of the input gave. */
record Pass(LintReport report, List<FileResult> files, ManifestSet manifests) {}
