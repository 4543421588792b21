package dev.stslint.rule;

import dev.stslint.finding.Severity;
import dev.stslint.source.Located;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of a run, sorted by id: those that are selected, and those that run only because they know secrets. */
public final class RuleSet {

    private final List<Rule<?>> rules;
    private final List<RuleMetadata> enabled;
    private final Set<String> enabledIds;
    private final Map<String, Severity> severities;
    private final Map<RulePass, Map<Class<?>, List<Rule<?>>>> byPass = new HashMap<>();

    private RuleSet(List<Rule<?>> rules, List<RuleMetadata> enabled, Map<String, Severity> severities) {
        this.rules = rules;
        this.enabled = enabled;
        this.severities = severities;
        for (RulePass pass : RulePass.values()) {
            byPass.put(pass, new ConcurrentHashMap<>());
        }
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
        List<RuleMetadata> enabled = new ArrayList<>();
        for (RuleMetadata rule : engine) {
            if (isOn(rule, true, selection)) {
                enabled.add(rule);
            }
        }
        List<Rule<?>> running = new ArrayList<>();
        for (Rule<?> rule : all) {
            RuleMetadata metadata = rule.metadata();
            known.add(metadata);
            boolean on = isOn(metadata, false, selection);
            if (on) {
                enabled.add(metadata);
            }
            if (on || metadata.concealing()) {
                running.add(rule);
            }
        }
        Collections.sort(known);
        rejectUnknown(selection, known);
        Collections.sort(enabled);
        running.sort(new ById());
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

    private static final class ById implements Comparator<Rule<?>> {

        @Override
        public int compare(Rule<?> one, Rule<?> other) {
            return one.metadata().compareTo(other.metadata());
        }
    }
}
