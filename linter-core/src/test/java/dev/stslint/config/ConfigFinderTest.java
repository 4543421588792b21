package dev.stslint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFinderTest {

    @TempDir
    Path directory;

    @Test
    void theNearestAboveTheInputCounts() throws Exception {
        make(".git/HEAD", "stslint.yaml", "shop/db/a.yaml", "other/.stslint.yaml", "other/k8s/b.yaml");
        assertThat(find("shop/db")).contains(at("stslint.yaml"));
        assertThat(find("shop/db/a.yaml")).contains(at("stslint.yaml"));
        assertThat(find("other/k8s")).contains(at("other/.stslint.yaml"));
        assertThat(find("not/there/yet.yaml")).contains(at("stslint.yaml"));
    }

    @Test
    void theRootOfTheRepositoryIsTheEnd() throws Exception {
        make("stslint.yaml", "repository/.git/HEAD", "repository/k8s/a.yaml");
        assertThat(find("repository/k8s")).isEmpty();
    }

    @Test
    void itIsLookedForAboveTheWorkingDirectoryToo() throws Exception {
        make(".git/HEAD", "stslint.yaml", "shop/db/a.yaml");
        assertThat(new ConfigFinder(at("shop/db")).find(List.of(Path.of("")))).contains(at("stslint.yaml"));
    }

    @Test
    void withoutARepositoryTheWorkingDirectoryIsTheEnd() throws Exception {
        make("stslint.yaml", "work/stslint.yaml", "work/k8s/a.yaml", "elsewhere/k8s/a.yaml");
        ConfigFinder finder = new ConfigFinder(at("work"));
        assertThat(finder.find(List.of(Path.of("k8s")))).contains(at("work/stslint.yaml"));
        assertThat(finder.find(List.of(at("elsewhere/k8s")))).isEmpty();
        assertThat(new ConfigFinder(at("work/k8s")).find(List.of(Path.of("a.yaml"))))
                .isEmpty();
    }

    @Test
    void bothNamesInOneDirectoryAreAMistake() throws Exception {
        make("stslint.yaml", ".stslint.yaml");
        assertThatThrownBy(() -> find(""))
                .isInstanceOf(ConfigException.class)
                .hasMessage("`.` holds both `stslint.yaml` and `.stslint.yaml`; keep one of them");
    }

    @Test
    void twoFilesForOneRunAreAMistake() throws Exception {
        make("a/stslint.yaml", "a/k8s/a.yaml", "b/stslint.yaml", "c/c.yaml");
        assertThat(find("a/k8s", "a")).contains(at("a/stslint.yaml"));
        assertThatThrownBy(() -> find("a/k8s", "b"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("`a/k8s` is configured by `a/stslint.yaml` and `b` by `b/stslint.yaml`;"
                        + " lint them apart, or name the file that is meant");
    }

    /** It would hold for what its author did not mean. */
    @Test
    void aFileForAPartOfTheRunIsAMistake() throws Exception {
        make("a/stslint.yaml", "a/k8s/a.yaml", "c/c.yaml");
        assertThatThrownBy(() -> find("c", "a/k8s"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("`a/k8s` is configured by `a/stslint.yaml` and `c` by none;"
                        + " lint them apart, or name the file that is meant");
        assertThat(find("a/k8s", "not/there")).contains(at("a/stslint.yaml"));
        assertThat(new ConfigFinder(at("a")).find(List.of(Path.of("k8s"), at("c"))))
                .contains(at("a/stslint.yaml"));
    }

    private Optional<Path> find(String... starts) throws ConfigException {
        return new ConfigFinder(directory).find(Stream.of(starts).map(Path::of).toList());
    }

    private Path at(String path) {
        return directory.resolve(path);
    }

    private void make(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(at(file).getParent());
            Files.writeString(at(file), "");
        }
    }
}
