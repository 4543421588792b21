package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a change of what was named. */
@Timeout(60)
final class FileWatchTest {

    @TempDir
    Path directory;

    @Test
    void watchesWhereGlobsLook() {
        assertThat(FileWatch.roots(directory, List.of("k8s/**/db*.yaml", "*.json", "a.yaml", "{dev,prod}/all.yaml")))
                .containsExactly(
                        directory.resolve("k8s"),
                        directory,
                        directory.resolve("a.yaml"),
                        directory.resolve("dev/all.yaml"),
                        directory.resolve("prod/all.yaml"));
    }

    @Test
    void looksPastWhatIsNoManifestAndWhatItIsToldToIgnore() throws Exception {
        Path report = directory.resolve("report.json");
        Files.createDirectory(directory.resolve("target"));
        try (FileWatch watch = new FileWatch(List.of(directory), List.of(), List.of(report))) {
            watch.cover();
            Files.writeString(report, "{}");
            Files.writeString(directory.resolve("notes.txt"), "none");
            Files.writeString(directory.resolve("target/generated.yaml"), "kind: None");
            Files.writeString(directory.resolve("a.yaml"), "kind: None");

            assertThat(watch.await()).isEqualTo(directory.resolve("a.yaml"));
        }
    }

    @Test
    void seesDirectoriesComeAndGo() throws Exception {
        Path fresh = directory.resolve("fresh");
        try (FileWatch watch = new FileWatch(List.of(directory), List.of(), List.of())) {
            watch.cover();
            Files.createDirectory(fresh);
            assertThat(watch.await()).isEqualTo(fresh);

            watch.cover();
            Files.writeString(fresh.resolve("a.yaml"), "kind: None");
            assertThat(watch.await()).isEqualTo(fresh.resolve("a.yaml"));

            watch.cover();
            Files.move(fresh, directory.resolve("other"));
            assertThat(watch.await().getParent()).isEqualTo(directory);
        }
    }

    @Test
    void waitsForWhatIsNotThereYet() throws Exception {
        Path config = directory.resolve("stslint.yaml");
        Path manifests = directory.resolve("deploy/k8s");
        try (FileWatch watch = new FileWatch(List.of(manifests), List.of(config), List.of())) {
            watch.cover();
            Files.writeString(directory.resolve("other.yaml"), "kind: None");
            Files.writeString(config, "profile: all");
            assertThat(watch.await()).isEqualTo(config);

            watch.cover();
            Files.createDirectories(manifests);
            assertThat(watch.await()).isEqualTo(directory.resolve("deploy"));

            watch.cover();
            Files.writeString(manifests.resolve("a.yaml"), "kind: None");
            assertThat(watch.await()).isEqualTo(manifests.resolve("a.yaml"));
        }
    }

    @Test
    void waitsForMoreFilesThanItWasMadeFor() throws Exception {
        Path manifests = Files.createDirectory(directory.resolve("k8s"));
        Path base = Files.createDirectory(directory.resolve("base"));
        try (FileWatch watch = new FileWatch(List.of(manifests), List.of(), List.of())) {
            watch.cover(List.of(base.resolve("a.yaml")));
            Files.writeString(base.resolve("b.yaml"), "kind: None");
            Files.writeString(base.resolve("a.yaml"), "kind: None");
            assertThat(watch.await()).isEqualTo(base.resolve("a.yaml"));
        }
    }
}
