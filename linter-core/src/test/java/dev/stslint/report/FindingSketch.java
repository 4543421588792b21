package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fingerprint;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Related;
import dev.stslint.finding.Severity;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Makes findings without an engine. */
final class FindingSketch {

    private final Severity severity;
    private final String ruleId;
    private final Location location;
    private final String message;
    private final List<String> notes = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private String object = "";
    private String fieldPath = "";
    private String label = "";
    private String help = "";

    private FindingSketch(Severity severity, String ruleId, Location location, String message) {
        this.severity = severity;
        this.ruleId = ruleId;
        this.location = location;
        this.message = message;
    }

    static FindingSketch error(String ruleId, Location location, String message) {
        return new FindingSketch(Severity.ERROR, ruleId, location, message);
    }

    static FindingSketch warning(String ruleId, Location location, String message) {
        return new FindingSketch(Severity.WARNING, ruleId, location, message);
    }

    static FindingSketch info(String ruleId, Location location, String message) {
        return new FindingSketch(Severity.INFO, ruleId, location, message);
    }

    FindingSketch in(String objectId, String path) {
        object = objectId;
        fieldPath = path;
        return this;
    }

    FindingSketch label(String text) {
        label = text;
        return this;
    }

    FindingSketch note(String text) {
        notes.add(text);
        return this;
    }

    FindingSketch help(String text) {
        help = text;
        return this;
    }

    FindingSketch related(Location place, String text) {
        related.add(new Related(place, text));
        return this;
    }

    FindingSketch fix(Fix fix) {
        fixes.add(fix);
        return this;
    }

    Finding finding() {
        return new Finding(
                ruleId,
                severity,
                object,
                fieldPath,
                location,
                message,
                label,
                List.copyOf(notes),
                help,
                List.copyOf(related),
                List.copyOf(fixes),
                Fingerprint.of(location.file().path(), ruleId, object, fieldPath, 0));
    }
}
