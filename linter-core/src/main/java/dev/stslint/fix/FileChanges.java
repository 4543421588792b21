package dev.stslint.fix;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Fix;
import dev.stslint.finding.TextEdit;
import dev.stslint.source.DraftFile;
import dev.stslint.source.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what repairs make of files. Files that one repair changes are written together or not at all; a file that no
 * longer holds what was read is left alone.
 */
public final class FileChanges {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileChanges() {}

    /**
     * A file that was not written.
     *
     * @param reason fit for users, to stand behind the file's name
     */
    public record Unwritten(FileChange change, String reason) {}

    /**
     * Writes files.
     *
     * @param changes of files on disk
     * @param fixes all that were applied in them
     * @return those that hold what they held before
     */
    public static List<Unwritten> write(List<FileChange> changes, List<Fix> fixes) {
        List<Unwritten> unwritten = new ArrayList<>(0);
        for (List<FileChange> group : groups(changes, fixes)) {
            unwritten.addAll(writeTogether(group));
        }
        return unwritten;
    }

    /** Why a file cannot be written, before anything is tried; empty when it looks as if it could. */
    public static Optional<String> obstacle(SourceFile file) {
        if (file.origin().isEmpty()) {
            return Optional.of("is no file on disk");
        }
        Path path = file.origin().get();
        if (!Files.isRegularFile(path)) {
            return Optional.of("is no regular file");
        }
        return isReadOnly(path) ? Optional.of("is read-only") : Optional.empty();
    }

    /** Root may write whatever it likes, but a file that nobody may write is meant to stay as it is. */
    private static boolean isReadOnly(Path path) {
        if (!Files.isWritable(path)) {
            return true;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /** Changes that belong together because some fix makes parts of them. */
    private static List<List<FileChange>> groups(List<FileChange> changes, List<Fix> fixes) {
        Map<Path, List<FileChange>> groupOf = new LinkedHashMap<>();
        for (FileChange change : changes) {
            Path origin = change.before().file().origin().orElseThrow();
            groupOf.put(origin, new ArrayList<>(List.of(change)));
        }
        for (Fix fix : fixes) {
            List<FileChange> joined = null;
            for (TextEdit edit : fix.edits()) {
                Path origin = edit.location().file().origin().orElse(null);
                List<FileChange> group = origin == null ? null : groupOf.get(origin);
                if (group == null || group == joined) {
                    continue;
                }
                if (joined == null) {
                    joined = group;
                } else {
                    joined.addAll(group);
                    for (FileChange moved : group) {
                        groupOf.put(moved.before().file().origin().orElseThrow(), joined);
                    }
                }
            }
        }
        List<List<FileChange>> groups = new ArrayList<>();
        for (List<FileChange> group : groupOf.values()) {
            if (groups.stream().noneMatch(known -> known == group)) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static List<Unwritten> writeTogether(List<FileChange> group) {
        List<DraftFile> drafts = new ArrayList<>(group.size());
        int replaced = 0;
        FileChange current = group.get(0);
        try {
            for (FileChange change : group) {
                current = change;
                checkUnchanged(change);
                drafts.add(draft(change.before().file(), change.after().text()));
            }
            for (DraftFile draft : drafts) {
                current = group.get(replaced);
                checkUnchanged(current);
                draft.replaceTarget();
                replaced++;
            }
            return List.of();
        } catch (IOException e) {
            return takeBack(group, replaced, current, reason(e));
        } finally {
            drafts.forEach(FileChanges::discard);
        }
    }

    private static void checkUnchanged(FileChange change) throws IOException {
        SourceFile file = change.before().file();
        Optional<String> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        byte[] held = Files.readAllBytes(file.origin().orElseThrow());
        if (!Arrays.equals(held, file.encoded(change.before().text()))) {
            throw new IOException("has changed since it was read");
        }
    }

    private static DraftFile draft(SourceFile file, String text) throws IOException {
        DraftFile draft = DraftFile.of(file.origin().orElseThrow().toRealPath());
        try {
            Files.write(draft.path(), file.encoded(text));
            draft.takeAttributes();
            return draft;
        } catch (IOException e) {
            draft.close();
            throw e;
        }
    }

    /** Puts back what was there before in the files that were replaced already. */
    private static List<Unwritten> takeBack(List<FileChange> group, int replaced, FileChange failed, String reason) {
        List<Unwritten> unwritten = new ArrayList<>(group.size());
        for (int i = 0; i < group.size(); i++) {
            FileChange change = group.get(i);
            if (i < replaced) {
                try (DraftFile draft =
                        draft(change.before().file(), change.before().text())) {
                    draft.replaceTarget();
                } catch (IOException e) {
                    unwritten.add(new Unwritten(change, "was changed already and cannot be put back: " + reason(e)));
                    continue;
                }
            }
            unwritten.add(new Unwritten(
                    change,
                    change.equals(failed) ? reason : "belongs to a repair that also changes `" + failed.path() + "`"));
        }
        return unwritten;
    }

    private static void discard(DraftFile draft) {
        try {
            draft.close();
        } catch (IOException e) {
            // What is left of a draft is hidden, and harms nothing.
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "cannot be written: permission denied";
        }
        if (e instanceof FileSystemException failure) {
            return "cannot be written: " + (failure.getReason() == null ? "it is gone" : failure.getReason());
        }
        return String.valueOf(e.getMessage());
    }
}
