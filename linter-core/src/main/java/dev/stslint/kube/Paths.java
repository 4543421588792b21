package dev.stslint.kube;

/** Paths inside a container: absolute, with {@code /}. */
final class Paths {

    private Paths() {}

    /** Without a slash at the end, without doubled slashes. */
    static String normalize(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '/' || out.length() == 0 || out.charAt(out.length() - 1) != '/') {
                out.append(c);
            }
        }
        if (out.length() > 1 && out.charAt(out.length() - 1) == '/') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    static boolean isAtOrBelow(String path, String directory) {
        return directory.equals("/")
                || (path.startsWith(directory)
                        && (path.length() == directory.length() || path.charAt(directory.length()) == '/'));
    }

    static boolean isBelow(String path, String directory) {
        return path.length() > directory.length() && isAtOrBelow(path, directory);
    }

    static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
