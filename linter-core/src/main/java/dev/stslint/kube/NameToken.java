package dev.stslint.kube;

/** What a name in a manifest is: a real one, or a stand-in that something fills before it is applied. */
public final class NameToken {

    private NameToken() {}

    /**
     * Whether a name cannot be looked up: empty, a variable or template ({@code ${NAME}}, {@code {{ .name }}},
     * {@code $(NAME)}, {@code @name@}, {@code <name>}), or a word in capitals ({@code NAME}), which no object can have.
     */
    public static boolean isStandIn(String name) {
        if (name.isEmpty() || isTemplate(name)) {
            return true;
        }
        boolean lower = false;
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower |= c >= 'a' && c <= 'z';
            upper |= c >= 'A' && c <= 'Z';
        }
        return upper && !lower;
    }

    /** Whether a text holds a sign that variables and templates are written with. */
    public static boolean isTemplate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("${}()<>@%#[]|".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether something may put a value into a text of a kustomization before kustomize reads it. */
    public static boolean isFilledIn(String text) {
        return text.indexOf('$') >= 0 || text.indexOf('{') >= 0;
    }

    /** Whether it is a DNS-1123 label: 1 to 63 lower-case letters, digits and inner dashes. */
    public static boolean isDnsLabel(String name) {
        int length = name.length();
        if (length == 0 || length > 63 || name.charAt(0) == '-' || name.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
