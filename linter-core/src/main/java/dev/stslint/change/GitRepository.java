package dev.stslint.change;

import dev.stslint.source.InstalledProgram;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A repository with a working tree, asked through the installed {@code git}: its plumbing, whose output is made for programs.
 * A hook's {@code GIT_DIR} and {@code GIT_INDEX_FILE} count, so that {@code git commit FILE} is judged by what it commits; git
 * takes the latter from the top, where all commands but the first are run.
 */
final class GitRepository implements AutoCloseable {

    private static final String[] TOP_AND_COMMIT = {
        "rev-parse", "--show-toplevel", "--quiet", "--verify", "HEAD^{commit}"
    };

    private final String program;
    private final Path top;
    private final boolean hasCommit;
    private @Nullable Process blobs;

    private GitRepository(String program, Path top, boolean hasCommit) {
        this.program = program;
        this.top = top;
        this.hasCommit = hasCommit;
    }

    /** What a command answered. */
    private record Answer(int status, String text, String complaint) {}

    /**
     * The repository that holds some files and directories, which need not exist: that of a directory, or else that of the
     * first of them.
     */
    static GitRepository of(Path directory, List<Path> held) throws ChangeException {
        String program = program();
        Answer answer = topAt(program, directory);
        if (isRepository(answer)) {
            GitRepository own = of(answer, program);
            if (own.firstOutside(held).isEmpty()) {
                return own;
            }
        }
        Path start = held.isEmpty() ? directory : existing(held.get(0));
        answer = start.equals(directory) ? answer : topAt(program, start);
        if (!isRepository(answer)) {
            boolean isNone = answer.complaint.contains("not a git repository");
            throw new ChangeException(isNone ? "`" + start + "` is in no git repository" : answer.complaint);
        }
        GitRepository found = of(answer, program);
        Optional<Path> outside = found.firstOutside(held);
        if (outside.isPresent()) {
            throw new ChangeException("`" + outside.get() + "` is not in the repository `" + found.top + "`");
        }
        return found;
    }

    private static Answer topAt(String program, Path directory) throws ChangeException {
        ProcessBuilder question = builder(program, directory, TOP_AND_COMMIT);
        if (!question.environment().containsKey("GIT_WORK_TREE")) {
            // Git would take the directory that a hook has gone to for the top.
            question.environment().remove("GIT_DIR");
        }
        Answer answer = run(question);
        return isRepository(answer) ? answer : run(builder(program, directory, TOP_AND_COMMIT));
    }

    private static boolean isRepository(Answer answer) {
        return !answer.text.isEmpty();
    }

    /** The nearest directory that is there. */
    private static Path existing(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        while (!Files.isDirectory(directory) && directory.getParent() != null) {
            directory = directory.getParent();
        }
        return directory;
    }

