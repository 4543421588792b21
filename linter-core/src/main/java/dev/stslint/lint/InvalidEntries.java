package dev.stslint.lint;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.KeyedValue;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.Kustomization.PatchStyle;
import dev.stslint.kube.KustomizationKeys.Mistyped;
import dev.stslint.kube.Replacement;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Refusal;
import dev.stslint.source.Located;
import dev.stslint.source.PlainWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an entry of a kustomization says that makes {@code kustomize build} refuse it. */
final class InvalidEntries {

    static final String FAILS = "`kustomize build` fails: nothing of this is applied";

    static final String REFUSES_FILE = "`kustomize build` refuses the file";

    private final List<Draft> drafts = new ArrayList<>(0);

    private InvalidEntries() {}

    /**
     * Those that are so by themselves, whatever else there is.
     *
     * @param variables the names of the variables that files hold, by their paths
     */
    static List<Draft> in(Kustomization kustomization, Map<String, List<String>> variables) {
        InvalidEntries entries = new InvalidEntries();
        entries.checkVersion(kustomization);
        for (Field<String> entry : kustomization.namelessEntries()) {
            entries.add(entry, "this entry names nothing", "name a file or a directory, or take the entry out");
        }
        entries.checkOrder(kustomization.sortOptions());
        for (Patch patch : kustomization.patches()) {
            entries.check(patch);
            for (Field<String> expression : patch.malformedExpressions()) {
                entries.addMalformed(expression);
            }
        }
        if (kustomization.emptyMergePatches().isPresent()) {
            entries.add(
                    kustomization.emptyMergePatches(),
                    "there is no patch in `patchesStrategicMerge`",
                    "write the patch, or take the key out");
        }
        for (Generator generator : kustomization.generators()) {
            entries.check(generator, kustomization, variables);
        }
        for (Fields count : kustomization.namelessReplicas()) {
            entries.add(count, "this count has no `name` of what it is for", "add its `name`");
        }
        for (Replacement replacement : kustomization.replacements()) {
            entries.check(replacement);
        }
        return entries.drafts;
    }

    private void add(Located place, String message, String help) {
        drafts.add(of(Problem.at(place, message).label(FAILS).help(help)));
    }

    private static Draft of(Problem problem) {
        return Draft.of(EngineRules.INVALID_KUSTOMIZATION_ENTRY, problem, problem.message());
    }

    private void checkVersion(Kustomization kustomization) {
        Field<String> version = kustomization.apiVersion();
        String wanted = kustomization.wantedVersion();
        if (version.isPresent() && !version.is("") && !version.is(wanted)) {
            String kind = kustomization.isComponent() ? "Component" : "Kustomization";
            add(version, "this is no `apiVersion` of a " + kind, "write `" + wanted + "`, or leave it out");
        }
    }

    private void checkOrder(Fields sortOptions) {
        Field<String> order = sortOptions.text("order");
        if (sortOptions.isAbsent() || order.isInvalid()) {
            return;
        }
        if (order.is("fifo") && sortOptions.object("legacySortOptions").isPresent()) {
            add(order, "`legacySortOptions` are for the order `legacy`", "write `legacy`, or take the options out");
        } else if (!order.is("fifo") && !order.is("legacy")) {
            Located place = order.isAbsent() ? sortOptions : order;
            add(place, "the `order` must be `fifo` or `legacy`", "write one of the two, or take `sortOptions` out");
        }
    }

    private void addMalformed(Field<String> expression) {
        String text = expression.or("");
        Problem problem = Problem.at(
                        expression, "the `" + expression.name() + "` of this target is no regular expression")
                .label(FAILS);
        if (text.contains("(?") && !text.contains("(?>")) {
            problem = problem.note("kustomize takes regular expressions of Go, which look neither ahead nor behind");
        }
        drafts.add(of(problem.help(
                text.equals("*")
                        ? "leave it out, which means any"
                        : "write one, as `web-.*` for what starts with `web-`")));
    }

