package dev.stslint.kube;

import dev.stslint.source.SourceText;
import dev.stslint.yaml.VariableLines;
import dev.stslint.yaml.YamlBranch;
import dev.stslint.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What a generator makes of a file of variables.
 *
 * @param kind of the object
 * @param name of the object
 */
public record VariableFile(String kind, String name) {

    /** The object, with what stands in a file at its places there; more than one where a variable stands there twice. */
    public List<ObjectView> objectsIn(SourceText source) {
        List<ObjectView> views = new ArrayList<>(1);
        for (YamlMapping variables : VariableLines.in(source)) {
            YamlMapping object = YamlBranch.of(
                    "metadata",
                    YamlBranch.of(List.of("name"), YamlBranch.text(name, variables)),
                    kind.equals("Secret") ? "stringData" : "data",
                    variables);
            views.add(Views.of(KubernetesObject.of(source.file(), List.of(), object, "v1", kind)));
        }
        return views;
    }
}
