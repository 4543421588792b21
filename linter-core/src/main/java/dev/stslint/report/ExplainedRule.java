package dev.stslint.report;

import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;

/** The page of a rule for people who read plain text, with the facts that its prose leaves to the metadata. */
public final class ExplainedRule {

    private final String markdown;

    private ExplainedRule(String markdown) {
        this.markdown = markdown;
    }

    /**
     * The page of a rule.
     *
     * @param pages where its prose is; without any, the facts must do
     */
    public static ExplainedRule of(RuleMetadata rule, RulePages pages) {
        return new ExplainedRule(markdown(rule, pages.page(rule.id()).orElse("")));
    }

    /**
     * The page as text that ends with a line break.
     *
     * @param width columns that prose is wrapped to; code is not
     */
    public String text(int width, Styling styling) {
        return MarkdownPage.render(markdown, width, styling);
    }

    /** The facts stand between the title and the prose. */
    private static String markdown(RuleMetadata rule, String prose) {
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
