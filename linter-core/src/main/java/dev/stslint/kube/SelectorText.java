package dev.stslint.kube;

import dev.stslint.source.Ascii;
import java.util.ArrayList;
import java.util.List;

/** A selector as a line of text, as {@code app=web, tier in (a, b)} (k8s.io/apimachinery/pkg/labels). */
public final class SelectorText {

    private static final String END = "";

    private final List<String> tokens;
    private int next;

    private SelectorText(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Whether it says what it selects; an empty one selects everything. */
    public static boolean isReadable(String text) {
        SelectorText selector = new SelectorText(tokens(text));
        if (selector.peek().equals(END)) {
            return true;
        }
        while (selector.takesRequirement()) {
            if (selector.peek().equals(END)) {
                return true;
            }
            if (!selector.take().equals(",")) {
                return false;
            }
        }
        return false;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            char c = text.charAt(i);
            if (isBlank(c)) {
                i++;
                continue;
            }
            if (isSign(c)) {
                i++;
                boolean isLonger = i < text.length() && text.charAt(i) == '=' && (c == '=' || c == '!');
                i += isLonger ? 1 : 0;
            } else {
                while (i < text.length() && !isSign(text.charAt(i)) && !isBlank(text.charAt(i))) {
                    i++;
                }
            }
            tokens.add(text.substring(start, i));
        }
        return tokens;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isSign(char c) {
        return "=!(),<>".indexOf(c) >= 0;
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && !isSign(token.charAt(0));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private boolean takesRequirement() {
        boolean isNegated = peek().equals("!");
        if (isNegated) {
            take();
        }
        if (!isWord(peek()) || !isKey(take())) {
            return false;
        }
        if (isNegated || peek().equals(END) || peek().equals(",")) {
            return true;
        }
        return switch (take()) {
            case "=", "==", "!=" -> takesValue();
            case "in", "notin" -> takesValues();
            case "<", ">" -> takesNumber();
            default -> false;
        };
    }

    /** One that is left out is an empty one. */
    private boolean takesValue() {
        return peek().equals(END) || peek().equals(",") || (isWord(peek()) && isValue(take()));
    }

    private boolean takesNumber() {
        String token = take();
        return isWord(token) && Ascii.isDigits(token);
    }

    private boolean takesValues() {
        if (!take().equals("(")) {
            return false;
        }
        boolean isBehindValue = false;
        while (!peek().equals(")")) {
            String token = take();
            boolean isValue = isWord(token);
            if (isValue ? isBehindValue || !isValue(token) : !token.equals(",")) {
                return false;
            }
            isBehindValue = isValue;
        }
        take();
        return true;
    }

    /** A name, which may have a domain in front. */
    private static boolean isKey(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return !name.isEmpty() && isValue(name) && slash != 0;
    }

    private static boolean isValue(String text) {
        if (text.length() > 63
                || !isLetterOrDigit(text.charAt(0))
                || !isLetterOrDigit(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isLetterOrDigit(text.charAt(i)) && "-_.".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
