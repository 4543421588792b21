package dev.stslint.lint;

import dev.stslint.report.Accounting;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.report.ReportFile;
import dev.stslint.report.ReportFormat;
import dev.stslint.source.SourceDiscovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

    /**
     * Refuses reports that would destroy something: a file that was linted or does not look like a report, or another
     * report of the same run. Asked before the first of them is written.
     *
     * @param workingDirectory what the files are relative to
     * @param accounting what was linted
     */
    public static void rejectOverwriting(List<ReportTarget> targets, Path workingDirectory, Accounting accounting)
            throws LintException {
        List<Path> before = new ArrayList<>();
        for (ReportTarget target : targets) {
            if (target.isStandardOutput()) {
                continue;
            }
            try {
                Path file = settled(workingDirectory.resolve(target.file));
                if (before.contains(file)) {
                    throw new LintException("two reports would go to `" + target.file + "`");
                }
                before.add(file);
                target.rejectOverwriting(file, workingDirectory, accounting);
            } catch (IOException | InvalidPathException e) {
                // It cannot be written either, which is said then.
            }
        }
    }

    private void rejectOverwriting(Path file, Path workingDirectory, Accounting accounting) throws LintException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        for (FileAccount account : accounting.files()) {
            if (isSame(file, workingDirectory, account.path()) && !mayBeReport(account)) {
                throw new LintException("`" + format.id() + "=" + file() + "` would overwrite `" + account.path()
                        + "`, which is linted; name another file");
            }
        }
        if (!isReport(file) && !(format.isText() && mayHoldAnyText(file))) {
            throw new LintException(
                    "`" + format.id() + "=" + file() + "` would overwrite a file that does not look like a "
                            + "report; name another file, or delete it");
        }
    }

    private static boolean isReport(Path file) {
        try {
            return ReportFile.holdsReport(file);
        } catch (IOException e) {
            return false; // what cannot be read can still be replaced
        }
    }

    private static boolean mayHoldAnyText(Path file) {
        Path name = file.getFileName();
        return name != null && !SourceDiscovery.isManifestName(name.toString());
    }

    private static boolean isSame(Path file, Path workingDirectory, String path) {
        try {
            return Files.isSameFile(file, workingDirectory.resolve(path));
        } catch (IOException | InvalidPathException e) {
            return false; // standard input, whatever it is called, is no file; nor is what is gone by now
        }
    }

    /** Whether it is a file that runs write, and not a manifest that somebody has named by mistake. */
    static boolean isWritten(FileAccount account, LintRequest request) {
        if (!mayBeReport(account)) {
            return false;
        }
        boolean isWritten = request.baseline().isPresent()
                && isSame(request.baseline().get(), request.workingDirectory(), account.path());
        for (String file : request.written()) {
            isWritten |= isSame(file, request.workingDirectory(), account.path());
        }
        return isWritten;
    }

    private static boolean isSame(String file, Path workingDirectory, String path) {
        try {
            return isSame(workingDirectory.resolve(file), workingDirectory, path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The report of an earlier run, which lies where manifests do: JSON that holds none. */
    private static boolean mayBeReport(FileAccount account) {
        if (!account.isRead() || !account.path().endsWith(".json")) {
            return false;
        }
        for (DocumentAccount document : account.documents()) {
            if (document.outcome() != Outcome.NOT_KUBERNETES) {
                return false;
            }
        }
        return true;
    }

    /** The real path, also of a file that is yet to be made. */
    private static Path settled(Path file) throws IOException {
        Path path = file.toAbsolutePath();
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path parent = path.getParent();
        Path name = path.getFileName();
        return parent == null || name == null
                ? path
                : settled(parent).resolve(name).normalize();
    }

    /**
     * Whether a run that has read nothing, and so knows no manifests, may write it: to where nothing is, or over what can
     * only be the report of an earlier run.
     */
    public boolean destroysNothing(Path workingDirectory) {
        try {
            Path path = workingDirectory.resolve(file);
            return isStandardOutput() || !Files.isRegularFile(path) || isReport(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether the report of an earlier run lies there. */
    public boolean isThere(Path workingDirectory) {
        return Files.isRegularFile(workingDirectory.resolve(file)) && destroysNothing(workingDirectory);
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
