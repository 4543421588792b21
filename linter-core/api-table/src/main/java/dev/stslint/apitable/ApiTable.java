package dev.stslint.apitable;

import dev.stslint.apitable.ApiRelease.ApiField;
import dev.stslint.apitable.ApiRelease.ApiKind;
import dev.stslint.apitable.ApiRelease.ApiType;
import dev.stslint.apitable.Facts.Fact;
import dev.stslint.apitable.Facts.Verb;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The one table of all releases, as {@code stslint-core} ships it: kinds by name, then the types that they reach. Both
 * are sorted, so that one of them is found without reading the others.
 */
public final class ApiTable {

    private static final String HEAD = """
            # Kubernetes API, releases 1.%d to 1.%d. Written by `./mvnw verify -Dupdate` (linter-core/api-table) from
            # io.kubernetes:client-java-api and facts.txt; made from Kubernetes' OpenAPI documents, Apache License 2.0.
            # KIND GROUP/VERSION TYPE PLURAL SCOPE [RELEASES] FACT=..., then by type: FIELD[!] TYPE [RELEASES] FACT=...
            # !: required. []: a list of. {}: a map of. 34-: from 1.34 on. -33: up to 1.33. TYPE -: not in these releases.
            """;

    /** A type that the client calls otherwise since 1.34, when another of its name came. */
    private static final Map<String, String> RENAMED = Map.of("V1ResourceClaim", "CoreV1ResourceClaim");

    private final List<ApiRelease> releases;
    private final Facts facts;
    private final SortedSet<String> roots = new TreeSet<>();

    /** @param releases from the oldest on */
    public ApiTable(List<ApiRelease> releases, Facts facts) {
        this.releases = List.copyOf(releases);
        this.facts = facts;
        for (ApiRelease release : releases) {
            release.kinds().values().forEach(kind -> roots.add(kind.type()));
        }
    }

