package dev.stslint.kube;

import dev.stslint.source.Located;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A PodDisruptionBudget. */
public record PodDisruptionBudget(KubernetesObject object) implements ObjectView {

    /** {@code budget `name`}, for messages that have more to say of it; {@code this budget} when it has no name yet. */
    public String shortTitle() {
        return name().isEmpty() ? "this budget" : "budget `" + name() + "`";
    }

    public Fields spec() {
        return object.spec();
    }

    public Field<IntOrString> minAvailable() {
        return spec().intOrString("minAvailable");
    }

    public Field<IntOrString> maxUnavailable() {
        return spec().intOrString("maxUnavailable");
    }

    /** What it asks for; empty when the API server rejects it (facts: C1). */
    public Optional<DisruptionLimit> limit() {
        if (minAvailable().isAbsent() && maxUnavailable().isAbsent()) {
            return Optional.of(DisruptionLimit.UNSET);
        }
        if (maxUnavailable().isAbsent()) {
            return limit(DisruptionLimit.Kind.MIN_AVAILABLE, minAvailable());
        }
        return minAvailable().isAbsent()
                ? limit(DisruptionLimit.Kind.MAX_UNAVAILABLE, maxUnavailable())
                : Optional.empty();
    }

    private static Optional<DisruptionLimit> limit(DisruptionLimit.Kind kind, Field<IntOrString> field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        IntOrString value = field.value().orElseThrow();
        OptionalInt amount = value.isNumber() ? value.number() : value.percentage();
        boolean legal = amount.isPresent() && amount.getAsInt() >= 0 && (value.isNumber() || amount.getAsInt() <= 100);
        return legal ? Optional.of(new DisruptionLimit(kind, amount.getAsInt(), !value.isNumber())) : Optional.empty();
    }

    /** The field that says how far its pods may go down; {@code spec} when neither does. */
    public Located limitPlace() {
        if (minAvailable().isAbsent()) {
            return maxUnavailable().isAbsent() ? spec() : maxUnavailable();
        }
        return minAvailable();
    }

    /** Absent: no pods. Empty: every pod of the namespace in policy/v1, none in policy/v1beta1 (facts: F). */
    public LabelSelector selector() {
        return LabelSelector.of(spec().object("selector"));
    }

    /** Whether an empty selector means every pod of the namespace. */
    public boolean selectsAll() {
        return object.version().equals("v1") && selector().isEmpty();
    }

    /** Whether it covers no pod at all, whatever is in its namespace. */
    public boolean selectsNothing() {
        return selector().isAbsent() || !selector().isReadable() || (selector().isEmpty() && !selectsAll());
    }

    /** Absent means IfHealthyBudget. */
    public Field<String> unhealthyPodEvictionPolicy() {
        return spec().text("unhealthyPodEvictionPolicy");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PodDisruptionBudget one && object == one.object;
    }

    @Override
    public int hashCode() {
        return object.hashCode();
    }
}
