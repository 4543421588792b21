package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Missing;
import dev.stslint.source.DiscoveredSources.Skipped;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDiscoveryTest {

    @TempDir
    Path directory;

    /** The directory as it is shown: with {@code /} on every system. */
    private String top() {
        return IgnoreScope.slashed(directory);
    }

    @Nested
    class Directories {

        @Test
        void giveTheirYamlAndJsonSortedByPath() throws IOException {
            write("b.yaml", "a/z.yml", "a.json", "a/B.YAML", "readme.md", "a/deep/er/x.Json", "yaml", ".yaml");

            assertThat(paths("."))
                    .containsExactly(".yaml", "a.json", "a/B.YAML", "a/deep/er/x.Json", "a/z.yml", "b.yaml");
        }

        @Test
        void areTheWorkingDirectoryWhenNoneIsNamed() throws IOException {
            write("a.yaml");

            assertThat(discover().files())
                    .containsExactly(new DiscoveredFile(directory.resolve("a.yaml"), "a.yaml", "", false, 0));
        }

        @Test
        void areShownRelativeToTheWorkingDirectory() throws IOException {
            write("k8s/a.yaml", "other/b.yaml");
            Path inside = directory.resolve("k8s");

            assertThat(paths(directory.resolve("k8s").toString())).containsExactly("k8s/a.yaml");
            assertThat(new SourceDiscovery(inside).discover(List.of("../other")).files())
                    .extracting(DiscoveredFile::path, DiscoveredFile::root)
                    .containsExactly(tuple("../other/b.yaml", "../other"));
            assertThat(new SourceDiscovery(inside)
                            .discover(List.of(directory.resolve("other").toString()))
                            .files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly(top() + "/other/b.yaml");
        }

        @Test
        void mayHoldNothing() {
            DiscoveredSources sources = discover(".");

            assertThat(sources.files()).isEmpty();
            assertThat(sources.missing()).isEmpty();
        }

        @Test
        void thatOverlapGiveEachFileOnceUnderTheWidest() throws IOException {
            write("k8s/dev/a.yaml", "k8s/b.yaml");

            assertThat(discover("k8s/dev", "k8s", "./k8s/").files())
                    .extracting(DiscoveredFile::path, DiscoveredFile::root)
                    .containsExactly(tuple("k8s/b.yaml", "k8s"), tuple("k8s/dev/a.yaml", "k8s"));
        }

        @Test
        void thatCannotBeListedAreNamed() throws IOException {
            write("k8s/secret/a.yaml", "k8s/b.yaml");
            Path secret = directory.resolve("k8s/secret");
            assumeTrue(secret.toFile().setReadable(false), "no permissions here");
            assumeFalse(Files.isReadable(secret), "this user may read everything");

            DiscoveredSources sources = discover(".");

            assertThat(sources.files()).extracting(DiscoveredFile::path).containsExactly("k8s/b.yaml");
            assertThat(sources.unreadable()).containsExactly(new Skipped("k8s/secret", "permission denied"));
            assertThat(secret.toFile().setReadable(true)).isTrue();
        }

        @Test
        void mayBeVeryDeep() throws IOException {
            write("d/".repeat(300) + "a.yaml");

            assertThat(paths(".")).hasSize(1);
        }
    }

    @Nested
    class NamedFiles {

        @Test
        void areReadWhateverTheirEndingAndWhoeverIgnoresThem() throws IOException {
            write("a.tpl", "target/b.yaml", "node_modules/c.yaml", "d.yaml");
            Files.writeString(directory.resolve(".gitignore"), "*\n");

            assertThat(paths("a.tpl", "target/b.yaml", "node_modules/c.yaml", "d.yaml"))
                    .containsExactly("a.tpl", "d.yaml", "node_modules/c.yaml", "target/b.yaml");
        }

        @Test
        void shareTheNearestCommonDirectoryAsTheirRoot() throws IOException {
            write("apps/a/x.yaml", "apps/b/y.yaml");

            assertThat(discover("apps/a/x.yaml", "apps/b/y.yaml").files())
                    .extracting(DiscoveredFile::root, DiscoveredFile::named)
                    .containsOnly(tuple("apps", true));
            assertThat(discover("apps/a/x.yaml").files())
                    .extracting(DiscoveredFile::root)
                    .containsExactly("apps/a");
        }

        @Test
        void thatAreFoundAnywayKeepTheirRoot() throws IOException {
            write("apps/a/x.yaml");

            assertThat(discover("apps/a/x.yaml", "apps").files())
                    .containsExactly(
                            new DiscoveredFile(directory.resolve("apps/a/x.yaml"), "apps/a/x.yaml", "apps", true, 0));
        }

        @Test
        void mayBeAnEveryDayGlobCharacterApart() throws IOException {
            write("[slug].yaml", "s.yaml");

            assertThat(paths("[slug].yaml")).containsExactly("[slug].yaml");
        }

        @Test
        void leaveStandardInputToTheCaller() throws IOException {
            write("a.yaml");

            DiscoveredSources sources = discover("-", "a.yaml", "-");

            assertThat(sources.standardInput()).isTrue();
            assertThat(sources.files()).hasSize(1);
            assertThat(discover("-").files()).isEmpty();
        }
    }

    @Nested
    class IgnoredEntries {

        @Test
        void areDecidedByTheNearestIgnoreFile() throws IOException {
            write("a.yaml", "x/a.yaml", "x/b.yaml", "x/keep/a.yaml");
            Files.writeString(directory.resolve(".gitignore"), "a.yaml\n");
            Files.writeString(directory.resolve("x/keep/.gitignore"), "!a.yaml\n");

            assertThat(paths(".")).containsExactly("x/b.yaml", "x/keep/a.yaml");
        }

        @Test
        void followTheParentsUpToTheRepositoryAndNoFurther() throws IOException {
            write("repo/k8s/a.yaml", "repo/k8s/b.yaml", "repo/k8s/c.yaml");
            Files.writeString(directory.resolve(".gitignore"), "c.yaml\n");
            Files.writeString(directory.resolve("repo/.gitignore"), "/k8s/a.yaml\n");

            assertThat(paths("repo/k8s")).as("no repository").hasSize(3);

            Files.createDirectories(directory.resolve("repo/.git/info"));
            Files.writeString(directory.resolve("repo/.git/info/exclude"), "b.yaml\n");

            assertThat(paths("repo/k8s")).containsExactly("repo/k8s/c.yaml");
        }

        @Test
        void areReadWhenTheirDirectoryIsNamed() throws IOException {
            write("target/kubernetes/a.yaml", "target/kubernetes/node_modules/b.yaml", "target/kubernetes/c.yaml");
            Files.createDirectories(directory.resolve(".git"));
            Files.writeString(directory.resolve(".gitignore"), "target/**\n");
            Files.writeString(directory.resolve("target/kubernetes/.gitignore"), "c.yaml\n");

            assertThat(paths(".")).isEmpty();
            assertThat(paths("target/kubernetes")).containsExactly("target/kubernetes/a.yaml");
            assertThat(paths("target")).containsExactly("target/kubernetes/a.yaml");
        }

        @Test
        void includeDirectoriesThatNobodyWrote() throws IOException {
            write(".git/a.yaml", "node_modules/p/b.yaml", "x/target/c.yaml", ".github/d.yaml", "targets/e.yaml");

            assertThat(paths(".")).containsExactly(".github/d.yaml", "targets/e.yaml");
        }

        @Test
        void areNoneOfAnInnerRepositorys() throws IOException {
            write("module/a.yaml", "module/b.yaml");
            Files.createDirectories(directory.resolve(".git/modules/module/info"));
            Files.writeString(directory.resolve(".git/modules/module/info/exclude"), "b.yaml\n");
            Files.writeString(directory.resolve(".gitignore"), "a.yaml\n");
            Files.writeString(directory.resolve("module/.git"), "gitdir: ../.git/modules/module\n");

            assertThat(paths(".")).containsExactly("module/a.yaml");
        }

        @Test
        void areFoundFromALinkedWorktree() throws IOException {
            write("tree/a.yaml", "tree/b.yaml");
            Files.createDirectories(directory.resolve("repo/.git/worktrees/tree"));
            Files.createDirectories(directory.resolve("repo/.git/info"));
            Files.writeString(directory.resolve("repo/.git/info/exclude"), "b.yaml\n");
            Files.writeString(directory.resolve("repo/.git/worktrees/tree/commondir"), "../..\n");
            Files.writeString(
                    directory.resolve("tree/.git"), "gitdir: " + directory.resolve("repo/.git/worktrees/tree") + "\n");

            assertThat(paths("tree")).containsExactly("tree/a.yaml");
        }

        @Test
        void areNoneWhenTheRepositoryIsBroken() throws IOException {
            write("a.yaml");
            Files.writeString(directory.resolve(".git"), "gitdir: \0\n");
            Files.createDirectories(directory.resolve(".gitignore"));

            assertThat(paths(".")).containsExactly("a.yaml");
        }
    }

    @Nested
    class Links {

        @Test
        void areFollowedInsideTheRootAndGiveEachFileOnce() throws IOException {
            write("k8s/base/a.yaml", "outside/b.yaml");
            link("k8s/again.yaml", "base/a.yaml");
            link("k8s/current", "base");
            link("k8s/ignored", "target");
            write("k8s/target/c.yaml");
            link("k8s/out.yaml", "../outside/b.yaml");
            link("k8s/outdir", "../outside");
            link("k8s/notes.txt", "../outside/b.yaml");
            link("k8s/node_modules", "../outside");

            DiscoveredSources sources = discover("k8s");

            assertThat(sources.files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly("k8s/base/a.yaml", "k8s/ignored/c.yaml");
            assertThat(sources.skipped()).extracting(Skipped::path).containsExactly("k8s/out.yaml", "k8s/outdir");
        }

        @Test
        void mayFormCycles() throws IOException {
            write("a/x.yaml", "b/y.yaml");
            link("a/up", "..");
            link("a/b", "../b");
            link("b/a", "../a");
            link("self", "self");
            link("dangling.yaml", "nowhere");

            assertThat(paths(".")).containsExactly("a/x.yaml", "b/y.yaml", "dangling.yaml");
        }

        @Test
        void areFollowedAnywhereWhenNamed() throws IOException {
            write("real/a.yaml", "work/.keep");
            link("work/k8s", "../real");
            link("work/a.yaml", "../real/a.yaml");
            SourceDiscovery inside = new SourceDiscovery(directory.resolve("work"));

            assertThat(inside.discover(List.of("k8s")).files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly("k8s/a.yaml");
            assertThat(inside.discover(List.of("a.yaml")).files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly("a.yaml");
        }

        @Test
        void takeTheIgnoreRulesOfWhereTheyStand() throws IOException {
            write("k8s/hidden/a.yaml", "k8s/hidden/b.yaml");
            Files.writeString(directory.resolve("k8s/.gitignore"), "/hidden\n");
            Files.writeString(directory.resolve("k8s/hidden/.gitignore"), "/b.yaml\n");
            link("k8s/shown", "hidden");

            assertThat(paths("k8s")).containsExactly("k8s/shown/a.yaml");
        }
    }

    @Nested
    class Charts {

        @Test
        void keepTheirTemplatesToThemselves() throws IOException {
            write(
                    "app/Chart.yaml",
                    "app/values.yaml",
                    "app/values-prod.yaml",
                    "app/crds/crd.yaml",
                    "app/templates/deployment.yaml",
                    "app/templates/_helpers.tpl",
                    "app/templates/tests/test.yaml",
                    "app/charts/db/templates/set.yaml",
                    "app/charts/db/values.yaml",
                    "app/charts/db/Chart.yaml",
                    "app/charts/db/charts/metrics/templates/m.yaml",
                    "app/ci/templates/plain.yaml",
                    "templates/plain.yaml");

            DiscoveredSources sources = discover(".");

            assertThat(sources.files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly(
                            "app/Chart.yaml",
                            "app/charts/db/Chart.yaml",
                            "app/charts/db/values.yaml",
                            "app/ci/templates/plain.yaml",
                            "app/crds/crd.yaml",
                            "app/values-prod.yaml",
                            "app/values.yaml",
                            "templates/plain.yaml");
            assertThat(sources.charts())
                    .containsExactly(new Chart(
                            "app",
                            List.of(
                                    "app/charts/db/charts/metrics/templates/m.yaml",
                                    "app/charts/db/templates/set.yaml",
                                    "app/templates/deployment.yaml",
                                    "app/templates/tests/test.yaml")));
        }

        @Test
        void readTheirDataThemselves() throws IOException {
            write("app/Chart.yaml", "app/files/a.yaml", "app/files/inner/Chart.yaml", "app/charts/db/files/b.yaml");
            write("files/plain.yaml");
            DiscoveredSources sources = discover(".");
            assertThat(sources.files())
                    .extracting(DiscoveredFile::path)
                    .containsExactly("app/Chart.yaml", "files/plain.yaml");
            assertThat(sources.skipped())
                    .extracting(Skipped::path)
                    .containsExactly("app/charts/db/files/b.yaml", "app/files/a.yaml", "app/files/inner/Chart.yaml");
            assertThat(discover(".", "app/files/a.yaml").files())
                    .extracting(DiscoveredFile::path)
                    .contains("app/files/a.yaml");
            assertThat(discover(".", "app/files/a.yaml").skipped()).hasSize(2);
        }

        @Test
        void areKnownFromInside() throws IOException {
            write(
                    "app/Chart.yaml",
                    "app/templates/x/a.yaml",
                    "app/charts/db/Chart.yaml",
                    "app/charts/db/templates/b.yaml");

            assertThat(discover("app/templates").charts())
                    .containsExactly(new Chart("app", List.of("app/templates/x/a.yaml")));
            assertThat(discover("app/templates/x/*.yaml").charts())
                    .containsExactly(new Chart("app", List.of("app/templates/x/a.yaml")));
            assertThat(discover("app/charts/db/templates").charts())
                    .containsExactly(new Chart("app", List.of("app/charts/db/templates/b.yaml")));
            assertThat(new SourceDiscovery(directory.resolve("app/templates"))
                            .discover(List.of())
                            .charts())
                    .containsExactly(new Chart("..", List.of("x/a.yaml")));
            assertThat(new SourceDiscovery(directory.resolve("app"))
                            .discover(List.of())
                            .charts())
                    .extracting(Chart::path)
                    .containsExactly("");
        }

        @Test
        void giveUpATemplateThatIsNamed() throws IOException {
            write("app/Chart.yaml", "app/templates/a.yaml");

            DiscoveredSources sources = discover("app", "app/templates/a.yaml");

            assertThat(sources.files()).extracting(DiscoveredFile::path).contains("app/templates/a.yaml");
            assertThat(sources.charts()).isEmpty();
        }
    }

    @Nested
    class Globs {

        @Test
        void areExpanded() throws IOException {
            write("k8s/a.yaml", "k8s/b.yml", "k8s/c.tpl", "k8s/d/e.yaml", "x.yaml", "k8s/f/g/h.yaml");

            assertThat(paths("**/*.yaml")).containsExactly("k8s/a.yaml", "k8s/d/e.yaml", "k8s/f/g/h.yaml", "x.yaml");
            assertThat(paths("k8s/*.{yml,yaml}")).containsExactly("k8s/a.yaml", "k8s/b.yml");
            assertThat(paths("k8s/?/*.yaml")).containsExactly("k8s/d/e.yaml");
            assertThat(paths("k8s/[!a].*")).containsExactly("k8s/b.yml");
            assertThat(paths("k8s/*.tpl")).containsExactly("k8s/c.tpl");
            assertThat(paths("{x,k8s/a}.yaml")).containsExactly("k8s/a.yaml", "x.yaml");
            assertThat(paths("{k8s/{d,f/**}/,}*.yaml")).containsExactly("k8s/d/e.yaml", "k8s/f/g/h.yaml", "x.yaml");
            assertThat(paths(top() + "/k8s/*.yaml")).containsExactly("k8s/a.yaml");
        }

        @Test
        void takeInDirectoriesThatTheyMatch() throws IOException {
            write("apps/a/x/1.yaml", "apps/b/2.yaml", "apps/3.yaml", "apps/readme.md");

            assertThat(paths("apps/*")).containsExactly("apps/3.yaml", "apps/a/x/1.yaml", "apps/b/2.yaml");
            assertThat(discover("apps/{a,b}").files())
                    .extracting(DiscoveredFile::root)
                    .containsExactly("apps/a", "apps/b");
            assertThat(discover("*/a").files()).extracting(DiscoveredFile::root).containsExactly("");
        }

        @Test
        void respectIgnoreRulesUnlessTheySpellADirectoryOut() throws IOException {
            write("m/target/kubernetes/a.yml", "m/node_modules/b.yml", "m/c.yml", "m/d.yml");
            Files.writeString(directory.resolve("m/.gitignore"), "d.yml\n");

            assertThat(paths("**/*.yml")).containsExactly("m/c.yml");
            assertThat(paths("*/target/kubernetes/*.yml")).containsExactly("m/target/kubernetes/a.yml");
        }

        @Test
        void mayMatchWhatIsFoundAlready() throws IOException {
            write("k8s/a.yaml");

            assertThat(discover("k8s", "k8s/*.yaml").missing()).isEmpty();
        }

        @Test
        void thatExplodeAreCutShort() {
            assertThat(discover("{a,b}".repeat(40)).missing()).hasSize(1);
        }
    }

    @Nested
    class MissingArguments {

        @Test
        void comeWithTheNearestName() throws IOException {
            write("k8s/prod/db.yaml", "docs/x.md");

            assertThat(messages("k8", "k8s/prod/bd.yaml", "k8/prod/db.yaml", "nothing/like/it", ""))
                    .containsExactly(
                            "`k8` does not exist; did you mean `k8s/`?",
                            "`k8s/prod/bd.yaml` does not exist; did you mean `k8s/prod/db.yaml`?",
                            "`k8/prod/db.yaml` does not exist; did you mean `k8s/prod/db.yaml`?",
                            "`nothing/like/it` does not exist",
                            "`` is not a path");
        }

        @Test
        void mayGoThroughAFile() throws IOException {
            write("k8s/prod/db.yaml");

            assertThat(messages("k8s/prod/db.yaml/x"))
                    .containsExactly("`k8s/prod/db.yaml/x` does not exist: `k8s/prod/db.yaml` is a file");
        }

        @Test
        void mayBeLinksToNothing() throws IOException {
            link("a.yaml", "gone.yaml");

            assertThat(messages("a.yaml")).containsExactly("`a.yaml` is a link to nothing");
        }

        @Test
        void mayBeAbsolute() throws IOException {
            write("k8s/a.yaml");

            assertThat(messages(top() + "/k8/a.yaml"))
                    .containsExactly(
                            "`" + top() + "/k8/a.yaml` does not exist; did you mean `" + top() + "/k8s/a.yaml`?");
        }

        @Test
        void mayBeGlobs() throws IOException {
            write("k8s/a.yaml");

            assertThat(messages("k8s/*.yml", "k8/*.yaml", "bad\0name"))
                    .containsExactly(
                            "`k8s/*.yml` matches nothing that can be linted",
                            "`k8/*.yaml` matches nothing that can be linted; did you mean `k8s/*.yaml`?",
                            "`bad\0name` does not exist");
        }

        private List<String> messages(String... arguments) {
            return discover(arguments).missing().stream().map(Missing::message).toList();
        }
    }

    @Nested
    class AbsentFilesAmongThem {

        @Test
        void areFoundAsThoughTheyWereThere() throws IOException {
            write("k8s/a.yaml", "k8s/target/x.yaml");
            Files.writeString(directory.resolve(".gitignore"), "secret\n");

            assertThat(paths(".", "k8s/a.yaml", "k8s/b.yaml", "gone/deep/c.json", "gone/readme.md"))
                    .containsExactly("gone/deep/c.json", "k8s/a.yaml", "k8s/b.yaml");
            assertThat(paths(".", "secret/a.yaml", "target/a.yaml", "k8s/target/b.yaml"))
                    .containsExactly("k8s/a.yaml");
        }

        @Test
        void mayBeNamed() throws IOException {
            write("k8s/a.yaml");

            assertThat(paths("gone", "gone/deep/c.yaml")).containsExactly("gone/deep/c.yaml");
            assertThat(paths("gone/*.yaml", "gone/c.yaml")).containsExactly("gone/c.yaml");
            assertThat(paths("k8s/b.txt", "k8s/b.txt")).containsExactly("k8s/b.txt");
            assertThat(sources("k8s/c.yaml", "k8s/b.yaml").missing()).hasSize(1);
        }

        @Test
        void makeADirectoryAChartOrBelongToOne() throws IOException {
            write("here/templates/a.yaml", "chart/Chart.yaml");

            assertThat(sources(".", "here/Chart.yaml", "chart/templates/b.yaml").charts())
                    .containsExactly(
                            new Chart("chart", List.of("chart/templates/b.yaml")),
                            new Chart("here", List.of("here/templates/a.yaml")));
        }

        private List<String> paths(String argument, String... absent) throws IOException {
            DiscoveredSources sources = sources(argument, absent);
            assertThat(sources.missing()).isEmpty();
            assertThat(sources.unreadable()).isEmpty();
            return sources.files().stream().map(DiscoveredFile::path).toList();
        }

        private DiscoveredSources sources(String argument, String... absent) throws IOException {
            Path real = directory.toRealPath();
            AbsentFiles files =
                    AbsentFiles.of(Stream.of(absent).map(real::resolve).toList());
            return new SourceDiscovery(directory, files).discover(List.of(argument));
        }
    }

    private DiscoveredSources discover(String... arguments) {
        return new SourceDiscovery(directory).discover(List.of(arguments));
    }

    private List<String> paths(String... arguments) {
        DiscoveredSources sources = discover(arguments);
        assertThat(sources.missing()).isEmpty();
        return sources.files().stream().map(DiscoveredFile::path).toList();
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
    }

    private void link(String path, String target) throws IOException {
        try {
            Files.createSymbolicLink(directory.resolve(path), Path.of(target));
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }
    }
}
