package dev.stslint.report;

import java.io.File;
import java.nio.file.Path;

/**
 * Facts about a run that its findings do not tell.
 *
 * @param version of stslint
 * @param exitCode what the process will end with; 2 says that the job could not be done in full
 * @param directory the absolute path that the run started from, with {@code /} between its parts; empty when unknown. It is
 *     not written anywhere: files that are shown by absolute paths get relative ones in reports that travel
 * @param provenance where the files come from
 */
public record RunFacts(String version, int exitCode, String directory, Provenance provenance) {

    /** Facts that name neither a directory nor a repository. */
    public static RunFacts of(String version, int exitCode) {
        return new RunFacts(version, exitCode, "", Provenance.UNKNOWN);
    }

    /** The same run, started from somewhere. */
    public RunFacts in(Path start) {
        String path = start.toAbsolutePath().normalize().toString().replace(File.separatorChar, '/');
        return new RunFacts(version, exitCode, path, provenance);
    }

    /** The same run on files that come from somewhere. */
    public RunFacts from(Provenance source) {
        return new RunFacts(version, exitCode, directory, source);
    }

    /**
     * A shown path as it stands in the repository: what services that know the repository need. Without a known
     * provenance the directory of the run is taken for its root.
     */
    String repositoryPath(String path) {
        String way = ArtifactUri.relative(path, directory);
        if (ArtifactUri.isAbsolute(way)) {
            return way;
        }
        String base = provenance.directory();
        while (way.startsWith("../") && !base.isEmpty()) {
            way = way.substring("../".length());
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + way;
    }
}
