package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Related;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Location;
import dev.stslint.source.Position;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** One run as JSON, on its way out. Each method writes the object or property it is named after. */
final class JsonDocument implements JsonOutput.Content {

    static final String SCHEMA = "https://stslint.dev/schema/report-1.json";
    private static final String VERSION = "1.0";

    private final LintReport report;
    private final RunFacts facts;
    private final QuotedSources sources;

    JsonDocument(LintReport report, RunFacts facts) {
        this.report = report;
        this.facts = facts;
        this.sources = new QuotedSources(report);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", VERSION);
        tool(json);
        run(json);
        summary(json);
        json.writeArrayPropertyStart("findings");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            finding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("suppressed");
        for (SuppressedFinding suppressed : report.suppressed()) {
            json.writeStartObject();
            finding(json, suppressed.finding());
            suppression(json, suppressed);
            json.writeEndObject();
        }
        json.writeEndArray();
        rules(json);
        accounting(json);
        json.writeEndObject();
    }

    private void tool(JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", "stslint");
        json.writeStringProperty("version", facts.version());
        json.writeEndObject();
    }

    private void run(JsonGenerator json) {
        json.writeObjectPropertyStart("run");
        json.writeNumberProperty("exitStatus", facts.exitCode());
        json.writeStringProperty("failOn", report.failOn().id());
        strings(json, "failures", report.failures());
        json.writeEndObject();
    }

    private void summary(JsonGenerator json) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("errors", report.count(Severity.ERROR));
        json.writeNumberProperty("warnings", report.count(Severity.WARNING));
        json.writeNumberProperty("infos", report.count(Severity.INFO));
        json.writeNumberProperty("suppressed", report.suppressed().size());
        json.writeEndObject();
    }

    private void finding(JsonGenerator json, Finding finding) {
        json.writeStringProperty("rule", finding.ruleId());
        json.writeStringProperty("severity", finding.severity().id());
        json.writeStringProperty("message", words(finding, finding.message()));
        object(json, finding.object());
        optional(json, "fieldPath", finding.fieldPath());
        place(json, finding.location());
        optional(json, "label", words(finding, finding.label()));
        json.writeArrayPropertyStart("notes");
        for (String note : finding.notes()) {
            json.writeString(words(finding, note));
        }
        json.writeEndArray();
        optional(json, "help", words(finding, finding.help()));
        related(json, finding);
        fixes(json, finding);
        json.writeObjectPropertyStart("fingerprints");
        json.writeStringProperty("exact", finding.fingerprint().exact());
        json.writeStringProperty("moved", finding.fingerprint().moved());
        json.writeEndObject();
    }

    private void suppression(JsonGenerator json, SuppressedFinding suppressed) {
        json.writeObjectPropertyStart("suppression");
        json.writeStringProperty("kind", lowercase(suppressed.kind()));
        optional(json, "justification", sources.justification(suppressed));
        place(json, suppressed.place());
        json.writeEndObject();
    }

    /** {@code Kind/namespace/name} in its parts; nothing outside of objects. */
    private static void object(JsonGenerator json, String object) {
        int kindEnd = object.indexOf('/');
        int namespaceEnd = object.indexOf('/', kindEnd + 1);
        if (kindEnd < 0 || namespaceEnd < 0) {
            return;
        }
        String namespace = object.substring(kindEnd + 1, namespaceEnd);
        json.writeObjectPropertyStart("object");
        json.writeStringProperty("kind", object.substring(0, kindEnd));
        optional(json, "namespace", namespace.equals("-") ? "" : namespace);
        json.writeStringProperty("name", object.substring(namespaceEnd + 1));
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Location location) {
        json.writeObjectPropertyStart("place");
        json.writeStringProperty("path", location.file().path());
        position(json, "start", location.start(), location.span().start());
        position(json, "end", location.end(), location.span().end());
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String property, Position position, int offset) {
        json.writeObjectPropertyStart(property);
        json.writeNumberProperty("line", position.line());
        json.writeNumberProperty("column", position.column());
        json.writeNumberProperty("offset", offset);
        json.writeEndObject();
    }

    private void related(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("related");
        for (Related related : finding.related()) {
            json.writeStartObject();
            optional(json, "message", words(finding, related.message()));
            place(json, related.location());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fixes(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("fixes");
        for (Fix fix : sources.shownFixes(finding)) {
            json.writeStartObject();
            json.writeStringProperty("title", words(finding, fix.title()));
            json.writeStringProperty("applicability", lowercase(fix.applicability()));
            json.writeArrayPropertyStart("edits");
            for (TextEdit edit : fix.edits()) {
                json.writeStartObject();
                place(json, edit.location());
                json.writeStringProperty("replacement", edit.replacement());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rules(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        for (RuleMetadata rule : report.rules()) {
            JsonRule.write(json, rule);
        }
        json.writeEndArray();
    }

    private void accounting(JsonGenerator json) {
        Accounting accounting = report.accounting();
        json.writeObjectPropertyStart("accounting");
        json.writeNumberProperty("filesRead", accounting.filesRead());
        json.writeNumberProperty("filesForReference", accounting.filesForReference());
        if (accounting.filesTaken() > 0) {
            json.writeNumberProperty("filesTaken", accounting.filesTaken());
        }
        json.writeNumberProperty("filesSkipped", accounting.filesSkipped());
        json.writeNumberProperty("documents", accounting.documents());
        json.writeNumberProperty("objects", accounting.objects());
        if (!accounting.outside().isEmpty()) {
            json.writeNumberProperty("outsideChange", accounting.outside().size());
        }
        json.writeArrayPropertyStart("files");
        for (FileAccount file : accounting.files()) {
            file(json, file);
        }
        json.writeEndArray();
        strings(json, "unjudged", accounting.unjudged());
        strings(json, "remarks", accounting.remarks());
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, FileAccount file) {
        json.writeStartObject();
        json.writeStringProperty("path", file.path());
        optional(json, "skipped", file.skipped());
        if (file.taken()) {
            json.writeBooleanProperty("taken", true);
        }
        if (file.forReference()) {
            json.writeBooleanProperty("forReference", true);
        }
        json.writeArrayPropertyStart("documents");
        for (DocumentAccount document : file.documents()) {
            json.writeStartObject();
            json.writeNumberProperty("line", document.line());
            json.writeStringProperty("outcome", lowercase(document.outcome()));
            json.writeNumberProperty("objects", document.objects());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String lowercase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String words(Finding finding, String words) {
        return sources.words(finding, words);
    }

    private static void strings(JsonGenerator json, String property, List<String> values) {
        json.writeArrayPropertyStart(property);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** A property that is left out where there is nothing to say. */
    private static void optional(JsonGenerator json, String property, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(property, value);
        }
    }
}
