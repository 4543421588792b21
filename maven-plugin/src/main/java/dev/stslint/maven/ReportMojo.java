package dev.stslint.maven;

import dev.stslint.report.ReportFormat;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes what is found in Kubernetes manifests to the report directory, as HTML and SARIF. No finding fails the build. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class ReportMojo extends ReportingMojo {

    @Override
    List<ReportFormat> standing() {
        return List.of(ReportFormat.HTML, ReportFormat.SARIF);
    }

    @Override
    boolean judges() {
        return false;
    }
}