    /** The table's text. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD.formatted(oldest(), newest()));
        kindLines().forEach((id, line) -> text.append(id).append(line).append('\n'));
        text.append('\n');
        for (String type : reachableTypes()) {
            text.append(type);
            append(text, Verb.ONE_OF, type);
            append(text, Verb.AT_MOST_ONE, type);
            text.append('\n');
            fieldLines(type).forEach(line -> text.append(' ').append(line).append('\n'));
        }
        return text.toString();
    }

    private int oldest() {
        return releases.get(0).minor();
    }

    private int newest() {
        return releases.get(releases.size() - 1).minor();
    }

    private SortedMap<String, String> kindLines() {
        SortedMap<String, ApiKind> kinds = new TreeMap<>();
        SortedMap<String, TreeSet<Integer>> served = new TreeMap<>();
        for (ApiRelease release : releases) {
            for (ApiKind kind : release.kinds().values()) {
                kinds.put(kind.id(), kind);
                served.computeIfAbsent(kind.id(), id -> new TreeSet<>()).add(release.minor());
            }
        }
        SortedMap<String, String> lines = new TreeMap<>();
        kinds.forEach((id, kind) -> {
            StringBuilder line = new StringBuilder();
            line.append(' ').append(kind.type()).append(' ').append(kind.plural());
            line.append(kind.namespaced() ? " namespaced" : " cluster");
            appendReleases(line, served.getOrDefault(id, new TreeSet<>()));
            for (Fact fact : facts.of(Verb.NAME)) {
                if (fact.isAbout(kind.kind()) && isStable(kind)) {
                    line.append(" name=").append(fact.words().get(1));
                }
            }
            lines.put(id, line.toString());
        });
        for (Fact fact : facts.of(Verb.REMOVED)) {
            for (String kind : fact.words().get(1).split(",", -1)) {
                lines.merge(
                        kind + " " + fact.words().get(0), " - - -" + lifeOf(fact), (line, gone) -> line + lifeOf(fact));
            }
        }
        return lines;
    }

    private static boolean isStable(ApiKind kind) {
        return kind.type().startsWith("V")
                && !kind.type().contains("alpha")
                && !kind.type().contains("beta");
    }

    private static String lifeOf(Fact removed) {
        StringBuilder life = new StringBuilder();
        if (!removed.words().get(2).equals("-")) {
            life.append(" deprecated=").append(removed.words().get(2));
        }
        life.append(" removed=").append(removed.words().get(3));
        if (!removed.words().get(4).equals("-")) {
            life.append(" use=").append(removed.words().get(4));
        }
        return life.toString();
    }

    /** Without what only {@code status} holds: the server ignores it in what users write. */
    private SortedSet<String> reachableTypes() {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!reached.add(name)) {
                continue;
            }
            for (ApiRelease release : releases) {
                ApiType type = typeIn(release, name);
                if (type != null) {
                    type.fields().values().forEach(field -> {
                        String target = elementOf(typeOf(name, field));
                        if (typeIn(release, target) != null) {
                            open.add(target);
                        }
                    });
                }
            }
        }
        return reached;
    }

    private boolean isStatus(String owner, String field) {
        return roots.contains(owner) && field.equals("status");
    }

    private static String elementOf(String type) {
        return type.replace("[]", "").replace("{}", "");
    }

    private static @Nullable ApiType typeIn(ApiRelease release, String name) {
        ApiType type = release.types().get(name);
        for (Map.Entry<String, String> renamed : RENAMED.entrySet()) {
            if (type == null && renamed.getValue().equals(name)) {
                type = release.types().get(renamed.getKey());
            }
        }
        return type;
    }

    private String typeOf(String owner, ApiField field) {
        String element = elementOf(field.type());
        return isStatus(owner, field.name())
                ? "any"
                : RENAMED.getOrDefault(element, element) + field.type().substring(element.length());
    }

    private List<String> fieldLines(String type) {
        SortedMap<String, ApiField> fields = new TreeMap<>();
        SortedMap<String, TreeSet<Integer>> minors = new TreeMap<>();
        TreeSet<Integer> lifetime = new TreeSet<>();
        for (ApiRelease release : releases) {
            ApiType there = typeIn(release, type);
            if (there == null) {
                continue;
            }
            lifetime.add(release.minor());
            for (ApiField field : there.fields().values()) {
                fields.merge(field.name(), field, (before, now) -> sameOf(type, before, now));
                minors.computeIfAbsent(field.name(), name -> new TreeSet<>()).add(release.minor());
            }
        }
        List<String> lines = new ArrayList<>();
        fields.forEach((name, field) -> {
            boolean isRequired = field.required()
                    && !isStatus(type, name)
                    && facts.of(Verb.OPTIONAL).stream().noneMatch(fact -> fact.isAbout(type, name));
            StringBuilder line =
                    new StringBuilder(name).append(isRequired ? "! " : " ").append(typeOf(type, field));
            if (!lifetime.equals(minors.get(name))) {
                appendReleases(line, minors.getOrDefault(name, lifetime));
            }
            for (Verb verb : List.of(Verb.ENUM, Verb.RANGE, Verb.FORMAT, Verb.UNIQUE)) {
                append(line, verb, type, name);
            }
            lines.add(line.toString());
        });
        return lines;
    }

    /** Where releases differ in what is required, the safer reading: only what all of them require. */
    private ApiField sameOf(String type, ApiField before, ApiField now) {
        if (!typeOf(type, before).equals(typeOf(type, now))) {
            throw new IllegalStateException(
                    type + "." + now.name() + " changed from " + before.type() + " to " + now.type());
        }
        boolean required = before.required() && now.required();
        return new ApiField(now.name(), now.type(), required, now.description());
    }

    private void append(StringBuilder line, Verb verb, String type) {
        for (Fact fact : facts.of(verb)) {
            if (fact.isAbout(type)) {
                line.append(' ')
                        .append(verb.word())
                        .append('=')
                        .append(membersOf(type, fact.words().get(1)));
            }
        }
    }

    private String membersOf(String type, String members) {
        if (!members.equals("*")) {
            return members;
        }
        SortedSet<String> all = new TreeSet<>();
        releases.forEach(release -> {
            ApiType there = typeIn(release, type);
            if (there != null) {
                all.addAll(there.fields().keySet());
            }
        });
        all.remove("name");
        return String.join("|", all);
    }

    private void append(StringBuilder line, Verb verb, String type, String field) {
        for (Fact fact : facts.of(verb)) {
            if (fact.isAbout(type, field)) {
                line.append(' ')
                        .append(verb.word())
                        .append('=')
                        .append(fact.words().get(2));
            }
        }
    }

    /** Nothing for all of them; releases are never skipped in between. */
    private void appendReleases(StringBuilder line, SortedSet<Integer> minors) {
        if (minors.size() != minors.last() - minors.first() + 1) {
            throw new IllegalStateException("releases with a gap: " + line + " " + minors);
        }
        boolean opens = minors.first() > oldest();
        boolean ends = minors.last() < newest();
        if (opens || ends) {
            line.append(' ').append(opens ? minors.first() : "").append('-').append(ends ? minors.last() : "");
        }
    }
}
