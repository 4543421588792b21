package dev.stslint.rule;

import dev.stslint.finding.Severity;
import dev.stslint.source.Located;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The rules of a run, sorted by id: those that are selected, and those that run only because they know secrets. */
public final class RuleSet {

    private final List<Rule<?>> rules;
    private final List<RuleMetadata> enabled;
    private final Set<String> enabledIds;
    private final Map<String, Severity> severities;
    private final Map<Class<?>, List<Rule<?>>> local = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Rule<?>>> overall = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Rule<?>>> concealing = new ConcurrentHashMap<>();

    private RuleSet(List<Rule<?>> rules, List<RuleMetadata> enabled, Map<String, Severity> severities) {
        this.rules = rules;
        this.enabled = enabled;
        this.severities = severities;
        this.enabledIds = new HashSet<>();
        for (RuleMetadata rule : enabled) {
            enabledIds.add(rule.id());
        }
    }

    /**
     * Applies a selection.
     *
     * @param all every rule there is
     * @param engine what the engine reports itself: on unless ignored
     * @throws UnknownRuleException when the selection names something that does not exist
     */
    public static RuleSet of(List<Rule<?>> all, List<RuleMetadata> engine, RuleSelection selection)
            throws UnknownRuleException {
        List<RuleMetadata> known = new ArrayList<>(engine);
        for (Rule<?> rule : all) {
            known.add(rule.metadata());
        }
        known.sort(Comparator.comparing(RuleMetadata::id));
        rejectUnknown(selection, known);
        List<RuleMetadata> enabled = new ArrayList<>();
        for (RuleMetadata rule : known) {
            if (isOn(rule, engine.contains(rule), selection)) {
                enabled.add(rule);
            }
        }
        List<Rule<?>> running = new ArrayList<>();
        for (Rule<?> rule : all) {
            if (rule.metadata().concealing() || enabled.contains(rule.metadata())) {
                running.add(rule);
            }
        }
        running.sort(Comparator.comparing(rule -> rule.metadata().id()));
        return new RuleSet(List.copyOf(running), List.copyOf(enabled), Map.copyOf(selection.severities()));
    }

    /** What may speak in this run, the engine's own included, by id. */
    public List<RuleMetadata> enabled() {
        return enabled;
    }

    public boolean isEnabled(String ruleId) {
        return enabledIds.contains(ruleId);
    }

    /** The severity that the user gave a rule, else the given one. */
    public Severity severityOf(String ruleId, Severity otherwise) {
        return severities.getOrDefault(ruleId, otherwise);
    }

    /** The rules for a kind of target that read only the object they are given. */
    public List<Rule<?>> localFor(Class<? extends Located> type) {
        List<Rule<?>> known = local.get(type);
        return known != null ? known : local.computeIfAbsent(type, key -> matching(key, RuleMetadata::local));
    }

    /** The rules for a kind of target that ask about other objects. */
    public List<Rule<?>> overallFor(Class<? extends Located> type) {
        List<Rule<?>> known = overall.get(type);
        return known != null ? known : overall.computeIfAbsent(type, key -> matching(key, rule -> !rule.local()));
    }

    /** The rules for a kind of target that know which values are secret. */
    public List<Rule<?>> concealingFor(Class<? extends Located> type) {
        List<Rule<?>> known = concealing.get(type);
        return known != null ? known : concealing.computeIfAbsent(type, key -> matching(key, RuleMetadata::concealing));
    }

    private List<Rule<?>> matching(Class<?> type, Predicate<RuleMetadata> wanted) {
        List<Rule<?>> matching = new ArrayList<>();
        for (Rule<?> rule : rules) {
            if (wanted.test(rule.metadata()) && rule.target().isAssignableFrom(type)) {
                matching.add(rule);
            }
        }
        return List.copyOf(matching);
    }

    private static boolean isOn(RuleMetadata rule, boolean engines, RuleSelection selection) {
        if (names(selection.ignore(), rule)) {
            return false;
        }
        if (!selection.select().isEmpty()) {
            return engines || names(selection.select(), rule);
        }
        return selection.profile().holds(rule.profile());
    }

    private static boolean names(List<String> ids, RuleMetadata rule) {
        return ids.contains(rule.id()) || ids.contains(rule.category().id());
    }

    private static void rejectUnknown(RuleSelection selection, List<RuleMetadata> known) throws UnknownRuleException {
        Set<String> ids = new LinkedHashSet<>();
        for (RuleMetadata rule : known) {
            ids.add(rule.id());
        }
        rejectUnknown(selection.severities().keySet(), ids, "rule");
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
}
