package dev.stslint.judge;

import dev.stslint.finding.Problem;
import dev.stslint.kube.CustomResourceDefinition;
import java.util.List;

/**
 * What files apart from the input say of objects.
 *
 * @param mistakes whatever cannot be used of them, each with its place
 */
public record GivenSchemas(
        List<CustomResourceDefinition> definitions, List<HousePolicy> policies, List<Problem> mistakes) {

    /** No files. */
    public static final GivenSchemas NONE = new GivenSchemas(List.of(), List.of(), List.of());
}
