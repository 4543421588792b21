package dev.stslint.rules.storage;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Container;
import dev.stslint.kube.DataDirectories;
import dev.stslint.kube.DataDirectory;
import dev.stslint.kube.MountableVolumes;
import dev.stslint.kube.StatefulImage;
import dev.stslint.kube.StatefulImages;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.kube.VolumeMount;
import dev.stslint.kube.Workload;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database that writes where nothing is kept. Which directory that is depends on the image and its tag (facts: K, K1);
 * a mount above a path that the image declares as its own volume does not reach into it (facts: E).
 */
public final class UnpersistedDataDirectory implements Rule<Workload> {

    private static final RuleMetadata METADATA = RuleMetadata.of("unpersisted-data-directory")
            .summary("a database keeps its data in a directory that does not outlive the pod")
            .category(Category.STORAGE)
            .severity(Severity.WARNING)
            .tiers(Severity.INFO)
            .since("0.1")
            .yieldsTo(
                    "unknown-volume-mount",
                    "unmounted-claim-template",
                    "volume-without-source",
                    "host-path-data",
                    "stateful-deployment")
            .local()
            .imageReading()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Workload> target() {
        return Workload.class;
    }

    @Override
    public void check(Workload workload, RuleContext context) {
        MountableVolumes volumes = MountableVolumes.of(workload);
        if (!workload.isScalable() || !volumes.areComplete() || !volumes.areMountsComplete()) {
            return;
        }
        for (Container container : workload.template().runningContainers()) {
            Optional<StatefulImage> image = StatefulImages.find(container);
            if (image.isPresent()) {
                Optional<Problem> problem = new Database(workload, volumes, container, image.get()).problem();
                if (problem.isPresent()) {
                    context.report(problem.get());
                }
            }
        }
    }

    /** A container that runs a database. */
    private record Database(Workload workload, MountableVolumes volumes, Container container, StatefulImage image) {

        Optional<Problem> problem() {
            DataDirectories directories = image.dataDirectories(container);
            Optional<VolumeMount> refused = directories.refusedMount();
            if (refused.isPresent()) {
                return Optional.of(refused(directories, refused.get()));
            }
            List<DataDirectory> missing = directories.missing(persistentMounts(container));
            if (missing.isEmpty() || (image.isGuess() && hasPersistentMount())) {
                return Optional.empty();
            }
            DataDirectory directory = missing.get(0);
            Optional<VolumeMount> mount = directories.mountOf(directory);
            Optional<Volume> volume = mount.isPresent()
                    ? workload.template().volume(mount.get().name().or(""))
                    : Optional.empty();
            Problem problem = volume.isPresent() ? inVolume(directory, volume.get()) : inNoVolume(directory);
            for (DataDirectory further : missing.subList(1, image.isGuess() ? 1 : missing.size())) {
                problem = problem.note("the same is true of `" + further.path() + "`");
            }
            return Optional.of(isExpendable() ? problem.severity(Severity.INFO) : problem);
        }

        /** Whether the data may be lost on purpose; who mounts something persistent does not mean that. */
        private boolean isExpendable() {
            return image.isRebuildable(container) && !hasPersistentMount();
        }

        private boolean hasPersistentMount() {
            return !persistentMounts(container).isEmpty();
        }

        private List<VolumeMount> persistentMounts(Container of) {
            List<VolumeMount> persistent = new ArrayList<>(1);
            for (VolumeMount mount : of.mounts()) {
                if (volumes.isPersistent(mount.name().or(""))) {
                    persistent.add(mount);
                }
            }
            return persistent;
        }

        private String data() {
            return image.displayName() + " data";
        }

        private Problem inVolume(DataDirectory directory, Volume volume) {
            String source = volume.source().orElse("emptyDir");
            String article = "aeio".indexOf(source.charAt(0)) < 0 ? "a" : "an";
            String message = workload.title() + " keeps its " + data() + " in " + article + " `" + source + "` volume";
            String help = workload instanceof StatefulSet
                    ? "replace the volume by a claim template of the same name"
                    : "make it a `persistentVolumeClaim`, or use a StatefulSet with a claim template";
            return evidence(Problem.at(volume, message))
                    .label("lost whenever the pod is deleted, evicted or updated")
                    .related(container.imageField(), "which is in `" + directory.path() + "`")
                    .help(help);
        }

