package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Related;
import dev.stslint.finding.Severity;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** One SARIF log of one run, on its way out. Each method writes the object or property it is named after. */
final class SarifLog implements JsonOutput.Content {

    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String REPOSITORY_ROOT = "REPOROOT";

    private final LintReport report;
    private final RunFacts facts;
    private final RulePages pages;
    private final QuotedSources sources;
    private final SarifPlaces places;
    private final Map<String, Integer> ruleIndexes = new HashMap<>();
    private final boolean hasBaseline;

    SarifLog(LintReport report, RunFacts facts, RulePages pages) {
        this.report = report;
        this.facts = facts;
        this.pages = pages;
        this.sources = new QuotedSources(report);
        this.places = new SarifPlaces(sources, facts.directory());
        for (RuleMetadata rule : report.rules()) {
            ruleIndexes.put(rule.id(), ruleIndexes.size());
        }
        boolean known = false;
        for (SuppressedFinding suppressed : report.suppressed()) {
            known |= isKnown(suppressed);
        }
        this.hasBaseline = known;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(json);
        automationDetails(json);
        invocations(json);
        versionControlProvenance(json);
        originalUriBaseIds(json);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeStringProperty("defaultSourceLanguage", "yaml");
        results(json);
        accounting(json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "stslint");
        json.writeStringProperty("version", facts.version());
        json.writeStringProperty("semanticVersion", facts.version());
        json.writeStringProperty("informationUri", "https://stslint.dev/");
        text(json, "shortDescription", "A linter for Kubernetes manifests of stateful workloads.");
        json.writeArrayPropertyStart("rules");
        for (RuleMetadata rule : report.rules()) {
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(JsonGenerator json, RuleMetadata rule) {
        RulePage page = RulePage.of(pages.page(rule.id()).orElse(""));
        String summary = Sentences.of(rule.summary());
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name", name(rule.id()));
        text(json, "shortDescription", summary);
        text(json, "fullDescription", orElse(page.firstParagraph(), summary));
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", orElse(page.text(), summary + "\n\nSee " + rule.helpUri()));
        json.writeStringProperty(
                "markdown", orElse(page.markdown(), summary + "\n\nSee [" + rule.id() + "](" + rule.helpUri() + ")."));
        json.writeEndObject();
        json.writeStringProperty("helpUri", rule.helpUri());
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", level(rule.severity()));
        json.writeEndObject();
        ruleProperties(json, rule);
        json.writeEndObject();
    }

    private static void ruleProperties(JsonGenerator json, RuleMetadata rule) {
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        json.writeString("kubernetes");
        json.writeString(rule.category().id());
        if (rule.category() == Category.SECRETS) {
            json.writeString("security");
        }
        json.writeEndArray();
        json.writeStringProperty("precision", precision(rule));
        json.writeStringProperty("problem.severity", problemSeverity(rule.severity()));
        if (rule.category() == Category.SECRETS) {
            json.writeStringProperty("security-severity", securitySeverity(rule.severity()));
        }
        json.writeEndObject();
    }

    private static void automationDetails(JsonGenerator json) {
        json.writeObjectPropertyStart("automationDetails");
        json.writeStringProperty("id", "stslint/");
        json.writeEndObject();
    }

    private void invocations(JsonGenerator json) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", facts.exitCode() != 2);
        json.writeNumberProperty("exitCode", facts.exitCode());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        for (String failure : report.failures()) {
            json.writeStartObject();
            text(json, "message", Sentences.of(failure));
            json.writeStringProperty("level", "error");
            json.writeEndObject();
        }
        Map<String, Severity> gravest = gravestByPath();
        for (FileAccount file : report.accounting().files()) {
            if (!file.isRead()) {
                skippedFile(json, file, Optional.ofNullable(gravest.get(file.path())));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void skippedFile(JsonGenerator json, FileAccount file, Optional<Severity> gravest) {
        json.writeStartObject();
        text(json, "message", "The file was not read: " + file.skipped() + ".");
        json.writeStringProperty("level", gravest.isPresent() ? level(gravest.get()) : "note");
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        places.artifactLocation(json, file.path());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What is said of files that could not be read, by the findings that stand on them. */
    private Map<String, Severity> gravestByPath() {
        Map<String, Severity> gravest = new HashMap<>();
        for (Finding finding : report.findings()) {
            String path = finding.location().file().path();
            Severity before = gravest.get(path);
            if (before == null || finding.severity().isAtLeast(before)) {
                gravest.put(path, finding.severity());
            }
        }
        return gravest;
    }

    private void versionControlProvenance(JsonGenerator json) {
        Provenance provenance = facts.provenance();
        json.writeArrayPropertyStart("versionControlProvenance");
        json.writeStartObject();
        json.writeStringProperty("repositoryUri", provenance.repository());
        if (!provenance.revision().isEmpty()) {
            json.writeStringProperty("revisionId", provenance.revision());
        }
        if (!provenance.branch().isEmpty()) {
            json.writeStringProperty("branch", provenance.branch());
        }
        json.writeObjectPropertyStart("mappedTo");
        json.writeStringProperty("uriBaseId", provenance.directory().isEmpty() ? SarifPlaces.ROOT : REPOSITORY_ROOT);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Names without addresses: where these directories are is the reader's to say. */
    private void originalUriBaseIds(JsonGenerator json) {
        String directory = facts.provenance().directory();
        json.writeObjectPropertyStart("originalUriBaseIds");
        json.writeObjectPropertyStart(SarifPlaces.ROOT);
        if (!directory.isEmpty()) {
            json.writeStringProperty("uri", ArtifactUri.of(directory, ""));
            json.writeStringProperty("uriBaseId", REPOSITORY_ROOT);
        }
        text(json, "description", "The directory that stslint was run in.");
        json.writeEndObject();
        if (!directory.isEmpty()) {
            json.writeObjectPropertyStart(REPOSITORY_ROOT);
            text(json, "description", "The root of the repository.");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void results(JsonGenerator json) {
        json.writeArrayPropertyStart("results");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            result(json, finding);
            baselineState(json, "new");
            if (!report.suppressed().isEmpty()) {
                // Either all results of a run tell about suppressions, or none does.
                json.writeArrayPropertyStart("suppressions");
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        for (SuppressedFinding suppressed : report.suppressed()) {
            json.writeStartObject();
            result(json, suppressed.finding());
            baselineState(json, isKnown(suppressed) ? "unchanged" : "new");
            suppressions(json, suppressed);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Either all results of a run tell about a baseline, or none does. */
    private void baselineState(JsonGenerator json, String state) {
        if (hasBaseline) {
            json.writeStringProperty("baselineState", state);
        }
    }

    private static boolean isKnown(SuppressedFinding suppressed) {
        return suppressed.kind() == SuppressedFinding.Kind.EXTERNAL;
    }

    private void suppressions(JsonGenerator json, SuppressedFinding suppressed) {
        json.writeArrayPropertyStart("suppressions");
        json.writeStartObject();
        json.writeStringProperty("kind", isKnown(suppressed) ? "external" : "inSource");
        json.writeStringProperty("status", "accepted");
        if (!suppressed.justification().isEmpty()) {
            json.writeStringProperty("justification", sources.justification(suppressed));
        }
        json.writeObjectPropertyStart("location");
        places.physicalLocation(json, suppressed.place());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void result(JsonGenerator json, Finding finding) {
        json.writeStringProperty("ruleId", finding.ruleId());
        Integer index = ruleIndexes.get(finding.ruleId());
        if (index != null) {
            json.writeNumberProperty("ruleIndex", index);
        }
        json.writeStringProperty("level", level(finding.severity()));
        text(json, "message", message(finding));
        locations(json, finding);
        relatedLocations(json, finding);
        partialFingerprints(json, finding);
        fixes(json, finding);
    }

    /** All the words of a finding. GitHub lists related places only when the message links to them. */
    private String message(Finding finding) {
        String links = finding.related().isEmpty() ? "" : links(finding);
        return sources.words(finding, Sentences.of(finding, links));
    }

    private static String links(Finding finding) {
        StringBuilder links = new StringBuilder();
        int id = 1;
        for (Related related : finding.related()) {
            links.append(id == 1 ? "" : "; ")
                    .append('[')
                    .append(linkText(related))
                    .append("](")
                    .append(id)
                    .append(')');
            id++;
        }
        return links.toString();
    }

    private static String linkText(Related related) {
        String words = orElse(related.message(), related.location().toString());
        return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private void locations(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        places.physicalLocation(json, finding.location());
        if (!finding.object().isEmpty()) {
            logicalLocations(json, finding);
        }
        if (!finding.label().isEmpty()) {
            text(json, "message", Sentences.of(sources.words(finding, finding.label())));
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void logicalLocations(JsonGenerator json, Finding finding) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", afterLast('/', finding.object()));
        json.writeStringProperty("fullyQualifiedName", finding.object());
        json.writeStringProperty("kind", "object");
        json.writeEndObject();
        if (!finding.fieldPath().isEmpty()) {
            json.writeStartObject();
            json.writeStringProperty("name", afterLast('.', finding.fieldPath()));
            json.writeStringProperty("fullyQualifiedName", finding.fieldPath());
            json.writeStringProperty("kind", "property");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void relatedLocations(JsonGenerator json, Finding finding) {
        if (finding.related().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relatedLocations");
        int id = 1;
        for (Related related : finding.related()) {
            json.writeStartObject();
            json.writeNumberProperty("id", id);
            places.physicalLocation(json, related.location());
            text(json, "message", Sentences.of(sources.words(finding, orElse(related.message(), "see here"))));
            json.writeEndObject();
            id++;
        }
        json.writeEndArray();
    }

    private static void partialFingerprints(JsonGenerator json, Finding finding) {
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("stslint/exact/v1", finding.fingerprint().exact());
        json.writeStringProperty("stslint/moved/v1", finding.fingerprint().moved());
        json.writeEndObject();
    }

    private void fixes(JsonGenerator json, Finding finding) {
        List<Fix> shown = sources.shownFixes(finding);
        if (shown.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("fixes");
        for (Fix fix : shown) {
            fix(json, finding, fix);
        }
        json.writeEndArray();
    }

    private void fix(JsonGenerator json, Finding finding, Fix fix) {
        Map<SourceFile, List<TextEdit>> byFile = new LinkedHashMap<>();
        for (TextEdit edit : fix.edits()) {
            SourceFile file = edit.location().file();
            if (!byFile.containsKey(file)) {
                byFile.put(file, new ArrayList<>(2));
            }
            byFile.get(file).add(edit);
        }
        json.writeStartObject();
        text(json, "description", Sentences.of(sources.words(finding, fix.title())));
        json.writeArrayPropertyStart("artifactChanges");
        for (Map.Entry<SourceFile, List<TextEdit>> change : byFile.entrySet()) {
            json.writeStartObject();
            places.artifactLocation(json, change.getKey().path());
            json.writeArrayPropertyStart("replacements");
            for (TextEdit edit : change.getValue()) {
                replacement(json, edit);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("applicability", fix.applicability().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** An empty region is a place to insert at; without inserted content the region is deleted. */
    private static void replacement(JsonGenerator json, TextEdit edit) {
        json.writeStartObject();
        json.writeObjectPropertyStart("deletedRegion");
        SarifPlaces.position(json, edit.location());
        json.writeEndObject();
        if (!edit.replacement().isEmpty()) {
            text(json, "insertedContent", edit.replacement());
        }
        json.writeEndObject();
    }

    private void accounting(JsonGenerator json) {
        Accounting accounting = report.accounting();
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart("accounting");
        json.writeNumberProperty("filesRead", accounting.filesRead());
        json.writeNumberProperty("filesForReference", accounting.filesForReference());
        json.writeNumberProperty("filesSkipped", accounting.filesSkipped());
        json.writeNumberProperty("documentsWithObjects", accounting.documents(Outcome.OBJECTS));
        json.writeNumberProperty("kustomizations", accounting.documents(Outcome.KUSTOMIZATION));
        json.writeNumberProperty("patches", accounting.documents(Outcome.PATCH));
        json.writeNumberProperty("documentsEmpty", accounting.documents(Outcome.EMPTY));
        json.writeNumberProperty("documentsNotKubernetes", accounting.documents(Outcome.NOT_KUBERNETES));
        json.writeNumberProperty("documentsBroken", accounting.documents(Outcome.BROKEN));
        json.writeNumberProperty("objects", accounting.objects());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String property, String text) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.id();
    }

    /** GitHub's words. */
    private static String problemSeverity(Severity severity) {
        return severity == Severity.INFO ? "recommendation" : severity.id();
    }

    /** On GitHub's scale of 10: high for what stands in the open, low for what is a stand-in. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case ERROR -> "8.5";
            case WARNING -> "7.5";
            case INFO -> "3.0";
        };
    }

    /** The larger the profile a rule needs, the more often its findings are a matter of taste. */
    private static String precision(RuleMetadata rule) {
        return switch (rule.profile()) {
            case RECOMMENDED -> "very-high";
            case STRICT -> "high";
            case ALL -> "medium";
        };
    }

    /** {@code GoverningServiceNotHeadless} of {@code governing-service-not-headless}. */
    private static String name(String ruleId) {
        StringBuilder name = new StringBuilder(ruleId.length());
        boolean starts = true;
        for (int i = 0; i < ruleId.length(); i++) {
            char c = ruleId.charAt(i);
            if (c != '-') {
                name.append(starts ? Character.toUpperCase(c) : c);
            }
            starts = c == '-';
        }
        return name.toString();
    }

    private static String afterLast(char separator, String text) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
