package dev.stslint.report;

import java.io.IOException;

/**
 * Everything about a run in a format of our own, for programs. {@code report.schema.json} beside this class describes it;
 * within one major version things are added, and nothing is renamed, taken away or given another meaning.
 *
 * <p>Secrets are masked in all words, and repairs that would carry one are left out, as in {@link SarifReporter}.
 */
public final class JsonReporter implements Reporter {

    private final RunFacts facts;

    /** @param facts what the report itself does not tell */
    public JsonReporter(RunFacts facts) {
        this.facts = facts;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        JsonOutput.write(out, new JsonDocument(report, facts));
    }
}
