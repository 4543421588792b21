package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.manifest.Unmatched;
import dev.stslint.manifest.Unmatched.Aspect;
import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.manifest.Unmatched.Difference;
import dev.stslint.source.Located;
import dev.stslint.source.NearestNames;

/** What is said of entries of kustomizations for objects or fields that are not there. */
final class UnmatchedEntries {

    private static final String CORRECT = "correct the name, or add the object to `resources`";

    private UnmatchedEntries() {}

    /** An entry for an object that its kustomization does not take, or for a field that is not there. */
    static Draft of(Unmatched unmatched) {
        Problem problem = unmatched.difference().isPresent()
                ? problemOf(unmatched, unmatched.difference().get())
                : problemOf(unmatched);
        String name = unmatched.name().isEmpty() ? "" : " `" + unmatched.name() + "`";
        return Draft.of(
                EngineRules.UNMATCHED_KUSTOMIZATION_ENTRY,
                problem.label(InvalidEntries.FAILS),
                unmatched.kind() + name);
    }

    private static String title(Unmatched unmatched) {
        String kind = unmatched.kind().isEmpty() ? "object" : unmatched.kind();
        return unmatched.name().isEmpty() ? kind : kind + " `" + unmatched.name() + "`";
    }

    private static Problem problemOf(Unmatched unmatched) {
        String title = title(unmatched);
        String message = switch (unmatched.change()) {
            case REPLICAS -> "there is no workload `" + unmatched.name() + "` to set the replicas of";
            case PATCH, GENERATOR, GENERATOR_BEFORE_COMPONENTS, SOURCE ->
                "there is no " + title + purpose(unmatched.change());
            case SOURCE_FIELD -> title + " has no such field to copy from";
            case TARGET_FIELD -> title + " has no such field to copy to";
        };
        NearestNames nearest = NearestNames.of(unmatched.name(), unmatched.names());
        Problem problem = Problem.at(unmatched.entry(), message + nearest.question());
        return switch (unmatched.change()) {
            case SOURCE_FIELD -> problem.help("correct the path");
            case TARGET_FIELD -> problem.help("correct the path, or let `options` have `create: true`");
            case GENERATOR_BEFORE_COMPONENTS ->
                problem.note(neitherTakenNorMade(unmatched))
                        .note("components come behind generators; before release 5.1 kustomize took them first")
                        .help(CORRECT);
            default -> problem.note(neitherTakenNorMade(unmatched)).help(CORRECT);
        };
    }

    private static String purpose(Change change) {
        return switch (change) {
            case PATCH -> " for this patch";
            case GENERATOR, GENERATOR_BEFORE_COMPONENTS -> " to change";
            default -> " to copy from";
        };
    }

    private static String neitherTakenNorMade(Unmatched unmatched) {
        return unmatched.taker().isPresent()
                ? "neither what `"
                        + KustomizationFaults.shown(unmatched.taker().get())
                        + "`, which takes this component, takes nor what it generates is called so"
                : "neither what the kustomization takes nor what it generates is called so";
    }

    /** There are others of the kind and the name. */
    private static Problem problemOf(Unmatched unmatched, Difference difference) {
        boolean isVersion = difference.aspect() == Aspect.VERSION;
        String said = difference.said();
        String message = "there is no " + title(unmatched);
        if (isVersion) {
            message += said.isEmpty() ? " without an `apiVersion`" : " of `" + said + "`";
        } else {
            message += said.isEmpty() ? " without a namespace" : " in namespace `" + said + "`";
        }
        Problem problem = Problem.at(unmatched.entry(), message + purpose(unmatched.change()));
        boolean isOne = difference.given().size() == 1;
        String given = difference.given().iterator().next();
        for (Located object : difference.objects()) {
            problem = problem.seeAlso(object, isOne ? "this is " + placed(isVersion, given) : "this is another");
        }
        problem = problem.note(
                difference.isSetLater()
                        ? "the `namespace` of this kustomization is set behind its generators and patches"
                        : "an object is found by its `apiVersion`, its kind, its name and its namespace");
        String field = isVersion ? "apiVersion" : "namespace";
        String where = unmatched.change() == Change.PATCH ? " of the patch" : "";
        if (!isOne) {
            return problem.help("let the `" + field + "`" + where + " be that of the one that is meant");
        }
        return problem.help(
                given.isEmpty()
                        ? "leave the `namespace`" + where + " out"
                        : "let the `" + field + "`" + where + " be `" + given + "`");
    }

    private static String placed(boolean isVersion, String given) {
        if (isVersion) {
            return "of `" + given + "`";
        }
        return given.isEmpty() ? "in no namespace" : "in `" + given + "`";
    }
}
