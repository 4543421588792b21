package dev.stslint.apitable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.apitable.ApiRelease.ApiField;
import dev.stslint.apitable.ApiRelease.ApiKind;
import dev.stslint.apitable.ApiRelease.ApiType;
import dev.stslint.apitable.Facts.Fact;
import dev.stslint.apitable.Facts.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written by hand, held against what the newest client describes. */
final class FactsTest {

    private static final Set<String> INTEGERS = Set.of("int32", "int64", "int-or-string");
    private static final Set<String> WORDS =
            Set.of("dns-label", "dns-subdomain", "port-name", "port", "cluster-ip", "labels", "keys", "qualified");

    static Stream<Fact> factsOnFields() {
        return Given.FACTS.all().stream()
                .filter(fact -> Set.of(Verb.ENUM, Verb.RANGE, Verb.UNIQUE, Verb.FORMAT, Verb.OPTIONAL)
                        .contains(fact.verb()));
    }

    static Stream<Fact> facts(Verb verb) {
        return Given.FACTS.of(verb).stream();
    }

    static Stream<Fact> enums() {
        return facts(Verb.ENUM);
    }

    static Stream<Fact> ranges() {
        return facts(Verb.RANGE);
    }

    static Stream<Fact> unions() {
        return Stream.concat(facts(Verb.ONE_OF), facts(Verb.AT_MOST_ONE));
    }

    @ParameterizedTest
    @MethodSource("factsOnFields")
    void speaksOfFieldsThatAreThere(Fact fact) {
        assertThat(fieldsOf(fact)).isNotEmpty();
    }

