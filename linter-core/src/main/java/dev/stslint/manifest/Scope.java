package dev.stslint.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference of an object is looked up, in one of the applications it is part of. Within a kustomization: what
 * that kustomization takes. Otherwise the same file, the same directory, then the nearest ancestor directory short of
 * the input root; from a sibling subtree only what the caller agrees to adopt.
 */
final class Scope {

    /** How near a candidate is; smaller is nearer. */
    static final int SAME_APPLICATION = 0;

    static final int SAME_FILE = 1;
    static final int SAME_DIRECTORY = 2;
    private static final int FIRST_ANCESTOR = 3;

    /** Farther than any ancestor. */
    private static final int CONTEXT = Integer.MAX_VALUE - 1;

    private final Member from;
    private final Placement placement;

    Scope(Member from, Placement placement) {
        this.from = from;
        this.placement = placement;
    }

    Member from() {
        return from;
    }

    Placement placement() {
        return placement;
    }

    /** The application that is looked into, or null outside of kustomizations. */
    @Nullable
    Application applicationOrNull() {
        return placement.application().orElse(null);
    }

    /** Why there may be an object of a kind here that was not read; empty when there is no reason to think so. */
    String openReason(String kind) {
        return placement.openReason(kind);
    }

    /** A candidate, the placement in which it is seen from here, and how near it is. */
    record Candidate(Member member, Placement placement, int distance, boolean sibling) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Candidate one
                    && member == one.member
                    && placement == one.placement
                    && distance == one.distance
                    && sibling == one.sibling;
        }

        @Override
        public int hashCode() {
            return member.hashCode();
        }
    }

    /**
     * How a member is seen from here: once for each time that this application takes it, as it does when two overlays
     * with prefixes of their own share a base. Namespaces are not looked at.
     */
    List<Candidate> seeAll(Member member) {
        List<Candidate> seen = new ArrayList<>(1);
        addSeen(member, seen);
        return seen;
    }

    /** The same, added to others. */
    void addSeen(Member member, List<Candidate> seen) {
        Application application = applicationOrNull();
        if (application == null) {
            Candidate candidate = asWritten(member);
            if (candidate != null) {
                seen.add(candidate);
            }
            return;
        }
        int before = seen.size();
        for (Placement other : member.placements()) {
            if (other.isIn(application)) {
                seen.add(new Candidate(member, other, SAME_APPLICATION, false));
            }
        }
        if (seen.size() == before && (member.isContext() || from.isContext())) {
            seen.add(new Candidate(member, member.placements().get(0), CONTEXT, false));
        }
    }

    /** How a member is seen from here, if it is in scope at all. Namespaces are not looked at. */
    Optional<Candidate> see(Member member) {
        List<Candidate> seen = seeAll(member);
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(0));
    }

    /** Outside of kustomizations. */
    private @Nullable Candidate asWritten(Member member) {
        Placement other = member.placements().get(0);
        if (member.object().file() == from.object().file()) {
            return new Candidate(member, other, SAME_FILE, false);
        }
        String directory = from.directory();
        if (member.directory().equals(directory)) {
            return new Candidate(member, other, SAME_DIRECTORY, false);
        }
        int distance = FIRST_ANCESTOR;
        String ancestor = directory;
        while (isBelowRoot(ancestor)) {
            if (isWithin(member.directory(), ancestor)) {
                boolean sibling = !member.directory().equals(ancestor) && distance > FIRST_ANCESTOR;
                return new Candidate(member, other, distance, sibling);
            }
            ancestor = parent(ancestor);
            distance++;
        }
        return member.isContext() || from.isContext() ? new Candidate(member, other, CONTEXT, false) : null;
    }

    /**
     * The directory that everything outside of kustomizations which is seen from here lies below; empty when only the
     * own directory is looked into.
     */
    String region() {
        String region = "";
        String ancestor = from.directory();
        while (isBelowRoot(ancestor)) {
            region = ancestor;
            ancestor = parent(ancestor);
        }
        return region;
    }

    /** The candidates that are nearest, all of one distance, in the order given. */
    static List<Candidate> nearest(List<Candidate> candidates) {
        int best = Integer.MAX_VALUE;
        for (Candidate candidate : candidates) {
            best = Math.min(best, candidate.distance());
        }
        List<Candidate> nearest = new ArrayList<>(1);
        for (Candidate candidate : candidates) {
            if (candidate.distance() == best) {
                nearest.add(candidate);
            }
        }
        return nearest;
    }

    /**
     * The candidates that a selector takes when it takes one of them: all of the application, or of the directory, which
     * is what people apply at once; else the nearest.
     */
    static List<Candidate> together(List<Candidate> candidates) {
        List<Candidate> near = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (candidate.distance() <= SAME_DIRECTORY) {
                near.add(candidate);
            }
        }
        return near.isEmpty() ? nearest(candidates) : near;
    }

    /** Equal, or one of them not written: it may be the same one (facts: I4). */
    boolean sharesNamespace(Placement other) {
        return placement.namespace().isEmpty()
                || other.namespace().isEmpty()
                || placement.namespace().equals(other.namespace());
    }

    private boolean isBelowRoot(String directory) {
        return !directory.isEmpty() && !directory.equals(from.root()) && isWithin(directory, from.root());
    }

    /** Whether a directory is another one or lies below it; everything lies below the empty one. */
    static boolean isWithin(String directory, String ancestor) {
        return ancestor.isEmpty()
                || directory.equals(ancestor)
                || (directory.length() > ancestor.length()
                        && directory.startsWith(ancestor)
                        && directory.charAt(ancestor.length()) == '/');
    }

    static String parent(String directory) {
        int slash = directory.lastIndexOf('/');
        return slash < 0 ? "" : directory.substring(0, slash);
    }
}
