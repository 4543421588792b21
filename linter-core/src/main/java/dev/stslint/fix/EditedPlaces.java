package dev.stslint.fix;

import dev.stslint.finding.TextEdit;
import dev.stslint.source.Location;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters of unedited texts the places of edited ones come from. */
public final class EditedPlaces {

    private final Map<String, List<TextEdit>> byPath = new HashMap<>();

    /** @param edits of any files, each once, as {@link FixApplier#apply} takes them */
    public EditedPlaces(List<TextEdit> edits) {
        for (TextEdit edit : edits) {
            byPath.computeIfAbsent(edit.location().file().path(), path -> new ArrayList<>())
                    .add(edit);
        }
        for (List<TextEdit> own : byPath.values()) {
            own.sort(Comparator.comparingInt(
                            (TextEdit edit) -> edit.location().span().start())
                    .thenComparingInt(edit -> edit.location().span().end()));
        }
    }

    /** Where a place stood before: what an edit wrote stood where it took something out, all of it. */
    public Span origin(Location edited) {
        List<TextEdit> edits = byPath.getOrDefault(edited.file().path(), List.of());
        int start = origin(edited.span().start(), edits, true);
        return new Span(start, Math.max(start, origin(edited.span().end(), edits, false)));
    }

    private static int origin(int offset, List<TextEdit> edits, boolean isStart) {
        int shift = 0;
        int done = 0;
        for (TextEdit edit : edits) {
            Span taken = edit.location().span();
            if (taken.start() < done) {
                continue; // it was left out
            }
            int from = taken.start() + shift;
            int to = from + edit.replacement().length();
            if (offset < from || (offset == from && !isStart)) {
                break;
            }
            if (isStart ? offset < to : offset <= to) {
                return isStart ? taken.start() : taken.end();
            }
            done = taken.end();
            shift += edit.replacement().length() - taken.length();
        }
        return offset - shift;
    }
}
