package dev.stslint.rule;

import dev.stslint.finding.Severity;
import dev.stslint.source.Located;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of a run, sorted by id: those that are selected, and those that run only because they know secrets. */
public final class RuleSet {

    private final Map<String, RuleMetadata> known;
    private final Set<String> engines;
    private final List<Rule<?>> rules;
    private final List<RuleMetadata> enabled;
    private final Set<String> enabledIds;
    private final Set<String> onByDefault;
    private final RuleSelection selection;
    private final RuleSettings settings;
    private final Map<RulePass, Map<Class<?>, List<Rule<?>>>> byPass = new HashMap<>();

    private RuleSet(
            List<Rule<?>> all,
            List<RuleMetadata> engine,
            Map<String, RuleMetadata> known,
            RuleSelection selection,
            RuleSettings settings) {
        this.known = known;
        this.selection = selection;
        this.settings = settings;
        for (RulePass pass : RulePass.values()) {
            byPass.put(pass, new ConcurrentHashMap<>());
        }
        this.engines = new HashSet<>();
        for (RuleMetadata rule : engine) {
            engines.add(rule.id());
        }
        this.onByDefault = new HashSet<>();
        this.enabledIds = new HashSet<>();
        List<RuleMetadata> speaking = new ArrayList<>(known.size());
        for (RuleMetadata rule : known.values()) {
            boolean on = isOn(rule);
            if (on) {
                onByDefault.add(rule.id());
            }
            if (on || (isLeftToSettings(rule) && settings.isOnSomewhere(rule.id()))) {
                enabledIds.add(rule.id());
                speaking.add(rule);
            }
        }
        this.enabled = List.copyOf(speaking);
        List<Rule<?>> running = new ArrayList<>(all.size());
        for (Rule<?> rule : all) {
            if (rule.metadata().concealing()
                    || enabledIds.contains(rule.metadata().id())) {
                running.add(rule);
            }
        }
        running.sort(new ById());
        this.rules = List.copyOf(running);
    }

    /**
     * Applies a selection, and what a configuration says where the selection leaves a choice.
     *
     * @param all every rule there is
     * @param engine what the engine reports itself: on unless ignored
     * @throws UnknownRuleException when the selection names something that does not exist
     */
    public static RuleSet of(
            List<Rule<?>> all, List<RuleMetadata> engine, RuleSelection selection, RuleSettings settings)
            throws UnknownRuleException {
        List<RuleMetadata> sorted = new ArrayList<>(engine);
        for (Rule<?> rule : all) {
            sorted.add(rule.metadata());
        }
        Collections.sort(sorted);
        Map<String, RuleMetadata> known = new LinkedHashMap<>();
        for (RuleMetadata rule : sorted) {
            known.put(rule.id(), rule);
        }
        rejectUnknown(selection, known.keySet());
        return new RuleSet(all, engine, known, selection, settings);
    }

    /** The ids of all rules there are, the engine's included, on or off. */
    public Set<String> known() {
        return known.keySet();
    }

    /** A rule, on or off. */
    public Optional<RuleMetadata> find(String ruleId) {
        return Optional.ofNullable(known.get(ruleId));
    }

    /** Whether it is the engine that reports it. */
    public boolean isEngines(String ruleId) {
        return engines.contains(ruleId);
    }

    /** What may speak in this run, the engine's own included, by id. */
    public List<RuleMetadata> enabled() {
        return enabled;
    }

    /** Whether a rule may speak about some file. */
    public boolean isEnabled(String ruleId) {
        return enabledIds.contains(ruleId);
    }

    /** Whether a rule may speak about a file. */
    public boolean isEnabled(String ruleId, SourceFile file) {
        RuleMetadata rule = known.get(ruleId);
        if (rule == null || !enabledIds.contains(ruleId)) {
            return false;
        }
        return settings.hasOverrides() && isLeftToSettings(rule)
                ? settings.of(ruleId, file).on().orElse(onByDefault.contains(ruleId))
                : onByDefault.contains(ruleId);
    }

    /** The severity that the user gave a rule for a file, else the given one. */
    public Severity severityOf(String ruleId, SourceFile file, Severity otherwise) {
        Severity named = selection.severities().get(ruleId);
        return named != null ? named : settings.of(ruleId, file).severity().orElse(otherwise);
    }

    /** The value of a rule's option for what stands in a file. */
    public <T> T option(String ruleId, RuleOption<T> option, SourceFile file) {
        Object value = settings.of(ruleId, file).options().get(option.name());
        return value == null ? option.fallback() : option.type().cast(value);
    }

    /** The rules that a pass runs on targets of a type. */
    public List<Rule<?>> in(RulePass pass, Class<? extends Located> type) {
        Map<Class<?>, List<Rule<?>>> known = Objects.requireNonNull(byPass.get(pass));
        List<Rule<?>> matching = known.get(type);
        if (matching == null) {
            matching = matching(pass, type);
            known.put(type, matching);
        }
        return matching;
    }

    private List<Rule<?>> matching(RulePass pass, Class<?> type) {
        List<Rule<?>> matching = new ArrayList<>();
        for (Rule<?> rule : rules) {
            if (pass.runs(rule.metadata()) && rule.target().isAssignableFrom(type)) {
                matching.add(rule);
            }
        }
        return List.copyOf(matching);
    }

    private boolean isOn(RuleMetadata rule) {
        if (names(selection.ignore(), rule)) {
            return false;
        }
        if (names(selection.select(), rule)) {
            return true;
        }
        boolean byItself = engines.contains(rule.id())
                || (selection.select().isEmpty()
                        && (selection.severities().containsKey(rule.id())
                                || selection
                                        .profile()
                                        .orElse(Profile.RECOMMENDED)
                                        .holds(rule.profile())));
        return isLeftToSettings(rule) ? settings.of(rule.id()).on().orElse(byItself) : byItself;
    }

    /** Whether the selection neither names the rule nor leaves it out for others that it names. */
    private boolean isLeftToSettings(RuleMetadata rule) {
        return !names(selection.ignore(), rule)
                && !names(selection.select(), rule)
                && !selection.severities().containsKey(rule.id())
                && (selection.select().isEmpty() || engines.contains(rule.id()));
    }

    private static boolean names(List<String> ids, RuleMetadata rule) {
        return ids.contains(rule.id()) || ids.contains(rule.category().id());
    }

    private static void rejectUnknown(RuleSelection selection, Set<String> known) throws UnknownRuleException {
        rejectUnknown(selection.severities().keySet(), known, "rule");
        Set<String> ids = new LinkedHashSet<>(known);
        for (Category category : Category.values()) {
            ids.add(category.id());
        }
        rejectUnknown(selection.select(), ids, "rule or category");
        rejectUnknown(selection.ignore(), ids, "rule or category");
    }

    private static void rejectUnknown(Iterable<String> named, Set<String> known, String what)
            throws UnknownRuleException {
        for (String name : named) {
            if (!known.contains(name)) {
                throw new UnknownRuleException("there is no " + what + " `" + name + "`"
                        + NearestNames.of(name, known).question());
            }
        }
    }

    private static final class ById implements Comparator<Rule<?>> {

        @Override
        public int compare(Rule<?> one, Rule<?> other) {
            return one.metadata().compareTo(other.metadata());
        }
    }
}
