package dev.stslint.schema;

import dev.stslint.finding.VersionRange;
import dev.stslint.kube.Fields;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.schema.ApiField.Allowed;
import dev.stslint.schema.ApiField.Checks;
import dev.stslint.schema.ApiField.Shape;
import dev.stslint.schema.ApiType.Choice;
import dev.stslint.source.NearestNames;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over an object, which holds every value against its field. Where everything fits it makes no objects but
 * itself; places are made for faults only, from the steps it took.
 */
final class ObjectWalk {

    private final KubernetesObject object;
    private final ApiKind kind;
    private final VersionRange targets;
    private final FaultSink sink;

    /** The way from the root: field names, and for a step into a list the item's index, else -1. */
    private String[] names = new String[16];

    private int[] items = new int[16];
    private int depth;

    ObjectWalk(KubernetesObject object, ApiKind kind, VersionRange targets, FaultSink sink) {
        this.object = object;
        this.kind = kind;
        this.targets = targets;
        this.sink = sink;
    }

    void walk(ApiType type) {
        Optional<YamlMapping> tree = object.tree();
        if (tree.isPresent()) {
            walkObject(tree.get(), type, type);
            checkName();
        }
    }

    /** The metadata alone, by what a type has of it. */
    void walkMetadata(ApiType type) {
        ApiField field = type.field("metadata");
        if (field != null
                && object.tree().isPresent()
                && object.tree().get().get("metadata") instanceof YamlMapping metadata) {
            enter("metadata", -1);
            walkObject(metadata, field.target(), field.target());
            leave();
        }
    }

    /** A missing name is no fault: what has none is a template that a program fills in, never a forgotten word. */
    private void checkName() {
        String name = object.name().or("");
        if (kind.nameFormat() != Format.ANY && !name.isEmpty()) {
            String fault = kind.nameFormat().fault(name);
            if (!fault.isEmpty() && !isFilledInLater(name)) {
                sink.malformed(Place.of(object.metadata(), "name"), kind.nameFormat(), false, fault);
            }
        }
    }

    private void walkObject(YamlMapping mapping, ApiType type, ApiType root) {
        if (type.isOpen()) {
            return;
        }
        boolean isKnown = true;
        for (int i = 0; i < mapping.size(); i++) {
            String name = mapping.name(i);
            ApiField field = type.field(name);
            if (field == null) {
                reportUnknown(name, type, root);
                isKnown = false;
            } else {
                YamlNode value = mapping.value(i).target();
                if (!isNull(value)) {
                    enter(name, -1);
                    if (!field.lifetime().covers(targets)) {
                        sink.fieldOfOtherReleases(place(), field.lifetime());
                    }
                    walkField(value, field, root);
                    leave();
                }
            }
        }
        if (isKnown) { // else what seems to be missing may be there under a wrong name
            findMissing(mapping, type.required());
        }
        for (int i = 0; i < type.choices().size(); i++) {
            choose(mapping, type.choices().get(i), isKnown);
        }
    }

    private void findMissing(YamlMapping mapping, List<ApiField> required) {
        for (int i = 0; i < required.size(); i++) {
            ApiField field = required.get(i);
            if (!isSet(mapping, field.name()) && field.lifetime().covers(targets)) {
                sink.missingField(Place.of(owner(depth), field.name()));
            }
        }
    }

    private void walkField(YamlNode value, ApiField field, ApiType root) {
        if (field.shape() == Shape.ONE) {
            walkValue(value, field, root);
        } else if (field.shape() == Shape.LIST) {
            if (value instanceof YamlSequence list) {
                walkList(list, field, root);
            } else {
                reportType("a list", field, value);
            }
        } else if (value instanceof YamlMapping map) {
            walkMap(map, field, root);
        } else {
            reportType("a mapping", field, value);
        }
    }

    private void walkList(YamlSequence list, ApiField field, ApiType root) {
        for (int i = 0; i < list.size(); i++) {
            YamlNode item = list.item(i).target();
            if (!isNull(item)) {
                items[depth - 1] = i;
                walkValue(item, field, root);
            }
        }
        items[depth - 1] = -1;
        List<ApiField.Key> keys = field.checks().unique();
        for (int i = 0; i < keys.size(); i++) {
            findTwins(list, field.name(), keys.get(i));
        }
    }

