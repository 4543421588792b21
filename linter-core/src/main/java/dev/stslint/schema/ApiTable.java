package dev.stslint.schema;

import dev.stslint.source.Groups;
import dev.stslint.source.ShippedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of kinds and types of all supported releases, as {@code api-table.txt} writes it. It is read while a run
 * starts, so nothing of it is parsed before it is asked for: its entries are sorted, and one is found by halving.
 */
final class ApiTable {

    private static final String RESOURCE = "api-table.txt";

    private final String text;
    private final int kinds;
    private final int types;
    private final Map<String, List<ApiKind>> kindsByName = new ConcurrentHashMap<>();
    private final Map<String, ApiType> typesByName = new ConcurrentHashMap<>();
    private volatile @Nullable List<ApiKind> allKinds;
    private volatile @Nullable Map<String, List<ApiKind>> groups;

    private ApiTable(String text) {
        this.text = text;
        this.kinds = afterHead(text);
        this.types = text.indexOf("\n\n") + 2;
    }

    /** The table that ships. */
    static ApiTable shipped() {
        return Shipped.TABLE;
    }

    /** Loaded with the first object that is looked up. */
    private static final class Shipped {
        private static final ApiTable TABLE = load();
    }

    private static ApiTable load() {
        return parse(ShippedText.of(ApiTable.class, RESOURCE));
    }

    static ApiTable parse(String text) {
        return new ApiTable(text);
    }

    private static int afterHead(String text) {
        int at = 0;
        while (text.charAt(at) == '#') {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    /** The kinds of a name in all groups and versions; none for what is not of Kubernetes itself. */
    List<ApiKind> kindsCalled(String name) {
        List<ApiKind> known = kindsByName.get(name);
        if (known == null) {
            known = readKinds(name);
            kindsByName.put(name, known);
        }
        return known;
    }

    /** The type of a name; empty when the table has none. */
    Optional<ApiType> find(String name) {
        ApiType known = typesByName.get(name);
        if (known == null) {
            int at = entry(name, types, text.length());
            if (at < 0) {
                return Optional.empty();
            }
            known = ApiType.parse(this, text, at);
            typesByName.put(name, known);
        }
        return Optional.of(known);
    }

    /**
     * A type that the table itself names.
     *
     * @throws IllegalStateException when there is none
     */
    ApiType type(String name) {
        Optional<ApiType> type = find(name);
        if (type.isEmpty()) {
            throw new IllegalStateException("the API table has no type " + name);
        }
        return type.get();
    }

    /** Every kind, by name: asked for by objects of unknown kinds only. */
    List<ApiKind> allKinds() {
        List<ApiKind> known = allKinds;
        if (known == null) {
            known = new ArrayList<>();
            for (int at = kinds; at < types - 1; at = text.indexOf('\n', at) + 1) {
                known.add(ApiKind.parse(line(at)));
            }
            known = List.copyOf(known);
            allKinds = known;
        }
        return known;
    }

    /** Whether a group is one of Kubernetes' own. */
    boolean hasGroup(String group) {
        return groups().containsKey(group);
    }

    /** The kinds of a version of a group, by name. */
    List<ApiKind> kindsIn(String group, String apiVersion) {
        List<ApiKind> found = new ArrayList<>();
        for (ApiKind kind : groups().getOrDefault(group, List.of())) {
            if (kind.apiVersion().equals(apiVersion)) {
                found.add(kind);
            }
        }
        return found;
    }

    private Map<String, List<ApiKind>> groups() {
        Map<String, List<ApiKind>> known = groups;
        if (known == null) {
            known = new HashMap<>();
            for (ApiKind kind : allKinds()) {
                Groups.add(known, kind.group(), kind);
            }
            groups = known;
        }
        return known;
    }

    private List<ApiKind> readKinds(String name) {
        List<ApiKind> found = new ArrayList<>(2);
        int at = entry(name, kinds, types - 1);
        while (at >= 0 && at < types - 1 && compare(at, name) == 0) {
            found.add(ApiKind.parse(line(at)));
            at = text.indexOf('\n', at) + 1;
        }
        return List.copyOf(found);
    }

    private String line(int at) {
        return text.substring(at, text.indexOf('\n', at));
    }

    /** The first entry of that name between two entries, or -1. */
    private int entry(String name, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = entryAt(low + (high - low) / 2, low);
            if (compare(middle, name) < 0) {
                low = nextEntry(middle, high);
            } else {
                high = middle;
            }
        }
        return low < to && compare(low, name) == 0 ? low : -1;
    }

    /** The start of the entry that a place lies in. */
    private int entryAt(int place, int least) {
        int at = text.lastIndexOf('\n', place - 1) + 1;
        while (at > least && text.charAt(at) == ' ') {
            at = text.lastIndexOf('\n', at - 2) + 1;
        }
        return Math.max(at, least);
    }

    private int nextEntry(int entry, int end) {
        int at = entry;
        do {
            at = text.indexOf('\n', at) + 1;
        } while (at < end && text.charAt(at) == ' ');
        return at;
    }

    /** How the name of an entry compares with a name; a name comes before all that go on. */
    private int compare(int entry, String name) {
        int i = 0;
        while (true) {
            char c = text.charAt(entry + i);
            boolean ends = c == ' ' || c == '\n';
            if (i == name.length()) {
                return ends ? 0 : 1;
            }
            if (ends || c != name.charAt(i)) {
                return ends ? -1 : Character.compare(c, name.charAt(i));
            }
            i++;
        }
    }
}
