package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A selector of pods by labels: {@code matchLabels} and {@code matchExpressions}, or the plain map of a Service. All
 * requirements must hold; {@code NotIn} holds for an absent label too (facts: F).
 */
public final class LabelSelector implements Located {

    private final Fields fields;
    private final List<Requirement> requirements;
    private final boolean readable;

    private LabelSelector(Fields fields, List<Requirement> requirements, boolean readable) {
        this.fields = fields;
        this.requirements = requirements;
        this.readable = readable;
    }

    /** A {@code LabelSelector} of the API. */
    static LabelSelector of(Fields fields) {
        List<Requirement> requirements = new ArrayList<>();
        boolean readable = isMappingOrAbsent(fields) && addEqualities(fields.object("matchLabels"), requirements);
        List<Fields> expressions = fields.objects("matchExpressions");
        readable &= !fields.list("matchExpressions").isInvalid()
                && fields.list("matchExpressions").or(0) == expressions.size();
        for (Fields expression : expressions) {
            Optional<Requirement> requirement = requirement(expression);
            readable &= requirement.isPresent();
            if (requirement.isPresent()) {
                requirements.add(requirement.get());
            }
        }
        return new LabelSelector(fields, List.copyOf(requirements), readable);
    }

    /** The plain map of names and values that Services and ReplicationControllers have. */
    static LabelSelector ofMap(Fields fields) {
        List<Requirement> requirements = new ArrayList<>();
        boolean readable = addEqualities(fields, requirements);
        return new LabelSelector(fields, List.copyOf(requirements), readable);
    }

    private static boolean addEqualities(Fields labels, List<Requirement> requirements) {
        boolean readable = isMappingOrAbsent(labels);
        for (Entry entry : labels.entries()) {
            if (entry.value().isInvalid()) {
                readable = false;
            } else {
                requirements.add(new Requirement(
                        entry.name(), Operator.EQUALS, List.of(entry.value().or("")), entry.value()));
            }
        }
        return readable;
    }

    /** An expression as the API server takes it: {@code In} and {@code NotIn} need values, the others have none. */
    private static Optional<Requirement> requirement(Fields expression) {
        Optional<Operator> operator = Operator.of(expression.text("operator").or(""));
        Field<String> key = expression.text("key");
        if (operator.isEmpty() || !key.isPresent() || expression.list("values").isInvalid()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (Field<String> value : expression.texts("values")) {
            if (!value.isPresent()) {
                return Optional.empty();
            }
            values.add(value.or(""));
        }
        boolean wantsValues = operator.get() == Operator.IN || operator.get() == Operator.NOT_IN;
        return values.isEmpty() == wantsValues
                ? Optional.empty()
                : Optional.of(new Requirement(key.or(""), operator.get(), List.copyOf(values), key));
    }

    private static boolean isMappingOrAbsent(Fields fields) {
        return fields.isPresent() || fields.isAbsent();
    }

    /** {@code matchLabels}; for a plain map nothing. */
    public Fields equalities() {
        return fields.object("matchLabels");
    }

    /** Whether nothing is written at all: what that means differs by kind. */
    public boolean isAbsent() {
        return fields.isAbsent();
    }

    /** Whether it is written and asks for nothing: what that means differs by kind. */
    public boolean isEmpty() {
        return fields.isPresent() && requirements.isEmpty() && readable;
    }

    /** Whether every part of it is well-formed; a selector that is not matches nothing here. */
    public boolean isReadable() {
        return readable;
    }

    public List<Requirement> requirements() {
        return requirements;
    }

    /** Whether pods with these labels are selected. False for an absent, empty or unreadable selector. */
    public boolean matches(Map<String, String> labels) {
        if (!readable || requirements.isEmpty()) {
            return false;
        }
        for (Requirement requirement : requirements) {
            if (!requirement.holdsFor(labels)) {
                return false;
            }
        }
        return true;
    }

    /** The requirements that labels do not meet. */
    public List<Requirement> unmetBy(Map<String, String> labels) {
        List<Requirement> unmet = new ArrayList<>(1);
        for (Requirement requirement : requirements) {
            if (!requirement.holdsFor(labels)) {
                unmet.add(requirement);
            }
        }
        return unmet;
    }

    public Fields fields() {
        return fields;
    }

    @Override
    public Location location() {
        return fields.location();
    }

    @Override
    public String fieldPath() {
        return fields.fieldPath();
    }

    /** How a requirement compares. */
    public enum Operator {
        EQUALS,
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST;

        static Optional<Operator> of(String written) {
            return switch (written) {
                case "In" -> Optional.of(IN);
                case "NotIn" -> Optional.of(NOT_IN);
                case "Exists" -> Optional.of(EXISTS);
                case "DoesNotExist" -> Optional.of(DOES_NOT_EXIST);
                default -> Optional.empty();
            };
        }
    }

    /**
     * One condition on one label.
     *
     * @param values one for {@link Operator#EQUALS}, none for the existence operators
     * @param field what is written: the value of an equality, the key of an expression
     */
    public record Requirement(String key, Operator operator, List<String> values, Field<String> field) {

        public boolean holdsFor(Map<String, String> labels) {
            @Nullable String value = labels.get(key);
            return switch (operator) {
                case EQUALS, IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }

        /** As one writes it: {@code app: db} or {@code app In (a, b)}. */
        @Override
        public String toString() {
            return switch (operator) {
                case EQUALS -> key + ": " + values.get(0);
                case IN -> key + " In (" + String.join(", ", values) + ")";
                case NOT_IN -> key + " NotIn (" + String.join(", ", values) + ")";
                case EXISTS -> key + " Exists";
                case DOES_NOT_EXIST -> key + " DoesNotExist";
            };
        }
    }
}
