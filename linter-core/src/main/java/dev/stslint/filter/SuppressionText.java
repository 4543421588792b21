package dev.stslint.filter;

import dev.stslint.filter.Suppression.Target;
import dev.stslint.filter.Suppression.Until;
import dev.stslint.finding.Problem;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.source.Location;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one suppression: {@code rule-a, rule-b until=2027-01-31 -- why}. Whatever does not read so is a fault with
 * its place, and a suppression with a fault suppresses nothing.
 */
final class SuppressionText {

    private static final String FORM = "write `rule-a, rule-b -- why`, with `until=2027-01-31` if it is to end";
    private static final String UNTIL = "until=";

    private final String text;
    private final Places places;
    private final List<Target> targets = new ArrayList<>(1);
    private final List<Problem> faults = new ArrayList<>(0);
    private Optional<Until> until = Optional.empty();
    private int at;
    private int end;

    /** Where characters of the text stand in the file. */
    interface Places {
        Location of(int from, int to);
    }

    SuppressionText(String text, Places places) {
        this.text = text;
        this.places = places;
    }

    /**
     * Reads some of the text.
     *
     * @param from the first character
     * @param to behind the last
     * @param place all of what suppresses, in the file
     */
    Suppression read(int from, int to, Location place, Extent extent, List<KubernetesObject> objects) {
        int dashes = reasonStart(from, to);
        readHead(from, dashes < 0 ? to : dashes, place);
        String reason = dashes < 0 ? "" : readReason(dashes, to);
        return new Suppression(place, extent, List.copyOf(targets), reason, until, List.copyOf(faults), objects);
    }

    /** Where two dashes stand between blanks, or -1. */
    private int reasonStart(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            boolean dashes = text.charAt(i) == '-' && text.charAt(i + 1) == '-';
            if (dashes && (i == from || isBlank(i - 1)) && (i + 2 == to || isBlank(i + 2))) {
                return i;
            }
        }
        return -1;
    }

    private void readHead(int from, int to, Location place) {
        at = from;
        end = to;
        boolean wantsRule = true;
        int comma = -1;
        while (skipBlanks() < end) {
            int start = at;
            if (text.charAt(at) == ',') {
                at++;
                if (wantsRule) {
                    fault(start, at, "there is no rule before this comma");
                    return;
                }
                wantsRule = true;
                comma = start;
                continue;
            }
            skipWord();
            if (text.startsWith(UNTIL, start)) {
                readUntil(start, at);
            } else if (wantsRule) {
                targets.add(new Target(text.substring(start, at), places.of(start, at)));
                wantsRule = false;
            } else {
                fault(start, at, "this is neither a comma nor ` -- ` and a reason");
                return;
            }
        }
        if (comma >= 0 && wantsRule) {
            fault(comma, comma + 1, "there is no rule behind this comma");
        } else if (targets.isEmpty()) {
            faults.add(Problem.at(() -> place, "this suppression names no rule").help(FORM));
        }
    }

    /** An end date counts wherever it stands: one that was taken for words would never come. */
    private String readReason(int dashes, int to) {
        at = dashes + 2;
        end = to;
        StringBuilder reason = new StringBuilder(to - at);
        while (skipBlanks() < end) {
            int start = at;
            while (at < end && !isBlank(at)) {
                at++;
            }
            if (text.startsWith(UNTIL, start)) {
                readUntil(start, at);
                boolean isComma = !reason.isEmpty() && reason.charAt(reason.length() - 1) == ',';
                reason.setLength(reason.length() - (isComma ? 1 : 0));
            } else {
                reason.append(reason.isEmpty() ? "" : " ").append(text, start, at);
            }
        }
        if (reason.isEmpty()) {
            fault(dashes, dashes + 2, "there is no reason behind these dashes");
        }
        return reason.toString();
    }

    private void readUntil(int start, int stop) {
        Location place = places.of(start, stop);
        if (until.isPresent()) {
            fault(start, stop, "there are two end dates");
            return;
        }
        try {
            until = Optional.of(new Until(LocalDate.parse(text.substring(start + UNTIL.length(), stop)), place));
        } catch (DateTimeParseException e) {
            fault(start, stop, "this is no date");
        }
    }

    private void fault(int start, int stop, String message) {
        Location place = places.of(start, stop);
        faults.add(Problem.at(() -> place, message).help(FORM));
    }

    private int skipBlanks() {
        while (at < end && isBlank(at)) {
            at++;
        }
        return at;
    }

    private void skipWord() {
        while (at < end && text.charAt(at) != ',' && !isBlank(at)) {
            at++;
        }
    }

    private boolean isBlank(int i) {
        char c = text.charAt(i);
        return c == ' ' || c == '\t';
    }
}
