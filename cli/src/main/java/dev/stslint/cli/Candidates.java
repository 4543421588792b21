package dev.stslint.cli;

import dev.stslint.lint.OptionValues;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.RuleTable;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;

/** What a value can be, as far as a shell can be told. */
enum Candidates {
    NONE,
    FILES,
    FORMATS,
    THRESHOLDS,
    PROFILES,
    COLORS,
    RENDERINGS,
    TABLE_FORMATS,
    SHELLS,
    RULES,
    RULES_AND_CATEGORIES;

    /** The words, sorted as they are to be shown; none where there is no telling. */
    List<String> words(List<RuleMetadata> rules) {
        return switch (this) {
            case NONE, FILES -> List.of();
            case FORMATS -> ReportFormat.ids();
            case THRESHOLDS -> OptionValues.thresholds();
            case PROFILES -> OptionValues.profiles();
            case RENDERINGS -> OptionValues.renderings();
            case COLORS -> ColorChoice.ids();
            case TABLE_FORMATS -> RuleTable.FORMATS;
            case SHELLS -> CompletionScript.SHELLS;
            case RULES -> ids(rules);
            case RULES_AND_CATEGORIES -> withCategories(ids(rules));
        };
    }

    private static List<String> ids(List<RuleMetadata> rules) {
        List<String> ids = new ArrayList<>(rules.size());
        for (RuleMetadata rule : rules) {
            ids.add(rule.id());
        }
        return ids;
    }

    private static List<String> withCategories(List<String> ids) {
        for (Category category : Category.values()) {
            ids.add(category.id());
        }
        return ids;
    }
}
