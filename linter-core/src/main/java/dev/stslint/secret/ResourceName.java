package dev.stslint.secret;

/**
 * The name that a cloud has for one of its resources, {@code arn:aws:secretsmanager:eu-west-1:1:secret:db}, or a tool for
 * what it puts in, {@code secretsmanager:prod/db:password}: says where a secret is kept, though {@code secret:} stands in
 * it.
 */
final class ResourceName {

    /** {@code arn:partition:service:region:account:}, before the resource. */
    private static final int COLONS_BEFORE_RESOURCE = 5;

    private ResourceName() {}

    /** Where the name that starts at {@code start} ends; {@code start} when none does. Parameters may stand in it. */
    static int end(String text, int start) {
        return switch (text.charAt(start)) {
            case 'a' -> text.startsWith("arn:aws", start) ? end(text, start, COLONS_BEFORE_RESOURCE) : start;
            case 's' ->
                text.startsWith("secretsmanager:", start) || text.startsWith("ssm:/", start)
                        ? end(text, start, 1)
                        : start;
            case 'r' ->
                text.startsWith("resolve:secretsmanager:", start) || text.startsWith("resolve:ssm", start)
                        ? end(text, start, 2)
                        : start;
            case 'v' -> text.startsWith("vault:", start) ? endOfVault(text, start) : start;
            default -> start;
        };
    }

    /** {@code vault:secret/data/db:password}; without a slash before the key it is a name and its value. */
    private static int endOfVault(String text, int start) {
        int path = Characters.DOTTED.endOfRun(text, start + "vault:".length(), text.length());
        return text.startsWith("/", path) ? end(text, start, 1) : start;
    }

    private static int end(String text, int start, int colonsAtLeast) {
        int colons = 0;
        boolean inParameter = false;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean opens = c == '$' && text.startsWith("{", i + 1);
            boolean closes = c == '}' && inParameter;
            if (!opens && !closes && !Characters.DOTTED.hold(c) && ":/!+@*<>#".indexOf(c) < 0) {
                break;
            }
            inParameter = opens || (inParameter && !closes);
            colons += c == ':' ? 1 : 0;
            i += opens ? 2 : 1;
        }
        return colons >= colonsAtLeast ? i : start;
    }

    /** Whether {@code text} names something that a cloud keeps, and is nothing more. */
    static boolean is(String text) {
        return (!text.isEmpty() && end(text, 0) == text.length()) || isGoogleSecret(text) || isAzureSecret(text);
    }

    /** {@code projects/…/secrets/…}, with or without a version. */
    private static boolean isGoogleSecret(String text) {
        return text.startsWith("projects/") && text.contains("/secrets/");
    }

    /** {@code https://….vault.azure.net/secrets/…}, with or without a version. */
    private static boolean isAzureSecret(String text) {
        int path = Characters.DOTTED.endOfRun(text, "https://".length(), text.length());
        return text.startsWith("https://")
                && text.startsWith(".vault.azure.net/secrets/", path - ".vault.azure.net".length())
                && text.indexOf('?') < 0
                && text.indexOf(' ') < 0;
    }
}
