package dev.stslint.maven;

import static dev.stslint.maven.SampleProject.BROKEN;
import static dev.stslint.maven.SampleProject.REPAIRABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixMojoTest {

    private static final String REPAIRED = REPAIRABLE.replace("value: true", "value: \"true\"");

    @TempDir
    Path directory;

    private SampleProject project;
    private FixMojo mojo;

    @BeforeEach
    void prepare() {
        project = new SampleProject(directory, "");
        mojo = project.set(new FixMojo());
    }

    @Test
    void repairsWhatPeopleHaveWrittenAndLeavesAloneWhatIsGenerated() throws Exception {
        project.write("k8s/pod.yaml", REPAIRABLE);
        project.write("target/kubernetes/kubernetes.yml", REPAIRABLE);

        mojo.execute();

        assertThat(project.path("k8s/pod.yaml")).hasContent(REPAIRED);
        assertThat(project.path("target/kubernetes/kubernetes.yml")).hasContent(REPAIRABLE);
        assertThat(project.log.lines)
                .containsExactly(
                        "info: k8s/pod.yaml:10:18: fixed[env-value-not-string] put it in quotes",
                        "info: 1 finding fixed in 1 file",
                        "info: left: no findings in 1 file (1 object)");
    }

    @Test
    void onlyShowsTheDifference() throws Exception {
        project.write("k8s/pod.yaml", REPAIRABLE);
        mojo.diff = true;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        1 finding would be fixed in 1 file
                        would be left: no findings in 1 file (1 object)
                        nothing is written: leave `-Dstslint.diff` out""");

        assertThat(project.path("k8s/pod.yaml")).hasContent(REPAIRABLE);
        assertThat(project.log.lines)
                .contains(
                        "info: --- a/k8s/pod.yaml",
                        "info: -          value: true",
                        "info: +          value: \"true\"",
                        "info: 1 finding would be fixed in 1 file");
    }

    @Test
    void makesOnlyTheRepairsThatAreAskedFor() throws Exception {
        project.write("k8s/pod.yaml", REPAIRABLE);
        mojo.rule = List.of("unknown-governing-service");

        mojo.execute();

        assertThat(project.path("k8s/pod.yaml")).hasContent(REPAIRABLE);
        assertThat(project.log.lines).contains("info: nothing fixed");
    }

    @Test
    void repairsAllModulesAndFailsForWhatIsLeft() throws Exception {
        project.write("k8s/broken.yaml", BROKEN);
        SampleProject shop = new SampleProject(directory, "shop");
        shop.write("src/main/kubernetes/pod.yaml", REPAIRABLE);
        FixMojo called = project.call(new FixMojo(), shop);

        assertThatThrownBy(called::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        1 finding fixed in 1 file
                        left: 1 error in 2 files (1 object; 1 document does not parse)""");
        assertThat(project.log.lines).anyMatch(line -> line.startsWith("error: k8s/broken.yaml:3:"));
        assertThat(shop.path("src/main/kubernetes/pod.yaml")).hasContent(REPAIRED);
    }

    @Test
    void namesTheParameterForUnsafeRepairs() throws Exception {
        project.declaring().write("k8s/budget.yaml", SampleProject.UNSAFELY_REPAIRABLE);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith("\nlook at the unsafe repairs: mvn stslint:fix -Dstslint.unsafe -Dstslint.diff");
    }

    @Test
    void deniesNoFolderThatIsThere() throws Exception {
        project.write("target/kubernetes/kubernetes.yml", REPAIRABLE);

        mojo.execute();

        assertThat(project.log.lines)
                .containsExactly("info: no manifests that people have written: there is none of src/main/kubernetes,"
                        + " src/main/k8s, src/main/jkube, src/main/fabric8, k8s, kubernetes, manifests, deploy;"
                        + " what tools have generated is left alone");
    }

    /** It is what was asked for. */
    @Test
    void showsTheDifferenceToTheQuietToo() throws Exception {
        project.write("k8s/pod.yaml", REPAIRABLE);
        mojo.diff = true;
        project.log.quiet = true;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThat(project.log.lines).contains("error: +          value: \"true\"");
    }

    @Test
    void doesNotFailForWhatIsNoFailure() throws Exception {
        project.write("k8s/broken.yaml", BROKEN);
        mojo.failOn = "never";

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void saysWhatIsNoOption() throws Exception {
        project.write("k8s/pod.yaml", REPAIRABLE);
        mojo.rule = List.of("env-value-not-strin");

        assertThatThrownBy(mojo::execute).hasMessageContaining("did you mean `env-value-not-string`");
    }
}
