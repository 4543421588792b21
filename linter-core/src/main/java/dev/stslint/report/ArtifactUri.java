package dev.stslint.report;

import java.nio.charset.StandardCharsets;

/** Shown paths as URI references. */
final class ArtifactUri {

    private static final String HEX = "0123456789ABCDEF";

    /** What may stand in a path without being encoded, besides letters and digits: RFC 3986 without the colon. */
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private ArtifactUri() {}

    /** A reference relative to the directory of the run; an absolute one where there is no way from one to the other. */
    static String of(String path, String directory) {
        String relative = relative(path, directory);
        return isAbsolute(relative) ? "file://" + (path.startsWith("/") ? "" : "/") + encoded(path) : encoded(relative);
    }

    /** {@code /} on most systems, {@code C:/} on Windows. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || (path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/');
    }

    /**
     * The way to a file through the directories that it shares with the other path; unchanged when there are none, and
     * when it is relative already.
     */
    static String relative(String path, String directory) {
        if (!isAbsolute(path)) {
            return path;
        }
        String start = directory.endsWith("/") ? directory : directory + "/";
        int shared = 0;
        for (int i = 0; i < Math.min(path.length(), start.length()) && path.charAt(i) == start.charAt(i); i++) {
            if (path.charAt(i) == '/') {
                shared = i + 1;
            }
        }
        if (directory.isEmpty() || shared == 0) {
            return path;
        }
        StringBuilder way = new StringBuilder(path.length());
        for (int i = shared; i < start.length(); i++) {
            if (start.charAt(i) == '/') {
                way.append("../");
            }
        }
        return way.append(path, shared, path.length()).toString();
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean isPlain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
            if (isPlain) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return uri.toString();
    }
}
