package dev.stslint.secret;

import java.util.List;

/** The value of an HTTP header that shows who asks: {@code Bearer x}, {@code Basic x}, or the credential alone. */
public final class HttpCredential {

    private static final List<String> SCHEMES = List.of("basic ", "bearer ", "token ", "apikey ", "key ");

    private HttpCredential() {}

    /** Where in the header's value the credential starts: behind the scheme, when there is one. */
    public static int startIn(String value) {
        for (String scheme : SCHEMES) {
            if (value.regionMatches(true, 0, scheme, 0, scheme.length()) && value.length() > scheme.length()) {
                return scheme.length();
            }
        }
        return 0;
    }
}
