package dev.stslint.manifest;

import dev.stslint.kube.Autoscaler;
import dev.stslint.source.Located;
import java.util.Optional;

/**
 * How many pods a workload has.
 *
 * @param application the directory of the kustomization that has it so; empty outside of kustomizations
 * @param count as written, or as a kustomization sets it; 1 when nothing is written
 * @param place where it is written, or missed
 * @param autoscaler what scales it between a floor and a ceiling, when something does
 * @param isKnown whether that is so; not when a value is of a wrong type (a stand-in, as a rule), or a patch changes it
 */
public record ReplicaCount(
        String application, int count, Located place, Optional<Autoscaler> autoscaler, boolean isKnown) {

    /** The fewest pods it has in normal operation: the autoscaler's floor where there is one. */
    public int floor() {
        if (isSwitchedOff()) {
            return 0;
        }
        return autoscaler.isPresent() ? autoscaler.get().floor() : count;
    }

    /** The most pods it has. */
    public int ceiling() {
        if (isSwitchedOff()) {
            return 0;
        }
        return autoscaler.isPresent() ? Math.max(autoscaler.get().ceiling(), count) : count;
    }

    /** Whether it can have more than one pod. */
    public boolean isReplicated() {
        return ceiling() > 1;
    }

    /** With a count of 0 an HPA leaves a workload alone (facts: G); KEDA starts it when there is work. */
    private boolean isSwitchedOff() {
        return count == 0 && autoscaler.isPresent() && !autoscaler.get().startsFromZero();
    }
}
