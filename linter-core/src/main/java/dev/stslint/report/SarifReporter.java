package dev.stslint.report;

import java.io.IOException;

/**
 * SARIF 2.1.0, for code scanning services and editors: every finding with its exact region, the code around it, the other
 * places it speaks of, the object and field it is about, its repairs and its fingerprints.
 *
 * <p>Secrets are masked in snippets and words. A repair that would carry one is left out: with a mask in it, it would
 * break the file it is applied to.
 *
 * <p>The same report always gives the same bytes: no times, no random identifiers, no paths of the machine.
 */
public final class SarifReporter implements Reporter {

    private final RunFacts facts;
    private final RulePages pages;

    /**
     * A SARIF report.
     *
     * @param facts what the report itself does not tell
     * @param pages where rules' help comes from
     */
    public SarifReporter(RunFacts facts, RulePages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        JsonOutput.write(out, new SarifLog(report, facts, pages));
    }
}
