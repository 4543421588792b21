package dev.stslint.report;

/**
 * Facts about a run that its findings do not tell.
 *
 * @param version of stslint
 * @param exitCode what the process will end with; 2 says that the job could not be done in full
 * @param root the URI that shown paths are relative to, ending with a slash; empty to keep the machine's paths out of a
 *     report, which is what a report that travels wants
 * @param provenance where the files come from
 */
public record RunFacts(String version, int exitCode, String root, Provenance provenance) {

    /** Facts that name neither a path of the machine nor a repository. */
    public static RunFacts of(String version, int exitCode) {
        return new RunFacts(version, exitCode, "", Provenance.UNKNOWN);
    }

    /** The same run on files that come from somewhere. */
    public RunFacts from(Provenance source) {
        return new RunFacts(version, exitCode, root, source);
    }
}