        private Problem inNoVolume(DataDirectory directory) {
            Optional<VolumeMount> above = persistentMountAbove(directory);
            String message = image.isGuess()
                    ? workload.title() + " keeps its " + data() + " in no volume"
                    : "no volume holds `" + directory.path() + "`, the " + data() + " of " + workload.title();
            return above.isPresent()
                    ? behindTheMount(directory, above.get(), message)
                    : elsewhere(evidence(Problem.at(container.imageField(), message))
                            .label("lost whenever the container restarts")
                            .help(mounting(directory)));
        }

        private Optional<VolumeMount> persistentMountAbove(DataDirectory directory) {
            for (VolumeMount mount : persistentMounts(container)) {
                if (mount.isAtOrAbove(directory.path())) {
                    return Optional.of(mount);
                }
            }
            return Optional.empty();
        }

        private String mounting(DataDirectory directory) {
            String where = image.isGuess() ? "where it keeps its data" : "at `" + directory.path() + "`";
            String claim = workload instanceof StatefulSet ? "a claim template" : "a claim";
            List<VolumeMount> persistent = persistentMounts(container);
            if (persistent.size() == 1) {
                return "mount `" + persistent.get(0).name().or("") + "` " + where + " instead, or " + claim
                        + " of its own";
            }
            return (isExpendable() ? "if this data matters, mount " : "mount ") + claim + " " + where;
        }

        /** What the image declares as its own volume is not reached by a mount above it (facts: E). */
        private Problem behindTheMount(DataDirectory directory, VolumeMount above, String message) {
            return evidence(Problem.at(above.path(), message))
                    .label("does not reach into the volume that the image itself declares below")
                    .related(container.imageField(), "this image declares one at `" + directory.path() + "`")
                    .note("the container runtime puts an empty directory there at every start of the container")
                    .help("mount `" + above.name().or("") + "` at `" + directory.path() + "` itself");
        }

        /** Shows where the persistent volumes of the pod are mounted instead. */
        private Problem elsewhere(Problem problem) {
            Problem shown = problem;
            for (Container other : workload.template().runningContainers()) {
                String whose = other == container ? "" : " in " + other.title();
                for (VolumeMount mount : persistentMounts(other)) {
                    String name = "`" + mount.name().or("") + "`";
                    shown = shown.seeAlso(mount.path(), name + " is mounted here" + whose);
                }
            }
            return shown;
        }

        /** The image looks for a mount at the place of its older versions, and exits when it finds one (facts: K1). */
        private Problem refused(DataDirectories directories, VolumeMount mount) {
            String directory = directories.alternatives().get(0).get(0).path();
            String path = mount.path().or("");
            String message = "`" + container.imageField().or("") + "` does not start with a volume at `" + path + "`";
            return evidence(Problem.at(mount.path(), message))
                    .label("older versions kept their data here; this one does in `" + directory + "`")
                    .related(container.imageField(), "of " + workload.title())
                    .note("it takes the mount for data of an older version that it must not lose, and exits")
                    .help("mount it at `" + commonParent(path, directory) + "`");
        }

        private Problem evidence(Problem problem) {
            Problem based = problem.explains(workload).basedOn(container.imageField(), container.mountList());
            if (workload instanceof StatefulSet set) {
                based = based.basedOn(set.claimTemplateList());
            }
            return hasPersistentMount() ? based.basedOn(container.startFields()) : based;
        }
    }

    private static String commonParent(String one, String other) {
        int end = 0;
        for (int i = 0; i <= Math.min(one.length(), other.length()); i++) {
            boolean isStep =
                    (i == one.length() || one.charAt(i) == '/') && (i == other.length() || other.charAt(i) == '/');
            if (isStep && one.regionMatches(0, other, 0, i)) {
                end = i;
            }
        }
        return end == 0 ? "/" : one.substring(0, end);
    }
}
