package dev.stslint.kube;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression as Go reads it (github.com/google/re2/wiki/Syntax). */
final class GoExpression {

    private GoExpression() {}

    /** Whether Go refuses it for sure: where the two languages differ that is not known. */
    static boolean isMalformed(String text) {
        if (isPlain(text)) {
            return false;
        }
        if (isOnlyOfJava(text)) {
            return true;
        }
        boolean isOfOneLanguage = text.indexOf('{') < 0
                && text.indexOf('\\') < 0
                && text.indexOf('$') < 0
                && !text.contains("(?")
                && !text.contains("[]")
                && !text.contains("[^]")
                && !text.contains("[[");
        return isOfOneLanguage && !compiles(text);
    }

    /** Most are names, for which no expression has to be compiled. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*+?()[]{}|\\^$".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** What looks around or takes all or nothing; a class or an escape may hold the same characters. */
    private static boolean isOnlyOfJava(String text) {
        if (text.indexOf('\\') >= 0 || text.indexOf('[') >= 0) {
            return false;
        }
        for (String sign : List.of("(?=", "(?!", "(?<=", "(?<!", "(?>", "*+", "++", "?+")) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    private static boolean compiles(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