    private void walkMap(YamlMapping map, ApiField field, ApiType root) {
        Format format = field.checks().format();
        for (int i = 0; i < map.size(); i++) {
            String key = map.name(i);
            YamlNode value = map.value(i).target();
            enter(key, -1);
            if (format != Format.ANY) {
                String fault = format.keyFault(key);
                if (!fault.isEmpty() && !NameToken.isTemplate(key)) {
                    sink.malformed(place(), format, true, fault);
                }
            }
            if (!isNull(value)) {
                walkValue(value, field, root);
            }
            leave();
        }
    }

    private void walkValue(YamlNode value, ApiField field, ApiType root) {
        if (field.type() == ValueType.ANY) {
            return;
        }
        if (field.type() == ValueType.OBJECT) {
            if (value instanceof YamlMapping mapping) {
                walkObject(mapping, field.target(), root);
            } else {
                reportType(ValueType.OBJECT.title(), field, value);
            }
        } else if (value instanceof YamlScalar scalar && hasType(scalar, field.type())) {
            check(scalar, field);
        } else {
            reportType(field.type().title(), field, value);
        }
    }

    private static boolean hasType(YamlScalar scalar, ValueType type) {
        return switch (type) {
            case STRING, TIME, BYTES -> scalar.type() == ScalarType.STRING;
            case INT32, INT64 -> scalar.type() == ScalarType.INTEGER;
            case NUMBER -> scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.NUMBER;
            case BOOLEAN -> scalar.type() == ScalarType.BOOLEAN;
            case INT_OR_STRING -> scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.STRING;
            case QUANTITY -> scalar.type() != ScalarType.BOOLEAN;
            case ANY -> true;
            case OBJECT -> false;
        };
    }

    private void check(YamlScalar scalar, ApiField field) {
        switch (field.type()) {
            case STRING -> checkText(scalar.text(), field.checks());
            case INT32, INT64 -> checkNumber(scalar, field);
            case BYTES -> checkFormat(scalar.text(), Format.BASE64);
            case QUANTITY -> {
                if (scalar.type() == ScalarType.STRING) {
                    checkFormat(scalar.text(), Format.QUANTITY);
                }
            }
            case INT_OR_STRING -> checkNumberOrText(scalar, field);
            default -> {}
        }
    }

