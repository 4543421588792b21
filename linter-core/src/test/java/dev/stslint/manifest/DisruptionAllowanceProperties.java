package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.DisruptionLimit.Kind;
import dev.stslint.manifest.CoveredPods.Unscaled;
import dev.stslint.manifest.DisruptionAllowance.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sum against the controller's steps, written down once more and pod by pod (facts: C2, C3). */
final class DisruptionAllowanceProperties {

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final String NOBODY = "";
    private static final String DAEMONS = "daemons";

    /** A running pod, healthy as all are, and who made it. */
    private record RunningPod(String controller) {}

    @Test
    void agreesWithTheController() {
        Seeds.check(10_000, DisruptionAllowanceProperties::agreesWithTheController);
    }

    private static void agreesWithTheController(Random random) {
        List<Integer> controllers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            controllers.add(random.nextInt(13));
        }
        int bare = random.nextInt(4);
        boolean daemons = random.nextBoolean();
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean percentage = random.nextBoolean();
        int amount = random.nextInt(percentage ? 101 : 60);
        DisruptionLimit limit =
                kind == Kind.UNSET ? DisruptionLimit.UNSET : new DisruptionLimit(kind, amount, percentage);
        CoveredPods covered = new CoveredPods(0, bare, daemons ? Unscaled.DAEMON_SET : Unscaled.NONE);
        List<RunningPod> pods = new ArrayList<>();
        for (int i = 0; i < controllers.size(); i++) {
            covered = covered.plus(CoveredPods.of(controllers.get(i)));
            for (int pod = 0; pod < controllers.get(i); pod++) {
                pods.add(new RunningPod("controller-" + i));
            }
        }
        for (int pod = 0; pod < bare; pod++) {
            pods.add(new RunningPod(NOBODY));
        }
        if (daemons) {
            pods.add(new RunningPod(DAEMONS));
        }
        DisruptionAllowance allowance = DisruptionAllowance.of(limit, covered);
        if (allowance.outcome() == Outcome.UNKNOWN) {
            assertThat(daemons && kind == Kind.MIN_AVAILABLE && !limit.isPercentage())
                    .isTrue();
        } else if (pods.isEmpty()) {
            assertThat(allowance.blocks()).isFalse();
        } else {
            assertThat(allowance.evictions()).isEqualTo(disruptionsAllowed(limit, pods, controllers));
            assertThat(allowance.blocks()).isEqualTo(allowance.evictions() == 0);
        }
    }

    private static int disruptionsAllowed(DisruptionLimit limit, List<RunningPod> pods, List<Integer> replicas) {
        int expectedPods;
        int desiredHealthy;
        if (limit.kind() == Kind.UNSET) {
            expectedPods = 0;
            desiredHealthy = 0;
        } else if (limit.kind() == Kind.MIN_AVAILABLE && !limit.isPercentage()) {
            expectedPods = pods.size();
            desiredHealthy = limit.amount();
        } else {
            if (pods.contains(new RunningPod(DAEMONS))) {
                return 0;
            }
            expectedPods = 0;
            for (int i = 0; i < replicas.size(); i++) {
                expectedPods += pods.contains(new RunningPod("controller-" + i)) ? replicas.get(i) : 0;
            }
            int share = limit.isPercentage()
                    ? (int) Math.ceil(limit.amount() * (double) expectedPods / 100)
                    : limit.amount();
            desiredHealthy = limit.kind() == Kind.MIN_AVAILABLE ? share : Math.max(0, expectedPods - share);
        }
        int disruptionsAllowed = pods.size() - desiredHealthy;
        return expectedPods <= 0 || disruptionsAllowed <= 0 ? 0 : disruptionsAllowed;
    }
}
