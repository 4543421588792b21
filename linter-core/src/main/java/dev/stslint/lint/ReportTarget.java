package dev.stslint.lint;

import dev.stslint.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A report that was asked for.
 *
 * @param file where to, as the user wrote it; empty: standard output
 */
public record ReportTarget(ReportFormat format, String file) {

    /** Reads values of the form {@code FORMAT} or {@code FORMAT=FILE}; no two may go to one place. */
    public static List<ReportTarget> parse(List<String> values) throws LintException {
        List<ReportTarget> targets = new ArrayList<>();
        for (String value : values) {
            ReportTarget target = parse(value);
            for (ReportTarget other : targets) {
                if (target.file.equals(other.file)) {
                    throw new LintException(target.clashWith(other));
                }
            }
            targets.add(target);
        }
        return List.copyOf(targets);
    }

    /** Whether it goes to standard output. */
    public boolean isStandardOutput() {
        return file.isEmpty();
    }

    private static ReportTarget parse(String value) throws LintException {
        int equals = value.indexOf('=');
        if (equals < 0) {
            return new ReportTarget(format(value), "");
        }
        String file = value.substring(equals + 1);
        if (file.isEmpty()) {
            throw new LintException("`" + value + "` names no file");
        }
        return new ReportTarget(format(value.substring(0, equals)), file.equals("-") ? "" : file);
    }

    private static ReportFormat format(String id) throws LintException {
        return ReportFormat.find(id).orElseThrow(() -> OptionValues.unknown("format", id, ReportFormat.ids()));
    }

    private String clashWith(ReportTarget first) {
        String both = "`" + first.format.id() + "` and `" + format.id() + "` both go to ";
        return isStandardOutput()
                ? both + "standard output; give one a file, as `" + format.id() + "=FILE`"
                : both + "`" + file + "`";
    }
}
