package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where some versions of an image keep their data in a container.
 *
 * @param places all of them hold data
 * @param imageVolumes paths that the image declares as volumes: a mount above them does not reach into them (facts: E)
 * @param refusesLostAndFound whether the system does not start in a directory that holds {@code lost+found}
 * @param refusedMounts paths where a mount that holds no data keeps the image from starting
 */
record DataLayout(
        List<Place> places, List<String> imageVolumes, boolean refusesLostAndFound, List<String> refusedMounts) {

    private static final String MAJOR = "{major}";

    /**
     * What is one directory to the system.
     *
     * @param alternatives images differ: it is one of these
     */
    record Place(List<DataDirectory> alternatives) {

        DataDirectory usual() {
            return alternatives.get(0);
        }

        boolean isCertain() {
            for (DataDirectory directory : alternatives) {
                if (!directory.isCertain()) {
                    return false;
                }
            }
            return true;
        }

        /** Whether it is that directory and can be no other. */
        boolean isOnly(String path) {
            return alternatives.size() == 1
                    && usual().isExact()
                    && usual().isCertain()
                    && usual().path().equals(path);
        }
    }

    boolean has(DataDirectory directory) {
        for (Place place : places) {
            if (place.alternatives.contains(directory)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The layouts that are possible, oldest version first: one when the tag says a version, else one for each span of
     * versions between which the data moves. None when one of them keeps nothing, or keeps it nobody knows where.
     *
     * @param cells about data, volumes and what the image refuses
     */
    static List<DataLayout> of(List<Cell> cells, ImageTag tag, Launch launch, boolean isOpaque) {
        List<DataLayout> layouts = new ArrayList<>(1);
        for (int major : majors(cells, tag)) {
            List<Cell> valid = new ArrayList<>(cells.size());
            for (Cell cell : cells) {
                if (cell.tags().contains(major)) {
                    valid.add(cell);
                }
            }
            String version = tag.major().isPresent() ? Integer.toString(major) : String.valueOf(Reading.HOLE);
            Optional<DataLayout> layout = of(valid, version, launch, isOpaque);
            if (layout.isEmpty()) {
                return List.of();
            }
            if (!layouts.contains(layout.get())) {
                layouts.add(layout.get());
            }
        }
        return layouts;
    }

    private static Set<Integer> majors(List<Cell> cells, ImageTag tag) {
        Set<Integer> majors = new TreeSet<>();
        if (tag.major().isPresent()) {
            majors.add(tag.major().getAsInt());
            return majors;
        }
        majors.add(0);
        for (Cell cell : cells) {
            cell.tags().addBoundsTo(majors);
        }
        return majors;
    }

    private static Optional<DataLayout> of(List<Cell> cells, String version, Launch launch, boolean isOpaque) {
        List<Place> places = new ArrayList<>(1);
        List<String> imageVolumes = new ArrayList<>(1);
        List<String> refusedMounts = new ArrayList<>(0);
        boolean refusesLostAndFound = false;
        for (Cell cell : cells) {
            Sign.Sighting sighting = cell.in(launch, isOpaque);
            if (sighting == Sign.Sighting.NO) {
                continue;
            }
            if (cell.column() == Column.VOLUME) {
                imageVolumes.addAll(cell.words());
            } else if (cell.column() == Column.REFUSES && cell.word().startsWith("/")) {
                refusedMounts.addAll(cell.words());
            } else if (cell.column() == Column.REFUSES) {
                refusesLostAndFound = true;
            } else if (!cell.word().equals("none")) {
                addPlaces(cell, version, launch, isOpaque || sighting == Sign.Sighting.MAYBE, places);
            } else if (sighting == Sign.Sighting.YES) {
                return Optional.empty();
            }
        }
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataLayout(places, imageVolumes, refusesLostAndFound, refusedMounts));
    }

    private static void addPlaces(Cell cell, String version, Launch launch, boolean isOpaque, List<Place> out) {
        boolean isCertain = !isOpaque;
        for (Mover mover : cell.movedBy()) {
            Reading reading = mover.in(launch);
            if (reading.isWritten()) {
                for (String path : mover.directories(reading.text())) {
                    // A relative path depends on the working directory.
                    out.add(place(path.startsWith("/") ? DataDirectory.of(path, true) : unseen(cell)));
                }
                return;
            }
            if (!reading.isAbsent() && !reading.isPossible()) {
                out.add(place(unseen(cell)));
                return;
            }
            isCertain &= reading.isAbsent();
        }
        List<DataDirectory> alternatives = new ArrayList<>(1);
        for (String path : cell.words()) {
            alternatives.add(DataDirectory.of(path.replace(MAJOR, version), isCertain));
        }
        out.add(new Place(alternatives));
    }

    private static Place place(DataDirectory directory) {
        return new Place(List.of(directory));
    }

    /** The default stands for a directory that is set where nobody sees it. */
    private static DataDirectory unseen(Cell cell) {
        return new DataDirectory(
                DataDirectory.of(cell.word().replace(MAJOR, String.valueOf(Reading.HOLE)), false)
                        .path(),
                false,
                false);
    }
}