    private Optional<Path> firstOutside(List<Path> paths) {
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            if (!absolute.startsWith(top) && !real(absolute).startsWith(top)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static GitRepository of(Answer answer, String program) throws ChangeException {
        String text = answer.text;
        // The name of a directory may hold line breaks; that of a commit, behind it when there is one, does not.
        boolean hasCommit = answer.status == 0;
        int end = text.length() - 1;
        try {
            Path top = Path.of(text.substring(0, hasCommit ? text.lastIndexOf('\n', end - 1) : end));
            return new GitRepository(program, top.toRealPath(), hasCommit);
        } catch (InvalidPathException | IOException e) {
            throw new ChangeException("the top of the repository cannot be read");
        }
    }

    /** Whether anything was ever committed. */
    boolean hasCommit() {
        return hasCommit;
    }

    /** The tree without anything in it. */
    String emptyTree() throws ChangeException {
        return output("hash-object", "-t", "tree", "--stdin").strip();
    }

    /** What git calls a commit that a user names. */
    String commit(String reference) throws ChangeException {
        if (!hasCommit) {
            throw new ChangeException("there is no commit yet");
        }
        Answer commit = reference.startsWith("-")
                ? new Answer(1, "", "")
                : run("rev-parse", "--quiet", "--verify", reference + "^{commit}");
        if (commit.status != 0) {
            boolean isShallow = run("rev-parse", "--is-shallow-repository").text.startsWith("true");
            throw new ChangeException("`" + reference + "` is no commit of this repository"
                    + (isShallow ? "; in this shallow clone, fetch it first" : ""));
        }
        return commit.text.strip();
    }

    /** The commit in which the histories of two others meet. */
    String mergeBase(String reference, String other) throws ChangeException {
        Answer base = run("merge-base", commit(reference), other);
        if (base.status != 0) {
            throw new ChangeException("`" + reference + "` and " + (other.equals("HEAD") ? other : "`" + other + "`")
                    + " have no commit in common; in a shallow clone, fetch more of the history");
        }
        return base.text.strip();
    }

    /** The output of a command that lists: fields that are ended by null characters. */
    List<String> list(String... arguments) throws ChangeException {
        String text = output(arguments);
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
            fields.add(text.substring(start, end));
            start = end + 1;
        }
        return fields;
    }

    /** Where a path of git's is on disk; empty for one that this system cannot have. */
    Optional<Path> file(String path) {
        try {
            return Optional.of(top.resolve(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether there is a file of that path, whoever keeps track of it. */
    boolean isOnDisk(String path) {
        Optional<Path> file = file(path);
        return file.isPresent() && Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS);
    }

    /** What git calls a file, by its own name before that of what a link leads to; empty outside of the repository. */
    Optional<String> pathOf(Path file, GitIndex index) {
        Path absolute = file.toAbsolutePath().normalize();
        Optional<String> own = below(absolute);
        if (own.isPresent() && index.holds(own.get())) {
            return own;
        }
        Optional<String> real = below(real(absolute));
        return real.isPresent() ? real : own;
    }

    /** What the paths of git's begin with that lie below a directory; empty outside of the repository. */
    Optional<String> prefixOf(Path directory, GitIndex index) {
        Optional<String> path = pathOf(directory, index);
        return path.isEmpty() || path.get().isEmpty() ? path : Optional.of(path.get() + "/");
    }

    private Optional<String> below(Path file) {
        if (!file.startsWith(top)) {
            return Optional.empty();
        }
        String path = top.relativize(file).toString().replace(File.separatorChar, '/');
        // Where the locale has no such letters only an address tells them: its bytes are those on disk.
        boolean isIllegible = path.indexOf('\uFFFD') >= 0;
        return Optional.of(isIllegible ? top.toUri().relativize(file.toUri()).getPath() : path);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            Path parent = file.getParent();
            return parent == null ? file : real(parent).resolve(file.getFileName());
        }
    }

    /** The bytes that git keeps under a name. One process gives them all. */
    synchronized byte[] blob(String name) throws IOException {
        if (blobs == null) {
            blobs = builder(program, top, "cat-file", "--batch")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        OutputStream asked = blobs.getOutputStream();
        asked.write((name + '\n').getBytes(StandardCharsets.US_ASCII));
        asked.flush();
        InputStream answer = blobs.getInputStream();
        String[] header = line(answer).split(" ", -1);
        if (header.length != 3) {
            throw new IOException("git does not have its content");
        }
        byte[] content = answer.readNBytes(Integer.parseInt(header[2]));
        line(answer);
        return content;
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = stream.read(); c != '\n'; c = stream.read()) {
            if (c < 0) {
                throw new EOFException("git gave no answer");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** Ends the process that gives contents, if there is one. */
    @Override
    public synchronized void close() {
        if (blobs != null) {
            blobs.destroy();
            blobs = null;
        }
    }

    private String output(String... arguments) throws ChangeException {
        Answer answer = run(arguments);
        if (answer.status != 0) {
            throw new ChangeException(answer.complaint);
        }
        return answer.text;
    }

    private Answer run(String... arguments) throws ChangeException {
        return run(builder(program, top, arguments));
    }

    private static Answer run(ProcessBuilder question) throws ChangeException {
        Process process;
        try {
            process = question.start();
        } catch (IOException e) {
            throw new ChangeException("git cannot be run");
        }
        try {
            process.getOutputStream().close();
            // Both streams at once: git waits when one of them is full.
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> complaint(process));
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text, complaint.join());
        } catch (IOException e) {
            throw new ChangeException("git gave no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChangeException("git was interrupted");
        } finally {
            process.destroy();
        }
    }

    private static String program() throws ChangeException {
        Optional<Path> git = InstalledProgram.find("git", System.getenv().getOrDefault("PATH", ""));
        if (git.isEmpty()) {
            throw new ChangeException("that needs `git`, and there is none on the PATH");
        }
        return git.get().toString();
    }

    /** The first line of what git says is wrong. */
    private static String complaint(Process process) {
        String text;
        try {
            text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            text = "";
        }
        String first = text.strip().lines().findFirst().orElse("git gave no reason");
        return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
    }

    private static ProcessBuilder builder(String program, Path directory, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program, "--no-pager"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        Map<String, String> variables = builder.environment();
        variables.put("LC_ALL", "C");
        variables.put("GIT_OPTIONAL_LOCKS", "0");
        return builder;
    }
}
