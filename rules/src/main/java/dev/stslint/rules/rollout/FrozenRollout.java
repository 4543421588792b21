package dev.stslint.rules.rollout;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.StatefulSet;
import dev.stslint.manifest.Appearance;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Reach;
import dev.stslint.manifest.ReplicaCount;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * Only pods with an index from the partition on are updated, counted from the set's first ordinal: a partition at or
 * above the replicas updates none (facts: A6).
 */
public final class FrozenRollout implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("frozen-rollout")
            .summary("a partition as high as the replicas: no change of the template reaches a pod")
            .category(Category.ROLLOUT)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<StatefulSet> target() {
        return StatefulSet.class;
    }

    @Override
    public void check(StatefulSet set, RuleContext context) {
        boolean rolls = set.updateStrategy().isAbsent() || set.updateStrategy().is("RollingUpdate");
        if (!rolls || set.partition().or(0) < 1) {
            return;
        }
        ManifestSet manifests = context.manifests();
        List<Appearance> appearances = manifests.appearances(set);
        List<String> holding = new ArrayList<>(1);
        for (Appearance appearance : appearances) {
            if (isFrozen(set, appearance, manifests)) {
                holding.add(appearance.application());
            }
        }
        Reach reach = new Reach(holding, appearances.size());
        for (Appearance appearance : appearances) {
            if (isFrozen(set, appearance, manifests)) {
                Problem problem = problem(set, manifests.replicas(set, appearance));
                context.report(problem, reach);
                return;
            }
        }
    }

    /** With an autoscaler its highest count decides, and a set without pods has nothing to update. */
    private static boolean isFrozen(StatefulSet set, Appearance appearance, ManifestSet manifests) {
        ReplicaCount replicas = manifests.replicas(set, appearance);
        return replicas.isKnown()
                && replicas.floor() > 0
                && set.partition().or(0) >= replicas.ceiling()
                && !appearance.patches(set.partition())
                && !appearance.patches(set.updateStrategy());
    }

    private static Problem problem(StatefulSet set, ReplicaCount replicas) {
        int partition = set.partition().or(0);
        int pods = replicas.ceiling();
        Problem problem = Problem.at(
                        set.partition(),
                        set.title() + " updates no pod: `partition: " + partition + "` of " + counted(pods))
                .label("a change of the template reaches no pod")
                .related(replicas.place(), "the highest index is " + (pods - 1))
                .basedOn(set.updateStrategy())
                .note("a pod that is deleted comes back as it was before the change")
                .help("lower it step by step to let a change in, and leave 0 in the manifest");
        return set.firstOrdinal() > 0
                ? problem.note("partitions count from `ordinals.start`: index 0 is pod " + set.firstOrdinal())
                : problem;
    }

    private static String counted(int pods) {
        return pods == 1 ? "1 replica" : pods + " replicas";
    }
}
