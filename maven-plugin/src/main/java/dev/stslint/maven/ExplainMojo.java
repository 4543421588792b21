package dev.stslint.maven;

import dev.stslint.lint.LintException;
import dev.stslint.report.ExplainedRule;
import dev.stslint.report.RuleTable;
import dev.stslint.report.Styling;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells what a rule checks, why, and what to do instead; without a rule, which rules there are. */
@Mojo(name = "explain", aggregator = true, threadSafe = true, requiresProject = false)
public final class ExplainMojo extends StslintMojo {

    /** As wide as most terminals, less what the log puts in front. */
    private static final int WIDTH = 90;

    /** The rule. */
    @Parameter(property = "rule", defaultValue = "${stslint.rule}")
    String rule = "";

    @Override
    void run() throws LintException, IOException {
        if (rule.isEmpty()) {
            StringBuilder table = new StringBuilder();
            new RuleTable(linter().rules()).writeText(table);
            log().asked(table);
        } else {
            log().asked(ExplainedRule.of(linter().rule(rule), linter()).text(WIDTH, Styling.PLAIN));
        }
    }
}
