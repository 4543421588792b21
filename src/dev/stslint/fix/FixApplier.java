package dev.stslint.fix;

import dev.stslint.finding.TextEdit;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a text. */
public final class FixApplier {

    private FixApplier() {}

    /**
     * The text after the edits of one file. Edits that overlap an earlier one are left out.
     *
     * @param edits of any files; only those of {@code file} count
     */
    public static String apply(SourceFile file, String text, List<TextEdit> edits) {
        List<TextEdit> own = new ArrayList<>();
        for (TextEdit edit : edits) {
            if (edit.location().file() == file) {
                own.add(edit);
            }
        }
        own.sort(Comparator.comparingInt(
                        (TextEdit edit) -> edit.location().span().start())
                .thenComparingInt(edit -> edit.location().span().end()));
        StringBuilder result = new StringBuilder(text.length() + 64);
        int done = 0;
        for (TextEdit edit : own) {
            if (edit.location().span().start() >= done) {
                result.append(text, done, edit.location().span().start()).append(edit.replacement());
                done = edit.location().span().end();
            }
        }
        return result.append(text, done, text.length()).toString();
    }
}
