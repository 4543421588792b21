package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFoldersTest {

    @TempDir
    Path directory;

    private long clock = 1_000_000;

    @Test
    void areThoseThatPeopleAndToolsUse() throws IOException {
        for (String folder : ProjectFolders.candidates(directory, directory.resolve("target"))) {
            write(folder + "/" + folder.replace('/', '-') + ".yaml");
        }
        write("elsewhere/a.yaml");

        assertThat(folders().written())
                .containsExactly(
                        "src/main/kubernetes",
                        "src/main/k8s",
                        "src/main/jkube",
                        "src/main/fabric8",
                        "k8s",
                        "kubernetes",
                        "manifests",
                        "deploy");
        assertThat(read())
                .containsExactly(
                        "deploy/deploy.yaml",
                        "k8s/k8s.yaml",
                        "kubernetes/kubernetes.yaml",
                        "manifests/manifests.yaml",
                        "src/main/k8s/src-main-k8s.yaml",
                        "src/main/kubernetes/src-main-kubernetes.yaml",
                        "target/classes/META-INF/dekorate/target-classes-META-INF-dekorate.yaml",
                        "target/classes/META-INF/fabric8/target-classes-META-INF-fabric8.yaml",
                        "target/classes/META-INF/jkube/target-classes-META-INF-jkube.yaml",
                        "target/kubernetes/target-kubernetes.yaml");
    }

    @Test
    void areNoneInAnEmptyProject() {
        assertThat(folders()).isEqualTo(new ProjectFolders(List.of(), List.of(), List.of()));
    }

    /** Quarkus adds the files that are called like its targets, and `common`, to what it generates. */
    @Test
    void lintOutputInPlaceOfWhatWentIntoIt() throws IOException {
        write("src/main/kubernetes/common.yml");
        write("src/main/kubernetes/kubernetes.yaml");
        write("src/main/kubernetes/postgres.yml");
        write("src/main/kubernetes/sub/more.yml");
        write("target/kubernetes/kubernetes.json");
        write("target/kubernetes/kubernetes.yml");
        write("target/kubernetes/openshift.yml");

        assertThat(read())
                .containsExactly(
                        "src/main/kubernetes/postgres.yml",
                        "src/main/kubernetes/sub/more.yml",
                        "target/kubernetes/kubernetes.yml",
                        "target/kubernetes/openshift.yml");
        assertThat(folders().written()).containsExactly("src/main/kubernetes");
        assertThat(folders().remarks()).isEmpty();
    }

    /** JKube reads every fragment, and writes each object into one file for all and into one of its own. */
    @Test
    void lintEachObjectOfAnOutputOnce() throws IOException {
        write("src/main/jkube/statefulset.yml");
        write("target/classes/META-INF/jkube/kubernetes.yml");
        write("target/classes/META-INF/jkube/kubernetes/db-statefulset.yml");
        write("target/classes/META-INF/jkube/openshift/db-statefulset.yml");

        assertThat(read())
                .containsExactly(
                        "target/classes/META-INF/jkube/kubernetes.yml",
                        "target/classes/META-INF/jkube/openshift/db-statefulset.yml");
    }

    @Test
    void lintWhatWasEditedSinceTheOutputWasMade() throws IOException {
        write("target/kubernetes/kubernetes.yml");
        write("target/kubernetes/kubernetes.json");
        write("src/main/kubernetes/kubernetes.yml");
        write("src/main/kubernetes/postgres.yml");

        assertThat(read()).containsExactly("src/main/kubernetes/kubernetes.yml", "src/main/kubernetes/postgres.yml");
        assertThat(folders().remarks())
                .containsExactly(
                        "`target/kubernetes` is left out: it is older than `src/main/kubernetes/kubernetes.yml`");
    }

    @Test
    void lintOutputThatNothingWasWrittenFor() throws IOException {
        write("target/kubernetes/kubernetes.yml");
        write("src/main/kubernetes/postgres.yml");

        assertThat(folders().paths()).containsExactly("src/main/kubernetes", "target/kubernetes");
    }

    private ProjectFolders folders() {
        return ProjectFolders.of(directory, directory.resolve("target"));
    }

    private List<String> read() {
        return new SourceDiscovery(directory)
                .discover(folders().paths()).files().stream()
                        .map(DiscoveredFile::path)
                        .toList();
    }

    /** Each file a second younger than the one before. */
    private void write(String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{}");
        clock += 1000;
        Files.setLastModifiedTime(path, FileTime.fromMillis(clock));
    }
}
