package dev.stslint.manifest;

import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.SelectorText;
import dev.stslint.manifest.Refusal.Reason;
import dev.stslint.manifest.Taken.Placed;
import dev.stslint.source.Located;
import dev.stslint.source.Span;
import java.util.List;

/**
 * Patches that kustomize fails on as soon as there is an object for them: it reads neither operations nor selectors before
 * (sigs.k8s.io/kustomize/api/resmap).
 */
final class FlawedPatches {

    private final Taken taken;
    private final List<Refusal> found;

    /** @param found is told of each once, though several applications may make the patch */
    FlawedPatches(Taken taken, List<Refusal> found) {
        this.taken = taken;
        this.found = found;
    }

    /** @param contents what the documents of the patch are */
    void check(Patch patch, Fields target, List<PatchContent> contents) {
        Field<String> labels = target.text("labelSelector");
        Field<String> annotations = target.text("annotationSelector");
        boolean isByLabels = labels.isPresent() && !labels.is("");
        Field<String> first = isByLabels ? labels : annotations; // the other is for what the labels have selected
        if (isUnreadable(first) && isSurelyForAny(target)) {
            add(first, Reason.UNREADABLE_SELECTOR, "");
            return;
        }
        boolean isExact = !target.has("labelSelector") && !target.has("annotationSelector");
        if (!contents.isEmpty() && contents.get(0).flaw().isPresent() && isExact && isSurelyForAny(target)) {
            PatchContent.Flaw flaw = contents.get(0).flaw().get();
            Span place = flaw.place();
            boolean isInline = patch.inline().isPresent();
            add(
                    isInline ? patch.inline().part(place.start(), place.end()) : patch.entry(),
                    switch (flaw.lack()) {
                        case OP -> Reason.UNKNOWN_OPERATION;
                        case PATH -> Reason.OPERATION_WITHOUT_PATH;
                        case FROM -> Reason.OPERATION_WITHOUT_FROM;
                    },
                    isInline ? "" : patch.path().orElse(""));
        }
    }

    private static boolean isUnreadable(Field<String> selector) {
        String text = selector.or("");
        return !text.isEmpty() && !NameToken.isFilledIn(text) && !SelectorText.isReadable(text);
    }

    private void add(Located entry, Reason reason, String name) {
        for (Refusal refusal : found) {
            if (refusal.entry().location().equals(entry.location())) {
                return;
            }
        }
        found.add(new Refusal(entry, reason, name));
    }

    private boolean isSurelyForAny(Fields target) {
        for (Placed placed : taken.objects()) {
            if (isSurelyFor(target, placed)) {
                return true;
            }
        }
        return false;
    }

    /** By its labels it need not be one that the selector, could it be read, would select. */
    private static boolean isSurelyFor(Fields target, Placed placed) {
        Member member = placed.member();
        Placement placement = placed.placement();
        return !member.name().isEmpty()
                && placement.hasKnownIdentity()
                && fits(target, "group", member.object().group())
                && fits(target, "version", member.object().version())
                && fits(target, "kind", member.object().kind())
                && (fits(target, "name", member.name()) || fits(target, "name", placement.name()))
                && (target.text("namespace").is("")
                        || target.text("namespace").isAbsent()
                        || (!placement.namespace().isEmpty() && fits(target, "namespace", placement.namespace())));
    }

    /** Patterns that repeat a group count as fitting elsewhere, and are none that fit for sure. */
    private static boolean fits(Fields target, String field, String text) {
        String expression = target.text(field).or("");
        return !target.text(field).isInvalid()
                && expression.indexOf(')') < 0
                && KustomizationGraph.matches(expression, text);
    }
}
