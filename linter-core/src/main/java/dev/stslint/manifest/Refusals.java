package dev.stslint.manifest;

import dev.stslint.kube.Field;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.Kustomization.PatchStyle;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.PatchContent.Form;
import dev.stslint.manifest.Refusal.Reason;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the entries of kustomizations that are refused wherever they are taken. */
final class Refusals {

    private final KustomizationGraph graph;
    private final List<Refusal> found = new ArrayList<>(0);

    Refusals(KustomizationGraph graph) {
        this.graph = graph;
    }

    /** Those of some kustomizations by their directories. */
    List<Refusal> in(Map<String, Kustomization> byDirectory) {
        for (Map.Entry<String, Kustomization> entry : byDirectory.entrySet()) {
            String directory = entry.getKey();
            Kustomization kustomization = entry.getValue();
            for (Field<String> resource : kustomization.resources()) {
                if (!resource.or("").isEmpty()) {
                    checkResource(resource, graph.target(directory, resource.or("")), byDirectory);
                }
            }
            for (Field<String> component : kustomization.components()) {
                Kustomization taken = byDirectory.get(graph.target(directory, component.or("")));
                if (!component.or("").isEmpty() && taken != null && !taken.isComponent()) {
                    add(component, Reason.KUSTOMIZATION_AMONG_COMPONENTS, component.or(""));
                }
            }
            for (Patch patch : kustomization.patches()) {
                check(patch, directory);
            }
        }
        return found;
    }

    private void add(Located entry, Reason reason, String name) {
        found.add(new Refusal(entry, reason, name));
    }

    private void checkResource(Field<String> resource, String target, Map<String, Kustomization> byDirectory) {
        Kustomization taken = byDirectory.get(target);
        int slash = target.lastIndexOf('/');
        Kustomization written = byDirectory.get(target.substring(0, Math.max(0, slash)));
        if (taken != null && isFileOf(taken, resource.or(""))) {
            checkFile(resource, taken); // known by its directory, since it lies outside of what was named
        } else if (taken != null && taken.isComponent()) {
            add(resource, Reason.COMPONENT_AMONG_RESOURCES, resource.or(""));
        } else if (written != null && written.object().file().path().equals(target)) {
            checkFile(resource, written);
        }
    }

    private static boolean isFileOf(Kustomization kustomization, String resource) {
        return resource.endsWith("/" + kustomization.object().file().name());
    }

    /** It is an object too if it has a name. */
    private void checkFile(Field<String> resource, Kustomization kustomization) {
        if (!kustomization.object().fields().has("kind")
                || !kustomization.object().metadata().text("name").isPresent()) {
            add(resource, Reason.FILE_OF_A_KUSTOMIZATION, resource.or(""));
        }
    }

    /** What its kustomization says of it by itself, as that it is nowhere, is not judged here. */
    private void check(Patch patch, String directory) {
        if (patch.isInline() == patch.isInFile()) {
            return;
        }
        Optional<List<PatchContent>> contents = patch.isInline()
                ? PatchContent.readWhole(patch.inline().or(""))
                : graph.patchesIn(graph.target(directory, patch.path().get()));
        if (contents.isPresent()) {
            check(patch, contents.get());
        }
    }

    private void check(Patch patch, List<PatchContent> contents) {
        boolean isInline = patch.isInline();
        String name = isInline ? "" : patch.path().orElse("");
        Located entry = isInline ? handle(patch) : patch.entry();
        if (contents.isEmpty()) {
            // One of several strategic merge patches may be empty, if its list holds another one.
            if (patch.style() == PatchStyle.OPERATIONS
                    || (patch.style() == PatchStyle.ANY && patch.target().isEmpty())) {
                add(entry, Reason.EMPTY_PATCH, name);
            }
            return;
        }
        Form first = contents.get(0).form();
        if (patch.style() == PatchStyle.OPERATIONS) {
            if (first != Form.OPERATIONS) {
                add(entry, Reason.NO_OPERATIONS, name);
            }
            return;
        }
        if (first == Form.OPERATIONS) {
            if (patch.style() == PatchStyle.MERGE) {
                add(entry, Reason.NO_MERGE_PATCH, name);
            } else if (patch.target().isEmpty()) {
                add(entry, Reason.OPERATIONS_WITHOUT_TARGET, name);
            }
            return;
        }
        for (PatchContent content : contents) {
            if (content.form() != Form.MERGE) {
                Span place = content.place();
                add(
                        isInline ? patch.inline().part(place.start(), place.end()) : entry,
                        content.form() == Form.NAMELESS ? Reason.NAMELESS_PATCH : Reason.NO_PATCH,
                        name);
                return;
            }
        }
        if (contents.size() > 1 && patch.target().isPresent()) {
            add(entry, Reason.SEVERAL_PATCHES_FOR_A_TARGET, name);
        }
    }

    /** A patch in a kustomization is many lines long. */
    private static Located handle(Patch patch) {
        Field<String> inline = patch.inline();
        Optional<Location> key = inline.owner().keyLocation(inline.name());
        return key.isEmpty() || patch.style() == PatchStyle.MERGE ? inline : key::get;
    }
}
