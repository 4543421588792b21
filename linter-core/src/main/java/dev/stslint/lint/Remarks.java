package dev.stslint.lint;

import dev.stslint.manifest.Gap;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What users are told of the input that is no finding. */
final class Remarks {

    private Remarks() {}

    /** Whether there was nothing in what was found: no file, or files without content. */
    static boolean areEmpty(List<FileAccount> files) {
        for (FileAccount file : files) {
            if (!file.isRead()) {
                return false;
            }
            for (DocumentAccount document : file.documents()) {
                if (document.outcome() != Outcome.EMPTY) {
                    return false;
                }
            }
        }
        return true;
    }

    static List<String> nothingIn(List<String> paths) {
        StringBuilder text = new StringBuilder("no manifests found in ");
        String separator = "";
        for (String path : paths) {
            text.append(separator).append(path.equals("-") ? "standard input" : "`" + path + "`");
            separator = ", ";
        }
        return List.of(text.toString());
    }

    /** Everything that is not judged, a line each. */
    static List<String> unjudged(List<Gap> gaps) {
        List<String> lines = new ArrayList<>(gaps.size());
        for (Gap gap : gaps) {
            lines.add(line(gap));
        }
        return List.copyOf(lines);
    }

    /** One line for all that could have been read too: more would hide the findings. */
    static List<String> unread(List<Gap> gaps) {
        String first = "";
        int others = 0;
        for (Gap gap : gaps) {
            if (gap.isUnreadFile() && first.isEmpty()) {
                first = line(gap);
            } else if (gap.isUnreadFile()) {
                others++;
            }
        }
        if (first.isEmpty()) {
            return List.of();
        }
        return List.of(others == 0 ? first : first + " (and " + others + " more like this)");
    }

    private static String line(Gap gap) {
        return gap.path() + ": " + gap.reason();
    }
}
