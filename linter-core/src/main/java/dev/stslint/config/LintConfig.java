package dev.stslint.config;

import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.manifest.KnownObject;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSetting;
import dev.stslint.rule.RuleSettings;
import dev.stslint.source.Location;
import dev.stslint.source.PathPatterns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file says, each value with its place.
 *
 * @param directory that its patterns start from
 * @param values files with values for charts, seen from the directory
 * @param include patterns of the files to read; none: all
 * @param exclude patterns of files to leave alone
 * @param schemas files and directories with schemas, from its directory on
 * @param rules in the order of the file
 */
public record LintConfig(
        Path directory,
        Optional<Setting<Profile>> profile,
        Optional<Setting<Threshold>> failOn,
        Optional<Setting<VersionRange>> kubernetes,
        Optional<Setting<Boolean>> requireReasons,
        Optional<Setting<Rendering>> render,
        List<Setting<String>> values,
        List<Setting<String>> include,
        List<Setting<String>> exclude,
        List<Setting<String>> schemas,
        List<RuleEntry> rules,
        List<OverrideEntry> overrides,
        List<Setting<KnownObject>> known) {

    /** No file. */
    public static final LintConfig NONE = new LintConfig(
            Path.of(""),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** What is said about one rule. */
    public record RuleEntry(String ruleId, RuleSetting setting, Location place) {}

    /** What is said about rules for some files. */
    public record OverrideEntry(List<String> paths, List<RuleEntry> rules, Location place) {}

    /**
     * What it says about rules, ready to be asked.
     *
     * @param workingDirectory what shown paths are relative to
     */
    public RuleSettings ruleSettings(Path workingDirectory) {
        if (rules.isEmpty() && overrides.isEmpty()) {
            return RuleSettings.NONE;
        }
        List<RuleSettings.FileSettings> forPaths = new ArrayList<>(overrides.size());
        for (OverrideEntry override : overrides) {
            forPaths.add(new RuleSettings.FileSettings(
                    new PathPatterns(directory, workingDirectory, override.paths), byId(override.rules)));
        }
        return new RuleSettings(byId(rules), forPaths);
    }

    /** The objects that exist outside of the input. */
    public List<KnownObject> knownObjects() {
        List<KnownObject> objects = new ArrayList<>(known.size());
        for (Setting<KnownObject> entry : known) {
            objects.add(entry.value());
        }
        return objects;
    }

    private static Map<String, RuleSetting> byId(List<RuleEntry> entries) {
        Map<String, RuleSetting> byId = new LinkedHashMap<>();
        for (RuleEntry entry : entries) {
            byId.put(entry.ruleId, entry.setting);
        }
        return byId;
    }
}
