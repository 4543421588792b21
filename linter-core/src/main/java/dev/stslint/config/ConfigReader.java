package dev.stslint.config;

import dev.stslint.config.LintConfig.OverrideEntry;
import dev.stslint.config.LintConfig.RuleEntry;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.manifest.KnownObject;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import dev.stslint.rule.RuleSetting;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PathPatterns;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlFault;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import dev.stslint.yaml.YamlStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a configuration file, and finds every mistake in it. One for each file. */
public final class ConfigReader {

    /** The keys at the top of the file. */
    public static final List<String> KEYS = List.of(
            "profile",
            "failOn",
            "kubernetes",
            "include",
            "exclude",
            "requireReasons",
            "render",
            "values",
            "schema",
            "rules",
            "overrides",
            "known");

    private static final String VERSIONS =
            "write `" + VersionRange.SUPPORTED.newest() + "` or `" + VersionRange.SUPPORTED + "`";

    static final List<String> RULE_KEYS = List.of("severity", "options");
    static final List<String> OVERRIDE_KEYS = List.of("paths", "rules");

    private final Map<String, RuleMetadata> known = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>(0);
    private final SourceFile file;
    private final SourceText source;

    private Optional<Setting<Profile>> profile = Optional.empty();
    private Optional<Setting<Threshold>> failOn = Optional.empty();
    private Optional<Setting<VersionRange>> kubernetes = Optional.empty();
    private Optional<Setting<Boolean>> requireReasons = Optional.empty();
    private Optional<Setting<Rendering>> render = Optional.empty();
    private List<Setting<String>> values = List.of();
    private List<Setting<String>> include = List.of();
    private List<Setting<String>> exclude = List.of();
    private List<Setting<String>> schemas = List.of();
    private List<RuleEntry> rules = List.of();
    private final List<OverrideEntry> overrides = new ArrayList<>(0);
    private final List<Setting<KnownObject>> objects = new ArrayList<>(0);

    /** @param known every rule there is, the engine's included */
    public ConfigReader(SourceText source, List<RuleMetadata> known) {
        this.source = source;
        this.file = source.file();
        for (RuleMetadata rule : known) {
            this.known.put(rule.id(), rule);
        }
    }