    private void checkText(String text, Checks checks) {
        if (checks.format() != Format.ANY) {
            checkFormat(text, checks.format());
        }
        List<Allowed> values = checks.values();
        if (values.isEmpty() || text.isEmpty()) {
            return; // an empty text is the default
        }
        Optional<Lifetime> lifetime = Optional.empty();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).text().equals(text)) {
                if (values.get(i).lifetime().covers(targets)) {
                    return;
                }
                lifetime = Optional.of(values.get(i).lifetime());
            }
        }
        if (!NameToken.isTemplate(text)) {
            sink.valueNotTaken(place(), text, taken(values), lifetime);
        }
    }

    private List<String> taken(List<Allowed> values) {
        List<String> taken = new ArrayList<>(values.size());
        for (Allowed value : values) {
            if (value.lifetime().covers(targets)) {
                taken.add(value.text());
            }
        }
        return List.copyOf(taken);
    }

    private void checkFormat(String text, Format format) {
        String fault = format.fault(text);
        if (fault.isEmpty()) {
            return;
        }
        boolean isAmount = format == Format.QUANTITY && (text.isEmpty() || Character.isDigit(text.charAt(0)));
        if (isAmount ? !NameToken.isTemplate(text) : !isFilledInLater(text)) {
            sink.malformed(place(), format, false, fault);
        }
    }

    /** Whether something puts the text together before it is applied: a template, or a word in capitals in it. */
    private static boolean isFilledInLater(String text) {
        if (NameToken.isStandIn(text)) {
            return true;
        }
        int capitals = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '-';
            if (c >= 'A' && c <= 'Z') {
                capitals++;
            } else if (c == '-' || c == '_' || c == '.' || c == '/') {
                if (capitals > 1) {
                    return true;
                }
                capitals = 0;
            } else {
                capitals = Integer.MIN_VALUE / 2;
            }
        }
        return false;
    }

    private void checkNumber(YamlScalar scalar, ApiField field) {
        long least = field.checks().least();
        long most = field.checks().most();
        if (field.type() == ValueType.INT32) {
            least = Math.max(least, Integer.MIN_VALUE);
            most = Math.min(most, Integer.MAX_VALUE);
        }
        checkRange(scalar, least, most);
    }

    private void checkNumberOrText(YamlScalar scalar, ApiField field) {
        if (scalar.type() == ScalarType.INTEGER) {
            long least = Math.max(field.checks().least(), Integer.MIN_VALUE);
            checkRange(scalar, least, Math.min(field.checks().most(), Integer.MAX_VALUE));
        } else if (field.checks().format() == Format.PORT) {
            checkFormat(scalar.text(), Format.PORT);
        }
    }

    private void checkRange(YamlScalar scalar, long least, long most) {
        long number = Long.parseLong(scalar.canonical());
        if (number < least || number > most) {
            sink.outOfRange(place(), scalar.canonical(), least, most == Integer.MAX_VALUE ? Long.MAX_VALUE : most);
        }
    }

    private void choose(YamlMapping mapping, Choice choice, boolean isKnown) {
        String chosen = "";
        for (int i = 0; i < choice.members().size(); i++) {
            String member = choice.members().get(i);
            if (isSet(mapping, member)) {
                if (!chosen.isEmpty()) {
                    Fields owner = owner(depth);
                    sink.excludes(Place.of(owner, member), Place.of(owner, chosen));
                    return;
                }
                chosen = member;
            }
        }
        if (choice.isNeeded() && chosen.isEmpty() && isKnown) {
            sink.noneOf(place(), choice.members());
        }
    }

    /** Lists are short: each item is compared with those before it. */
    private void findTwins(YamlSequence list, String name, ApiField.Key key) {
        for (int i = 1; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (list.item(i).target() instanceof YamlMapping later
                        && list.item(j).target() instanceof YamlMapping earlier
                        && areTwins(earlier, later, key)) {
                    Fields owner = owner(depth - 1);
                    sink.twin(Place.ofItem(owner, name, i), Place.ofItem(owner, name, j), key.fields());
                    break;
                }
            }
        }
    }

    private static boolean areTwins(YamlMapping one, YamlMapping other, ApiField.Key key) {
        for (int i = 0; i < key.fields().size(); i++) {
            String field = key.fields().get(i);
            String fallback = key.defaults().get(i);
            if (!same(one.get(field), other.get(field), fallback)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable YamlNode one, @Nullable YamlNode other, String fallback) {
        String left = one instanceof YamlScalar scalar && !isNull(scalar) ? scalar.text() : fallback;
        String right = other instanceof YamlScalar scalar && !isNull(scalar) ? scalar.text() : fallback;
        return !left.isEmpty() && left.equals(right) && !NameToken.isTemplate(left);
    }

    private void reportUnknown(String name, ApiType type, ApiType root) {
        if (name.startsWith("$") || NameToken.isTemplate(name)) {
            return; // a directive of a patch, or filled in later
        }
        FieldSearch search = new FieldSearch(root, Arrays.copyOf(names, depth));
        NearestNames near = FieldSearch.nearest(name, type, targets);
        sink.unknownField(Place.of(owner(depth), name), near, search.homeOf(name));
    }

    /** What is filled in before it is applied is no text then. */
    private void reportType(String wanted, ApiField field, YamlNode value) {
        if (value instanceof YamlScalar scalar
                && scalar.type() == ScalarType.STRING
                && !scalar.text().isEmpty()
                && NameToken.isStandIn(scalar.text())) {
            return;
        }
        sink.wrongType(place(), Misfit.of(wanted, field.type(), value));
    }

    private void enter(String name, int item) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        names[depth] = name;
        items[depth++] = item;
    }

    private void leave() {
        depth--;
    }

    private Place place() {
        Fields owner = owner(depth - 1);
        return items[depth - 1] < 0
                ? Place.of(owner, names[depth - 1])
                : Place.ofItem(owner, names[depth - 1], items[depth - 1]);
    }

    /** The part of the object that the first steps lead to. */
    private Fields owner(int steps) {
        Fields owner = object.fields();
        for (int i = 0; i < steps; i++) {
            owner = items[i] < 0 ? owner.object(names[i]) : owner.item(names[i], items[i]);
        }
        return owner;
    }

    private static boolean isSet(YamlMapping mapping, String name) {
        YamlNode value = mapping.get(name);
        return value != null && !isNull(value);
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }
}
