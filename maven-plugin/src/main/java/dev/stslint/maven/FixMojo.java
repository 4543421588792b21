package dev.stslint.maven;

import dev.stslint.finding.Refusal;
import dev.stslint.lint.FixRequest;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.OptionValues;
import dev.stslint.report.ConciseReporter;
import dev.stslint.report.DiffReporter;
import dev.stslint.report.FixReport;
import dev.stslint.report.Palette;
import dev.stslint.report.RepairListing;
import dev.stslint.source.ProjectFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Repairs the manifests that people have written, where it is safe, or shows what would change. What tools have generated is
 * left alone: the next build makes it anew. What is left fails the build as it does with `check`.
 */
@Mojo(name = "fix", threadSafe = true, requiresProject = false)
public final class FixMojo extends ManifestMojo {

    /** Whether to make repairs that change behavior too; look at each. */
    @Parameter(property = "stslint.unsafe", defaultValue = "false")
    boolean unsafe;

    /** Only repairs of these rules or categories. */
    @Parameter(property = "stslint.rule")
    List<String> rule = List.of();

    /** Whether to write nothing, and show the changes as a unified diff. */
    @Parameter(property = "stslint.diff", defaultValue = "false")
    boolean diff;

    @Override
    List<String> pathsIn(ProjectFolders folders) {
        return folders.written();
    }

    @Override
    List<String> selected() throws LintException {
        List<String> both = new ArrayList<>(super.selected());
        both.addAll(read("rule", () -> OptionValues.ids(given(rule))));
        return both;
    }

    @Override
    void run(LintRequest request) throws LintException, IOException, MojoExecutionException, MojoFailureException {
        FixReport report = linter().fix(new FixRequest(request, unsafe, diff));
        if (!diff) {
            report = linter().write(report);
        }
        RepairListing listing = new RepairListing(report, !diff);
        tell(report, listing);
        int status = report.status(!diff);
        if (report.refused().stream().anyMatch(Refusal::failed)) {
            throw new MojoExecutionException("not every repair could be written, see above");
        }
        if (status == 2) {
            throw incomplete(report.before());
        }
        if (status == 1) {
            throw new MojoFailureException(failure(report, listing));
        }
    }

    private String failure(FixReport report, RepairListing listing) {
        StringBuilder text = new StringBuilder(listing.summary()).append('\n').append(listing.left());
        if (diff && !report.repaired().isEmpty()) {
            text.append("\nnothing is written: leave `-Dstslint.diff` out");
        }
        if (!unsafe && report.repairableLeft() > 0) {
            text.append("\nlook at the unsafe repairs: ")
                    .append(commandForTheSame("fix"))
                    .append(" -Dstslint.unsafe")
                    .append(diff ? "" : " -Dstslint.diff");
        }
        return text.toString();
    }

    @Override
    String reason() {
        Path build = buildDirectory(project);
        boolean isGenerated =
                !ProjectFolders.of(moduleDirectory(), build).paths().isEmpty();
        return " that people have written: there is none of " + String.join(", ", ProjectFolders.writtenCandidates())
                + (isGenerated ? "; what tools have generated is left alone" : "");
    }

    private void tell(FixReport report, RepairListing listing) throws IOException {
        StringBuilder changes = new StringBuilder();
        int masked = 0;
        if (diff) {
            masked = new DiffReporter(Palette.PLAIN).write(report, changes);
        } else if (!quiet) {
            listing.writeRepaired(changes);
        }
        if (diff) {
            log().asked(changes);
        } else {
            log().info(changes);
        }
        if (masked > 0) {
            getLog().warn("secrets are masked in the difference: it cannot be applied as a patch");
        }
        StringBuilder refused = new StringBuilder();
        listing.writeRefused(refused);
        log().warn(refused);
        if (!diff) {
            log().findings(report.after(), new ConciseReporter());
        }
        if (!quiet) {
            report.before().accounting().remarks().forEach(remark -> getLog().warn(ofModule(remark)));
            getLog().info(ofModule(listing.summary()));
            getLog().info(ofModule(listing.left()));
        }
    }
}
