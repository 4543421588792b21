package dev.stslint.change;

import dev.stslint.source.AbsentFiles;
import java.io.IOException;
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
    private static final String HEAD = "HEAD";

    /** Between the names of two commits. */
    private static final String COMMITS = "...";

    /** In digits, of what git calls a commit when it is not cut short. */
    private static final int SHORTEST_NAME = 40;

    private final GitRepository repository;
    private final Side side;
    private final GitIndex index = new GitIndex();
    private final WrittenFiles written = new WrittenFiles();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final Map<String, FileVersion> before = new HashMap<>();
    private final Map<String, FileVersion> after = new HashMap<>();

    /** What a change has led to, as people call it. */
    private enum Side {
        INDEX("the index"),
        COMMIT("the commit"),
        /** Files that git does not know are part of it. */
        WORKING_TREE("the working tree");

        private final String shown;

        Side(String shown) {
            this.shown = shown;
        }
    }

    private Change(GitRepository repository, Side side) {
        this.repository = repository;
        this.side = side;
    }

    /**
     * What a user or a hook asks for.
     *
     * @param range empty for what is staged; the name of a commit for what the working tree has changed since it left that one;
     *     {@code A...B} for the same of a commit {@code B}. A commit of zeros, as git's hooks have it, is the one before all
     * @param directory whose repository it is, unless it is none of what is linted
     * @param linted the files and directories in question, which need not exist; all of one repository
     */
    public static Change of(String range, Path directory, List<Path> linted) throws ChangeException {
        int dots = range.indexOf("..");
        boolean isOfCommits = dots >= 0 && range.startsWith(COMMITS, dots);
        if (dots >= 0 && !isOfCommits) {
            throw new ChangeException("`" + range + "` is a range: write `" + range.substring(0, dots)
                    + "`, and the working tree is compared with it");
        }
        GitRepository repository = GitRepository.of(directory, linted);
        if (range.isEmpty()) {
            return staged(repository);
        }
        return isOfCommits
                ? between(repository, range.substring(0, dots), range.substring(dots + COMMITS.length()))
                : since(repository, range);
    }

    /** The index against HEAD. Where nothing was committed yet, all of it is new. */
    private static Change staged(GitRepository repository) throws ChangeException {
        Change change = new Change(repository, Side.INDEX);
        change.readIndex();
        change.readDifference("diff-index", "--cached", repository.hasCommit() ? HEAD : repository.emptyTree());
        return change;
    }

    /** The working tree, files that git does not know included, against where its history and that of a commit meet. */
    private static Change since(GitRepository repository, String reference) throws ChangeException {
        String base = base(repository, reference, HEAD);
        Change change = new Change(repository, Side.WORKING_TREE);
        change.readIndex();
        change.readDifference("diff-index", base);
        change.touched.addAll(repository.list("ls-files", "-z", "--others", "--exclude-standard"));
        return change;
    }

    /** A commit, checked out or not, against where its history and that of another one meet. */
    private static Change between(GitRepository repository, String from, String to) throws ChangeException {
        String commit = repository.commit(to.isEmpty() ? HEAD : to);
        String base = base(repository, from.isEmpty() ? HEAD : from, commit);
        Change change = new Change(repository, Side.COMMIT);
        change.readCommit(commit);
        change.readDifference("diff-tree", "-r", base, commit);
        return change;
    }

    private static String base(GitRepository repository, String reference, String other) throws ChangeException {
        boolean isBeforeAll = reference.length() >= SHORTEST_NAME
                && reference.replace("0", "").isEmpty();
        return isBeforeAll ? repository.emptyTree() : repository.mergeBase(reference, other);
    }

    /** The files as they were. */
    public FileVersions before() {
        return new FileVersions(repository, index, before, written, side.shown, false);
    }

    /** The files as they will be committed, or as they are on disk. */
    public FileVersions after() {
        return new FileVersions(repository, index, after, written, side.shown, side == Side.WORKING_TREE);
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
                || (side == Side.WORKING_TREE && !index.holds(path.get()));
    }

    /** Whether anything in a directory, or below it, is touched. */
    public boolean touchesBelow(Path directory) {
        Optional<String> prefix = repository.prefixOf(directory, index);
        if (prefix.isEmpty()) {
            return false;
        }
        for (String file : touched) {
            if (file.startsWith(prefix.get())) {
                return true;
            }
        }
        return touched.contains(index.submoduleOf(prefix.get()));
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

    /** Takes away what was written for other programs, as far as that is possible. */
    @Override
    public void close() {
        repository.close();
        try {
            written.close();
        } catch (IOException e) {
            // The system clears its directory of temporary files in its own time.
        }
    }

    /** What git keeps track of, and where the index has something else than the disk. */
    private void readIndex() throws ChangeException {
        Map<String, String> blobs = new HashMap<>();
        // Each as `H 100644 <blob> <stage>\t<path>`
        for (String entry : repository.list("ls-files", "-z", "-t", "--stage")) {
            int tab = entry.indexOf('\t');
            String[] facts = entry.substring(0, tab).split(" ", -1);
            boolean isMerged = facts[3].equals("0");
            addFile(entry.substring(tab + 1), facts[1], isMerged ? facts[2] : "", facts[0].equals("S"), blobs);
        }
        for (Difference difference : Difference.read(repository.list(
                "diff-files", "-z", "--raw", "--no-renames", "--ignore-submodules=all", "--ita-invisible-in-index"))) {
            String path = difference.path();
            if (difference.isAddition()) {
                index.removeFile(path); // announced by `git add --intent-to-add`, and not added
            } else if (side == Side.INDEX) {
                addDifferenceFromDisk(difference, blobs);
            }
        }
    }

    /** What a commit holds, and where it has something else than the disk. */
    private void readCommit(String commit) throws ChangeException {
        Set<String> notCheckedOut = new HashSet<>();
        for (String entry : repository.list("ls-files", "-z", "-t")) {
            if (entry.startsWith("S ")) {
                notCheckedOut.add(entry.substring(2));
            }
        }
        Map<String, String> blobs = new HashMap<>();
        // Each as `100644 blob <blob>\t<path>`
        for (String entry : repository.list("ls-tree", "-z", "-r", "--full-tree", commit)) {
            int tab = entry.indexOf('\t');
            String path = entry.substring(tab + 1);
            String[] facts = entry.substring(0, tab).split(" ", -1);
            addFile(path, facts[0], facts[2], notCheckedOut.contains(path), blobs);
        }
        for (Difference difference : Difference.read(repository.list(
                "diff-index", "-z", "--raw", "--no-renames", "--ignore-submodules=all", commit, "--"))) {
            addDifferenceFromDisk(difference, blobs);
        }
    }

    private void addFile(String path, String mode, String blob, boolean isNotCheckedOut, Map<String, String> blobs) {
        if (mode.equals(SUBMODULE)) {
            index.addSubmodule(path);
            return;
        }
        index.addFile(path);
        if (mode.startsWith(REGULAR_FILE) && !blob.isEmpty()) {
            blobs.put(path, blob);
            if (isNotCheckedOut) {
                absent.add(path);
                setBoth(path, FileVersion.inGit(blob));
            }
        }
    }

    private void addDifferenceFromDisk(Difference difference, Map<String, String> blobs) {
        String path = difference.path();
        if (blobs.containsKey(path)) {
            setBoth(path, FileVersion.inGit(blobs.get(path)));
            if (difference.isDeletion()) {
                absent.add(path);
            }
        }
    }

    private void readDifference(String... versions) throws ChangeException {
        List<String> command = new ArrayList<>(List.of(versions));
        command.addAll(
                1, List.of("-z", "--raw", "--no-renames", "--ignore-submodules=dirty", "--ita-invisible-in-index"));
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
                if (side != Side.WORKING_TREE || !repository.isOnDisk(path)) {
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
