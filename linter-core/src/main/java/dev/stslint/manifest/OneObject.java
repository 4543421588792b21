package dev.stslint.manifest;

import dev.stslint.manifest.Taken.Placed;
import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry says of the one object that it is for. kustomize finds it by what it is called and where it is, or was on the
 * way (sigs.k8s.io/kustomize/api/resmap); two such objects it refuses.
 *
 * @param group empty where any does; so the others
 */
record OneObject(
        Optional<String> group,
        Optional<String> version,
        Optional<String> kind,
        Optional<String> name,
        Optional<String> namespace) {

    /** One that is named in full, as an object is that says so itself. */
    static OneObject of(String apiVersion, String kind, String name, String namespace) {
        int slash = apiVersion.indexOf('/');
        return new OneObject(
                Optional.of(slash < 0 ? "" : apiVersion.substring(0, slash)),
                Optional.of(apiVersion.substring(slash + 1)),
                Optional.of(kind),
                Optional.of(name),
                Optional.of(namespace));
    }

    /**
     * Notes an entry that fits several objects for sure. Such that are one by now are told of as duplicates.
     *
     * @param entry what names the object
     */
    void demand(Located entry, Change change, Taken taken, List<Ambiguous> ambiguous) {
        if (isFilledIn()) {
            return;
        }
        Set<String> identities = new HashSet<>(0);
        List<Located> objects = new ArrayList<>(0);
        for (Placed placed : taken.objects()) {
            String identity = isSurely(placed) ? placed.identity() : "";
            boolean isNew = !identity.isEmpty() && identities.add(identity);
            if (isNew && !objects.contains(placed.member().object())) {
                objects.add(placed.member().object()); // once, though several bases take it
            }
        }
        for (GeneratedObject made : taken.generated()) {
            String identity = isSurely(made) ? Taken.identity(made) : "";
            if (!identity.isEmpty()) {
                identities.add(identity);
            }
        }
        if (identities.size() > 1) {
            ambiguous.add(new Ambiguous(entry, change, kind.orElse(""), name.orElse(""), identities.size(), objects));
        }
    }

    private boolean isFilledIn() {
        String text = kind.orElse("") + name.orElse("") + namespace.orElse("");
        return text.isEmpty() || text.indexOf('$') >= 0 || text.indexOf('{') >= 0;
    }

    private boolean isSurely(Placed placed) {
        Optional<ApiKind> type = Schema.kindOf(placed.member().object());
        return is(kind, placed.member().object().kind())
                && is(group, placed.member().object().group())
                && is(version, placed.member().object().version())
                && placed.placement()
                        .isOrWasFirst(
                                name, namespace, type.isEmpty() || type.get().namespaced());
    }

    private boolean isSurely(GeneratedObject made) {
        return is(group, "")
                && is(version, "v1")
                && is(kind, made.kind())
                && made.placement().isOrWasFirst(name, namespace, true);
    }

    private static boolean is(Optional<String> wanted, String given) {
        return wanted.isEmpty() || wanted.get().equals(given);
    }
}
