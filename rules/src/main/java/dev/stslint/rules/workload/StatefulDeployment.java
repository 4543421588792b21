package dev.stslint.rules.workload;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Container;
import dev.stslint.kube.DataDirectories;
import dev.stslint.kube.Deployment;
import dev.stslint.kube.StatefulImage;
import dev.stslint.kube.StatefulImages;
import dev.stslint.kube.Volume;
import dev.stslint.kube.VolumeMount;
import dev.stslint.manifest.ReplicaCount;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.Optional;

/**
 * Members of a cluster know each other by name and keep data that is theirs alone. A Deployment gives every pod a new name
 * at each restart, and all pods the same volumes (facts: A5, E, K).
 */
public final class StatefulDeployment implements Rule<Deployment> {

    private static final RuleMetadata METADATA = RuleMetadata.of("stateful-deployment")
            .summary("a Deployment runs the members of a cluster that keeps data")
            .category(Category.WORKLOAD)
            .severity(Severity.WARNING)
            .since("0.1")
            .yieldsTo("independent-replicas", "shared-claim")
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Deployment> target() {
        return Deployment.class;
    }

    @Override
    public void check(Deployment deployment, RuleContext context) {
        ReplicaCount replicas = context.manifests().replicas(deployment);
        if (deployment.isFragment() || !replicas.isReplicated()) {
            return;
        }
        for (Container container : deployment.template().runningContainers()) {
            Optional<StatefulImage> image = StatefulImages.find(container);
            if (image.isPresent() && isMember(image.get(), container)) {
                context.report(problem(deployment, container, image.get(), replicas));
                return;
            }
        }
    }

    /** Whether a container is a member of a cluster, and not a client or a coordinator of one, nor a cache. */
    private static boolean isMember(StatefulImage image, Container container) {
        if (image.isMajoritySystem(container) || image.joinsOneByOne(container)) {
            return true;
        }
        return image.clustersByItself()
                && !image.standsAside(container)
                && !image.isRebuildable(container)
                && !image.dataDirectories(container).isEmpty();
    }

    private static Problem problem(
            Deployment deployment, Container container, StatefulImage image, ReplicaCount replicas) {
        String count = replicas.autoscaler().isPresent() ? "up to " + replicas.ceiling() : "" + replicas.ceiling();
        String message = deployment.title() + " runs " + count + " " + image.displayName()
                + " members without names and disks of their own";
        Problem problem = Problem.at(deployment, message)
                .label("a pod that is replaced comes back under another name")
                .related(replicas.place(), count + " replicas")
                .related(container.imageField(), "the members of a " + image.displayName() + " cluster are not alike")
                .note("all pods of a Deployment get the same volumes; each member needs data of its own")
                .help("make it a StatefulSet, with a headless Service and a claim template")
                .basedOn(container.startFields())
                .explains(container, container.imageField());
        DataDirectories directories = image.dataDirectories(container);
        for (VolumeMount mount : directories.mounts()) {
            Optional<Volume> volume = deployment.template().volume(mount.name().or(""));
            problem = volume.isPresent() ? problem.explains(volume.get()) : problem;
        }
        return problem;
    }
}
