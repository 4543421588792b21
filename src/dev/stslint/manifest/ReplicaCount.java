package dev.stslint.manifest;

import dev.stslint.kube.Autoscaler;
import dev.stslint.source.Located;
import java.util.Optional;

/**
 * How many pods a workload has.
 *
 * @param count as written, or as a kustomization sets it; 1 when nothing is written
 * @param place where it is written, or missed
 * @param autoscaler what scales it between a floor and a ceiling, when something does
 */
public record ReplicaCount(int count, Located place, Optional<Autoscaler> autoscaler) {

    /** The fewest pods it has in normal operation: the autoscaler's floor where there is one. */
    public int floor() {
        return autoscaler.map(Autoscaler::floor).orElse(count);
    }

    /** The most pods it has. */
    public int ceiling() {
        return autoscaler.map(scaler -> Math.max(scaler.ceiling(), count)).orElse(count);
    }

    /** Whether it can have more than one pod. */
    public boolean isReplicated() {
        return ceiling() > 1;
    }
}
