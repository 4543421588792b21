package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.DisruptionLimit;
import dev.stslint.kube.PodDisruptionBudget;
import dev.stslint.manifest.CoveredPods.Unscaled;
import dev.stslint.manifest.DisruptionAllowance.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of the disruption controller (facts: C1, C2, C4). */
final class DisruptionAllowanceTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1", "2, 51", "3, 67", "4, 76", "5, 81", "6, 84", "7, 86", "8, 88", "9, 89", "10, 91", "11, 91", "12, 92",
        "13, 93", "14, 93", "15, 94"
    })
    void theSmallestPercentageThatBlocks(int replicas, int smallest) {
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(of("minAvailable: " + percent + "%", replicas).blocks())
                    .as("%d%% of %d", percent, replicas)
                    .isEqualTo(percent >= smallest);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "15"})
    void onlyAllPodsBlockByCount(int replicas) {
        for (int count = 0; count <= replicas + 2; count++) {
            assertThat(of("minAvailable: " + count, replicas).blocks()).isEqualTo(count >= replicas);
            assertThat(of("maxUnavailable: " + count, replicas).blocks()).isEqualTo(count == 0);
        }
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(of("maxUnavailable: " + percent + "%", replicas).blocks())
                    .isEqualTo(percent == 0);
        }
        assertThat(of("", replicas).blocks()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minAvailable: 2      | 3 | 0 | 1 | 2 of 3 must stay
            minAvailable: 3      | 3 | 0 | 0 | 3 of 3 must stay
            minAvailable: 5      | 3 | 0 | 0 | 5 must stay, and there are 3
            minAvailable: 2      | 1 | 0 | 0 | 2 must stay, and there is 1
            minAvailable: 0      | 3 | 0 | 3 | 0 of 3 must stay
            minAvailable: 67%    | 3 | 0 | 0 | ceil(67% of 3) = 3 of 3 must stay
            minAvailable: 51%    | 2 | 0 | 0 | ceil(51% of 2) = 2 of 2 must stay
            minAvailable: 50%    | 4 | 0 | 2 | 50% of 4 = 2 of 4 must stay
            minAvailable: 100%   | 3 | 0 | 0 | 100% of 3 = 3 of 3 must stay
            minAvailable: 0%     | 3 | 0 | 3 | 0% of 3 = 0 of 3 must stay
            maxUnavailable: 1    | 3 | 0 | 1 | 3 - 1 = 2 of 3 must stay
            maxUnavailable: 0    | 3 | 0 | 0 | 3 - 0 = 3 of 3 must stay
            maxUnavailable: 7    | 3 | 0 | 3 | 0 of 3 must stay
            maxUnavailable: 1%   | 3 | 0 | 1 | 3 - ceil(1% of 3) = 2 of 3 must stay
            maxUnavailable: 0%   | 3 | 0 | 0 | 3 - 0% of 3 = 3 of 3 must stay
            maxUnavailable: 50%  | 5 | 0 | 3 | 5 - ceil(50% of 5) = 2 of 5 must stay
            minAvailable: 4      | 8 | 0 | 4 | 4 of 8 must stay
            minAvailable: 3      | 2 | 2 | 1 | 3 of 4 must stay
            minAvailable: 2      | 0 | 2 | 0 | 2 of 2 must stay
            minAvailable: 100%   | 3 | 1 | 1 | 100% of 3 = 3 of 4 must stay
            maxUnavailable: 0    | 3 | 1 | 1 | 3 - 0 = 3 of 4 must stay
            """)
    void showsItsSum(String limit, int replicas, int bare, int evictions, String sum) {
        DisruptionAllowance allowance =
                DisruptionAllowance.of(limit(limit).orElseThrow(), new CoveredPods(replicas, bare, Unscaled.NONE));
        assertThat(allowance.evictions()).isEqualTo(evictions);
        assertThat(allowance.blocks()).isEqualTo(evictions == 0);
        assertThat(allowance.sum()).isEqualTo(sum);
        assertThat(allowance.outcome()).isEqualTo(Outcome.COUNTED);
    }

    @Test
    void twoDeploymentsUnderOneBudgetAreSummed() {
        CoveredPods pods = CoveredPods.of(3).plus(CoveredPods.of(5));
        assertThat(DisruptionAllowance.of(limit("minAvailable: 4").orElseThrow(), pods)
                        .blocks())
                .isFalse();
        assertThat(DisruptionAllowance.of(limit("minAvailable: 8").orElseThrow(), pods)
                        .blocks())
                .isTrue();
    }

    @Test
    void aControllerWithoutAScaleBlocksWhateverIsCountedByReplicas() {
        for (Unscaled unscaled : new Unscaled[] {Unscaled.DAEMON_SET, Unscaled.JOB}) {
            CoveredPods pods = new CoveredPods(3, 1, unscaled);
            for (String limit : new String[] {"minAvailable: 1%", "maxUnavailable: 1", "maxUnavailable: 100%", ""}) {
                DisruptionAllowance allowance =
                        DisruptionAllowance.of(limit(limit).orElseThrow(), pods);
                assertThat(allowance.outcome()).isEqualTo(Outcome.UNSCALED);
                assertThat(allowance.blocks()).as(limit).isTrue();
            }
        }
    }

    @Test
    void aCountIsHeldAgainstPodsAndThoseOfADaemonSetAreNotKnown() {
        DisruptionLimit all = limit("minAvailable: 3").orElseThrow();
        assertThat(DisruptionAllowance.of(all, new CoveredPods(3, 0, Unscaled.DAEMON_SET))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(DisruptionAllowance.of(all, new CoveredPods(3, 0, Unscaled.JOB))
                        .blocks())
                .isTrue();
    }

    @Test
    void barePodsAloneAreNeverLetGoByShare() {
        CoveredPods pods = new CoveredPods(0, 2, Unscaled.NONE);
        assertThat(DisruptionAllowance.of(limit("minAvailable: 50%").orElseThrow(), pods)
                        .outcome())
                .isEqualTo(Outcome.BARE);
        assertThat(DisruptionAllowance.of(limit("maxUnavailable: 2").orElseThrow(), pods)
                        .blocks())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minAvailable: 1", "minAvailable: 100%", "maxUnavailable: 0", ""})
    void withoutPodsNothingIsBlocked(String limit) {
        DisruptionAllowance allowance = DisruptionAllowance.of(limit(limit).orElseThrow(), CoveredPods.of(0));
        assertThat(allowance.outcome()).isEqualTo(Outcome.NO_PODS);
        assertThat(allowance.blocks()).isFalse();
    }

    @Test
    void theWorseOfTwoControllersWithoutAScaleCounts() {
        CoveredPods job = new CoveredPods(0, 0, Unscaled.JOB);
        CoveredPods daemons = new CoveredPods(0, 0, Unscaled.DAEMON_SET);
        assertThat(job.plus(daemons).unscaled()).isEqualTo(Unscaled.DAEMON_SET);
        assertThat(daemons.plus(job).unscaled()).isEqualTo(Unscaled.DAEMON_SET);
        assertThat(CoveredPods.of(2).plus(job)).isEqualTo(new CoveredPods(2, 0, Unscaled.JOB));
    }

    @Test
    void largeNumbersDoNotOverflow() {
        assertThat(of("minAvailable: 99%", Integer.MAX_VALUE).evictions()).isEqualTo(21474836);
        assertThat(of("maxUnavailable: " + Integer.MAX_VALUE, 3).evictions()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minAvailable: 1, maxUnavailable: 1",
                "minAvailable: '1'",
                "minAvailable: -1",
                "maxUnavailable: 101%",
                "maxUnavailable: -1%",
                "maxUnavailable: half",
                "maxUnavailable: 1.5",
                "maxUnavailable: true",
                "maxUnavailable: '%'",
                "maxUnavailable: '99999999999%'"
            })
    void whatTheServerRejectsHasNoLimit(String fields) {
        assertThat(limit(fields)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maxUnavailable: 0      | true
            maxUnavailable: 0%     | true
            maxUnavailable: 1      | false
            maxUnavailable: 100%   | false
            minAvailable: 100%     | true
            minAvailable: 100      | false
            minAvailable: 99%      | false
            minAvailable: 0%       | false
            ''                     | true
            """)
    void someLimitsKeepEverythingHoweverManyThereAre(String limit, boolean keepsEverything) {
        assertThat(limit(limit).orElseThrow().keepsEverything()).isEqualTo(keepsEverything);
    }

    private static DisruptionAllowance of(String limit, int replicas) {
        return DisruptionAllowance.of(limit(limit).orElseThrow(), CoveredPods.of(replicas));
    }

    private static Optional<DisruptionLimit> limit(String fields) {
        return Given.object(PodDisruptionBudget.class, Given.budget("db", fields))
                .limit();
    }
}
