package dev.stslint.kube;

/**
 * A directory that a container keeps data in.
 *
 * @param path absolute, without a slash at its end
 * @param isExact whether the path is all of it; else the data lies somewhere below, as under {@code $(POD_NAME)}
 * @param isCertain whether nothing that the manifest does not show can have moved it
 */
public record DataDirectory(String path, boolean isExact, boolean isCertain) {

    static DataDirectory of(String written, boolean isCertain) {
        int hole = written.indexOf(Reading.HOLE);
        if (hole < 0) {
            return new DataDirectory(Paths.normalize(written), true, isCertain);
        }
        int slash = written.lastIndexOf('/', hole);
        String known = slash <= 0 ? "/" : Paths.normalize(written.substring(0, slash));
        return new DataDirectory(known, false, isCertain && !known.equals("/"));
    }
}
