package dev.stslint.report;

import dev.stslint.source.DraftFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a report goes to: it holds the whole report, or what it held before. */
public final class ReportFile {

    /** In bytes; no report needs more to be known. */
    private static final int LONGEST_OPENING = 512;

    private ReportFile() {}

    /**
     * Writes a report, and makes the directories it needs.
     *
     * @throws IOException when it could not be written; {@link #reason} tells users why
     */
    public static void write(Path file, LintReport report, Reporter reporter) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device takes what it is given, and must stay what it is.
            write(file, report, reporter, StandardOpenOption.WRITE);
            return;
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        if (target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            write(draft, report, reporter, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            DraftFile.move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether a file starts as reports do, or is empty. Of those that start as any text may, it cannot be known. */
    public static boolean holdsReport(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(LONGEST_OPENING), StandardCharsets.UTF_8);
        }
        if (start.isEmpty()) {
            return true;
        }
        for (ReportFormat format : ReportFormat.values()) {
            for (String opening : format.openings()) {
                if (start.startsWith(opening)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Why a file could not be written, in a few words. */
    public static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException existing) {
            return "`" + existing.getFile() + "` is not a directory";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    private static void write(Path file, LintReport report, Reporter reporter, StandardOpenOption... options)
            throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file, options), StandardCharsets.UTF_8), 1 << 16)) {
            reporter.write(report, out);
        }
    }
}
