package dev.stslint.maven;

import dev.stslint.filter.Baseline;
import dev.stslint.lint.BaselineUpdate;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.report.ReportFile;
import dev.stslint.source.ProjectFolders;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes down what is found today, for `check` to set aside from now on. */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false)
public final class BaselineMojo extends ManifestMojo {

    /** What to write, relative to the module; by default stslint-baseline.json. */
    @Parameter(property = "stslint.baseline")
    String baseline = "";

    @Override
    List<String> pathsIn(ProjectFolders folders) {
        return folders.paths();
    }

    @Override
    void run(LintRequest request) throws LintException, MojoExecutionException {
        String file = modulePaths().of(baseline.isEmpty() ? Baseline.FILE_NAME : baseline);
        BaselineUpdate update;
        try {
            update =
                    linter().writeBaseline(request.withChanged(Optional.empty()).withBaseline(Optional.of(file)));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write `" + fromHere(file) + "`: " + ReportFile.reason(e));
        }
        if (!update.written()) {
            failures(update.report()).forEach(getLog()::error);
            throw new MojoExecutionException(update.summary(fromHere(file)));
        }
        if (!quiet) {
            getLog().info(ofModule(update.summary(fromHere(file))));
        }
    }
}
