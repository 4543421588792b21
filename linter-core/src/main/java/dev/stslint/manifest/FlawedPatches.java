package dev.stslint.manifest;

import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.SelectorText;
import dev.stslint.manifest.Refusal.Reason;
import dev.stslint.manifest.Taken.Placed;
import dev.stslint.source.Located;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Patches that kustomize fails on as soon as there is an object for them: it reads neither operations nor selectors before
 * (sigs.k8s.io/kustomize/api/resmap).
 */
final class FlawedPatches {

    private final List<Refusal> found = new ArrayList<>(0);

    /** Each once, though several applications may make the patch. */
    List<Refusal> found() {
        return found;
    }

    /** @param contents what the documents of the patch are */
    void check(Patch patch, List<PatchContent> contents, Taken taken) {
        if (patch.target().isEmpty()) {
            return;
        }
        Fields target = patch.target().get();
        for (String name : List.of("labelSelector", "annotationSelector")) {
            Field<String> selector = target.text(name);
            boolean isFilledIn =
                    selector.or("").indexOf('$') >= 0 || selector.or("").indexOf('{') >= 0;
            if (!isFilledIn && !SelectorText.isReadable(selector.or("")) && isSurelyFor(target, taken)) {
                add(selector, Reason.UNREADABLE_SELECTOR, "");
                return;
            }
        }
        boolean isExact = !target.has("labelSelector") && !target.has("annotationSelector");
        if (!contents.isEmpty() && contents.get(0).flaw().isPresent() && isExact && isSurelyFor(target, taken)) {
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

    private void add(Located entry, Reason reason, String name) {
        for (Refusal refusal : found) {
            if (refusal.entry().location().equals(entry.location())) {
                return;
            }
        }
        found.add(new Refusal(entry, reason, name));
    }

    private static boolean isSurelyFor(Fields target, Taken taken) {
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
