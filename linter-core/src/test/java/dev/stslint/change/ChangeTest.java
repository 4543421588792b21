package dev.stslint.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.fixture.GitSandbox;
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.SourceDiscovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    private static final String DISK = "on disk";
    private static final String NOWHERE = "nowhere";

    @TempDir
    Path directory;

    private GitSandbox repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = GitSandbox.in(directory.resolve("repository"))
                .write("k8s/set.yaml", "set")
                .write("k8s/service.yaml", "service")
                .write("README", "hello")
                .commit();
    }

    @Nested
    class Staged {

        @Test
        void isNothingRightAfterACommit() throws Exception {
            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly(DISK, DISK);
            assertThat(staged().touches(file("k8s/set.yaml"))).isFalse();
        }

        @Test
        void isWhatTheIndexHolds() throws Exception {
            repository
                    .write("k8s/set.yaml", "other set")
                    .write("k8s/new.yaml", "new")
                    .stage();

            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", DISK);
            assertThat(versions(staged(), "k8s/new.yaml")).containsExactly(NOWHERE, DISK);
            assertThat(touched(staged())).containsExactly("k8s/new.yaml", "k8s/set.yaml");
        }

        @Test
        void isReadFromTheIndexWhereTheWorkingTreeHasSomethingElse() throws Exception {
            repository.write("k8s/set.yaml", "staged").stage().write("k8s/set.yaml", "not staged");
            repository.write("k8s/service.yaml", "not staged");

            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", "staged");
            assertThat(versions(staged(), "k8s/service.yaml")).containsExactly("service", "service");
            assertThat(touched(staged())).containsExactly("k8s/set.yaml");
        }

        @Test
        void takesFilesFromTheIndexThatTheWorkingTreeLacks() throws Exception {
            repository.write("k8s/set.yaml", "staged").stage().delete("k8s/set.yaml");

            assertThat(found(staged())).contains("k8s/set.yaml");
            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", "staged");
        }

        @Test
        void remembersWhatIsDeleted() throws Exception {
            repository.git("rm", "--quiet", "-r", "k8s");

            assertThat(Files.exists(file("k8s"))).isFalse();
            assertThat(found(staged())).containsExactly("k8s/service.yaml", "k8s/set.yaml");
            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", NOWHERE);
            assertThat(touched(staged())).containsExactly("k8s/service.yaml", "k8s/set.yaml");
        }

        @Test
        void touchesBothNamesOfARenamedFile() throws Exception {
            repository.git("mv", "k8s/set.yaml", "k8s/database.yaml");

            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", NOWHERE);
            assertThat(versions(staged(), "k8s/database.yaml")).containsExactly(NOWHERE, DISK);
            assertThat(touched(staged())).containsExactly("k8s/database.yaml", "k8s/set.yaml");
        }

        @Test
        void doesNotHoldWhatIsNotInTheIndex() throws Exception {
            repository.write("k8s/untracked.yaml", "x").write("k8s/announced.yaml", "x");
            repository.git("add", "--intent-to-add", "k8s/announced.yaml");
            repository.git("rm", "--quiet", "--cached", "k8s/service.yaml");

            assertThat(versions(staged(), "k8s/untracked.yaml")).containsExactly(NOWHERE, NOWHERE);
            assertThat(versions(staged(), "k8s/announced.yaml")).containsExactly(NOWHERE, NOWHERE);
            assertThat(versions(staged(), "k8s/service.yaml")).containsExactly("service", NOWHERE);
            assertThat(touched(staged())).containsExactly("k8s/service.yaml");
        }

        @Test
        void isAllOfTheIndexBeforeTheFirstCommit() throws Exception {
            repository = GitSandbox.in(directory.resolve("unborn"))
                    .write("a.yaml", "a")
                    .stage()
                    .write("b.yaml", "b");

            assertThat(touched(staged())).containsExactly("a.yaml");
            assertThat(versions(staged(), "a.yaml")).containsExactly(NOWHERE, DISK);
        }

        @Test
        void readsUnmergedFilesAsTheyStand() throws Exception {
            repository.git("checkout", "--quiet", "-b", "other");
            repository.write("k8s/set.yaml", "theirs").commit();
            repository.git("checkout", "--quiet", "main");
            repository.write("k8s/set.yaml", "ours").commit().attempt("merge", "other");

            assertThat(Files.readString(file("k8s/set.yaml"))).contains("<<<<<<<");
            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("ours", DISK);
            assertThat(touched(staged())).containsExactly("k8s/set.yaml");
        }

        @Test
        void knowsFilesThatAreNotCheckedOut() throws Exception {
            repository.git("update-index", "--skip-worktree", "k8s/set.yaml");
            repository.delete("k8s/set.yaml");

            assertThat(found(staged())).contains("k8s/set.yaml");
            assertThat(versions(staged(), "k8s/set.yaml")).containsExactly("set", "set");
            assertThat(touched(staged())).isEmpty();
        }

        @Test
        void takesSubmodulesForWhatTheyHaveCheckedOut() throws Exception {
            GitSandbox.in(directory.resolve("library"))
                    .write("shared.yaml", "x")
                    .commit();
            repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../library", "library");
            repository.commit();

            assertThat(versions(staged(), "library/shared.yaml")).containsExactly(DISK, DISK);
            assertThat(staged().touches(file("library/shared.yaml"))).isFalse();

            repository.git("-C", "library", "commit", "--quiet", "--allow-empty", "--message=next");
            assertThat(staged().touches(file("library/shared.yaml"))).isFalse();
            repository.stage();
            assertThat(staged().touches(file("library/shared.yaml"))).isTrue();
        }

        @Test
        void isTheSameFromEverywhereInTheRepository() throws Exception {
            repository.git("rm", "--quiet", "k8s/set.yaml");

            assertThat(Change.of("", file("k8s"), List.of()).touches(file("k8s/set.yaml")))
                    .isTrue();
            assertThat(Change.of("", file("k8s"), List.of()).touches(file("k8s/service.yaml")))
                    .isFalse();
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links are for administrators there")
        void isTheSameThroughALink() throws Exception {
            repository.git("rm", "--quiet", "k8s/set.yaml");
            Path link = Files.createSymbolicLink(directory.resolve("link"), repository.directory());

            assertThat(Change.of("", link, List.of()).touches(link.resolve("k8s/set.yaml")))
                    .isTrue();
            assertThat(Change.of("", link, List.of()).touches(link.resolve("k8s/service.yaml")))
                    .isFalse();
        }

        @Test
        void isThatOfALinkedWorktree() throws Exception {
            Path worktree = directory.resolve("worktree");
            repository.git("worktree", "add", "--quiet", worktree.toString());
            repository.git("-C", worktree.toString(), "rm", "--quiet", "k8s/set.yaml");

            assertThat(Change.of("", worktree, List.of()).touches(worktree.resolve("k8s/set.yaml")))
                    .isTrue();
            assertThat(touched(staged())).isEmpty();
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such names there")
        void takesEveryName() throws Exception {
            String name = "k8s/line\nbreak \"quoted\" \\ tab\t.yaml";
            repository.write(name, "old").commit().write(name, "staged").stage().write(name, "not staged");

            assertThat(versions(staged(), name)).containsExactly("old", "staged");
            assertThat(touched(staged())).containsExactly(name);
        }

        @Test
        void leavesAloneWhatLiesOutside() throws Exception {
            Path outside = Files.writeString(directory.resolve("outside.yaml"), "x");

            try (Change change = staged()) {
                assertThat(change.touches(outside)).isFalse();
                assertThat(change.after().lacks(outside)).isFalse();
                assertThat(change.before().lacks(outside)).isFalse();
            }
        }
    }

    @Nested
    class SinceACommit {

        @BeforeEach
        void branch() throws IOException {
            repository.git("checkout", "--quiet", "-b", "feature");
            repository.write("k8s/set.yaml", "other set").commit();
            repository.git("checkout", "--quiet", "main");
            repository.write("k8s/service.yaml", "of main alone").commit();
            repository.git("checkout", "--quiet", "feature");
        }

        @Test
        void isWhatWasDoneOnThisSideOfTheMergeBase() throws Exception {
            assertThat(touched(since("main"))).containsExactly("k8s/set.yaml");
            assertThat(versions(since("main"), "k8s/set.yaml")).containsExactly("set", DISK);
            assertThat(versions(since("main"), "k8s/service.yaml")).containsExactly(DISK, DISK);
        }

        @Test
        void holdsTheWorkingTreeWithFilesThatGitDoesNotKnow() throws Exception {
            repository.write("k8s/untracked.yaml", "x").write("k8s/service.yaml", "not staged");
            repository.write(".gitignore", "ignored*").write("ignored.yaml", "x");

            assertThat(touched(since("main"))).contains("k8s/service.yaml", "k8s/set.yaml", "k8s/untracked.yaml");
            assertThat(versions(since("main"), "k8s/untracked.yaml")).containsExactly(NOWHERE, DISK);
            assertThat(versions(since("main"), "k8s/service.yaml")).containsExactly("service", DISK);
            assertThat(versions(since("main"), "ignored.yaml")).containsExactly(NOWHERE, DISK);
        }

        @Test
        void remembersWhatIsDeletedOrNoLongerTracked() throws Exception {
            repository.delete("k8s/service.yaml").git("rm", "--quiet", "--cached", "README");

            assertThat(found(since("main"))).contains("k8s/service.yaml");
            assertThat(versions(since("main"), "k8s/service.yaml")).containsExactly("service", NOWHERE);
            assertThat(versions(since("main"), "README")).containsExactly("hello", DISK);
        }

        @Test
        void needsACommitThatIsThere() {
            assertThatThrownBy(() -> since("nobody"))
                    .hasMessage("it cannot be told what has changed: `nobody` is no commit of this repository");
            assertThatThrownBy(() -> since("--all"))
                    .hasMessage("it cannot be told what has changed: `--all` is no commit of this repository");
        }

        @Test
        void needsACommonCommit() throws Exception {
            repository.git("checkout", "--quiet", "--orphan", "alone");
            repository.commit();

            assertThatThrownBy(() -> since("main"))
                    .hasMessage("it cannot be told what has changed: `main` and HEAD have no commit in common; "
                            + "in a shallow clone, fetch more of the history");
        }

        @Test
        void needsACommitOfItsOwn() throws Exception {
            repository = GitSandbox.in(directory.resolve("unborn"));

            assertThatThrownBy(() -> since("main"))
                    .hasMessage("it cannot be told what has changed: there is no commit yet");
        }
    }

    @Nested
    class OfACommit {

        @BeforeEach
        void branch() throws IOException {
            repository.git("checkout", "--quiet", "-b", "feature");
            repository
                    .write("k8s/set.yaml", "other set")
                    .write("k8s/new.yaml", "new")
                    .delete("README")
                    .commit();
            repository.git("checkout", "--quiet", "main");
            repository.write("k8s/service.yaml", "of main alone").commit();
        }

        @Test
        void isReadFromGitWhereSomethingElseIsCheckedOut() throws Exception {
            String range = "main...feature";

            assertThat(touched(since(range))).containsExactly("k8s/new.yaml", "k8s/set.yaml");
            assertThat(since(range).touches(file("README"))).isTrue();
            assertThat(versions(since(range), "k8s/set.yaml")).containsExactly("set", "other set");
            assertThat(versions(since(range), "k8s/new.yaml")).containsExactly(NOWHERE, "new");
            assertThat(versions(since(range), "k8s/service.yaml")).containsExactly("service", "service");
            assertThat(versions(since(range), "README")).containsExactly("hello", NOWHERE);
        }

        @Test
        void isReadFromDiskWhereThatIsTheSame() throws Exception {
            repository.git("checkout", "--quiet", "feature");
            repository.write("k8s/untracked.yaml", "x").write("k8s/service.yaml", "staged");
            repository.git("add", "k8s/service.yaml");

            assertThat(touched(since("main..."))).containsExactly("k8s/new.yaml", "k8s/set.yaml");
            assertThat(versions(since("main..."), "k8s/set.yaml")).containsExactly("set", DISK);
            assertThat(versions(since("main..."), "k8s/untracked.yaml")).containsExactly(NOWHERE, NOWHERE);
            assertThat(versions(since("main...HEAD"), "k8s/service.yaml")).containsExactly("service", "service");
        }

        @Test
        void takesFilesThatAreNotCheckedOut() throws Exception {
            repository.git("update-index", "--skip-worktree", "k8s/set.yaml");
            repository.delete("k8s/set.yaml");

            assertThat(found(since("main~...main"))).contains("k8s/set.yaml");
            assertThat(versions(since("main~...main"), "k8s/set.yaml")).containsExactly("set", "set");
        }

        @Test
        void isAllThereIsSinceTheCommitBeforeAll() throws Exception {
            String zeros = "0".repeat(40);

            assertThat(touched(since(zeros + "...feature")))
                    .containsExactly("k8s/new.yaml", "k8s/service.yaml", "k8s/set.yaml");
            assertThat(versions(since(zeros + "...feature"), "k8s/service.yaml"))
                    .containsExactly(NOWHERE, "service");
            assertThat(touched(since(zeros))).containsExactly("k8s/service.yaml", "k8s/set.yaml");
        }

        @Test
        void isNamedWithoutARange() {
            assertThatThrownBy(() -> since("HEAD~1..HEAD"))
                    .hasMessage("it cannot be told what has changed: `HEAD~1..HEAD` is a range: write `HEAD~1`, "
                            + "and the working tree is compared with it");
        }
    }

    @Nested
    class InAHookOfPreCommit {

        @Test
        void isWhatIsStagedUnlessCommitsAreNamed() {
            assertThat(HookCommits.in(Map.of("PRE_COMMIT", "1"))).isEmpty();
            assertThat(HookCommits.in(Map.of("PRE_COMMIT_FROM_REF", "a", "PRE_COMMIT_TO_REF", "b")))
                    .isEqualTo("a...b");
        }

        @Test
        void isAllOfABranchThatIsPushedWithItsFirstCommit() throws Exception {
            String range = HookCommits.in(Map.of("PRE_COMMIT_LOCAL_BRANCH", "refs/heads/main"));

            assertThat(touched(since(range))).containsExactly("k8s/service.yaml", "k8s/set.yaml");
        }
    }

    @Test
    void isThatOfTheRepositoryOfWhatIsLinted() throws Exception {
        repository.git("rm", "--quiet", "-r", "k8s");
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));

        try (Change change = Change.of("", elsewhere, List.of(file("k8s"), file("README")))) {
            assertThat(change.touches(file("k8s/set.yaml"))).isTrue();
            assertThat(change.touchesBelow(file("k8s"))).isTrue();
            assertThat(change.touchesBelow(file("other"))).isFalse();
        }
        assertThatThrownBy(() -> Change.of("", repository.directory(), List.of(file("k8s"), elsewhere)))
                .hasMessage("it cannot be told what has changed: `" + elsewhere + "` is not in the repository `"
                        + repository.directory().toRealPath() + "`");
        assertThatThrownBy(() -> Change.of("", elsewhere, List.of(elsewhere.resolve("k8s/set.yaml"))))
                .hasMessage("it cannot be told what has changed: `" + elsewhere + "` is in no git repository");
    }

    @Test
    void saysThatACloneIsShallow() throws Exception {
        repository.commit();
        Path shallow = directory.resolve("shallow");
        repository.git(
                "clone", "--quiet", "--depth=1", repository.directory().toUri().toString(), shallow.toString());

        assertThatThrownBy(() -> Change.of("HEAD~1", shallow, List.of()))
                .hasMessage("it cannot be told what has changed: `HEAD~1` is no commit of this repository; "
                        + "in this shallow clone, fetch it first");
    }

    /** Run by a hook: prints whether what is staged touches the files that are named. */
    static final class Hook {

        private Hook() {}

        public static void main(String[] files) throws ChangeException {
            Path directory = Path.of("").toAbsolutePath();
            try (Change change = Change.of("", directory, List.of())) {
                for (String file : files) {
                    System.out.println(file + " " + change.touches(directory.resolve(file)));
                }
            }
        }
    }

    /** What git tells a hook, which then goes to a directory below. */
    @ParameterizedTest
    @ValueSource(strings = {"GIT_INDEX_FILE=.git/index", "GIT_DIR=$TOP/.git", "GIT_DIR=$TOP/.git GIT_WORK_TREE=$TOP"})
    void isTheSameInAHook(String told) throws Exception {
        repository.write("k8s/set.yaml", "other set").stage();
        ProcessBuilder hook = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hook.class.getName(),
                        "set.yaml",
                        "service.yaml")
                .directory(file("k8s").toFile())
                .redirectErrorStream(true);
        for (String variable :
                told.replace("$TOP", repository.directory().toString()).split(" ", -1)) {
            int equals = variable.indexOf('=');
            hook.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        Process process = hook.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly("set.yaml true", "service.yaml false");
    }

    @Test
    void needsARepositoryWithAWorkingTree() throws Exception {
        assertThatThrownBy(() -> Change.of("", directory, List.of()))
                .isInstanceOf(ChangeException.class)
                .hasMessage("it cannot be told what has changed: `" + directory + "` is in no git repository");

        repository.git("clone", "--quiet", "--bare", ".", "../bare");
        assertThatThrownBy(() -> Change.of("", directory.resolve("bare"), List.of()))
                .hasMessage("it cannot be told what has changed: this operation must be run in a work tree");
    }

    private Change staged() throws ChangeException {
        return Change.of("", repository.directory(), List.of());
    }

    private Change since(String reference) throws ChangeException {
        return Change.of(reference, repository.directory(), List.of());
    }

    private Path file(String path) {
        return repository.directory().resolve(path);
    }

    /** What a file is before a change and after it. */
    private List<String> versions(Change change, String path) throws IOException {
        try (change) {
            return List.of(version(change.before(), file(path)), version(change.after(), file(path)));
        }
    }

    private static String version(FileVersions versions, Path file) throws IOException {
        if (versions.lacks(file)) {
            return NOWHERE;
        }
        Optional<byte[]> content = versions.content(file);
        assertThat(versions.keeps(file)).isEqualTo(content.isPresent());
        return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(DISK);
    }

    /** Of the files that are found, on disk or not, those that a change touches. */
    private List<String> touched(Change change) {
        return found(change).stream().filter(path -> change.touches(file(path))).toList();
    }

    private List<String> found(Change change) {
        return new SourceDiscovery(repository.directory(), change.absent())
                .discover(List.of(".")).files().stream()
                        .map(DiscoveredFile::path)
                        .toList();
    }
}
