package dev.stslint.report;

import java.io.IOException;

/**
 * One page for people, with everything in it and nothing that it would have to load: findings by file, object and rule with
 * the code they speak of, a drawing of how the objects hang together, and the pages of the rules. It can be read without its
 * script, which filters and groups. All content is data, and a policy in the page keeps browsers from running or loading
 * anything else.
 */
public final class HtmlReporter implements Reporter {

    private final RunFacts facts;
    private final RulePages pages;

    /**
     * An HTML report.
     *
     * @param facts what the report itself does not tell
     * @param pages what rules say about themselves
     */
    public HtmlReporter(RunFacts facts, RulePages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        new HtmlPage(report, facts, pages).write(out);
    }
}
