package dev.stslint.rules.workload;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Container;
import dev.stslint.kube.ImageReference;
import dev.stslint.kube.MountableVolumes;
import dev.stslint.kube.PodIdentity;
import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulImage;
import dev.stslint.kube.StatefulImages;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.kube.VolumeMount;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.List;
import java.util.Optional;

/**
 * What keeps nothing and goes by no name of its own is slower and frailer in a StatefulSet than in a Deployment: pods are
 * replaced one at a time, and a pod on a lost node is not replaced at all (facts: A6, A7, H).
 */
public final class StatelessStatefulSet implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("stateless-stateful-set")
            .summary("a StatefulSet keeps no data beyond its pods and uses no pod identity")
            .category(Category.WORKLOAD)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .yieldsTo("unpersisted-data-directory")
            .build();

    /** What paths of temporary files have in them. */
    private static final List<String> SCRATCH =
            List.of("tmp", "temp", "/run", "cache", "log", "scratch", "sock", "shm", "cert", "conf", "secret");

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
        if (!set.isFragment()
                && keepsNothing(set)
                && runsNothingStateful(set)
                && !usesIdentity(set, context.manifests())) {
            report(set, context);
        }
    }

    /** Whether no claim and no volume is there that outlives the pods, nor a mount of which that is not known. */
    private static boolean keepsNothing(StatefulSet set) {
        MountableVolumes volumes = MountableVolumes.of(set);
        if (!set.claimTemplates().isEmpty() || !volumes.areComplete() || !volumes.areMountsComplete()) {
            return false;
        }
        for (String name : volumes.names()) {
            if (volumes.isPersistent(name)) {
                return false;
            }
        }
        for (Container container : set.containers()) {
            for (VolumeMount mount : container.mounts()) {
                if (!volumes.has(mount.name().or(""))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all images are known by name, and none of them is a database's, a broker's or a store's. */
    private static boolean runsNothingStateful(StatefulSet set) {
        for (Container container : set.containers()) {
            Optional<ImageReference> reference = container.image();
            if (reference.isEmpty()) {
                return false;
            }
            Optional<StatefulImage> image = StatefulImages.find(reference.get());
            if (image.isPresent() && !image.get().isStateless() && image.get().isServer(container)) {
                return false;
            }
        }
        return true;
    }

    private static boolean usesIdentity(StatefulSet set, ManifestSet manifests) {
        Optional<Service> governing = manifests.services().governing(set).found();
        boolean mayBeHeadless = governing.isEmpty() || governing.get().isHeadless();
        return PodIdentity.isAskedForIn(set.template())
                || !manifests.hosts().podNamesOf(set).isEmpty()
                || (mayBeHeadless && manifests.hosts().addressGoverningServiceOf(set))
                || manifests.services().selectSinglePods(set)
                || manifests.workloads().mountsIdentityScript(set)
                || manifests.workloads().startsUnseenScript(set);
    }

    private static void report(StatefulSet set, RuleContext context) {
        boolean isReplicated = context.manifests().replicas(set).isReplicated();
        Problem problem = Problem.at(set, set.title() + " keeps no data beyond its pods and uses no pod identity")
                .label(isReplicated ? "its pods are replaced one at a time, for nothing" : "a Deployment does the same")
                .note("no claim template, no volume that outlives a pod; no pod name, ordinal or pod DNS name in use")
                .note("a Deployment replaces the pods of a lost node; a StatefulSet waits until somebody removes them")
                .basedOn(set.claimTemplateList(), set.template().volumeList(), set.replicas());
        for (Container container : set.containers()) {
            problem = problem.basedOn(container.imageField(), container.mountList())
                    .basedOn(container.startFields());
        }
        Optional<VolumeMount> written = writtenTo(set);
        if (written.isPresent()) {
            String name = written.get().name().or("");
            problem = problem.seeAlso(written.get().path(), "what is written here is lost with the pod")
                    .help("if what `" + name + "` holds matters, make it a claim template; if not, use a Deployment");
        } else {
            problem = problem.help(
                    isReplicated
                            ? "make it a Deployment, without `serviceName`"
                            : "make it a Deployment, unless two of its pods must never run at once");
        }
        boolean isMeant = set.podManagementPolicy().isPresent()
                || set.object().spec().object("ordinals").isPresent()
                || isReachedByPodAlone(set, context.manifests());
        boolean isPlain = isReplicated && !isMeant && written.isEmpty();
        context.report(isPlain ? problem : problem.severity(Severity.INFO));
    }

    /** A mount that a program may keep data in as long as the pod lives: not a place for temporary files. */
    private static Optional<VolumeMount> writtenTo(StatefulSet set) {
        for (Container container : set.containers()) {
            for (VolumeMount mount : container.mounts()) {
                Optional<Volume> volume = set.template().volume(mount.name().or(""));
                boolean isKept = volume.isPresent() && volume.get().isEmptyDirectory();
                if (isKept && !mount.isReadOnly() && !isScratch(mount.path().or(""))) {
                    return Optional.of(mount);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isScratch(String path) {
        for (String part : SCRATCH) {
            if (path.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its pods are reached by nothing but headless Services: who uses those sees single pods. */
    private static boolean isReachedByPodAlone(StatefulSet set, ManifestSet manifests) {
        int headless = manifests.services().headlessSelecting(set).size();
        return headless > 0 && headless == manifests.services().selecting(set).size();
    }
}
