package dev.stslint.lint;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fingerprint;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.rule.RuleSet;
import dev.stslint.secret.Mask;
import dev.stslint.source.Groups;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes findings of drafts: withdraws what a patch makes unknown, lets rules yield, settles severity, and sorts. */
final class Findings {

    private final RuleSet rules;
    private final ManifestSet manifests;
    private final Optional<VersionRange> named;

    /** @param named the target versions when the user named some */
    Findings(RuleSet rules, ManifestSet manifests, Optional<VersionRange> named) {
        this.rules = rules;
        this.manifests = manifests;
        this.named = named;
    }

    List<Finding> of(List<Draft> drafts) {
        List<Draft> standing = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            if (rules.isEnabled(draft.rule().id(), draft.problem().location().file()) && stands(draft)) {
                standing.add(draft);
            }
        }
        List<Draft> speaking = withoutYielding(standing);
        Collections.sort(speaking);
        List<Finding> findings = new ArrayList<>(speaking.size());
        Map<String, Integer> ordinals = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Draft draft : speaking) {
            Problem problem = draft.problem();
            String identity = draft.rule().id()
                    + ' '
                    + problem.location()
                    + problem.location().span()
                    + ' '
                    + problem.message();
            if (seen.add(identity)) {
                findings.add(finding(draft, ordinals));
            }
        }
        return findings;
    }

    /** Whether it is about an object of the set (or a secret in a patch), holds in a target version, and rests on nothing that a patch changes. */
    private boolean stands(Draft draft) {
        KubernetesObject object = draft.object();
        if (object == null) {
            return true;
        }
        if (!manifests.holds(object)) {
            return draft.rule().concealing();
        }
        Problem problem = draft.problem();
        if (problem.versions().isPresent()
                && problem.versions().get().intersection(targets()).isEmpty()) {
            return false;
        }
        if (draft.isSettled()) {
            return true;
        }
        if (manifests.isPatched(problem.place())) {
            return false;
        }
        for (Located evidence : problem.evidence()) {
            if (manifests.isPatched(evidence)) {
                return false;
            }
        }
        return true;
    }

    /** Only drafts of rules that some rule yields to are asked: one object may have thousands of others. */
    private static List<Draft> withoutYielding(List<Draft> drafts) {
        Set<String> yieldedTo = new HashSet<>();
        for (Draft draft : drafts) {
            yieldedTo.addAll(draft.rule().yieldsTo());
        }
        Map<KubernetesObject, List<Draft>> byObject = new HashMap<>();
        List<Draft> farReaching = new ArrayList<>(0);
        for (Draft draft : drafts) {
            if (draft.object() != null && yieldedTo.contains(draft.rule().id())) {
                Groups.add(byObject, draft.object(), draft);
                if (explainsOtherObjects(draft, draft.object())) {
                    farReaching.add(draft);
                }
            }
        }
        List<Draft> speaking = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            boolean yields = draft.object() != null
                    && !draft.rule().yieldsTo().isEmpty()
                    && (yields(draft, byObject.getOrDefault(draft.object(), List.of())) || yields(draft, farReaching));
            if (!yields) {
                speaking.add(draft);
            }
        }
        return speaking;
    }

    private static boolean explainsOtherObjects(Draft draft, KubernetesObject object) {
        for (Location place : draft.problem().explained()) {
            if (!object.extent().contains(place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean yields(Draft draft, List<Draft> others) {
        for (Draft other : others) {
            if (draft.rule().yieldsTo().contains(other.rule().id())
                    && other.problem().explainsPlaceOf(draft.problem())) {
                return true;
            }
        }
        return false;
    }

    private Finding finding(Draft draft, Map<String, Integer> ordinals) {
        Problem problem = draft.problem();
        String path = problem.location().file().path();
        String fieldPath = Mask.secretsIn(problem.fieldPath());
        String objectName = draft.objectName();
        String anchor = draft.object() == null ? draft.anchor() : fieldPath;
        String key = path + ' ' + draft.rule().id() + ' ' + objectName + ' ' + anchor;
        int ordinal = ordinals.getOrDefault(key, 0);
        ordinals.put(key, ordinal + 1);
        List<String> notes = new ArrayList<>(problem.notes());
        Severity severity = problem.severity().orElse(draft.rule().severity());
        if (problem.versions().isPresent() && !problem.versions().get().covers(targets())) {
            VersionRange holds =
                    problem.versions().get().intersection(targets()).orElseThrow();
            notes.add("holds for Kubernetes " + holds + "; the targets are " + targets());
            severity = named.isPresent() ? severity : severity.atMost(Severity.INFO);
        }
        return new Finding(
                draft.rule().id(),
                rules.severityOf(draft.rule().id(), problem.location().file(), severity),
                objectName,
                fieldPath,
                problem.location(),
                problem.message(),
                problem.label(),
                List.copyOf(notes),
                problem.help(),
                problem.related(),
                problem.fixes(),
                Fingerprint.of(path, draft.rule().id(), objectName, anchor, ordinal));
    }

    private VersionRange targets() {
        return named.orElse(VersionRange.SUPPORTED);
    }
}
