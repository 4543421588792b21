package dev.stslint.report;

import dev.stslint.finding.Severity;
import dev.stslint.rule.RuleMetadata;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What a program can be told about a rule: one form wherever we write JSON of our own. */
public final class JsonRule {

    private JsonRule() {}

    /** Writes an object. */
    public static void write(JsonGenerator json, RuleMetadata rule) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("summary", rule.summary());
        json.writeStringProperty("severity", rule.severity().id());
        json.writeArrayPropertyStart("severities");
        for (Severity severity : rule.severities()) {
            json.writeString(severity.id());
        }
        json.writeEndArray();
        json.writeStringProperty("category", rule.category().id());
        json.writeStringProperty("profile", rule.profile().id());
        json.writeStringProperty("fixable", rule.fix().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("since", rule.since());
        json.writeStringProperty("helpUri", rule.helpUri());
        json.writeEndObject();
    }
}
