package dev.stslint.kube;

import dev.stslint.source.Ascii;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import dev.stslint.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document of a kustomize patch touches: not what it makes of a field, only that the field's value is not the written one.
 *
 * @param form what it is
 * @param object the object a strategic merge patch repeats; none for a JSON patch
 * @param place what to underline of it in the text that was read
 * @param deletes whether it removes the object
 * @param paths the touched fields, list items by name, {@code [*]} where an index is given
 * @param flaw of the first operation that cannot be made
 */
public record PatchContent(
        Form form, PatchedObject object, Span place, boolean deletes, List<String> paths, Optional<Flaw> flaw) {

    /** What operations there are (RFC 6902). */
    private static final List<String> OPERATIONS = List.of("add", "remove", "replace", "move", "copy", "test");

    /** What may change any field of anything. */
    public static final PatchContent ANYTHING =
            new PatchContent(Form.MERGE, PatchedObject.NONE, new Span(0, 0), false, List.of(""), Optional.empty());

    /** What a document of a patch may be. */
    public enum Form {
        /** A part of an object. */
        MERGE,
        /** A part of an object that does not say of which: kustomize refuses it. */
        NAMELESS,
        /** A list of operations (RFC 6902). */
        OPERATIONS,
        /** Nothing that kustomize takes for a patch. */
        NONE
    }

    /** What an operation lacks, whatever object it is for. */
    public enum Lack {
        OP,
        PATH,
        FROM
    }

    /**
     * What is wrong with an operation.
     *
     * @param place what to underline in the text that was read
     */
    public record Flaw(Lack lack, Span place) {}

    /** Reads a patch that stands as text in a kustomization. */
    public static List<PatchContent> read(String text) {
        SourceText source = SourceFile.of("patch", text);
        List<PatchContent> contents = new ArrayList<>(1);
        for (YamlDocument document :
                new YamlReader(YamlLimits.DEFAULT).read(source).documents()) {
            document.root().flatMap(PatchContent::of).ifPresent(contents::add);
        }
        return contents;
    }

    /** The same, where all of it can be read. */
    public static Optional<List<PatchContent>> readWhole(String text) {
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of("patch", text));
        List<PatchContent> contents = new ArrayList<>(1);
        for (YamlDocument document : stream.documents()) {
            if (document.state() == YamlDocument.State.BROKEN) {
                return Optional.empty();
            }
            document.root().flatMap(PatchContent::of).ifPresent(contents::add);
        }
        return stream.template() || !stream.faults().isEmpty() ? Optional.empty() : Optional.of(contents);
    }

    /** The patch that a document is; empty when it holds nothing. */
    public static Optional<PatchContent> of(YamlNode root) {
        if (root instanceof YamlMapping mapping) {
            return mapping.size() == 0 ? Optional.empty() : Optional.of(merge(mapping));
        }
        if (root instanceof YamlSequence operations) {
            return operations.size() == 0 ? Optional.empty() : Optional.of(jsonPatch(operations));
        }
        return root instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL
                ? Optional.empty()
                : Optional.of(none(root.span()));
    }

    private static PatchContent merge(YamlMapping mapping) {
        List<String> paths = new ArrayList<>();
        collect(mapping, "", paths);
        PatchedObject object = PatchedObject.of(mapping);
        return new PatchContent(
                object.isNamed() ? Form.MERGE : Form.NAMELESS,
                object,
                object.namePlace(),
                text(mapping, "$patch").equals("delete"),
                List.copyOf(paths),
                Optional.empty());
    }

    private static PatchContent none(Span place) {
        return new PatchContent(Form.NONE, PatchedObject.NONE, place, false, List.of(), Optional.empty());
    }

    private static PatchContent jsonPatch(YamlSequence operations) {
        List<String> paths = new ArrayList<>();
        Optional<Flaw> flaw = Optional.empty();
        for (int i = 0; i < operations.size(); i++) {
            YamlNode item = operations.item(i);
            if (KustomizeType.isNothing(item.target())) {
                flaw = flaw.isPresent() ? flaw : Optional.of(new Flaw(Lack.OP, item.span()));
                continue;
            }
            if (!(item.target() instanceof YamlMapping operation)) {
                return none(item.span());
            }
            paths.add(path(text(operation, "path")));
            if (operation.has("from")) {
                paths.add(path(text(operation, "from")));
            }
            if (flaw.isEmpty()) {
                flaw = flaw(operation);
            }
        }
        return new PatchContent(
                Form.OPERATIONS, PatchedObject.NONE, operations.span(), false, List.copyOf(paths), flaw);
    }

    private static Optional<Flaw> flaw(YamlMapping operation) {
        String op = text(operation, "op");
        Span place = operation.size() == 0
                ? operation.span()
                : operation.key(Math.max(0, operation.indexOf("op"))).span();
        if (!OPERATIONS.contains(op)) {
            return NameToken.isFilledIn(op) ? Optional.empty() : Optional.of(new Flaw(Lack.OP, place));
        }
        if (!isText(operation, "path")) {
            return Optional.of(new Flaw(Lack.PATH, place));
        }
        boolean isFromElsewhere = op.equals("move") || op.equals("copy");
        return isFromElsewhere && !isText(operation, "from")
                ? Optional.of(new Flaw(Lack.FROM, place))
                : Optional.empty();
    }

    private static boolean isText(YamlMapping mapping, String name) {
        return mapping.get(name) instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING;
    }

    /** {@code spec.containers[*].image} for {@code /spec/containers/0/image}. */
    private static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : steps(pointer)) {
            if (step.isEmpty()) {
                path.append("[*]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }

    /** The names in a JSON pointer, an empty one for each index. */
    static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String escaped : pointer.split("/", -1)) {
            String step = escaped.replace("~1", "/").replace("~0", "~");
            if (!step.isEmpty()) {
                steps.add(step.equals("-") || Ascii.isDigits(step) ? "" : step);
            }
        }
        return steps;
    }

    /** Adds the leaves below a node; what only identifies the object is no change. */
    private static void collect(YamlNode node, String path, List<String> paths) {
        if (node instanceof YamlMapping mapping && mapping.size() > 0) {
            for (int i = 0; i < mapping.size(); i++) {
                String name = mapping.name(i);
                boolean identity = (path.isEmpty() && (name.equals("apiVersion") || name.equals("kind")))
                        || (path.equals("metadata") && (name.equals("name") || name.equals("namespace")));
                if (identity) {
                    continue;
                }
                if (name.equals("$patch") || name.startsWith("$retainKeys") || name.startsWith("$setElementOrder")) {
                    paths.add(path);
                } else {
                    collect(mapping.value(i).target(), path.isEmpty() ? name : path + "." + name, paths);
                }
            }
        } else if (node instanceof YamlSequence sequence && sequence.size() > 0) {
            for (int i = 0; i < sequence.size(); i++) {
                collectItem(sequence.item(i).target(), path, paths);
            }
        } else {
            paths.add(path);
        }
    }

    private static void collectItem(YamlNode item, String path, List<String> paths) {
        String name = item instanceof YamlMapping mapping ? text(mapping, "name") : "";
        if (name.isEmpty() || !(item instanceof YamlMapping mapping)) {
            paths.add(path);
            return;
        }
        String itemPath = path + "[" + name + "]";
        if (mapping.size() == 1) {
            paths.add(itemPath);
        }
        for (int i = 0; i < mapping.size(); i++) {
            if (mapping.name(i).equals("$patch")) {
                paths.add(itemPath);
            } else if (!mapping.name(i).equals("name")) {
                collect(mapping.value(i).target(), itemPath + "." + mapping.name(i), paths);
            }
        }
    }

    static String text(YamlMapping mapping, String name) {
        return mapping.get(name) instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING
                ? scalar.text()
                : "";
    }
}
