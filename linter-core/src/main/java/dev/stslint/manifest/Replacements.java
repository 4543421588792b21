package dev.stslint.manifest;

import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.Replacement;
import dev.stslint.kube.Replacement.Target;
import dev.stslint.kube.ReplacementPath;
import dev.stslint.manifest.Taken.Placed;
import dev.stslint.manifest.Unmatched.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The replacements of a kustomization, which it makes last of all (sigs.k8s.io/kustomize/api/filters/replacement). They are
 * not executed: the fields they touch become unknown. Each must find what it copies, and the fields that it copies to.
 */
final class Replacements {

    private final Application application;
    private final Taken taken;
    private final List<Unmatched> unmatched;
    private final List<Ambiguous> ambiguous;

    /**
     * @param unmatched is told what finds nothing
     * @param ambiguous is told what finds several objects to copy from
     */
    Replacements(Application application, Taken taken, List<Unmatched> unmatched, List<Ambiguous> ambiguous) {
        this.application = application;
        this.taken = taken;
        this.unmatched = unmatched;
        this.ambiguous = ambiguous;
    }

    void apply(Replacement replacement) {
        if (replacement.isInFile()) {
            for (Placed placed : taken.objects()) {
                KustomizationGraph.patch(placed, PatchContent.ANYTHING.paths(), application);
            }
            return;
        }
        if (replacement.source().isPresent() && !isFilledIn(replacement.source())) {
            lookForSource(replacement);
            Fields source = replacement.source();
            new OneObject(
                            said(source, "group"),
                            said(source, "version"),
                            said(source, "kind"),
                            said(source, "name"),
                            said(source, "namespace"))
                    .demand(handle(source), Change.SOURCE, taken, ambiguous);
        }
        for (Target target : replacement.targets()) {
            for (Placed placed : taken.objects()) {
                if (target.isExact() && isSurelyNamed(placed, target.select())) {
                    lookForFields(target, placed);
                }
            }
            for (Placed placed : taken.objects()) {
                if (mayBeNamed(placed, target.select())) {
                    KustomizationGraph.patch(placed, target.touched(), application);
                }
            }
        }
    }

    private void lookForSource(Replacement replacement) {
        String kind = replacement.source().text("kind").or("");
        Field<String> name = replacement.source().text("name");
        List<Placed> found = new ArrayList<>(1);
        List<String> names = new ArrayList<>(0);
        for (Placed placed : taken.objects()) {
            if (kind.isEmpty() || placed.member().object().kind().equals(kind)) {
                if (isCalled(placed, name)) {
                    found.add(placed);
                }
                names.add(placed.placement().name());
            }
        }
        boolean isMade = false;
        for (GeneratedObject made : taken.generated()) {
            if (kind.isEmpty() || made.kind().equals(kind)) {
                isMade |= !name.isPresent() || made.placement().isOrWasCalled(name.or(""));
                names.add(made.placement().name());
            }
        }
        if (found.isEmpty() && !isMade && application.isComplete()) {
            unmatched.add(new Unmatched(
                    handle(replacement.source()),
                    Change.SOURCE,
                    kind,
                    name.or(""),
                    names,
                    Optional.empty(),
                    Optional.empty()));
        } else if (found.size() == 1 && !isMade) {
            lookForField(replacement.sourceField(), Change.SOURCE_FIELD, found.get(0));
        }
    }

    /** What to underline of what tells the object to copy from. */
    private static Field<String> handle(Fields source) {
        Field<String> name = source.text("name");
        return name.isPresent() ? name : source.text("kind");
    }

    private static Optional<String> said(Fields source, String field) {
        String text = source.text(field).or("");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void lookForFields(Target target, Placed placed) {
        for (Field<String> path : target.fieldPaths()) {
            lookForField(path, Change.TARGET_FIELD, placed);
        }
    }

    private void lookForField(Field<String> path, Change change, Placed placed) {
        ReplacementPath way = ReplacementPath.of(path.or(""));
        boolean isWritten =
                path.isPresent() && path.or("").indexOf('$') < 0 && path.or("").indexOf('{') < 0;
        if (isWritten
                && way.isMissingFrom(placed.member().view())
                && !placed.placement().isTouchedByPatch(way.wayToFirstList())) {
            String kind = placed.member().object().kind();
            unmatched.add(new Unmatched(
                    path, change, kind, placed.member().name(), List.of(), Optional.empty(), Optional.empty()));
        }
    }

    /** Whether something else puts the name in before kustomize reads it. */
    private static boolean isFilledIn(Fields select) {
        String text = select.text("kind").or("") + select.text("name").or("");
        return text.isEmpty() || NameToken.isFilledIn(text);
    }

    /** Releases differ in whether names and kinds may be patterns, so they may here; and any namespace may be meant. */
    private static boolean mayBeNamed(Placed placed, Fields select) {
        String name = select.text("name").or("");
        return KustomizationGraph.isOfKind(placed, select)
                && (isCalled(placed, select.text("name"))
                        || KustomizationGraph.matches(name, placed.member().name())
                        || KustomizationGraph.matches(name, placed.placement().name()));
    }

    private static boolean isSurelyNamed(Placed placed, Fields select) {
        Field<String> namespace = select.text("namespace");
        return isFor(select.text("kind"), placed.member().object().kind())
                && isFor(select.text("group"), placed.member().object().group())
                && isFor(select.text("version"), placed.member().object().version())
                && (!namespace.isPresent() || namespace.is(placed.placement().namespace()))
                && !placed.member().name().isEmpty()
                && placed.placement().hasKnownIdentity()
                && (select.text("kind").isPresent() || select.text("name").isPresent())
                && isCalled(placed, select.text("name"));
    }

    private static boolean isFor(Field<String> wanted, String given) {
        return wanted.isAbsent() || wanted.is(given);
    }

    private static boolean isCalled(Placed placed, Field<String> name) {
        return name.isAbsent()
                || placed.member().name().isEmpty()
                || placed.member().isCalled(name.or(""), placed.placement());
    }
}
