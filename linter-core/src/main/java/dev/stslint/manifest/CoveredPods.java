package dev.stslint.manifest;

/**
 * The pods that a budget covers, as the disruption controller counts them (facts: C2).
 *
 * @param replicas the replica counts of the distinct controllers, summed
 * @param bare pods without a controller
 * @param unscaled what has no replica count to ask for, though pods of it are covered
 */
public record CoveredPods(int replicas, int bare, Unscaled unscaled) {

    /** Controllers without a scale: the disruption controller gives up on a budget that has to ask one. */
    public enum Unscaled {
        NONE,
        /** Jobs and CronJobs: their pods come and go, so in quiet times they add nothing. */
        JOB,
        /** DaemonSets: a pod a node, so that nobody can count them from manifests. */
        DAEMON_SET
    }

    /** Pods of controllers that have a replica count. */
    public static CoveredPods of(int replicas) {
        return new CoveredPods(replicas, 0, Unscaled.NONE);
    }

    /** How many there are when all of them run. */
    public int total() {
        return replicas + bare;
    }

    /** Both together. */
    public CoveredPods plus(CoveredPods other) {
        Unscaled worse = unscaled.compareTo(other.unscaled) >= 0 ? unscaled : other.unscaled;
        return new CoveredPods(replicas + other.replicas, bare + other.bare, worse);
    }
}
