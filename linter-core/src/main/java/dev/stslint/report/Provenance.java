package dev.stslint.report;

/**
 * Where the linted files come from, for reports that are read elsewhere.
 *
 * @param repository the repository's absolute URI, without credentials
 * @param revision the commit; may be empty
 * @param branch the branch; may be empty
 * @param directory the way from the repository's root to the directory that paths are relative to, with a slash at its
 *     end; empty when they are the same
 */
public record Provenance(String repository, String revision, String branch, String directory) {

    /** The nil UUID: readers of SARIF ask where the code comes from, and "nobody knows" is an answer too. */
    public static final Provenance UNKNOWN =
            new Provenance("urn:uuid:00000000-0000-0000-0000-000000000000", "", "", "");

    /**
     * The provenance of a checkout, as git knows it. A remote on the same machine, or none, tells readers nothing and
     * might tell too much: it is {@link #UNKNOWN}.
     *
     * @param remote as git writes it: an address, or {@code user@host:path}
     */
    public static Provenance of(String remote, String revision, String branch, String directory) {
        int scheme = remote.indexOf("://");
        String repository;
        if (scheme > 0) {
            repository = remote.substring(0, scheme + 3) + withoutUser(remote.substring(scheme + 3));
        } else {
            int colon = remote.indexOf(':');
            int slash = remote.indexOf('/');
            boolean isHost = colon > 1 && (slash < 0 || colon < slash);
            repository = isHost
                    ? "ssh://" + withoutUser(remote.substring(0, colon)) + "/" + remote.substring(colon + 1)
                    : "";
        }
        if (repository.isEmpty() || repository.startsWith("file:") || !isUri(repository)) {
            return new Provenance(UNKNOWN.repository, revision, branch, directory);
        }
        return new Provenance(repository, revision, branch, directory);
    }

    /** User names in addresses may be tokens. */
    private static String withoutUser(String authorityAndPath) {
        int slash = authorityAndPath.indexOf('/');
        String authority = slash < 0 ? authorityAndPath : authorityAndPath.substring(0, slash);
        return authorityAndPath.substring(authority.lastIndexOf('@') + 1);
    }

    private static boolean isUri(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
