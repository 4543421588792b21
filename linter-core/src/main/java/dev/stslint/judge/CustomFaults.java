package dev.stslint.judge;

import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.schema.Misfit;
import dev.stslint.schema.Place;
import dev.stslint.schema.SchemaFaults.Fault;
import dev.stslint.schema.ValueType;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.TokenShape;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in the words for Kubernetes' own kinds what of a custom resource does not fit. */
final class CustomFaults {

    private final KubernetesObject object;
    private final YamlNode tree;
    private final List<Fault> faults;
    private final Set<List<Object>> incomplete;

    private CustomFaults(KubernetesObject object, YamlNode tree, ServerReading reading) {
        this.object = object;
        this.tree = tree;
        this.faults = new ArrayList<>(reading.faults());
        this.incomplete = reading.incomplete();
    }

    /** Those of an object, always in the same order: the validator has none. */
    static List<Fault> of(KubernetesObject object, StructuralSchema schema, Judge judge) {
        YamlMapping tree = object.tree().orElseThrow();
        ServerReading reading = new ServerReading(object, schema);
        List<Breach> breaches = new ArrayList<>(judge.breaches(reading.read(tree)));
        breaches.sort(Comparator.comparing(breach -> breach.place() + " " + breach.keyword()));
        CustomFaults faults = new CustomFaults(object, tree, reading);
        for (Breach breach : breaches) {
            faults.add(breach);
        }
        return faults.faults;
    }

    private void add(Breach breach) {
        YamlNode node = Steps.to(tree, breach.steps());
        if (Steps.areInInnerList(breach.place())) {
            return;
        }
        if (node == null || JsonTree.isNull(node) || isFilledInLater(node, breach)) {
            return; // of a default, an item that is null, or nothing yet
        }
        Place place = Place.at(object, breach.place());
        switch (breach.keyword()) {
            case "type" -> addType(place, breach, node);
            case "required" -> {
                if (!incomplete.contains(breach.steps())) {
                    faults.add(sink -> sink.missingField(place));
                }
            }
            case "enum" -> addValue(place, breach, node);
            case "minimum", "maximum" -> addBound(place, breach, node);
            case "anyOf", "oneOf" -> addChoice(place, breach);
            default -> faults.add(sink -> sink.beyond(place, breach.limit()));
        }
    }

    private void addType(Place place, Breach breach, YamlNode node) {
        JsonNode type = breach.bound();
        ValueType value = type.isArray() ? ValueType.INT_OR_STRING : valueType(type.asString(""));
        String wanted = type.isArray() ? ValueType.INT_OR_STRING.title() : Breach.title(type.asString(""));
        Misfit misfit = Misfit.of(wanted, value, node);
        faults.add(sink -> sink.wrongType(place, misfit));
    }

    private static ValueType valueType(String type) {
        return switch (type) {
            case "string" -> ValueType.STRING;
            case "integer" -> ValueType.INT64;
            case "number" -> ValueType.NUMBER;
            case "boolean" -> ValueType.BOOLEAN;
            case "object" -> ValueType.OBJECT;
            default -> ValueType.ANY;
        };
    }

    private void addValue(Place place, Breach breach, YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING && mayBeShown(scalar, place)) {
            faults.add(sink -> sink.valueNotTaken(place, scalar.text(), breach.texts(), Optional.empty()));
        } else {
            faults.add(sink -> sink.beyond(place, breach.limit()));
        }
    }

    private void addBound(Place place, Breach breach, YamlNode node) {
        JsonNode least = breach.schema().path("minimum");
        JsonNode most = breach.schema().path("maximum");
        boolean isSaid = least.isIntegralNumber() && (most.isMissingNode() || most.isIntegralNumber());
        if (isSaid
                && node instanceof YamlScalar scalar
                && scalar.type() == ScalarType.INTEGER
                && mayBeShown(scalar, place)) {
            long lowest = least.asLong();
            long highest = most.isMissingNode() ? Long.MAX_VALUE : most.asLong();
            faults.add(sink -> sink.outOfRange(
                    place,
                    scalar.canonical(),
                    lowest,
                    lowest > Integer.MIN_VALUE && highest == Integer.MAX_VALUE ? Long.MAX_VALUE : highest));
        } else {
            faults.add(sink -> sink.beyond(place, breach.limit()));
        }
    }

    /** Alternatives that only ask for a field each are said as for Kubernetes' own unions. */
    private void addChoice(Place place, Breach breach) {
        List<String> names = breach.alternatives();
        if (names.isEmpty()) {
            faults.add(sink -> sink.beyond(place, breach.limit()));
        } else if (breach.fitting().size() > 1) {
            Place one = within(breach, names.get(breach.fitting().get(0)));
            Place other = within(breach, names.get(breach.fitting().get(1)));
            faults.add(sink -> sink.excludes(other, one));
        } else if (!incomplete.contains(breach.steps())) {
            faults.add(sink -> sink.noneOf(place, names));
        }
    }

    private Place within(Breach breach, String name) {
        List<Object> steps = new ArrayList<>(breach.steps());
        steps.add(name);
        return Place.at(object, steps);
    }

    /**
     * A value that is no word of the schema may be anything: not shown where a name on the way, of an item's too, or its own
     * form promises a secret.
     */
    private static boolean mayBeShown(YamlScalar scalar, Place place) {
        for (String name : place.fieldPath().split("[.\\[\\]]+", -1)) {
            if (SensitiveName.matches(name)) {
                return false;
            }
        }
        return TokenShape.in(scalar.text()).isEmpty();
    }

    /** A text in capitals that stands for a number is no text then; where one must be, it may be one. */
    static boolean isFilledInLater(@Nullable YamlNode node, Breach breach) {
        return node instanceof YamlScalar scalar
                && scalar.type() == ScalarType.STRING
                && !scalar.text().isEmpty()
                && (breach.keyword().equals("type")
                        ? NameToken.isStandIn(scalar.text())
                        : NameToken.isTemplate(scalar.text()));
    }
}
