package dev.stslint.report;

import dev.stslint.rule.RuleMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that can be found, as a table or as JSON. */
public final class RuleTable {

    /** What it can be written as. */
    public static final List<String> FORMATS = List.of("text", "json");

    private final List<RuleMetadata> rules;

    public RuleTable(List<RuleMetadata> rules) {
        this.rules = rules;
    }

    /**
     * Writes columns for people.
     *
     * @throws IOException when {@code out} does
     */
    public void writeText(Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RULE", "SEVERITY", "CATEGORY", "PROFILE", "FIXABLE"));
        for (RuleMetadata rule : rules) {
            rows.add(List.of(
                    rule.id(),
                    rule.severityWords(),
                    rule.category().id(),
                    rule.profile().id(),
                    fixable(rule)));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /**
     * Writes an array with an object for each rule.
     *
     * @throws IOException when {@code out} does
     */
    public void writeJson(Appendable out) throws IOException {
        JsonOutput.write(out, json -> {
            json.writeStartArray();
            for (RuleMetadata rule : rules) {
                JsonRule.write(json, rule);
            }
            json.writeEndArray();
        });
    }

    private static String fixable(RuleMetadata rule) {
        return rule.fix().name().toLowerCase(Locale.ROOT);
    }
}
