package dev.stslint.kube;

import dev.stslint.kube.DataLayout.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a container keeps its data, and which of its mounts hold it. When the image's tag says no version, the directories
 * of each of its versions are possible, and any of them will do.
 */
public final class DataDirectories {

    /** Those that show a directory; a raw device holds no files. */
    private final List<VolumeMount> mounts;

    private final List<DataLayout> layouts;

    /** @param layouts oldest version first */
    DataDirectories(Container container, List<DataLayout> layouts) {
        this.mounts = new ArrayList<>(2);
        this.layouts = layouts;
        for (VolumeMount mount : container.mounts()) {
            if (!mount.isDevice() && !pathOf(mount).isEmpty()) {
                mounts.add(mount);
            }
        }
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
                directories.add(place.usual());
            }
            alternatives.add(directories);
        }
        return alternatives;
    }

    /**
     * The directories that surely lie on none of the wanted mounts, not even in part; empty in doubt. Of several
     * possibilities the one that misses least speaks, of equal ones the newest.
     *
     * @param wanted the mounts that count, as those of claims
     */
    public List<DataDirectory> missing(List<VolumeMount> wanted) {
        List<DataDirectory> fewest = List.of();
        for (int i = 0; i < layouts.size(); i++) {
            List<DataDirectory> missing = missing(layouts.get(i), wanted);
            if (i == 0 || missing.size() <= fewest.size()) {
                fewest = missing;
            }
        }
        return fewest;
    }

    /** The mounts that hold data, whole directories or parts of them. */
    public List<VolumeMount> mounts() {
        List<VolumeMount> holding = new ArrayList<>(1);
        for (VolumeMount mount : mounts) {
            if (holdsData(mount)) {
                holding.add(mount);
            }
        }
        return holding;
    }

    /** The mount that holds a directory as a whole: the nearest one at or above it. */
    public Optional<VolumeMount> mountOf(DataDirectory directory) {
        for (DataLayout layout : layouts) {
            if (layout.has(directory)) {
                return holder(directory, layout);
            }
        }
        return Optional.empty();
    }

    /**
     * The mount that would hold a directory if the image did not declare a volume below it, which gets a directory of its
     * own with each start of the container (facts: E).
     */
    public Optional<VolumeMount> mountAboveImageVolume(DataDirectory directory) {
        for (DataLayout layout : layouts) {
            if (layout.has(directory) && holder(directory, layout).isEmpty()) {
                return nearest(directory);
            }
        }
        return Optional.empty();
    }

    /**
     * The mount that is a data directory itself, with its volume's root, in an image that does not start where
     * {@code lost+found} lies. Empty in doubt.
     */
    public Optional<VolumeMount> mountOfRefusedRoot() {
        for (VolumeMount mount : mounts) {
            if (!mount.hasSubPath() && isRefusedRoot(mount)) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** The mount that keeps the image from starting: at the old place, with the data elsewhere. Empty in doubt. */
    public Optional<VolumeMount> refusedMount() {
        for (VolumeMount mount : mounts) {
            if (isRefused(mount)) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    private List<DataDirectory> missing(DataLayout layout, List<VolumeMount> wanted) {
        boolean hasWanted = false;
        for (VolumeMount mount : mounts) {
            hasWanted |= isAmong(wanted, mount);
        }
        List<DataDirectory> missing = new ArrayList<>(1);
        for (Place place : layout.places()) {
            boolean isHeld = false;
            for (DataDirectory directory : place.alternatives()) {
                isHeld |= isHeld(directory, layout, wanted);
            }
            // What may have been moved may lie on any of them.
            if (!isHeld && (place.isCertain() || !hasWanted)) {
                missing.add(place.usual());
            }
        }
        return missing;
    }

    private boolean isHeld(DataDirectory directory, DataLayout layout, List<VolumeMount> wanted) {
        Optional<VolumeMount> holder = holder(directory, layout);
        if (holder.isPresent() && isAmong(wanted, holder.get())) {
            return true;
        }
        for (VolumeMount mount : mounts) {
            if (Paths.isBelow(pathOf(mount), directory.path()) && isAmong(wanted, mount)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmong(List<VolumeMount> wanted, VolumeMount mount) {
        for (VolumeMount one : wanted) {
            if (one.fields() == mount.fields()) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsData(VolumeMount mount) {
        for (DataLayout layout : layouts) {
            for (Place place : layout.places()) {
                for (DataDirectory directory : place.alternatives()) {
                    if (isHeld(directory, layout, List.of(mount))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Optional<VolumeMount> holder(DataDirectory directory, DataLayout layout) {
        Optional<VolumeMount> nearest = nearest(directory);
        int length = nearest.isEmpty() ? 0 : pathOf(nearest.get()).length();
        for (String volume : layout.imageVolumes()) {
            if (volume.length() > length && Paths.isAtOrBelow(directory.path(), volume)) {
                return Optional.empty();
            }
        }
        return nearest;
    }

    private Optional<VolumeMount> nearest(DataDirectory directory) {
        VolumeMount nearest = null;
        int length = 0;
        for (VolumeMount mount : mounts) {
            String path = pathOf(mount);
            if (path.length() > length && Paths.isAtOrBelow(directory.path(), path)) {
                nearest = mount;
                length = path.length();
            }
        }
        return Optional.ofNullable(nearest);
    }

    private boolean isRefusedRoot(VolumeMount mount) {
        for (DataLayout layout : layouts) {
            boolean isRoot = false;
            for (Place place : layout.places()) {
                isRoot |= place.isOnly(pathOf(mount));
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
                if (!place.isCertain() || Paths.isAtOrBelow(place.usual().path(), pathOf(mount))) {
                    return false;
                }
            }
        }
        return !layouts.isEmpty();
    }

    private static String pathOf(VolumeMount mount) {
        return Paths.normalize(mount.path().or(""));
    }
}
