package dev.stslint.filter;

import dev.stslint.filter.FilteredFindings.Complaint;
import dev.stslint.filter.Suppression.Target;
import dev.stslint.filter.Suppression.Until;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleSet;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes out the findings that suppressions are about, and finds what is wrong with the suppressions. Pure. */
public final class FindingFilter {

    private final RuleSet rules;
    private final ManifestSet manifests;
    private final Supplier<LocalDate> today;
    private final boolean requiresReasons;
    private final boolean partial;
    private final Set<String> taken;

    /**
     * A filter for one run.
     *
     * @param today asked only when a suppression has an end
     * @param requiresReasons whether a suppression without a reason suppresses nothing
     * @param partial whether rules were silent about what they did not see: what they say elsewhere is not known then
     * @param taken shown paths of files that are part of the input only because a kustomization takes them: what others make
     *     of them is not known
     */
    public FindingFilter(
            RuleSet rules,
            ManifestSet manifests,
            Supplier<LocalDate> today,
            boolean requiresReasons,
            boolean partial,
            Set<String> taken) {
        this.rules = rules;
        this.manifests = manifests;
        this.today = today;
        this.requiresReasons = requiresReasons;
        this.partial = partial;
        this.taken = taken;
    }

    /** Applies the suppressions of the files that were checked. */
    public FilteredFindings apply(List<Finding> findings, List<Suppression> suppressions) {
        if (suppressions.isEmpty()) {
            return new FilteredFindings(findings, List.of(), List.of());
        }
        List<Complaint> complaints = new ArrayList<>(0);
        Map<SourceFile, List<Suppression>> holding = new HashMap<>();
        for (Suppression suppression : suppressions) {
            if (isValid(suppression, complaints) && !hasExpired(suppression, complaints)) {
                holding.computeIfAbsent(suppression.file(), file -> new ArrayList<>(2))
                        .add(suppression);
            }
        }
        List<Finding> kept = new ArrayList<>(findings.size());
        List<SuppressedFinding> suppressed = new ArrayList<>();
        Set<Target> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Finding finding : findings) {
            Optional<SuppressedFinding> set =
                    suppressed(finding, holding.getOrDefault(finding.location().file(), List.of()), used);
            if (set.isPresent()) {
                suppressed.add(set.get());
            } else {
                kept.add(finding);
            }
        }
        for (List<Suppression> ofFile : holding.values()) {
            for (Suppression suppression : ofFile) {
                addUnused(suppression, used, kept, complaints);
            }
        }
        return new FilteredFindings(kept, suppressed, complaints);
    }

    private static Optional<SuppressedFinding> suppressed(
            Finding finding, List<Suppression> suppressions, Set<Target> used) {
        Suppression narrowest = null;
        Target named = null;
        for (Suppression suppression : suppressions) {
            boolean narrower = narrowest == null
                    || suppression.extent().width() < narrowest.extent().width();
            if (narrower && suppression.extent().covers(finding)) {
                for (Target target : suppression.targets()) {
                    if (target.ruleId().equals(finding.ruleId())) {
                        narrowest = suppression;
                        named = target;
                        break;
                    }
                }
            }
        }
        if (narrowest == null || named == null) {
            return Optional.empty();
        }
        used.add(named);
        return Optional.of(new SuppressedFinding(
                finding, SuppressedFinding.Kind.IN_SOURCE, narrowest.reason(), narrowest.place()));
    }

    /** Whether it can be obeyed; a rule that does not exist takes nothing from the others that it names. */
    private boolean isValid(Suppression suppression, List<Complaint> complaints) {
        for (Problem fault : suppression.faults()) {
            complaints.add(invalid(fault));
        }
        if (!suppression.faults().isEmpty()) {
            return false;
        }
        for (Target target : suppression.targets()) {
            Optional<Problem> fault = faultOf(target);
            if (fault.isPresent()) {
                complaints.add(invalid(fault.get()));
            }
        }
        if (requiresReasons && suppression.reason().isEmpty()) {
            complaints.add(invalid(Problem.at(placed(suppression.place()), "this suppression gives no reason")
                    .note("`requireReasons` is on")
                    .help("write why behind ` -- `")));
            return false;
        }
        return true;
    }

    private Optional<Problem> faultOf(Target target) {
        Optional<RuleMetadata> rule = rules.find(target.ruleId());
        Located place = placed(target.place());
        if (rule.isEmpty()) {
            String id = target.ruleId();
            for (Category category : Category.values()) {
                if (category.id().equals(id)) {
                    return Optional.of(Problem.at(place, "`" + id + "` is a category, not a rule")
                            .help("name the rules that are meant"));
                }
            }
            NearestNames nearest = NearestNames.of(id, rules.known());
            return Optional.of(Problem.at(place, PlainWord.unknown("rule", id) + nearest.question())
                    .help("`stslint rules` lists them"));
        }
        return rule.get().category() == Category.ENGINE
                ? Optional.of(Problem.at(place, "`" + target.ruleId() + "` cannot be suppressed in a manifest")
                        .help("mend what it reports"))
                : Optional.empty();
    }

    private boolean hasExpired(Suppression suppression, List<Complaint> complaints) {
        if (suppression.until().isEmpty()) {
            return false;
        }
        Until until = suppression.until().get();
        if (!until.isOver(today)) {
            return false;
        }
        complaints.add(new Complaint(
                SuppressionRules.EXPIRED,
                Problem.at(placed(until.place()), "this suppression ended on " + until.date())
                        .label("so nothing is suppressed")
                        .help("mend what it hides, or give it another date and say why"),
                names(suppression)));
        return true;
    }

    private void addUnused(Suppression suppression, Set<Target> used, List<Finding> kept, List<Complaint> complaints) {
        for (Target target : suppression.targets()) {
            if (used.contains(target) || faultOf(target).isPresent() || !hasSpoken(target.ruleId(), suppression)) {
                continue;
            }
            Problem problem = Problem.at(
                            placed(target.place()),
                            "`" + target.ruleId() + "` reports nothing "
                                    + suppression.extent().words())
                    .label("there is nothing to suppress");
            Optional<Finding> elsewhere = nearest(target.ruleId(), suppression, kept);
            problem = elsewhere.isPresent()
                    ? problem.seeAlso(placed(elsewhere.get().location()), "it is reported here")
                            .help("move the suppression there, or delete it")
                    : problem.help("delete it");
            complaints.add(new Complaint(SuppressionRules.UNUSED, problem, target.ruleId()));
        }
    }

    /** Whether the rule had the chance to report what the suppression is about. */
    private boolean hasSpoken(String ruleId, Suppression suppression) {
        if (!rules.isEnabled(ruleId, suppression.file())) {
            return false;
        }
        if (rules.isEngines(ruleId)) {
            return true;
        }
        if (taken.contains(suppression.file().path())) {
            return false;
        }
        if (partial && !rules.find(ruleId).map(RuleMetadata::local).orElse(false)) {
            return false;
        }
        for (KubernetesObject object : suppression.objects()) {
            if (manifests.holds(object)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Finding> nearest(String ruleId, Suppression suppression, List<Finding> findings) {
        int line = suppression.place().start().line();
        Finding nearest = null;
        int least = Integer.MAX_VALUE;
        for (Finding finding : findings) {
            if (finding.ruleId().equals(ruleId) && finding.location().file() == suppression.file()) {
                int distance = Math.abs(finding.location().start().line() - line);
                if (distance < least) {
                    nearest = finding;
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static Complaint invalid(Problem problem) {
        return new Complaint(
                SuppressionRules.INVALID,
                problem.label().isEmpty() ? problem.label("so nothing is suppressed") : problem,
                problem.message());
    }

    private static String names(Suppression suppression) {
        StringBuilder names = new StringBuilder();
        for (Target target : suppression.targets()) {
            names.append(names.isEmpty() ? "" : ",").append(target.ruleId());
        }
        return names.toString();
    }

    private static Located placed(Location place) {
        return () -> place;
    }
}