    /** Every value stands in the description of each of the fields; where not, the source must be another. */
    @ParameterizedTest
    @MethodSource("enums")
    void takesValuesFromDescriptions(Fact fact) {
        boolean described = true;
        for (ApiField field : fieldsOf(fact)) {
            assertThat(field.type()).isIn("string", "string[]");
            for (String value : fact.words().get(2).split("\\|", -1)) {
                described &= mentions(field.description(), value.replaceAll("@.*", ""));
            }
        }
        assertThat(fact.isDescribed()).as("says that it is described").isEqualTo(described);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void boundsWholeNumbers(Fact fact) {
        String[] bounds = fact.words().get(2).split("\\.\\.", -1);
        assertThat(bounds).hasSize(2);
        for (ApiField field : fieldsOf(fact)) {
            assertThat(INTEGERS).contains(field.type());
            if (fact.isDescribed()) {
                assertThat(boundaryWords(bounds[1])).anyMatch(word -> mentions(field.description(), word));
            }
        }
    }

    /** How a description speaks of a bound: 65535 as the number below 65536, modes in octal, no most at all. */
    private static List<String> boundaryWords(String most) {
        return switch (most) {
            case "" -> List.of("greater than zero");
            case "65535" -> List.of("65535", "65536");
            case "511" -> List.of("0777");
            default -> List.of(most);
        };
    }

    @Test
    void tellsItemsApartByTheirFields() {
        for (Fact fact : Given.FACTS.of(Verb.UNIQUE)) {
            for (ApiField field : fieldsOf(fact)) {
                assertThat(field.type()).endsWith("[]");
                ApiType item = Given.newest().types().get(field.type().replace("[]", ""));
                for (String key : fact.words().get(2).split(",", -1)) {
                    assertThat(item.fields()).containsKey(key.replaceAll(":.*", ""));
                }
            }
        }
    }

    /** Facts of the other kinds that name descriptions as their source: the words they rest on stand there. */
    @Test
    void readsInDescriptionsWhatItSaysIsDescribed() {
        Map<String, String> words =
                Map.of("dns-label", "DNS_LABEL", "port-name", "IANA_SVC_NAME", "keys", "alphanumeric characters");
        for (Fact fact : Given.FACTS.all()) {
            if (!fact.isDescribed()) {
                continue;
            }
            if (fact.verb() == Verb.FORMAT) {
                String word = words.get(fact.words().get(2));
                assertThat(word).as("%s", fact).isNotNull();
                assertThat(fieldsOf(fact)).allMatch(field -> field.description().contains(word));
            } else if (fact.verb() == Verb.UNIQUE) {
                assertThat(fieldsOf(fact)).allMatch(field -> field.description().contains("unique"));
            } else if (fact.verb() == Verb.ONE_OF) {
                for (String type : fact.words().get(0).split(",", -1)) {
                    assertThat(Given.newest().types().get(type).fields().values())
                            .anyMatch(field -> field.description().contains("Exactly one of"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unions")
    void choosesAmongFieldsThatAreThere(Fact fact) {
        for (String name : fact.words().get(0).split(",", -1)) {
            ApiType type = Given.newest().types().get(name);
            assertThat(type).as(name).isNotNull();
            if (!fact.words().get(1).equals("*")) {
                assertThat(type.fields()).containsKeys(fact.words().get(1).split("\\|", -1));
            }
        }
    }

    /** A field that joins a union in a new release must not stay outside of it here. */
    @Test
    void leavesNoMemberOfAUnionOut() {
        for (Fact fact : Given.FACTS.of(Verb.ONE_OF)) {
            for (String name : fact.words().get(0).split(",", -1)) {
                for (ApiField field : Given.newest().types().get(name).fields().values()) {
                    boolean isSource =
                            name.endsWith("Source") || name.endsWith("Projection") || name.endsWith("Backend");
                    if (isSource && Given.newest().types().containsKey(field.type())) {
                        assertThat(fact.words().get(1).split("\\|", -1))
                                .as(name)
                                .contains(field.name());
                    }
                }
            }
        }
    }

    @Test
    void knowsTheWordsForFormats() {
        assertThat(Given.FACTS.of(Verb.FORMAT))
                .allMatch(fact -> WORDS.contains(fact.words().get(2)));
        assertThat(Given.FACTS.of(Verb.NAME))
                .allMatch(fact -> WORDS.contains(fact.words().get(1)));
    }

    @Test
    void namesKindsThatAreThere() {
        Set<String> kinds = new TreeSet<>();
        Given.newest().kinds().values().forEach(kind -> kinds.add(kind.kind()));
        for (Fact fact : Given.FACTS.of(Verb.NAME)) {
            assertThat(kinds).contains(fact.words().get(0).split(",", -1));
        }
    }

    /** What the clients served last and the facts call removed must agree, and nothing may go without a fact. */
    @Test
    void agreesWithTheClientsOnWhatIsRemoved() {
        Map<String, Integer> lastServed = new TreeMap<>();
        Given.RELEASES.forEach(
                release -> release.kinds().values().forEach(kind -> lastServed.put(kind.id(), release.minor())));
        Map<String, Integer> removed = new TreeMap<>();
        for (Fact fact : Given.FACTS.of(Verb.REMOVED)) {
            for (String kind : fact.words().get(1).split(",", -1)) {
                removed.put(
                        kind + " " + fact.words().get(0),
                        Integer.parseInt(fact.words().get(3)));
            }
        }
        lastServed.forEach((id, minor) -> {
            if (minor < Given.NEWEST) {
                assertThat(removed).as(id).containsEntry(id, minor + 1);
            } else if (removed.containsKey(id)) {
                assertThat(removed.get(id)).as(id).isGreaterThan(Given.NEWEST);
            }
        });
        removed.forEach(
                (id, minor) -> assertThat(lastServed.containsKey(id) || minor <= Given.OLDEST || minor > Given.NEWEST)
                        .as(id + " is known to the clients, or was gone before them")
                        .isTrue());
    }

    @Test
    void namesReplacementsThatAreServed() {
        Set<String> served = new TreeSet<>();
        Given.newest().kinds().values().stream().map(ApiKind::id).forEach(served::add);
        for (Fact fact : Given.FACTS.of(Verb.REMOVED)) {
            if (!fact.words().get(4).equals("-")) {
                for (String kind : fact.words().get(1).split(",", -1)) {
                    assertThat(served).contains(kind + " " + fact.words().get(4));
                }
            }
        }
    }

    private static List<ApiField> fieldsOf(Fact fact) {
        List<ApiField> fields = new ArrayList<>();
        for (String type : fact.words().get(0).split(",", -1)) {
            for (String field : fact.words().get(1).split(",", -1)) {
                assertThat(Given.newest().types()).containsKey(type);
                assertThat(Given.newest().types().get(type).fields()).as(type).containsKey(field);
                fields.add(Given.newest().types().get(type).fields().get(field));
            }
        }
        return fields;
    }

    /** As a word of its own: `None` is not in `NoneOnDryRun`. */
    private static boolean mentions(String description, String value) {
        int at = description.indexOf(value);
        while (at >= 0) {
            int end = at + value.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(description.charAt(at - 1));
            boolean ends = end == description.length() || !Character.isLetterOrDigit(description.charAt(end));
            if (starts && ends) {
                return true;
            }
            at = description.indexOf(value, at + 1);
        }
        return false;
    }
}
