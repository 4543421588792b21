package dev.stslint.filter;

import dev.stslint.config.ConfigException;
import dev.stslint.config.ConfigReader;
import dev.stslint.finding.Problem;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlFault;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import dev.stslint.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings that are known and set aside for now: what {@code stslint baseline} has written. */
public final class Baseline {

    /** What the file is called unless somebody calls it something else. */
    public static final String FILE_NAME = "stslint-baseline.json";

    /** The version of the format. */
    public static final int VERSION = 1;

    private static final List<String> KEYS = List.of("$schema", "version", "findings");
    private static final List<String> ENTRY_KEYS = List.of("path", "rule", "object", "field", "fingerprint");
    private static final String REWRITE = "write it anew with `stslint baseline`";

    private final List<BaselineEntry> entries;

    private Baseline(List<BaselineEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads a baseline.
     *
     * @throws ConfigException with what is wrong with it, each with its place
     */
    public static Baseline read(SourceText source) throws ConfigException {
        return new Reading(source).baseline();
    }

    /** In the order of the file. */
    public List<BaselineEntry> entries() {
        return entries;
    }

    /** One file on its way in. */
    private static final class Reading {

        private final SourceText source;
        private final SourceFile file;
        private final List<Problem> problems = new ArrayList<>(0);

        Reading(SourceText source) {
            this.source = source;
            this.file = source.file();
        }

        Baseline baseline() throws ConfigException {
            YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(source);
            for (YamlFault fault : stream.faults()) {
                problems.add(ConfigReader.problem(fault));
            }
            List<BaselineEntry> entries = List.of();
            if (problems.isEmpty()) {
                boolean isOne = stream.documents().size() == 1
                        && stream.documents().get(0).root().isPresent();
                entries = isOne ? top(stream.documents().get(0).root().get()) : foreign(source.at(0, 0));
            }
            if (!problems.isEmpty()) {
                throw new ConfigException("the baseline `" + file.path() + "` cannot be used", problems);
            }
            return new Baseline(List.copyOf(entries));
        }

        private List<BaselineEntry> foreign(Location place) {
            add(place, "this is no baseline of stslint", REWRITE);
            return List.of();
        }

        private List<BaselineEntry> top(YamlNode root) {
            if (!(root instanceof YamlMapping mapping) || !mapping.has("version") || !mapping.has("findings")) {
                return foreign(at(root));
            }
            if (!(mapping.get("version") instanceof YamlScalar version)
                    || !version.canonical().equals(Integer.toString(VERSION))) {
                add(
                        at(mapping.value(mapping.indexOf("version"))),
                        "this version of stslint reads baselines of version " + VERSION,
                        REWRITE);
                return List.of();
            }
            rejectUnknown(mapping, KEYS);
            if (!(mapping.get("findings") instanceof YamlSequence findings)) {
                add(at(mapping.value(mapping.indexOf("findings"))), "`findings` is a list", "");
                return List.of();
            }
            List<BaselineEntry> entries = new ArrayList<>(findings.size());
            for (int i = 0; i < findings.size(); i++) {
                entry(findings.item(i)).ifPresent(entries::add);
            }
            return entries;
        }

        private Optional<BaselineEntry> entry(YamlNode node) {
            if (!(node instanceof YamlMapping mapping)) {
                add(at(node), "an entry of a baseline is a mapping of keys to values", "");
                return Optional.empty();
            }
            int before = problems.size();
            rejectUnknown(mapping, ENTRY_KEYS);
            Optional<String> path = text(mapping, "path", true);
            Optional<String> rule = text(mapping, "rule", true);
            Optional<String> object = text(mapping, "object", false);
            text(mapping, "field", false);
            Optional<String> fingerprint = text(mapping, "fingerprint", true);
            if (problems.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new BaselineEntry(
                    path.orElseThrow(),
                    rule.orElseThrow(),
                    object.orElse(""),
                    fingerprint.orElseThrow(),
                    at(mapping.value(mapping.indexOf("rule")))));
        }

        private Optional<String> text(YamlMapping mapping, String key, boolean required) {
            YamlNode value = mapping.get(key);
            if (value == null) {
                if (required) {
                    add(at(mapping.size() == 0 ? mapping : mapping.key(0)), "this entry has no `" + key + "`", REWRITE);
                }
                return Optional.empty();
            }
            if (value instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING) {
                return Optional.of(scalar.text());
            }
            add(at(value), "`" + key + "` is a text", "");
            return Optional.empty();
        }

        private void rejectUnknown(YamlMapping mapping, List<String> known) {
            for (int i = 0; i < mapping.size(); i++) {
                if (!known.contains(mapping.name(i))) {
                    add(
                            at(mapping.key(i)),
                            "a baseline has no such key here"
                                    + NearestNames.of(mapping.name(i), known).question(),
                            "");
                }
            }
        }

        private Location at(YamlNode node) {
            return new Location(file, node.span());
        }

        private void add(Location place, String message, String help) {
            Problem problem = Problem.at(() -> place, message);
            problems.add(help.isEmpty() ? problem : problem.help(help));
        }
    }
}
