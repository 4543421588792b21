package dev.stslint.kube;

import dev.stslint.source.Span;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * The object that a strategic merge patch repeats, as far as the patch says which one that is.
 *
 * @param apiVersion empty where none is written; so the others
 * @param versionPlace where that stands in the text that was read; the place of the name where it does not
 * @param namePlace where that stands; the first key of the patch where it does not
 * @param namespacePlace where that stands; the place of the name where it does not
 */
public record PatchedObject(
        String apiVersion,
        String kind,
        String name,
        String namespace,
        Span versionPlace,
        Span namePlace,
        Span namespacePlace) {

    /** That of a patch which repeats none. */
    public static final PatchedObject NONE =
            new PatchedObject("", "", "", "", new Span(0, 0), new Span(0, 0), new Span(0, 0));

    static PatchedObject of(YamlMapping patch) {
        YamlMapping metadata = patch.get("metadata") instanceof YamlMapping found ? found : null;
        YamlNode version = patch.get("apiVersion");
        YamlNode name = metadata == null ? null : metadata.get("name");
        YamlNode namespace = metadata == null ? null : metadata.get("namespace");
        Span place = name == null ? patch.key(0).span() : name.span();
        return new PatchedObject(
                written(version),
                written(patch.get("kind")),
                written(name),
                written(namespace),
                version == null ? place : version.span(),
                place,
                namespace == null ? place : namespace.span());
    }

    /** A value is taken as it is written, even where it is a number. */
    private static String written(@Nullable YamlNode value) {
        return value instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL ? scalar.text() : "";
    }

    /** Whether it says enough for kustomize to take the patch; a list need not have a name. */
    boolean isNamed() {
        return !kind.isEmpty() && (kind.endsWith("List") || !name.isEmpty());
    }
}
