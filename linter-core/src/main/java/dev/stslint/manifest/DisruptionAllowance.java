package dev.stslint.manifest;

import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.DisruptionLimit.Kind;
import dev.stslint.manifest.CoveredPods.Unscaled;

/**
 * How many healthy pods a budget lets the eviction API take while all of its pods are healthy, with the sum that gives it.
 * It is the disruption controller's own sum: a count in {@code minAvailable} is held against the pods, everything else
 * against the replica counts of their controllers, and percentages are rounded up (facts: C2).
 *
 * @param outcome why it is what it is
 * @param evictions how many; 0 when it cannot be known
 * @param sum in words, as "ceil(67% of 3) = 3 of 3 must stay"
 */
public record DisruptionAllowance(Outcome outcome, int evictions, String sum) {

    /** What the sum came to. */
    public enum Outcome {
        /** It was worked out. */
        COUNTED,
        /** Nothing is written to count with. */
        UNSET,
        /** A controller without a scale cannot be asked for its replicas. */
        UNSCALED,
        /** No covered pod has a controller to ask. */
        BARE,
        /** There is no pod. */
        NO_PODS,
        /** The manifests do not tell how many pods there are. */
        UNKNOWN
    }

    private static final DisruptionAllowance UNKNOWN = new DisruptionAllowance(Outcome.UNKNOWN, 0, "");
    private static final DisruptionAllowance NO_PODS = new DisruptionAllowance(Outcome.NO_PODS, 0, "");

    /** What a limit lets go of some pods. */
    public static DisruptionAllowance of(DisruptionLimit limit, CoveredPods pods) {
        boolean countsPods = limit.kind() == Kind.MIN_AVAILABLE && !limit.isPercentage();
        if (countsPods && pods.unscaled() == Unscaled.DAEMON_SET) {
            return UNKNOWN;
        }
        if (!countsPods && pods.unscaled() != Unscaled.NONE) {
            String kind = pods.unscaled() == Unscaled.JOB ? "Job" : "DaemonSet";
            return new DisruptionAllowance(Outcome.UNSCALED, 0, "a " + kind + " has no scale to count from");
        }
        if (pods.total() == 0) {
            return NO_PODS;
        }
        if (limit.kind() == Kind.UNSET) {
            return ofNothing(limit);
        }
        if (!countsPods && pods.replicas() == 0) {
            return new DisruptionAllowance(Outcome.BARE, 0, "pods without a controller are not counted");
        }
        return counted(limit, pods);
    }

    /** What a limit that keeps everything lets go of pods that nobody can count: nothing. */
    static DisruptionAllowance ofNothing(DisruptionLimit limit) {
        return switch (limit.kind()) {
            case UNSET -> new DisruptionAllowance(Outcome.UNSET, 0, "no limit is set, so none may go");
            case MIN_AVAILABLE -> new DisruptionAllowance(Outcome.COUNTED, 0, "all pods must stay");
            case MAX_UNAVAILABLE -> new DisruptionAllowance(Outcome.COUNTED, 0, "none may go");
        };
    }

    /** What cannot be known lets nobody conclude anything. */
    static DisruptionAllowance unknown() {
        return UNKNOWN;
    }

    /** Whether there are pods, and none of them can be evicted while all are healthy. */
    public boolean blocks() {
        return outcome != Outcome.NO_PODS && outcome != Outcome.UNKNOWN && evictions == 0;
    }

    private static DisruptionAllowance counted(DisruptionLimit limit, CoveredPods pods) {
        int part = limit.of(pods.replicas());
        int mustStay = limit.kind() == Kind.MIN_AVAILABLE ? part : Math.max(0, pods.replicas() - part);
        int evictions = Math.max(0, pods.total() - mustStay);
        if (mustStay > pods.total()) {
            String sum = mustStay + " must stay, and there " + (pods.total() == 1 ? "is 1" : "are " + pods.total());
            return new DisruptionAllowance(Outcome.COUNTED, evictions, sum);
        }
        String sum = working(limit, pods.replicas(), mustStay) + mustStay + " of " + pods.total() + " must stay";
        return new DisruptionAllowance(Outcome.COUNTED, evictions, sum);
    }

    /** How the count that must stay comes about; empty when it is the one that is written. */
    private static String working(DisruptionLimit limit, int replicas, int mustStay) {
        if (limit.kind() == Kind.MAX_UNAVAILABLE) {
            String part = limit.isPercentage() ? share(limit, replicas) : limit.toString();
            return mustStay == 0 ? "" : replicas + " - " + part + " = ";
        }
        return limit.isPercentage() ? share(limit, replicas) + " = " : "";
    }

    /** {@code 50% of 4}, or with the rounding that it needs {@code ceil(50% of 3)}. */
    private static String share(DisruptionLimit limit, int replicas) {
        String share = limit + " of " + replicas;
        return (long) limit.amount() * replicas % 100 == 0 ? share : "ceil(" + share + ")";
    }
}
