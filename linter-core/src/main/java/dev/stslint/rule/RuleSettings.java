package dev.stslint.rule;

import dev.stslint.source.PathPatterns;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a configuration says about rules: for all files, and for some. */
public final class RuleSettings {

    /** Nothing is said. */
    public static final RuleSettings NONE = new RuleSettings(Map.of(), List.of());

    /**
     * What is said for some files.
     *
     * @param rules by id
     */
    public record Override(PathPatterns paths, Map<String, RuleSetting> rules) {}

    private final Map<String, RuleSetting> everywhere;
    private final List<Override> overrides;
    private final Map<SourceFile, List<Override>> byFile = new ConcurrentHashMap<>();

    /**
     * Settings.
     *
     * @param everywhere by rule id
     * @param overrides of several for one file the later ones win
     */
    public RuleSettings(Map<String, RuleSetting> everywhere, List<Override> overrides) {
        this.everywhere = Map.copyOf(everywhere);
        this.overrides = List.copyOf(overrides);
    }

    boolean hasOverrides() {
        return !overrides.isEmpty();
    }

    /** What holds for files that no override is about. */
    RuleSetting of(String ruleId) {
        return everywhere.getOrDefault(ruleId, RuleSetting.NONE);
    }

    /** What holds for a file. */
    RuleSetting of(String ruleId, SourceFile file) {
        RuleSetting setting = of(ruleId);
        if (overrides.isEmpty()) {
            return setting;
        }
        for (Override override : byFile.computeIfAbsent(file, this::about)) {
            RuleSetting own = override.rules.get(ruleId);
            setting = own == null ? setting : setting.then(own);
        }
        return setting;
    }

    /** Whether an override switches the rule on. */
    boolean isOnSomewhere(String ruleId) {
        for (Override override : overrides) {
            RuleSetting own = override.rules.get(ruleId);
            if (own != null && own.on().orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private List<Override> about(SourceFile file) {
        List<Override> about = new ArrayList<>(1);
        for (Override override : overrides) {
            if (override.paths.match(file.path())) {
                about.add(override);
            }
        }
        return List.copyOf(about);
    }
}
