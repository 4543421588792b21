package dev.stslint.judge;

import dev.stslint.finding.Severity;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.schema.Limit;
import dev.stslint.schema.Place;
import dev.stslint.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A JSON Schema that a house holds its objects against. Serves several threads. */
public final class HousePolicy {

    static final String MESSAGE = "errorMessage";
    static final String SEVERITY = "x-severity";

    private final String id;
    private final Set<String> kinds;
    private final Set<String> apiVersions;
    private final Judge judge;

    /**
     * @param id its {@code $id}, else the path of its file
     * @param kinds that it is for; none: every kind
     * @param apiVersions the same
     */
    HousePolicy(String id, Set<String> kinds, Set<String> apiVersions, Judge judge) {
        this.id = id;
        this.kinds = Set.copyOf(kinds);
        this.apiVersions = Set.copyOf(apiVersions);
        this.judge = judge;
    }

    /**
     * Something that the policy forbids.
     *
     * @param isName whether it is about the field's name and not its value
     * @param isWhole whether it is about the object as a whole
     * @param limit in words that hold nothing of the value
     * @param message the schema's own, where it has one
     */
    public record Violation(
            Place place, boolean isName, boolean isWhole, Limit limit, Optional<String> message, Severity severity) {}

    /** What to call it. */
    public String id() {
        return id;
    }

    /** Whether it is for objects of that kind. */
    public boolean appliesTo(KubernetesObject object) {
        return (kinds.isEmpty() || kinds.contains(object.kind()))
                && (apiVersions.isEmpty() || apiVersions.contains(object.apiVersion()));
    }

    /** What in an object it forbids; what is filled in later, and what is encrypted, is not judged. */
    public List<Violation> violations(KubernetesObject object) {
        Optional<YamlMapping> tree = object.tree();
        if (tree.isEmpty() || object.isEncrypted()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (Breach breach : judge.breaches(JsonTree.ofObject(tree.get()))) {
            if (!CustomFaults.isFilledInLater(Steps.to(tree.get(), breach.steps()), breach)) {
                violations.add(new Violation(
                        Place.at(object, breach.place()),
                        breach.isAboutName(),
                        breach.place().isEmpty(),
                        breach.limit(),
                        nearest(breach, MESSAGE),
                        nearest(breach, SEVERITY).map(HousePolicy::severity).orElse(Severity.ERROR)));
            }
        }
        return violations;
    }

    /** What the schema with the keyword says, or else one around it. */
    private static Optional<String> nearest(Breach breach, String keyword) {
        for (int i = breach.schemas().size() - 1; i >= 0; i--) {
            JsonNode said = breach.schemas().get(i).path(keyword);
            if (said.isString()) {
                return Optional.of(said.asString());
            }
        }
        return Optional.empty();
    }

    private static Severity severity(String id) {
        for (Severity severity : Severity.values()) {
            if (severity.id().equals(id)) {
                return severity;
            }
        }
        return Severity.ERROR;
    }
}
