package dev.stslint.change;

import dev.stslint.source.AbsentFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is new in a repository: two versions of its files, and which files differ. A renamed file is one that is gone and one
 * that has come.
 */
public final class Change implements AutoCloseable {

    private static final String SUBMODULE = "160000";
    private static final String REGULAR_FILE = "100";

    private final GitRepository repository;
    private final boolean staged;
    private final GitIndex index = new GitIndex();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final Map<String, FileVersion> before = new HashMap<>();
    private final Map<String, FileVersion> after = new HashMap<>();

    private Change(GitRepository repository, boolean staged) {
        this.repository = repository;
        this.staged = staged;
    }

    /**
     * What the next commit would change: the index against HEAD. Where nothing was committed yet, all of the index is new.
     *
     * @param directory a directory of the repository
     */
    public static Change staged(Path directory) throws ChangeException {
        GitRepository repository = GitRepository.around(directory);
        Change change = new Change(repository, true);
        change.readIndex();
        change.readDifference("--cached", repository.hasCommit() ? "HEAD" : repository.emptyTree());
        return change;
    }

    /**
     * What the working tree has changed, files that git does not know included, since the commit in which its history and that
     * of another commit meet.
     *
     * @param directory a directory of the repository
     * @param reference names the other commit, as a branch does
     */
    public static Change since(Path directory, String reference) throws ChangeException {
        GitRepository repository = GitRepository.around(directory);
        String base = repository.mergeBase(reference);
        Change change = new Change(repository, false);
        change.readIndex();
        change.readDifference(base);
        change.touched.addAll(repository.list("ls-files", "-z", "--others", "--exclude-standard"));
        return change;
    }

    /** The files as they were. */
    public FileVersions before() {
        return new FileVersions(repository, index, before, false);
    }

    /** The files as they will be committed, or as they are on disk. */
    public FileVersions after() {
        return new FileVersions(repository, index, after, !staged);
    }

    /** Files that one of the two versions has and the disk does not. */
    public AbsentFiles absent() {
        List<Path> files = new ArrayList<>(absent.size());
        for (String path : absent) {
            repository.file(path).ifPresent(files::add);
        }
        return AbsentFiles.of(files);
    }

    /** Whether a file is different in the two versions, or only in one of them. */
    public boolean touches(Path file) {
        Optional<String> path = repository.pathOf(file, index);
        if (path.isEmpty()) {
            return false;
        }
        return touched.contains(path.get())
                || touched.contains(index.submoduleOf(path.get()))
                || (!staged && !index.holds(path.get()));
    }

    /** Whether a file is touched, and not ignored, that has one of these names, wherever it is. */
    public boolean touchesFileCalled(List<String> names) {
        for (String path : touched) {
            if (names.contains(path.substring(path.lastIndexOf('/') + 1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        repository.close();
    }

    /** What git keeps track of, and where the index has something else than the disk. */
    private void readIndex() throws ChangeException {
        Map<String, String> blobs = new HashMap<>();
        // Each as `H 100644 <blob> <stage>\t<path>`
        for (String entry : repository.list("ls-files", "-z", "-t", "--stage")) {
            int tab = entry.indexOf('\t');
            String path = entry.substring(tab + 1);
            String[] facts = entry.substring(0, tab).split(" ", -1);
            boolean isNotCheckedOut = facts[0].equals("S");
            if (facts[1].equals(SUBMODULE)) {
                index.addSubmodule(path);
                continue;
            }
            index.addFile(path);
            if (facts[1].startsWith(REGULAR_FILE) && facts[3].equals("0")) {
                blobs.put(path, facts[2]);
                if (isNotCheckedOut) {
                    absent.add(path);
                    setBoth(path, FileVersion.inGit(facts[2]));
                }
            }
        }
        for (Difference difference : Difference.read(repository.list(
                "diff-files", "-z", "--raw", "--no-renames", "--ignore-submodules=all", "--ita-invisible-in-index"))) {
            String path = difference.path();
            if (difference.isAddition()) {
                index.removeFile(path); // announced by `git add --intent-to-add`, and not added
            } else if (staged && blobs.containsKey(path)) {
                setBoth(path, FileVersion.inGit(blobs.get(path)));
                if (difference.isDeletion()) {
                    absent.add(path);
                }
            }
        }
    }

    private void readDifference(String... versions) throws ChangeException {
        List<String> command = new ArrayList<>(List.of(
                "diff-index", "-z", "--raw", "--no-renames", "--ignore-submodules=dirty", "--ita-invisible-in-index"));
        command.addAll(List.of(versions));
        command.add("--");
        for (Difference difference : Difference.read(repository.list(command.toArray(new String[0])))) {
            String path = difference.path();
            touched.add(path);
            if (difference.isAddition()) {
                before.put(path, FileVersion.NOWHERE);
            } else if (difference.oldMode().startsWith(REGULAR_FILE)) {
                before.put(path, FileVersion.inGit(difference.oldBlob()));
            }
            if (difference.isDeletion()) {
                absent.add(path);
                if (staged || !repository.isOnDisk(path)) {
                    after.put(path, FileVersion.NOWHERE);
                }
            }
        }
    }

    private void setBoth(String path, FileVersion version) {
        before.put(path, version);
        after.put(path, version);
    }
}
