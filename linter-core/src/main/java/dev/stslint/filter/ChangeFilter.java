package dev.stslint.filter;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Related;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.kube.ObjectView;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the findings that a change touches: those with their place or a related one in a file that has changed, those that
 * were not found before it or read differently, and those on what kustomizations or charts build differently since.
 *
 * <p>What a rule has looked at is not asked: it may have looked for what is not there any more. That the same was found
 * before says that nothing which it looked at has changed for it.
 */
public final class ChangeFilter {

    private final ManifestSet manifests;
    private final Predicate<Location> isChanged;
    private final Supplier<Before> before;
    private @Nullable Known known;

    /**
     * What was found before the change, and in what.
     *
     * @param isRenderedAnew whether a place lies in a chart that renders to something else since
     */
    public record Before(
            List<Finding> findings,
            List<SuppressedFinding> suppressed,
            ManifestSet manifests,
            Predicate<Location> isRenderedAnew) {}

    /**
     * What became of findings.
     *
     * @param outside those that the change does not touch and nobody has set aside
     */
    public record Touched(List<Finding> kept, List<SuppressedFinding> suppressed, List<Finding> outside) {}

    /**
     * The same, as it is looked up.
     *
     * @param reported what nobody had set aside
     * @param found all of it
     */
    private record Known(
            Set<String> reported, Set<String> found, Map<String, String> builds, Predicate<Location> isRenderedAnew) {}

    /**
     * A filter for one change.
     *
     * @param manifests as the change leaves them
     * @param isChanged whether a place lies in a file that has changed
     * @param before asked only when there is a finding that lies elsewhere
     */
    public ChangeFilter(ManifestSet manifests, Predicate<Location> isChanged, Supplier<Before> before) {
        this.manifests = manifests;
        this.isChanged = isChanged;
        this.before = before;
    }

    /** Applies the change to what is reported otherwise. */
    public Touched apply(List<Finding> findings, List<SuppressedFinding> suppressed) {
        List<Finding> kept = new ArrayList<>();
        List<Finding> outside = new ArrayList<>();
        for (Finding finding : findings) {
            (isTouched(finding, false) ? kept : outside).add(finding);
        }
        List<SuppressedFinding> keptAside = new ArrayList<>();
        for (SuppressedFinding finding : suppressed) {
            if (isTouched(finding.finding(), true)) {
                keptAside.add(finding);
            }
        }
        return new Touched(List.copyOf(kept), List.copyOf(keptAside), List.copyOf(outside));
    }

    private boolean isTouched(Finding finding, boolean isSetAside) {
        if (isChanged.test(finding.location()) || finding.ruleId().equals(BaselineFilter.INTERNAL_ERROR)) {
            return true;
        }
        for (Related related : finding.related()) {
            if (isChanged.test(related.location())) {
                return true;
            }
        }
        if (finding.ruleId().equals(SuppressionRules.UNUSED.id())) {
            return false; // it is the business of whoever edits its file
        }
        Known earlier = known();
        if (!(isSetAside ? earlier.found : earlier.reported).contains(key(finding))) {
            return true;
        }
        if (earlier.isRenderedAnew.test(finding.location())) {
            return true;
        }
        Optional<ObjectView> object = manifests.objectAt(finding.location());
        return object.isPresent() && !manifests.builds(object.get()).equals(earlier.builds.get(extent(object.get())));
    }

    private Known known() {
        if (known == null) {
            Before found = before.get();
            Set<String> reported = new HashSet<>();
            for (Finding finding : found.findings()) {
                reported.add(key(finding));
            }
            Set<String> all = new HashSet<>(reported);
            for (SuppressedFinding finding : found.suppressed()) {
                all.add(key(finding.finding()));
            }
            Map<String, String> builds = new HashMap<>();
            for (ObjectView object : found.manifests().objects()) {
                builds.put(extent(object), found.manifests().builds(object));
            }
            known = new Known(reported, all, builds, found.isRenderedAnew());
        }
        return known;
    }

    private static String key(Finding finding) {
        return finding.fingerprint().exact() + ' ' + finding.severity().id() + ' ' + finding.message();
    }

    /** Its file has not changed, or the question would not come up: so it is where it was. */
    private static String extent(ObjectView object) {
        return object.object().extent().toString();
    }
}
