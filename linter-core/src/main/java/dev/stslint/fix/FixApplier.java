package dev.stslint.fix;

import dev.stslint.finding.Fix;
import dev.stslint.finding.TextEdit;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a text, and says which fixes can be applied together. */
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

    /**
     * Whether a fix can be applied whole beside others: none of its edits shares a character or a place with one of
     * theirs. Of two fixes for one place the second has to wait until the first has been applied.
     */
    public static boolean isApart(Fix fix, List<TextEdit> others) {
        for (TextEdit edit : fix.edits()) {
            for (TextEdit other : others) {
                if (edit.location().touches(other.location())) {
                    return false;
                }
            }
        }
        return true;
    }
}
