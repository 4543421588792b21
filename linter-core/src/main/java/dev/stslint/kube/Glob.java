package dev.stslint.kube;

/** Text with {@code *} for any characters. */
final class Glob {

    private Glob() {}

    static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        // Each part between two stars takes its first place; taking a later one would never help.
        int at = star;
        int next = pattern.indexOf('*', star + 1);
        while (next >= 0) {
            String part = pattern.substring(star + 1, next);
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
            star = next;
            next = pattern.indexOf('*', star + 1);
        }
        String last = pattern.substring(star + 1);
        return text.length() - at >= last.length() && text.endsWith(last);
    }
}
