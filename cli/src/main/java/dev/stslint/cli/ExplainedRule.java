package dev.stslint.cli;

import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;

/** The page of a rule in Markdown, with the facts that its prose leaves to the metadata. */
final class ExplainedRule {

    private ExplainedRule() {}

    /**
     * Puts the facts between the title and the prose.
     *
     * @param prose the page as it is kept; empty when there is none
     */
    static String markdown(RuleMetadata rule, String prose) {
        StringBuilder page = new StringBuilder("# ").append(rule.id()).append("\n\n");
        page.append("**").append(rule.summary()).append("**\n\n");
        page.append("- severity: ").append(rule.severityWords()).append('\n');
        page.append("- category: ").append(rule.category().id());
        page.append(" (").append(rule.category().title()).append(")\n");
        page.append("- profile: ").append(rule.profile().id()).append('\n');
        page.append("- fixable: ")
                .append(rule.fix() == FixAvailability.NEVER ? "no" : "sometimes")
                .append('\n');
        page.append("- since: ").append(rule.since()).append('\n');
        for (RuleOption<?> option : rule.options()) {
            page.append("- option `").append(option.name()).append("`: ").append(option.description());
            page.append(" (default: ").append(option.fallback()).append(")\n");
        }
        return page.append('\n').append(withoutTitle(prose)).toString();
    }

    private static String withoutTitle(String prose) {
        if (!prose.startsWith("# ")) {
            return prose;
        }
        int end = prose.indexOf('\n');
        return end < 0 ? "" : prose.substring(end + 1);
    }
}
