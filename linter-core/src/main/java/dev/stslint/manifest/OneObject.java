package dev.stslint.manifest;

import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.PatchedObject;
import dev.stslint.manifest.Taken.Placed;
import dev.stslint.manifest.Unmatched.Aspect;
import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.manifest.Unmatched.Difference;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** The one that a patch repeats. */
    static OneObject of(PatchedObject object) {
        return of(object.apiVersion(), object.kind(), object.name(), object.namespace());
    }

    /** Whether an object may be meant: one of which something may have changed what it is called may be. */
    boolean mayBe(Placed placed, Taken taken) {
        KubernetesObject object = placed.member().object();
        Placement placement = placed.placement();
        return !placement.hasKnownIdentity()
                || (is(kind, object.kind())
                        && (isOpen(placed.member())
                                || (is(group, object.group())
                                        && is(version, object.version())
                                        && placement.isOrWas(
                                                name.orElse(""), namespace.orElse(""), taken.isInNamespace(object)))));
    }

    /** Whether something else says what an object is called. */
    private static boolean isOpen(Member member) {
        KubernetesObject object = member.object();
        return member.name().isEmpty()
                || object.namespace().isInvalid()
                || NameToken.isFilledIn(member.name() + object.namespace().or("") + object.apiVersion());
    }

    boolean mayBe(GeneratedObject made) {
        return !made.placement().hasKnownIdentity()
                || (is(kind, made.kind())
                        && is(group, "")
                        && is(version, "v1")
                        && made.placement().isOrWas(name.orElse(""), namespace.orElse(""), true));
    }

    /** Why the objects of its kind and name are not meant; empty where there are none. */
    Optional<Difference> differenceIn(Taken taken, String namespaceSetLater) {
        List<Located> ofVersion = new ArrayList<>(0);
        List<Located> ofOtherVersions = new ArrayList<>(0);
        Set<String> namespaces = new TreeSet<>();
        Set<String> versions = new TreeSet<>();
        for (Placed placed : taken.objects()) {
            KubernetesObject object = placed.member().object();
            if (is(kind, object.kind()) && placed.placement().isOrWasCalled(name.orElse(""))) {
                if (is(group, object.group()) && is(version, object.version())) {
                    ofVersion.add(object);
                    namespaces.add(placed.placement().namespaceWhenCalled(name.orElse("")));
                } else {
                    ofOtherVersions.add(object);
                    versions.add(object.apiVersion());
                }
            }
        }
        for (GeneratedObject made : taken.generated()) {
            if (is(kind, made.kind()) && made.placement().isOrWasCalled(name.orElse(""))) {
                if (is(group, "") && is(version, "v1")) {
                    namespaces.add(made.placement().namespaceWhenCalled(name.orElse("")));
                } else {
                    versions.add("v1");
                }
            }
        }
        if (!namespaces.isEmpty()) {
            String said = namespace.orElse("");
            boolean isSetLater = !said.isEmpty() && said.equals(namespaceSetLater);
            return Optional.of(new Difference(Aspect.NAMESPACE, said, namespaces, ofVersion, isSetLater));
        }
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(Aspect.VERSION, apiVersion(), versions, ofOtherVersions, false));
    }

    private String apiVersion() {
        String ofGroup = group.orElse("");
        return ofGroup.isEmpty() ? version.orElse("") : ofGroup + "/" + version.orElse("");
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

    /** Whether something else puts in what it is before kustomize reads it, or it says nothing. */
    boolean isFilledIn() {
        String text = kind.orElse("") + name.orElse("") + namespace.orElse("");
        return text.isEmpty() || NameToken.isFilledIn(text + apiVersion());
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
