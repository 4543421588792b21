package dev.stslint.filter;

import dev.stslint.finding.Problem;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A suppression as it is written: a comment, or a line of an annotation.
 *
 * @param place all of it
 * @param extent what it is about
 * @param targets the rules it names; none when it cannot be read
 * @param reason empty when none is given
 * @param until the last day on which it holds, when it ends at all
 * @param faults what is wrong with it: it then suppresses nothing
 * @param objects those it stands beside or on: when none of them was judged, nobody knows whether it is needed
 */
public record Suppression(
        Location place,
        Extent extent,
        List<Target> targets,
        String reason,
        Optional<Until> until,
        List<Problem> faults,
        List<KubernetesObject> objects) {

    /** A rule that is named. */
    record Target(String ruleId, Location place) {}

    /** The last day, and where it is written. */
    record Until(LocalDate date, Location place) {

        /** Here and not where it is asked, so that runs without an end date load nothing of the calendar. */
        boolean isOver(Supplier<LocalDate> today) {
            return today.get().isAfter(date);
        }
    }

    /** The same, beside other objects. */
    Suppression beside(List<KubernetesObject> others) {
        return new Suppression(place, extent, targets, reason, until, faults, List.copyOf(others));
    }

    SourceFile file() {
        return place.file();
    }
}
