package dev.stslint.maven;

import static dev.stslint.maven.SampleProject.BROKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportMojoTest {

    @TempDir
    Path directory;

    @Test
    void writesReportsAndFailsNothing() throws Exception {
        SampleProject project = new SampleProject(directory, "");
        project.write("k8s/broken.yaml", BROKEN);

        project.set(new ReportMojo()).execute();

        assertThat(project.log.lines)
                .containsExactly(
                        "info: 1 error in 1 file (no objects; 1 document does not parse)",
                        "info: report: target/stslint/stslint.html",
                        "info: report: target/stslint/stslint.sarif");
        assertThat(project.path("target/stslint/stslint.html")).content().contains("invalid-yaml");
        assertThat(project.path("target/stslint/stslint.sarif")).content().contains("invalid-yaml");
    }
}
