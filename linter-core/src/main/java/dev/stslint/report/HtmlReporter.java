package dev.stslint.report;

import java.io.IOException;

public final class HtmlReporter implements Reporter {
    public HtmlReporter(RunFacts facts, RulePages pages) {}

    @Override
    public void write(LintReport report, Appendable out) throws IOException {}
}
