package dev.stslint.maven;

import dev.stslint.report.ReportFormat;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks Kubernetes manifests, and fails the build when something grave is wrong with them. Writes SARIF to the report
 * directory in any case.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends ReportingMojo {

    @Override
    List<ReportFormat> standing() {
        return List.of(ReportFormat.SARIF);
    }
}
