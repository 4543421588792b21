package dev.stslint.lint;

import dev.stslint.judge.CustomKind;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.DefinitionDirectory.Definition;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The custom kinds of a run's objects, as far as the run holds their definitions. Those in the input are read again, since
 * nobody kept their schemas.
 */
final class DefinedKinds {

    private final Map<KubernetesObject, List<Definition>> definitions = new HashMap<>(0);
    private final Map<KubernetesObject, CustomKind> unserved = new HashMap<>(0);
    private final Map<KubernetesObject, CustomResourceDefinition> whole = new HashMap<>(0);

    /** By the definitions that are equally near, and the name of the version. */
    private final Map<List<KubernetesObject>, Map<String, Optional<CustomKind>>> kinds = new HashMap<>(0);

    DefinedKinds(ManifestSet manifests, List<FileResult> files) {
        if (manifests.definitions().isEmpty()) {
            return;
        }
        Set<KubernetesObject> needed = new HashSet<>();
        for (ObjectView view : manifests.objects()) {
            if (Schema.kindOf(view.object()).isEmpty()) {
                Optional<List<Definition>> found =
                        manifests.definitions().of(view).found();
                if (found.isPresent()) {
                    definitions.put(view.object(), found.get());
                    for (Definition definition : found.get()) {
                        needed.add(definition.definition().object());
                    }
                } else {
                    Optional<CustomResourceDefinition> refusing =
                            manifests.definitions().refusing(view);
                    if (refusing.isPresent()) {
                        unserved.put(view.object(), CustomKind.unserved(refusing.get()));
                    }
                }
            }
        }
        for (FileResult file : files) {
            readAgain(file, needed);
        }
    }

    private void readAgain(FileResult file, Set<KubernetesObject> needed) {
        List<KubernetesObject> again = List.of();
        for (int i = 0; i < file.objects().size(); i++) {
            ReadObject read = file.objects().get(i);
            if (needed.contains(read.view().object())) {
                again = again.isEmpty() ? file.objectsAgain() : again;
                if (i < again.size()) {
                    whole.put(read.view().object(), new CustomResourceDefinition(again.get(i)));
                }
            }
        }
    }

    boolean isEmpty() {
        return definitions.isEmpty() && unserved.isEmpty();
    }

    /** The kind of an object; empty for Kubernetes' own, and where no definition of use is known, or several that differ. */
    Optional<CustomKind> of(ObjectView view) {
        List<Definition> found = definitions.get(view.object());
        if (found == null) {
            return Optional.ofNullable(unserved.get(view.object()));
        }
        List<KubernetesObject> near = new ArrayList<>(found.size());
        for (Definition definition : found) {
            near.add(definition.definition().object());
        }
        return kinds.computeIfAbsent(near, definitionsOfKind -> new HashMap<>(2))
                .computeIfAbsent(found.get(0).version().name(), name -> kind(found));
    }

    /** The files that define an object's kind, where they differ and are equally near: then none of them counts. */
    List<String> rivals(ObjectView view) {
        List<Definition> found = definitions.getOrDefault(view.object(), List.of());
        if (found.size() < 2 || of(view).isPresent() || areAlike(found)) {
            return List.of();
        }
        List<String> paths = new ArrayList<>(found.size());
        for (Definition definition : found) {
            paths.add(definition.definition().object().file().path());
        }
        return paths;
    }

    private Optional<CustomKind> kind(List<Definition> found) {
        return areAlike(found) ? CustomKind.of(whole(found.get(0)), version(found.get(0))) : Optional.empty();
    }

    private boolean areAlike(List<Definition> found) {
        CustomResourceDefinition.Version version = version(found.get(0));
        for (Definition other : found.subList(1, found.size())) {
            if (!version(other).hasSchemaOf(version)) {
                return false;
            }
        }
        return true;
    }

    private CustomResourceDefinition whole(Definition definition) {
        return whole.getOrDefault(definition.definition().object(), definition.definition());
    }

    private CustomResourceDefinition.Version version(Definition definition) {
        return whole(definition).versions().get(definition.version().index());
    }
}