    private void check(Patch patch) {
        Fields entry = patch.entry().owner();
        boolean isMerge = patch.style() == PatchStyle.MERGE;
        if (isMerge || entry.text("path").isInvalid() || entry.text("patch").isInvalid()) {
            return;
        }
        if (patch.isInline() && patch.isInFile()) {
            add(patch.entry(), "this patch has a `path` and a `patch`", "keep one of the two");
        } else if (!patch.isInline() && !patch.isInFile()) {
            Located place = entry.has("patch") ? entry.text("patch") : entry;
            add(place, "this patch has neither a `path` nor a `patch`", "add one of the two, or take the entry out");
        }
        if (patch.style() == PatchStyle.OPERATIONS
                && entry.object("target").text("name").isAbsent()) {
            Located place = patch.target().isPresent() ? entry.object("target") : entry;
            add(place, "a patch of `patchesJson6902` must name its `target`", "add the target's `name`");
        }
    }

    private void check(Generator generator, Kustomization kustomization, Map<String, List<String>> variables) {
        Field<String> name = generator.name();
        if (name.isAbsent() || name.is("")) {
            Located place = name.isAbsent() ? generator.fields() : name;
            add(place, "this " + generator.kind() + " has no name", "add its `name`");
        }
        for (Field<String> literal : generator.malformedLiterals()) {
            if (literal.isPresent()) {
                add(literal, "this literal of " + generator.title() + " has no key", "write it as `key=value`");
            }
        }
        for (Field<String> file : generator.malformedFiles()) {
            add(file, "this is neither a path nor a key, `=` and a path", "write it as `key=path`");
        }
        Map<String, Located> first = new HashMap<>();
        for (Field<String> file : generator.envs()) {
            String path = ManifestSet.target(kustomization, file.or(""));
            for (String variable : variables.getOrDefault(path, List.of())) {
                Located before = first.putIfAbsent(variable, file);
                if (before != null) {
                    addRepeated(generator, variable, file, before);
                }
            }
        }
        for (KeyedValue value : generator.keyed()) {
            Located before = first.putIfAbsent(value.key(), place(value));
            if (before != null) {
                addRepeated(generator, value.key(), place(value), before);
            }
        }
    }

    private void addRepeated(Generator generator, String key, Located second, Located first) {
        String title = PlainWord.is(key) ? "`" + key + "`" : "a key";
        Problem problem = Problem.at(second, generator.title() + " gets " + title + " a second time")
                .label(FAILS);
        if (first == second) {
            problem = problem.note("both stand in the file");
        } else {
            problem = problem.related(first, "the first comes from here");
        }
        drafts.add(of(problem.help("keep one of the two")));
    }

    /** The key; all of it where that is not written. */
    private static Located place(KeyedValue value) {
        String text = value.field().or("");
        return text.startsWith(value.key() + "=")
                ? value.field().part(0, value.key().length())
                : value.field();
    }

    private void check(Replacement replacement) {
        Fields fields = replacement.fields();
        boolean isSaid =
                replacement.source().isPresent() || fields.text("sourceValue").isPresent();
        if (replacement.isInFile()) {
            if (isSaid || fields.list("targets").isPresent()) {
                add(fields, "this replacement stands in a file and here too", "keep one of the two");
            }
        } else if (!isSaid && fields.object("source").isAbsent()) {
            add(fields, "this replacement has no `source`", "say what is copied, or take the entry out");
        } else if (fields.list("targets").isAbsent() || fields.list("targets").is(0)) {
            add(fields, "this replacement has no `targets`", "say where it is copied to, or take the entry out");
        } else {
            for (Replacement.Target target : replacement.targets()) {
                if (target.select().isAbsent()) {
                    add(target.fields(), "this target has no `select`", "say which objects it is for");
                }
            }
        }
    }

    /** A value of a wrong type. */
    static Draft of(Mistyped mistyped) {
        Problem problem = Problem.at(
                        mistyped::location,
                        mistyped.what() + " must be " + mistyped.wanted() + ", and this is " + mistyped.given())
                .label(REFUSES_FILE);
        boolean isRewritable = mistyped.isAsWritten() && !YamlEdits.hasProperties(mistyped.location());
        return of(
                switch (mistyped.remedy()) {
                    case QUOTES ->
                        repairing(problem, "write it in quotes", isRewritable, YamlEdits.quote(mistyped.location()));
                    case NO_QUOTES ->
                        repairing(
                                problem,
                                "write it without quotes",
                                isRewritable,
                                YamlEdits.unquote(mistyped.location()));
                    case ANOTHER_VALUE -> problem;
                });
    }

    private static Problem repairing(Problem problem, String help, boolean isRepairable, TextEdit... edits) {
        return isRepairable ? problem.help(help).fix(Fix.safe(help, edits)) : problem.help(help);
    }

