package dev.stslint.fix;

import dev.stslint.finding.TextEdit;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.Optional;

/**
 * Builds edits of manifests. An edit touches nothing but what it is about: comments, quotes, indentation and line ends
 * around it stay.
 */
public final class YamlEdits {

    private YamlEdits() {}

    /**
     * Puts another value in place of a scalar.
     *
     * @param plain a text that needs no quotes, as a name does
     */
    public static TextEdit replace(Field<?> field, String plain) {
        return new TextEdit(field.location(), plain);
    }

    /**
     * Adds a field to a mapping that does not have it, before its first one; empty when the mapping has none.
     *
     * @param plain a text that needs no quotes
     */
    public static Optional<TextEdit> put(Fields mapping, String name, String plain) {
        return mapping.firstKey().map(first -> {
            SourceFile file = first.file();
            int start = first.span().start();
            String separator = mapping.isFlow()
                    ? ", "
                    : file.lineBreak().text() + " ".repeat(first.start().column() - 1);
            return new TextEdit(new Location(file, Span.caret(start)), name + ": " + plain + separator);
        });
    }

    /**
     * Moves an item of a block list before an earlier one, with the comments on its lines; no edits when they do not stand
     * on lines of their own, or the file has changed.
     */
    public static Optional<TextEdit[]> moveBefore(Fields item, Fields earlier) {
        SourceFile file = item.file();
        Optional<String> text = file.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int from = lineStart(item);
        int to = lineEnd(item, text.get());
        int target = lineStart(earlier);
        if (!isDash(text.get(), from, item) || !isDash(text.get(), target, earlier) || to <= from || target >= from) {
            return Optional.empty();
        }
        String lines = text.get().substring(from, to);
        if (!lines.endsWith("\n") && !lines.endsWith("\r")) {
            return Optional.empty();
        }
        return Optional.of(new TextEdit[] {
            new TextEdit(new Location(file, Span.caret(target)), lines),
            new TextEdit(new Location(file, new Span(from, to)), "")
        });
    }

    private static int lineStart(Fields item) {
        return item.file().lineStart(item.extent().start().line());
    }

    private static int lineEnd(Fields item, String text) {
        int line = item.file().lineAt(item.extent().span().end());
        return line < item.file().lineCount() ? item.file().lineStart(line + 1) : text.length();
    }

    /** Whether an item's line holds only its dash before it. */
    private static boolean isDash(String text, int lineStart, Fields item) {
        String before = text.substring(lineStart, item.extent().span().start()).strip();
        return before.equals("-");
    }
}
