package dev.stslint.report;

import java.nio.charset.StandardCharsets;

/** Shown paths as URI references. */
final class ArtifactUri {

    private static final String HEX = "0123456789ABCDEF";

    /** What may stand in a path without being encoded, besides letters and digits: RFC 3986 without the colon. */
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private ArtifactUri() {}

    /** A reference relative to the root; an absolute one for a path that is not below any. */
    static String of(String path) {
        String encoded = encoded(path);
        return isAbsolute(path) ? "file://" + encoded : encoded;
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/");
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
