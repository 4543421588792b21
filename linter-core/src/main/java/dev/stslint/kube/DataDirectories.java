package dev.stslint.kube;

import dev.stslint.kube.DataLayout.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a container keeps its data, and which of its mounts hold it. When the image's tag says no version, the directories
 * of each of its versions are possible, and any of them will do.
 */
public final class DataDirectories {

    private final Container container;
    private final List<DataLayout> layouts;

    /** @param layouts oldest version first */
    DataDirectories(Container container, List<DataLayout> layouts) {
        this.container = container;
        this.layouts = layouts;
    }

    /** Whether nothing is known to be kept: the image keeps nothing, or nobody knows where it does. */
    public boolean isEmpty() {
        return layouts.isEmpty();
    }

    /** The directories, by version of the image, oldest first; all of one list hold data. */
    public List<List<DataDirectory>> alternatives() {
        List<List<DataDirectory>> alternatives = new ArrayList<>(layouts.size());
        for (DataLayout layout : layouts) {
            List<DataDirectory> directories = new ArrayList<>(layout.places().size());
            for (Place place : layout.places()) {
                directories.add(place.alternatives().get(0));
            }
            alternatives.add(directories);
        }
        return alternatives;
    }

    /**
     * The directories that surely lie on none of the wanted mounts, not even in part; empty in doubt. Of several
     * possibilities the one that misses least speaks, of equal ones the newest.
     *
     * @param isWanted which mounts count, as those of claims
     */
    public List<DataDirectory> missing(Predicate<VolumeMount> isWanted) {
        List<DataDirectory> fewest = null;
        for (DataLayout layout : layouts) {
            List<DataDirectory> missing = missing(layout, isWanted);
            if (fewest == null || missing.size() <= fewest.size()) {
                fewest = missing;
            }
        }
        return fewest == null ? List.of() : fewest;
    }

    /** The mounts that hold data, whole directories or parts of them. */
    public List<VolumeMount> mounts() {
        List<VolumeMount> holding = new ArrayList<>(1);
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && mount.path().isPresent() && holdsData(mount)) {
                holding.add(mount);
            }
        }
        return holding;
    }

    /**
     * The mount that is a data directory itself, with its volume's root, in an image that does not start where
     * {@code lost+found} lies. Empty in doubt.
     */
    public Optional<VolumeMount> mountOfRefusedRoot() {
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && !mount.hasSubPath() && mount.path().isPresent() && isRefusedRoot(mount)) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** The mount that keeps the image from starting: at the old place, with the data elsewhere. Empty in doubt. */
    public Optional<VolumeMount> refusedMount() {
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && mount.path().isPresent() && isRefused(mount)) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** The mount that holds a directory as a whole: the nearest one at or above it. */
    public Optional<VolumeMount> mountOf(DataDirectory directory) {
        for (DataLayout layout : layouts) {
            for (Place place : layout.places()) {
                if (place.alternatives().contains(directory)) {
                    return holder(directory, layout);
                }
            }
        }
        return Optional.empty();
    }

    private List<DataDirectory> missing(DataLayout layout, Predicate<VolumeMount> isWanted) {
        boolean hasWanted = false;
        for (VolumeMount mount : container.mounts()) {
            hasWanted |= isWanted.test(mount);
        }
        List<DataDirectory> missing = new ArrayList<>(1);
        for (Place place : layout.places()) {
            boolean isHeld = false;
            boolean isCertain = true;
            for (DataDirectory directory : place.alternatives()) {
                isHeld |= isHeld(directory, layout, isWanted);
                isCertain &= directory.isCertain();
            }
            if (!isHeld && (isCertain || !hasWanted)) {
                missing.add(place.alternatives().get(0));
            }
        }
        return missing;
    }

    private boolean isHeld(DataDirectory directory, DataLayout layout, Predicate<VolumeMount> isWanted) {
        if (holder(directory, layout).filter(isWanted).isPresent()) {
            return true;
        }
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && Paths.isBelow(pathOf(mount), directory.path()) && isWanted.test(mount)) {
                return true;
            }
        }
        return false;
    }

    private Optional<VolumeMount> holder(DataDirectory directory, DataLayout layout) {
        int longest = -1;
        VolumeMount holder = null;
        for (VolumeMount mount : container.mounts()) {
            String path = pathOf(mount);
            boolean holds = !mount.isDevice() && !path.isEmpty() && Paths.isAtOrBelow(directory.path(), path);
            if (holds && path.length() > longest) {
                longest = path.length();
                holder = mount;
            }
        }
        for (String volume : layout.imageVolumes()) {
            if (volume.length() > longest && Paths.isAtOrBelow(directory.path(), volume)) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(holder);
    }

    private boolean holdsData(VolumeMount mount) {
        for (DataLayout layout : layouts) {
            for (Place place : layout.places()) {
                for (DataDirectory directory : place.alternatives()) {
                    boolean isHolder = holder(directory, layout).filter(mount::equals).isPresent();
                    if (isHolder || Paths.isBelow(pathOf(mount), directory.path())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isRefusedRoot(VolumeMount mount) {
        for (DataLayout layout : layouts) {
            boolean isRoot = false;
            for (Place place : layout.places()) {
                DataDirectory directory = place.alternatives().get(0);
                isRoot |= place.alternatives().size() == 1
                        && directory.isExact()
                        && directory.isCertain()
                        && directory.path().equals(pathOf(mount));
            }
            if (!isRoot || !layout.refusesLostAndFound()) {
                return false;
            }
        }
        return !layouts.isEmpty();
    }

    private boolean isRefused(VolumeMount mount) {
        for (DataLayout layout : layouts) {
            if (!layout.refusedMounts().contains(pathOf(mount))) {
                return false;
            }
            for (Place place : layout.places()) {
                for (DataDirectory directory : place.alternatives()) {
                    if (!directory.isCertain() || Paths.isAtOrBelow(directory.path(), pathOf(mount))) {
                        return false;
                    }
                }
            }
        }
        return !layouts.isEmpty();
    }

    private static String pathOf(VolumeMount mount) {
        return Paths.normalize(mount.path().or(""));
    }
}
