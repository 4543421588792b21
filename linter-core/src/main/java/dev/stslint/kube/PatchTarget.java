package dev.stslint.kube;

/**
 * What a patch of a kustomization is for, as far as its target says so without a pattern.
 *
 * @param kind of the objects; empty when several may be meant
 * @param name of the object; empty when several may be meant
 */
public record PatchTarget(String kind, String name) {

    /** Anything. */
    public static final PatchTarget ANY = new PatchTarget("", "");

    static PatchTarget of(Fields target) {
        return new PatchTarget(
                plain(target.text("kind").or("")), plain(target.text("name").or("")));
    }

    /** What both may mean. */
    public PatchTarget or(PatchTarget other) {
        return new PatchTarget(kind.equals(other.kind) ? kind : "", name.equals(other.name) ? name : "");
    }

    /** Targets are regular expressions. */
    private static String plain(String expression) {
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-') {
                return "";
            }
        }
        return expression;
    }
}
