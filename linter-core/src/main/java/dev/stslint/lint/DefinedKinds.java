package dev.stslint.lint;

import dev.stslint.judge.CustomKind;
import dev.stslint.kube.ObjectView;
import dev.stslint.manifest.DefinitionDirectory;
import dev.stslint.manifest.DefinitionDirectory.Definition;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The custom kinds whose definitions a run holds, each made ready once. Not for several threads; the kinds are. */
final class DefinedKinds {

    private final DefinitionDirectory definitions;
    private final Map<Object, Map<Integer, Optional<CustomKind>>> kinds = new HashMap<>(0);

    DefinedKinds(ManifestSet manifests) {
        this.definitions = manifests.definitions();
    }

    boolean isEmpty() {
        return definitions.isEmpty();
    }

    /** The kind of an object; empty for Kubernetes' own, and where no definition of use is known. */
    Optional<CustomKind> of(ObjectView view) {
        if (isEmpty() || Schema.kindOf(view.object()).isPresent()) {
            return Optional.empty();
        }
        Optional<Definition> found = definitions.of(view).found();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Definition definition = found.get();
        Map<Integer, Optional<CustomKind>> versions =
                kinds.computeIfAbsent(definition.definition().object(), first -> new HashMap<>(2));
        return versions.computeIfAbsent(
                definition.version().index(), index -> CustomKind.of(definition.definition(), definition.version()));
    }
}