    /**
     * Reads the file.
     *
     * @param directory that its patterns start from
     * @throws ConfigException with every mistake in it
     */
    public LintConfig read(Path directory) throws ConfigException {
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(source);
        for (YamlFault fault : stream.faults()) {
            problems.add(problem(fault));
        }
        boolean seen = false;
        for (YamlDocument document : stream.documents()) {
            if (document.root().isPresent()) {
                if (seen) {
                    addProblem(
                            at(document.root().get()),
                            "a second document: the first is the configuration",
                            "delete it");
                } else {
                    readTop(document.root().get());
                }
                seen = true;
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(
                    "`" + file.path() + "` has " + (problems.size() == 1 ? "a mistake" : problems.size() + " mistakes"),
                    problems);
        }
        return new LintConfig(
                directory,
                profile,
                failOn,
                kubernetes,
                requireReasons,
                render,
                values,
                include,
                exclude,
                schemas,
                rules,
                List.copyOf(overrides),
                List.copyOf(objects));
    }

    private void readTop(YamlNode root) {
        Optional<YamlMapping> mapping = mapping(root, "the configuration");
        for (Entry entry : entries(mapping)) {
            switch (entry.name()) {
                case "profile" -> profile = choice(entry, Profile.values(), Profile::id, "profile");
                case "failOn" -> failOn = choice(entry, Threshold.values(), Threshold::id, "level");
                case "kubernetes" -> kubernetes = versions(entry);
                case "include" -> include = patterns(entry);
                case "exclude" -> exclude = patterns(entry);
                case "schema" -> schemas = texts(entry, "path");
                case "requireReasons" -> requireReasons = flag(entry);
                case "render" -> render = choice(entry, Rendering.values(), Rendering::id, "way to render");
                case "values" -> values = texts(entry, "path");
                case "rules" -> rules = rules(entry);
                case "overrides" -> readOverrides(entry);
                case "known" -> readKnown(entry);
                default -> addUnknown(entry, "key", KEYS);
            }
        }
    }

    private Optional<Setting<VersionRange>> versions(Entry entry) {
        Optional<String> text = word(entry, VERSIONS);
        Optional<VersionRange> range = text.flatMap(VersionRange::parse);
        if (text.isPresent() && range.isEmpty()) {
            addProblem(at(entry.value()), "this names no versions", VERSIONS);
        } else if (range.isPresent() && !VersionRange.SUPPORTED.covers(range.get())) {
            addProblem(
                    at(entry.value()),
                    "`" + range.get() + "` is not within the supported versions",
                    "these are " + VersionRange.SUPPORTED);
        }
        return range.map(found -> new Setting<>(found, at(entry.key())));
    }

    private Optional<Setting<Boolean>> flag(Entry entry) {
        if (entry.value() instanceof YamlScalar scalar && isTrueOrFalse(scalar)) {
            return Optional.of(new Setting<>(Boolean.valueOf(scalar.canonical()), at(entry.key())));
        }
        addProblem(at(entry.value()), "`" + entry.name() + "` is true or false", "");
        return Optional.empty();
    }

    private <T> Optional<Setting<T>> choice(Entry entry, T[] choices, Function<T, String> id, String what) {
        List<String> ids = new ArrayList<>(choices.length);
        for (T choice : choices) {
            ids.add(id.apply(choice));
        }
        Optional<String> word = word(entry, "there are " + listed(ids));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (T choice : choices) {
            if (id.apply(choice).equals(word.get())) {
                return Optional.of(new Setting<>(choice, at(entry.key())));
            }
        }
        addUnknown(at(entry.value()), what, word.get(), ids);
        return Optional.empty();
    }

    private List<Setting<String>> patterns(Entry entry) {
        List<Setting<String>> patterns = texts(entry, "pattern");
        for (Setting<String> pattern : patterns) {
            Optional<String> fault = PathPatterns.fault(pattern.value());
            if (fault.isPresent()) {
                addProblem(
                        pattern.place(),
                        "this pattern matches nothing: " + fault.get(),
                        "put a backslash before a character that stands for itself");
            }
        }
        return patterns;
    }

    private List<Setting<String>> texts(Entry entry, String what) {
        List<Setting<String>> texts = new ArrayList<>();
        for (YamlNode item : items(entry)) {
            Optional<String> text = text(item, "a " + what);
            if (text.isPresent() && text.get().isBlank()) {
                addProblem(at(item), "an empty " + what + " matches nothing", "delete it");
            } else if (text.isPresent()) {
                texts.add(new Setting<>(text.get(), at(item)));
            }
        }
        return List.copyOf(texts);
    }

    private List<RuleEntry> rules(Entry entry) {
        List<RuleEntry> found = new ArrayList<>();
        for (Entry rule : entries(mapping(entry.value(), "`" + entry.name() + "`"))) {
            RuleMetadata metadata = known.get(rule.name());
            if (metadata == null) {
                addUnknown(rule, "rule", known.keySet());
            } else {
                setting(rule, metadata)
                        .ifPresent(setting -> found.add(new RuleEntry(rule.name(), setting, at(rule.key()))));
            }
        }
        return List.copyOf(found);
    }

    /** {@code off}, a severity, or a mapping of severity and options. A severity switches the rule on. */
    private Optional<RuleSetting> setting(Entry rule, RuleMetadata metadata) {
        if (!(rule.value() instanceof YamlMapping)) {
            return level(rule);
        }
        RuleSetting setting = RuleSetting.NONE;
        Map<String, Object> options = new HashMap<>();
        for (Entry entry : entries(mapping(rule.value(), ""))) {
            switch (entry.name()) {
                case "severity" -> setting = level(entry).orElse(setting);
                case "options" -> readOptions(entry, metadata, options);
                default -> addUnknown(entry, "key", RULE_KEYS);
            }
        }
        return Optional.of(new RuleSetting(setting.on(), setting.severity(), options));
    }

    private Optional<RuleSetting> level(Entry entry) {
        List<String> words = new ArrayList<>(List.of("off"));
        for (Severity severity : Severity.values()) {
            words.add(severity.id());
        }
        Optional<String> word = word(entry, "write " + listed(words, " or "));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (word.get().equals("off")) {
            return Optional.of(new RuleSetting(Optional.of(false), Optional.empty(), Map.of()));
        }
        for (Severity severity : Severity.values()) {
            if (severity.id().equals(word.get())) {
                return Optional.of(new RuleSetting(Optional.of(true), Optional.of(severity), Map.of()));
            }
        }
        addUnknown(at(entry.value()), "severity", word.get(), words);
        return Optional.empty();
    }

    private void readOptions(Entry entry, RuleMetadata metadata, Map<String, Object> options) {
        Map<String, RuleOption<?>> byName = new LinkedHashMap<>();
        for (RuleOption<?> option : metadata.options()) {
            byName.put(option.name(), option);
        }
        for (Entry written : entries(mapping(entry.value(), "`options`"))) {
            RuleOption<?> option = byName.get(written.name());
            if (option == null) {
                addProblem(
                        at(written.key()),
                        PlainWord.unknown("option", written.name())
                                + NearestNames.of(written.name(), byName.keySet())
                                        .question(),
                        byName.isEmpty() ? "it has no options at all" : "");
            } else {
                value(written, option).ifPresent(value -> options.put(option.name(), value));
            }
        }
    }

    private Optional<Object> value(Entry entry, RuleOption<?> option) {
        if (option.type() == List.class) {
            List<String> texts = new ArrayList<>();
            for (YamlNode item : items(entry)) {
                text(item, "an item of `" + entry.name() + "`").ifPresent(texts::add);
            }
            return Optional.of(List.copyOf(texts));
        }
        if (option.type() == Boolean.class) {
            return flag(entry).map(Setting::value);
        }
        if (entry.value() instanceof YamlScalar scalar && scalar.type() == ScalarType.INTEGER) {
            try {
                return Optional.of(Integer.valueOf(scalar.canonical()));
            } catch (NumberFormatException e) {
                // Said below: it is beyond what an option can be.
            }
        }
        addProblem(at(entry.value()), "`" + entry.name() + "` is a whole number", "");
        return Optional.empty();
    }

    private void readOverrides(Entry overridesEntry) {
        for (YamlNode item : items(overridesEntry)) {
            int before = problems.size();
            List<Setting<String>> paths = List.of();
            List<RuleEntry> own = List.of();
            Optional<YamlMapping> mapping = mapping(item, "an override");
            for (Entry entry : entries(mapping)) {
                switch (entry.name()) {
                    case "paths" -> paths = patterns(entry);
                    case "rules" -> own = rules(entry);
                    default -> addUnknown(entry, "key", OVERRIDE_KEYS);
                }
            }
            if (problems.size() == before && (paths.isEmpty() || own.isEmpty())) {
                String missing = paths.isEmpty() ? "paths" : "rules";
                addProblem(
                        at(item),
                        "this override has no `" + missing + "`",
                        "say which `paths` it is about, and what `rules` hold there");
            }
            List<String> texts = new ArrayList<>(paths.size());
            for (Setting<String> path : paths) {
                texts.add(path.value());
            }
            overrides.add(new OverrideEntry(List.copyOf(texts), own, at(item)));
        }
    }

    private void readKnown(Entry entry) {
        for (YamlNode item : items(entry)) {
            Optional<String> text = text(item, "a known object");
            Optional<KnownObject> object = text.flatMap(KnownObject::parse);
            if (object.isPresent()) {
                objects.add(new Setting<>(object.get(), at(item)));
            } else if (text.isPresent()) {
                addProblem(
                        at(item),
                        "this names no object",
                        "write `Kind/namespace/name`, or `Kind/name` for any namespace");
            }
        }
    }

    /** A key and its value, aliases followed. */
    private record Entry(String name, YamlNode key, YamlNode value) {}

    private static List<Entry> entries(Optional<YamlMapping> mapping) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
            entries.add(new Entry(
                    mapping.get().name(i),
                    mapping.get().key(i),
                    mapping.get().value(i).target()));
        }
        return entries;
    }

    private Optional<YamlMapping> mapping(YamlNode node, String what) {
        if (node.target() instanceof YamlMapping mapping) {
            return Optional.of(mapping);
        }
        addProblem(at(node), what + " is a mapping of keys to values", "");
        return Optional.empty();
    }

    private List<YamlNode> items(Entry entry) {
        List<YamlNode> items = new ArrayList<>();
        if (entry.value() instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                items.add(sequence.item(i));
            }
        } else {
            addProblem(
                    atValue(entry), "`" + entry.name() + "` is a list", "write `[ … ]`, or an item a line behind `- `");
        }
        return items;
    }

    private Optional<String> text(YamlNode node, String what) {
        if (node.target() instanceof YamlScalar scalar
                && (scalar.type() == ScalarType.STRING
                        || (scalar.type() == ScalarType.BOOLEAN && !isTrueOrFalse(scalar)))) {
            return Optional.of(scalar.text());
        }
        addProblem(at(node), what + " is a text", node instanceof YamlScalar ? "quote it" : "");
        return Optional.empty();
    }

    /** Of the words that kubectl takes for truth values only these two are some here, as for editors: {@code off} is a word. */
    private static boolean isTrueOrFalse(YamlScalar scalar) {
        return scalar.type() == ScalarType.BOOLEAN
                && (scalar.text().equalsIgnoreCase("true") || scalar.text().equalsIgnoreCase("false"));
    }

    /** A single word as it is written: {@code 1.30} is no number here, and {@code off} no truth value. */
    private Optional<String> word(Entry entry, String help) {
        boolean isScalar = entry.value() instanceof YamlScalar;
        if (entry.value() instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL) {
            return Optional.of(scalar.text());
        }
        addProblem(
                atValue(entry),
                isScalar
                        ? "`" + entry.name() + "` has no value"
                        : "`" + entry.name() + "` takes one value, and this is a "
                                + (entry.value() instanceof YamlSequence ? "list" : "mapping"),
                help);
        return Optional.empty();
    }

    private void addUnknown(Entry entry, String what, Collection<String> names) {
        addUnknown(at(entry.key()), what, entry.name(), names);
    }

    private void addUnknown(Location place, String what, String name, Collection<String> names) {
        NearestNames nearest = NearestNames.of(name, names);
        boolean few = names.size() <= KEYS.size();
        String help = nearest.names().isEmpty() && few ? "there are " + listed(names) : "";
        addProblem(place, PlainWord.unknown(what, name) + nearest.question(), help);
    }

    private static String listed(Collection<String> names) {
        return listed(names, " and ");
    }

    private static String listed(Collection<String> names, String last) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        for (String name : names) {
            if (i > 0) {
                text.append(i == names.size() - 1 ? last : ", ");
            }
            text.append('`').append(name).append('`');
            i++;
        }
        return text.toString();
    }

    /** What is wrong with the YAML of a file that no kubectl ever sees. */
    public static Problem problem(YamlFault fault) {
        Problem problem = Problem.at(fault::location, fault.message());
        if (fault.kind() == YamlFault.Kind.DUPLICATE_KEY) {
            for (YamlFault.Related first : fault.related()) {
                problem = problem.related(first::location, "it is written here too");
            }
            return problem.help("keep one of them");
        }
        return fault.label().isEmpty() ? problem : problem.label(fault.label());
    }

    private void addProblem(Location place, String message, String help) {
        Problem problem = Problem.at((Located) () -> place, message);
        problems.add(help.isEmpty() ? problem : problem.help(help));
    }

    private Location at(YamlNode node) {
        return new Location(file, node.span());
    }

    /** The value, or its key when nothing is written. */
    private Location atValue(Entry entry) {
        return at(entry.value().start() == entry.value().end() ? entry.key() : entry.value());
    }
}