    /** A document that is no mapping. */
    static Draft ofOther(Located document) {
        return of(Problem.at(document, "this is no kustomization")
                .label("`kustomize build` refuses it, and all that takes it")
                .help("write a mapping, as `resources: [app.yaml]`"));
    }

    /** An object that is called a kustomization of a kind that is none. */
    static Draft ofKind(KubernetesObject object) {
        String kind = PlainWord.is(object.kind()) ? "`" + object.kind() + "`" : "this";
        return of(Problem.at(object.fields().text("kind"), kind + " is no kind of kustomization")
                .label(REFUSES_FILE)
                .help("write `Kustomization` or `Component`, or leave the `kind` out"));
    }

    /** A directory where kustomize reads a file. */
    static Draft ofDirectory(Field<String> entry, String path) {
        return of(Problem.at(entry, "`" + path + "` is a directory, and a file belongs here")
                .label(FAILS)
                .help("name each file of it"));
    }

    /** A file where kustomize takes a directory. */
    static Draft ofFile(Field<String> entry, String path) {
        return of(Problem.at(entry, "`" + path + "` is a file, and a component is a directory")
                .label(FAILS)
                .help("name the directory of a component, or list it under `resources`"));
    }

    /** What an entry leads to, or a patch that is none. */
    static Draft of(Refusal refusal) {
        String name = refusal.name().isEmpty() ? "this" : "`" + refusal.name() + "`";
        String message = switch (refusal.reason()) {
            case COMPONENT_AMONG_RESOURCES -> name + " is a component, and stands among resources";
            case KUSTOMIZATION_AMONG_COMPONENTS -> name + " is no component";
            case FILE_OF_A_KUSTOMIZATION -> name + " is the file of a kustomization, and no object";
            case EMPTY_PATCH -> "the patch" + in(refusal) + " is empty";
            case OPERATIONS_WITHOUT_TARGET -> "the operations" + in(refusal) + " have no `target`";
            case NAMELESS_PATCH -> "the patch" + in(refusal) + " lacks its object's `kind` or `metadata.name`";
            case SEVERAL_PATCHES_FOR_A_TARGET -> "several patches" + in(refusal) + " have one `target`";
            case NO_PATCH -> name + " is neither a list of operations nor a part of an object";
            case NO_OPERATIONS -> name + " is no list of operations";
            case NO_MERGE_PATCH -> name + " is a list of operations, and no part of an object";
            case UNKNOWN_OPERATION -> "this operation" + in(refusal) + " has no `op` that there is";
            case OPERATION_WITHOUT_PATH -> "this operation" + in(refusal) + " has no `path`";
            case OPERATION_WITHOUT_FROM -> "this operation" + in(refusal) + " has no `from`";
            case UNREADABLE_SELECTOR -> "this is no selector that kustomize takes";
        };
        String help = switch (refusal.reason()) {
            case COMPONENT_AMONG_RESOURCES -> "list it under `components`";
            case KUSTOMIZATION_AMONG_COMPONENTS -> "list it under `resources`, or give it `kind: Component`";
            case FILE_OF_A_KUSTOMIZATION -> "take its directory";
            case EMPTY_PATCH, NO_PATCH -> "write the patch, or take the entry out";
            case OPERATIONS_WITHOUT_TARGET -> "say with a `target` which objects they are for";
            case NAMELESS_PATCH -> "add both; beside a `target` any name does";
            case SEVERAL_PATCHES_FOR_A_TARGET -> "make an entry of each, or leave the `target` out";
            case NO_OPERATIONS, NO_MERGE_PATCH -> "list it under `patches`, which takes both";
            case UNKNOWN_OPERATION -> "write `add`, `remove`, `replace`, `move`, `copy` or `test`";
            case OPERATION_WITHOUT_PATH -> "add the `path` of the field that it changes";
            case OPERATION_WITHOUT_FROM -> "add the path `from` which it takes the value";
            case UNREADABLE_SELECTOR -> "write it as `app=web,tier in (front, back)`";
        };
        return of(Problem.at(refusal.entry(), message).label(FAILS).help(help));
    }

    private static String in(Refusal refusal) {
        return refusal.name().isEmpty() ? "" : " in `" + refusal.name() + "`";
    }
}
