package dev.stslint.lint;

import dev.stslint.config.LintConfig;
import dev.stslint.config.LintConfig.OverrideEntry;
import dev.stslint.config.LintConfig.RuleEntry;
import dev.stslint.config.Setting;
import dev.stslint.finding.Severity;
import dev.stslint.finding.VersionRange;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleSelection;
import dev.stslint.rule.RuleSet;
import dev.stslint.rule.RuleSetting;
import dev.stslint.source.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is in force, in the form of a configuration file, each line with the place where it is said: a file and line, the
 * command line, or nowhere, which is the default.
 */
public final class SettingsListing {

    private static final String DEFAULT = "default";
    private static final String ASKED = "command line";

    private final LintRequest request;
    private final LintConfig config;
    private final Settings settings;
    private final RuleSet rules;
    private final List<Line> lines = new ArrayList<>();

    /** What is set, and where. */
    private record Line(String text, String origin) {}

    SettingsListing(Settings settings, RuleSet rules) {
        this.settings = settings;
        this.request = settings.request();
        this.config = settings.config();
        this.rules = rules;
    }

    /**
     * Writes the listing.
     *
     * @throws IOException when {@code out} does
     */
    public void write(Appendable out) throws IOException {
        lines.clear();
        RuleSelection asked = request.selection();
        add("profile: " + settings.profile().id(), asked.profile().isPresent(), config.profile());
        add("failOn: " + settings.failOn().id(), request.failOn().isPresent(), config.failOn());
        VersionRange versions = settings.kubernetes().orElse(VersionRange.SUPPORTED);
        add("kubernetes: \"" + versions + "\"", request.kubernetes().isPresent(), config.kubernetes());
        add("requireReasons: " + settings.requiresReasons(), false, config.requireReasons());
        add("render: " + settings.rendering().id(), request.render().isPresent(), config.render());
        if (request.values().isEmpty()) {
            addList("values", config.values());
        } else {
            lines.add(new Line("values: [\"" + String.join("\", \"", request.values()) + "\"]", ASKED));
        }
        addList("include", config.include());
        addList("exclude", config.exclude());
        addList("schema", config.schemas());
        addRules();
        addOverrides();
        addList("known", config.known());
        addAsked(asked);
        print(out);
    }

    private void add(String text, boolean asked, Optional<? extends Setting<?>> setting) {
        String written = setting.isPresent() ? origin(setting.get().place()) : DEFAULT;
        lines.add(new Line(text, asked ? ASKED : written));
    }

    private <T> void addList(String name, List<Setting<T>> settingsOfList) {
        if (settingsOfList.isEmpty()) {
            lines.add(new Line(name + ": []", DEFAULT));
            return;
        }
        lines.add(new Line(name + ":", ""));
        for (Setting<T> setting : settingsOfList) {
            lines.add(new Line("  - \"" + setting.value() + "\"", origin(setting.place())));
        }
    }

    /** Only what differs from the rules' own settings; `stslint rules` has those. */
    private void addRules() {
        Map<String, Line> byId = new TreeMap<>();
        for (RuleEntry entry : config.rules()) {
            byId.put(entry.ruleId(), new Line(text(entry), origin(entry.place())));
        }
        for (Map.Entry<String, Severity> severity :
                request.selection().severities().entrySet()) {
            byId.put(
                    severity.getKey(),
                    new Line(severity.getKey() + ": " + severity.getValue().id(), ASKED));
        }
        lines.add(new Line(byId.isEmpty() ? "rules: {}" : "rules:", byId.isEmpty() ? DEFAULT : ""));
        for (Line line : byId.values()) {
            lines.add(new Line("  " + line.text, line.origin));
        }
    }

    private void addOverrides() {
        if (!config.overrides().isEmpty()) {
            lines.add(new Line("overrides:", ""));
        }
        for (OverrideEntry override : config.overrides()) {
            lines.add(new Line(
                    "  - paths: [\"" + String.join("\", \"", override.paths()) + "\"]", origin(override.place())));
            lines.add(new Line("    rules:", ""));
            for (RuleEntry entry : override.rules()) {
                lines.add(new Line("      " + text(entry), origin(entry.place())));
            }
        }
    }

    /** What has no key in a file: which rules were asked for, and how many are on in the end. */
    private void addAsked(RuleSelection asked) {
        for (String id : asked.select()) {
            lines.add(new Line("# only " + id, ASKED));
        }
        for (String id : asked.ignore()) {
            lines.add(new Line("# not " + id, ASKED));
        }
        int on = 0;
        for (RuleMetadata rule : rules.enabled()) {
            on += rules.isEngines(rule.id()) ? 0 : 1;
        }
        int all = 0;
        for (String id : rules.known()) {
            all += rules.isEngines(id) ? 0 : 1;
        }
        lines.add(new Line("# " + on + " of " + all + " rules are on, and what stslint reports itself", ""));
    }

    private static String text(RuleEntry entry) {
        RuleSetting setting = entry.setting();
        String level =
                setting.on().orElse(true) ? setting.severity().map(Severity::id).orElse("") : "off";
        if (setting.options().isEmpty()) {
            return entry.ruleId() + ": " + (level.isEmpty() ? "{}" : level);
        }
        StringBuilder text = new StringBuilder(entry.ruleId()).append(": { ");
        text.append(level.isEmpty() ? "" : "severity: " + level + ", ").append("options: {");
        String separator = " ";
        for (Map.Entry<String, Object> option : new TreeMap<>(setting.options()).entrySet()) {
            text.append(separator).append(option.getKey()).append(": ").append(value(option.getValue()));
            separator = ", ";
        }
        return text.append(" } }").toString();
    }

    private static String value(Object value) {
        if (!(value instanceof List<?> items)) {
            return String.valueOf(value);
        }
        List<String> quoted = new ArrayList<>(items.size());
        for (Object item : items) {
            quoted.add("\"" + item + "\"");
        }
        return quoted.isEmpty() ? "[]" : "[" + String.join(", ", quoted) + "]";
    }

    private static String origin(Location place) {
        return place.file().path() + ":" + place.start().line();
    }

    private void print(Appendable out) throws IOException {
        List<Integer> widths = new ArrayList<>(lines.size());
        for (Line line : lines) {
            widths.add(line.origin.isEmpty() ? 0 : line.text.length());
        }
        int width = Math.min(60, Collections.max(widths));
        for (Line line : lines) {
            out.append(line.text);
            if (!line.origin.isEmpty()) {
                out.append(" ".repeat(Math.max(0, width - line.text.length())))
                        .append("  # ")
                        .append(line.origin);
            }
            out.append('\n');
        }
    }
}
