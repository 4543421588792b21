package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.rule.RuleMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A problem on its way to a finding.
 *
 * @param object that it was reported on, as the manifest set holds it; null outside of objects
 * @param anchor for a problem outside of objects what identifies its place, else empty
 * @param isSettled whether what patches and images of kustomizations do to it has been looked at
 */
record Draft(RuleMetadata rule, Problem problem, @Nullable KubernetesObject object, String anchor, boolean isSettled)
        implements Comparable<Draft> {

    static Draft on(KubernetesObject object, RuleMetadata rule, Problem problem) {
        return new Draft(rule, problem, object, "", false);
    }

    static Draft of(RuleMetadata rule, Problem problem, String anchor) {
        return new Draft(rule, problem, null, anchor, false);
    }

    /** The same in other words, about which patches have been asked. */
    Draft settled(Problem told) {
        return new Draft(rule, told, object, anchor, true);
    }

    /** By place, then by rule, then by message. */
    @Override
    public int compareTo(Draft other) {
        int order = problem.location().compareTo(other.problem.location());
        if (order == 0) {
            order = rule.compareTo(other.rule);
        }
        return order != 0 ? order : problem.message().compareTo(other.problem.message());
    }

    /** {@code Kind/namespace/name}; empty outside of objects. */
    String objectName() {
        return object == null ? "" : object.id().shown();
    }
}
