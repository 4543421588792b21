package dev.stslint.maven;

import static dev.stslint.maven.SampleProject.BROKEN;
import static dev.stslint.maven.SampleProject.REPAIRABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineMojoTest {

    @TempDir
    Path directory;

    private SampleProject root;
    private SampleProject shop;
    private SampleProject store;

    @BeforeEach
    void prepare() {
        root = new SampleProject(directory, "");
        shop = new SampleProject(directory, "shop");
        store = new SampleProject(directory, "store");
    }

    /** One file for all modules, and each of them, checked by itself, finds its own part in it. */
    @Test
    void setsAsideWhatIsKnown() throws Exception {
        shop.write("k8s/pod.yaml", REPAIRABLE);
        store.write("k8s/pod.yaml", REPAIRABLE);

        root.call(new BaselineMojo(), shop, store).execute();

        assertThat(root.log.lines).containsExactly("info: `stslint-baseline.json` holds 2 findings: 2 new, 0 gone");
        CheckMojo check = shop.set(new CheckMojo());
        check.baseline = "../stslint-baseline.json";
        check.execute();
        assertThat(shop.log.lines).containsExactly("info: no findings in 1 file (1 object; 1 finding in the baseline)");
        shop.write("k8s/new.yaml", BROKEN);
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("stslint found 1 error in 1 of 2 files");
    }

    @Test
    void isNotWrittenOfAPart() throws Exception {
        BaselineMojo mojo = root.set(new BaselineMojo());
        mojo.paths = List.of("k8s");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("`stslint-baseline.json` is not written, because not everything could be checked");
        assertThat(root.log.lines).containsExactly("error: <paths>: `k8s` does not exist");
        assertThat(root.path("stslint-baseline.json")).doesNotExist();
    }
}
