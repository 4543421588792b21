package dev.stslint.finding;

import dev.stslint.source.FixedPlace;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says: a place, words, other places, repairs. Immutable; each method gives a new problem. The engine makes
 * a {@link Finding} of it.
 *
 * <p>Words: the message says what, in one line of at most 100 characters, lower case, without a full stop, values in
 * backticks, and stands alone without the code frame. The label says why it matters at this place. Notes give facts.
 * Only the help proposes.
 */
public final class Problem {

    private final Location location;
    private final String fieldPath;
    private final String message;
    private final String label;
    private final List<String> notes;
    private final String help;
    private final List<Related> related;
    private final List<Fix> fixes;
    private final @Nullable Severity severity;
    private final @Nullable VersionRange versions;
    private final List<Located> evidence;
    private final List<Location> explained;

    private Problem(Draft draft) {
        this.location = draft.location;
        this.fieldPath = draft.fieldPath;
        this.message = draft.message;
        this.label = draft.label;
        this.notes = List.copyOf(draft.notes);
        this.help = draft.help;
        this.related = List.copyOf(draft.related);
        this.fixes = List.copyOf(draft.fixes);
        this.severity = draft.severity;
        this.versions = draft.versions;
        this.evidence = List.copyOf(draft.evidence);
        this.explained = List.copyOf(draft.explained);
    }

    /** A problem at a place. */
    public static Problem at(Located place, String message) {
        return new Problem(new Draft(place.location(), place.fieldPath(), message));
    }

    /** Why it matters, written beside the underlined characters. */
    public Problem label(String text) {
        Draft draft = new Draft(this);
        draft.label = text;
        return new Problem(draft);
    }

    /** A fact that helps to understand; may be called several times. */
    public Problem note(String text) {
        Draft draft = new Draft(this);
        draft.notes.add(text);
        return new Problem(draft);
    }

    /** What to do. */
    public Problem help(String text) {
        Draft draft = new Draft(this);
        draft.help = text;
        return new Problem(draft);
    }

    /** Another place, as the other object of a mismatch. It counts as {@linkplain #basedOn evidence} too. */
    public Problem related(Located place, String text) {
        Draft draft = new Draft(this);
        draft.related.add(new Related(place.location(), text));
        draft.evidence.add(new FixedPlace(place.location(), place.fieldPath()));
        return new Problem(draft);
    }

    /** Another place that helps to understand, as a name that was perhaps meant; the conclusion does not rest on it. */
    public Problem seeAlso(Located place, String text) {
        Draft draft = new Draft(this);
        draft.related.add(new Related(place.location(), text));
        return new Problem(draft);
    }

    /** A repair; the first is the preferred one. */
    public Problem fix(Fix fix) {
        Draft draft = new Draft(this);
        draft.fixes.add(fix);
        return new Problem(draft);
    }

    /** A repair, when there is one. */
    public Problem fix(Optional<Fix> fix) {
        return fix.isPresent() ? fix(fix.get()) : this;
    }

    /** Another severity than the rule's own, for one of the tiers that the rule documents. */
    public Problem severity(Severity tier) {
        Draft draft = new Draft(this);
        draft.severity = tier;
        return new Problem(draft);
    }

    /**
     * The Kubernetes releases in which this is so. Where they do not cover all target versions, and the user named none,
     * the engine lowers the finding to info and names the releases.
     */
    public Problem holdsIn(VersionRange releases) {
        Draft draft = new Draft(this);
        draft.versions = releases;
        return new Problem(draft);
    }

    /**
     * Further fields that the conclusion rests on, absent ones included. Where a kustomization's patch touches one of
     * them its value is unknown, and the engine withdraws the finding.
     */
    public Problem basedOn(Located... fields) {
        Draft draft = new Draft(this);
        for (Located field : fields) {
            draft.evidence.add(new FixedPlace(field.location(), field.fieldPath()));
        }
        return new Problem(draft);
    }

    /**
     * Places that have the same cause as this one. A rule that yields to this one is silent there (see {@code
     * RuleMetadata.yieldsTo}). The problem's own place is always among them.
     */
    public Problem explains(Located... places) {
        Draft draft = new Draft(this);
        for (Located place : places) {
            draft.explained.add(place.location());
        }
        return new Problem(draft);
    }

    /** Where it is, as {@link #at} was told. */
    public Located place() {
        return new FixedPlace(location, fieldPath);
    }

    public Location location() {
        return location;
    }

    public String fieldPath() {
        return fieldPath;
    }

    public String message() {
        return message;
    }

    /** Empty when there is nothing to add. */
    public String label() {
        return label;
    }

    public List<String> notes() {
        return notes;
    }

    /** Empty when there is nothing to propose. */
    public String help() {
        return help;
    }

    public List<Related> related() {
        return related;
    }

    public List<Fix> fixes() {
        return fixes;
    }

    /** The tier, when it is not the rule's default. */
    public Optional<Severity> severity() {
        return Optional.ofNullable(severity);
    }

    /** The releases it holds in, when not in all. */
    public Optional<VersionRange> versions() {
        return Optional.ofNullable(versions);
    }

    /** What the conclusion rests on besides its own place. */
    public List<Located> evidence() {
        return evidence;
    }

    /** Places with the same cause besides its own. */
    public List<Location> explained() {
        return explained;
    }

    /** Whether the two speak of one cause: {@code other}'s place lies where this one explains. */
    public boolean explainsPlaceOf(Problem other) {
        if (location.touches(other.location)) {
            return true;
        }
        for (Location place : explained) {
            if (place.touches(other.location)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return location + ": " + message;
    }

    /** The mutable copy that each wither fills. */
    private static final class Draft {

        private final Location location;
        private final String fieldPath;
        private final String message;
        private String label = "";
        private String help = "";
        private @Nullable Severity severity;
        private @Nullable VersionRange versions;
        private final List<String> notes = new ArrayList<>(2);
        private final List<Related> related = new ArrayList<>(2);
        private final List<Fix> fixes = new ArrayList<>(1);
        private final List<Located> evidence = new ArrayList<>(2);
        private final List<Location> explained = new ArrayList<>(1);

        Draft(Location location, String fieldPath, String message) {
            this.location = location;
            this.fieldPath = fieldPath;
            this.message = message;
        }

        Draft(Problem problem) {
            this(problem.location, problem.fieldPath, problem.message);
            label = problem.label;
            help = problem.help;
            severity = problem.severity;
            versions = problem.versions;
            notes.addAll(problem.notes);
            related.addAll(problem.related);
            fixes.addAll(problem.fixes);
            evidence.addAll(problem.evidence);
            explained.addAll(problem.explained);
        }
    }
}
