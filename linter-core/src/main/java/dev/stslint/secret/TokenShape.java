package dev.stslint.secret;

import static dev.stslint.secret.Characters.ALPHANUMERIC;
import static dev.stslint.secret.Characters.BASE64;
import static dev.stslint.secret.Characters.DIGITS;
import static dev.stslint.secret.Characters.DOTTED;
import static dev.stslint.secret.Characters.HEX;
import static dev.stslint.secret.Characters.UPPER_ALPHANUMERIC;
import static dev.stslint.secret.Characters.URL_SAFE;

import dev.stslint.source.Span;
import dev.stslint.source.WordSearch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Credentials that show by their looks what they are, whatever name they stand under: their issuers gave them a prefix
 * so that scanners can find them.
 *
 * <p>Documented examples ({@code AKIAIOSFODNN7EXAMPLE}, jwt.io's token) and made-up ones ({@code ghp_xxxxxxxx…}) have
 * the shape but open nothing, and do not count.
 *
 * <p>Sources, as of November 2026: RFC 7468, RFC 9580 and OpenSSH's PROTOCOL.key (private keys); RFC 7519 (JWT); "IAM
 * identifiers" in the AWS documentation; "Behind GitHub's new authentication token formats", github.blog; "Token
 * overview" in GitLab's documentation; "Token types" and "Sending messages using incoming webhooks" in Slack's; and for
 * the others the issuers' pages as the rules of github.com/gitleaks/gitleaks quote them.
 */
public enum TokenShape {
    PRIVATE_KEY("private key"),
    JSON_WEB_TOKEN("JSON web token"),
    AWS_ACCESS_KEY(
            "AWS access key",
            new Form("AKIA", UPPER_ALPHANUMERIC, 16, 16),
            new Form("ASIA", UPPER_ALPHANUMERIC, 16, 16),
            new Form("ABIA", UPPER_ALPHANUMERIC, 16, 16),
            new Form("ACCA", UPPER_ALPHANUMERIC, 16, 16)),
    GITHUB_TOKEN(
            "GitHub token",
            new Form("ghp_", ALPHANUMERIC, 36, 251),
            new Form("gho_", ALPHANUMERIC, 36, 251),
            new Form("ghu_", ALPHANUMERIC, 36, 251),
            new Form("ghs_", DOTTED, 36, 1000),
            new Form("ghr_", ALPHANUMERIC, 36, 251),
            new Form("github_pat_", URL_SAFE, 82, 244)),
    GITLAB_TOKEN(
            "GitLab token",
            new Form("glpat-", DOTTED, 20, 320),
            new Form("gloas-", URL_SAFE, 64, 64),
            new Form("gldt-", URL_SAFE, 20, 320),
            new Form("glrt-", DOTTED, 20, 320),
            new Form("glrtr-", DOTTED, 20, 320),
            new Form("glcbt-", URL_SAFE, 20, 320),
            new Form("glptt-", URL_SAFE, 40, 320),
            new Form("glft-", URL_SAFE, 20, 320),
            new Form("glimt-", URL_SAFE, 25, 320),
            new Form("glagent-", URL_SAFE, 50, 320),
            new Form("glsoat-", URL_SAFE, 20, 320),
            new Form("glffct-", URL_SAFE, 20, 320),
            new Form("GR1348941", URL_SAFE, 20, 20)),
    SLACK_TOKEN(
            "Slack token",
            new Form("xoxb-", URL_SAFE, 17, 255),
            new Form("xoxp-", URL_SAFE, 17, 255),
            new Form("xoxa-", URL_SAFE, 17, 255),
            new Form("xoxr-", URL_SAFE, 17, 255),
            new Form("xoxs-", URL_SAFE, 17, 255),
            new Form("xoxe-", URL_SAFE, 17, 255),
            new Form("xoxe.xox", URL_SAFE, 17, 255),
            new Form("xapp-", URL_SAFE, 30, 255)),
    SLACK_WEBHOOK("Slack webhook"),
    GOOGLE_API_KEY("Google API key", new Form("AIza", URL_SAFE, 35, 35)),
    GOOGLE_OAUTH_SECRET(
            "Google OAuth secret", new Form("GOCSPX-", URL_SAFE, 28, 28), new Form("ya29.", DOTTED, 40, 2000)),
    AZURE_STORAGE_KEY("Azure storage key"),
    STRIPE_KEY(
            "Stripe key",
            new Form("sk_live_", ALPHANUMERIC, 16, 255),
            new Form("rk_live_", ALPHANUMERIC, 16, 255),
            new Form("sk_test_", ALPHANUMERIC, 16, 255),
            new Form("rk_test_", ALPHANUMERIC, 16, 255),
            new Form("whsec_", BASE64, 32, 255)),
    NPM_TOKEN("npm token", new Form("npm_", ALPHANUMERIC, 36, 36)),
    PYPI_TOKEN("PyPI token", new Form("pypi-AgEIcHlwaS5vcmc", URL_SAFE, 50, 1000)),
    DOCKER_TOKEN("Docker Hub token", new Form("dckr_pat_", URL_SAFE, 27, 64), new Form("dckr_oat_", URL_SAFE, 27, 64)),
    VAULT_TOKEN(
            "Vault token",
            new Form("hvs.", URL_SAFE, 24, 300),
            new Form("hvb.", URL_SAFE, 24, 400),
            new Form("hvr.", URL_SAFE, 24, 400)),
    SENDGRID_KEY("SendGrid key"),
    TELEGRAM_TOKEN("Telegram bot token"),
    HUGGING_FACE_TOKEN("Hugging Face token", new Form("hf_", ALPHANUMERIC, 34, 40)),
    /** OpenAI's keys hold {@code T3BlbkFJ}, base64 for "OpenAI": many programs want some {@code sk-} word that is no key. */
    OPENAI_KEY("OpenAI key"),
    ANTHROPIC_KEY("Anthropic key", new Form("sk-ant-", URL_SAFE, 80, 255)),
    DIGITALOCEAN_TOKEN(
            "DigitalOcean token",
            new Form("dop_v1_", HEX, 64, 64),
            new Form("doo_v1_", HEX, 64, 64),
            new Form("dor_v1_", HEX, 64, 64)),
    DATABRICKS_TOKEN("Databricks token", new Form("dapi", HEX, 32, 32)),
    SHOPIFY_TOKEN(
            "Shopify token",
            new Form("shpat_", HEX, 32, 32),
            new Form("shpca_", HEX, 32, 32),
            new Form("shppa_", HEX, 32, 32),
            new Form("shpss_", HEX, 32, 32)),
    GRAFANA_TOKEN("Grafana token", new Form("glsa_", URL_SAFE, 41, 41), new Form("glc_eyJ", BASE64, 30, 400)),
    NEW_RELIC_KEY("New Relic key", new Form("NRAK-", UPPER_ALPHANUMERIC, 27, 27)),
    AGE_KEY("age secret key", new Form("AGE-SECRET-KEY-1", UPPER_ALPHANUMERIC, 58, 58));

    /**
     * A credential within a text.
     *
     * @param span where it stands
     */
    public record Match(TokenShape shape, Span span) {}

    /** A prefix and what follows it. */
    private record Form(String prefix, Characters alphabet, int min, int max) {

        /** Where a credential of this form that starts at {@code start} ends; -1 when there is none. */
        int end(String text, int start) {
            if (!text.startsWith(prefix, start)) {
                return -1;
            }
            int body = start + prefix.length();
            int end = alphabet.endOfRun(text, body, text.length());
            while (end > body && text.charAt(end - 1) == '.') {
                end--;
            }
            int length = end - body;
            return length < min || length > max ? -1 : end;
        }
    }

    private static final TokenShape[][] BY_FIRST_CHARACTER = byFirstCharacter();

    /** Every credential has one of these near its start. */
    private static final WordSearch PREFIXES = WordSearch.forAny(prefixes());

    /** No credential is shorter, and none but a private key has blanks in it. */
    private static final int SHORTEST_RUN = 20;

    private static final String BEGIN_RUN = "-----BEGIN";
    private static final String DASHES = "-----";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String BEGIN_IN_BASE64 = "LS0tLS1CRUdJTi";
    private static final String SLACK_HOOK = "hooks.slack.com/services/T";
    private static final String AZURE_FIELD = "AccountKey=";
    private static final String TELEGRAM_SECOND_HALF = ":AA";
    private static final String JWT_IO_EXAMPLE = "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIi";
    private static final int LONGEST_LABEL = 64;
    private static final int SHORTEST_KEY_BODY = 40;

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Form> forms;

    TokenShape(String title, Form... forms) {
        this.title = title;
        this.forms = List.of(forms);
    }

    /** What it is, for sentences: "GitHub token". */
    public String title() {
        return title;
    }

    /** The first credential in {@code text}. */
    public static Optional<TokenShape> of(String text) {
        List<Match> matches = in(text);
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(0).shape());
    }

    /** Every credential in {@code text}, of one line or many, in order and without overlap. */
    public static List<Match> in(String text) {
        List<Match> matches = new ArrayList<>(0);
        if (text.length() < SHORTEST_RUN) {
            return matches;
        }
        int[] lines = PREFIXES.linesWithAny(text);
        int at = 0;
        for (int i = 0; i < lines.length; i += 2) {
            at = addMatchesOfLines(text, Math.max(at, lines[i]), lines[i + 1], matches);
        }
        return matches;
    }

    /** Gives where to go on, which is behind {@code end} where a credential has lines that follow. */
    private static int addMatchesOfLines(String text, int start, int end, List<Match> matches) {
        int i = start;
        while (i < end) {
            int runEnd = endOfRun(text, i);
            if (runEnd - i >= SHORTEST_RUN || hasWithin(text, BEGIN_RUN, i, runEnd)) {
                i = addMatches(text, i, runEnd, matches);
            } else {
                i = runEnd + 1;
            }
        }
        return i;
    }

    /** Where the next blank is. */
    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    /** Adds the credentials that start between two blanks. Gives where to go on. */
    private static int addMatches(String text, int start, int end, List<Match> matches) {
        int i = start;
        while (i < end) {
            int matchEnd = isStart(text, i) ? addMatchAt(text, i, matches) : -1;
            i = Math.max(i + 1, matchEnd);
        }
        return i;
    }

    /** Whether a credential may start at {@code i}: not in the middle of a word, unless it is an escape's or an address'. */
    private static boolean isStart(String text, int i) {
        if (i == 0 || !URL_SAFE.hold(text.charAt(i - 1))) {
            return true;
        }
        return text.startsWith("\\n", i - 2) || text.startsWith("\\t", i - 2) || text.startsWith("/bot", i - 4);
    }

    /** Adds the credential that starts at {@code i}. Gives where to go on, or -1 for the next character. */
    private static int addMatchAt(String text, int i, List<Match> matches) {
        char first = text.charAt(i);
        if (first >= BY_FIRST_CHARACTER.length) {
            return -1;
        }
        for (TokenShape shape : BY_FIRST_CHARACTER[first]) {
            int end = shape.end(text, i);
            if (end >= 0) {
                if (!shape.isMadeUp(text, i, end)) {
                    matches.add(new Match(shape, new Span(i, end)));
                }
                return end;
            }
        }
        return -1;
    }

    /** Where a credential of this shape that starts at {@code start} ends; -1 when there is none. */
    private int end(String text, int start) {
        return switch (this) {
            case PRIVATE_KEY -> endOfPrivateKey(text, start);
            case JSON_WEB_TOKEN -> endOfJsonWebToken(text, start);
            case SLACK_WEBHOOK -> endOfSlackHook(text, start);
            case AZURE_STORAGE_KEY -> endOfAzureKey(text, start);
            case SENDGRID_KEY -> endOfSendGridKey(text, start);
            case OPENAI_KEY -> endOfOpenAiKey(text, start);
            case TELEGRAM_TOKEN -> endOfTelegramToken(text, start);
            default -> endOfForm(text, start);
        };
    }

    private int endOfForm(String text, int start) {
        for (Form form : forms) {
            int end = form.end(text, start);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** A PEM or PGP block, on lines of its own or with its breaks written as {@code \n}; or all of it in base64. */
    private static int endOfPrivateKey(String text, int start) {
        if (text.startsWith(BEGIN_IN_BASE64, start)) {
            int end = BASE64.endOfRun(text, start, text.length());
            return isPrivateKeyInBase64(text, start, end) ? end : -1;
        }
        if (!text.startsWith(BEGIN, start)) {
            return -1;
        }
        int label = start + BEGIN.length();
        int labelEnd = text.indexOf(DASHES, label);
        if (labelEnd < 0 || labelEnd - label > LONGEST_LABEL || !hasWithin(text, "PRIVATE KEY", label, labelEnd)) {
            return -1;
        }
        int body = labelEnd + DASHES.length();
        int bodyEnd = text.indexOf(DASHES, body);
        if (bodyEnd < 0 || !text.startsWith(END, bodyEnd)) {
            bodyEnd = endOfKeyLines(text, body);
            return bodyEnd - body < SHORTEST_KEY_BODY ? -1 : bodyEnd;
        }
        if (bodyEnd - body < SHORTEST_KEY_BODY) {
            return -1;
        }
        int close = text.indexOf(DASHES, bodyEnd + END.length());
        return close < 0 ? text.length() : close + DASHES.length();
    }

    /** Where the lines of base64 end, when no closing line says so. */
    private static int endOfKeyLines(String text, int from) {
        int end = from;
        while (end < text.length() && (BASE64.hold(text.charAt(end)) || " \t\r\n\\".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean isPrivateKeyInBase64(String text, int start, int end) {
        int length = Math.min(end - start, 96) & ~3;
        if (length < 48) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(text.substring(start, start + length));
            return new String(decoded, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int endOfJsonWebToken(String text, int start) {
        if (!text.startsWith("eyJ", start)) {
            return -1;
        }
        int length = text.length();
        int header = URL_SAFE.endOfRun(text, start, length);
        if (header - start < 12 || !text.startsWith(".eyJ", header) || !isJoseHeader(text, start, header)) {
            return -1;
        }
        int payload = URL_SAFE.endOfRun(text, header + 1, length);
        if (payload >= length || text.charAt(payload) != '.' || text.startsWith(JWT_IO_EXAMPLE, header + 1)) {
            return -1;
        }
        int signature = URL_SAFE.endOfRun(text, payload + 1, length);
        return signature - payload - 1 < 16 ? -1 : signature;
    }

    private static boolean isJoseHeader(String text, int start, int end) {
        if (end - start > 4096) {
            return false;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text.substring(start, end));
            return new String(decoded, StandardCharsets.ISO_8859_1).contains("\"alg\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int endOfSlackHook(String text, int start) {
        if (!text.startsWith(SLACK_HOOK, start)) {
            return -1;
        }
        int team = ALPHANUMERIC.endOfRun(text, start + SLACK_HOOK.length(), text.length());
        if (!text.startsWith("/B", team)) {
            return -1;
        }
        int bot = ALPHANUMERIC.endOfRun(text, team + 2, text.length());
        if (!text.startsWith("/", bot)) {
            return -1;
        }
        int end = ALPHANUMERIC.endOfRun(text, bot + 1, text.length());
        return end - bot - 1 < 20 ? -1 : end;
    }

    private static int endOfAzureKey(String text, int start) {
        if (!text.startsWith(AZURE_FIELD, start)) {
            return -1;
        }
        int body = start + AZURE_FIELD.length();
        int end = BASE64.endOfRun(text, body, text.length());
        return end - body == 88 && text.startsWith("==", end - 2) ? end : -1;
    }

    private static int endOfSendGridKey(String text, int start) {
        if (!text.startsWith("SG.", start)) {
            return -1;
        }
        int id = URL_SAFE.endOfRun(text, start + 3, text.length());
        if (id - start - 3 != 22 || !text.startsWith(".", id)) {
            return -1;
        }
        int end = URL_SAFE.endOfRun(text, id + 1, text.length());
        return end - id - 1 == 43 ? end : -1;
    }

    private static int endOfOpenAiKey(String text, int start) {
        if (!text.startsWith("sk-", start)) {
            return -1;
        }
        int end = URL_SAFE.endOfRun(text, start, text.length());
        return end - start >= 40 && hasWithin(text, "T3BlbkFJ", start, end) ? end : -1;
    }

    private static int endOfTelegramToken(String text, int start) {
        int id = DIGITS.endOfRun(text, start, text.length());
        if (id - start < 8 || id - start > 10 || !text.startsWith(TELEGRAM_SECOND_HALF, id)) {
            return -1;
        }
        int end = URL_SAFE.endOfRun(text, id + 1, text.length());
        return end - id - 1 == 35 ? end : -1;
    }

    /**
     * Whether it is one of those that people write into documentation. Keys and JSON web tokens are encoded structures,
     * in which long runs of one character are common.
     */
    private boolean isMadeUp(String text, int start, int end) {
        if (this == PRIVATE_KEY || this == JSON_WEB_TOKEN) {
            return false;
        }
        boolean[] seen = new boolean[128];
        int distinct = 0;
        int rising = 1;
        int repeated = 1;
        int last = Math.min(end, start + 200);
        for (int i = start; i < last; i++) {
            char c = text.charAt(i);
            if (c < 128 && !seen[c]) {
                seen[c] = true;
                distinct++;
            }
            if (i > start) {
                rising = c == text.charAt(i - 1) + 1 ? rising + 1 : 1;
                repeated = c == text.charAt(i - 1) ? repeated + 1 : 1;
            }
            if (rising >= 8 || repeated >= 8) {
                return true;
            }
        }
        return distinct < 10 || hasWithin(text, "EXAMPLE", start, end) || hasWithin(text, "example", start, end);
    }

    private static boolean hasWithin(String text, String part, int start, int end) {
        int last = end - part.length();
        for (int i = start; i <= last; i++) {
            if (text.startsWith(part, i)) {
                return true;
            }
        }
        return false;
    }

    private static String[] prefixes() {
        List<String> prefixes = new ArrayList<>(List.of(
                BEGIN_RUN, BEGIN_IN_BASE64, "eyJ", SLACK_HOOK, AZURE_FIELD, "SG.", "sk-", TELEGRAM_SECOND_HALF));
        for (TokenShape shape : values()) {
            for (Form form : shape.forms) {
                prefixes.add(form.prefix());
            }
        }
        return prefixes.toArray(new String[0]);
    }

    private static TokenShape[][] byFirstCharacter() {
        TokenShape[][] table = new TokenShape[128][];
        Arrays.fill(table, new TokenShape[0]);
        for (TokenShape shape : values()) {
            String characters = shape.firstCharacters();
            for (int i = 0; i < characters.length(); i++) {
                TokenShape[] shapes = table[characters.charAt(i)];
                if (shapes.length == 0 || shapes[shapes.length - 1] != shape) {
                    shapes = Arrays.copyOf(shapes, shapes.length + 1);
                    shapes[shapes.length - 1] = shape;
                    table[characters.charAt(i)] = shapes;
                }
            }
        }
        return table;
    }

    private String firstCharacters() {
        return switch (this) {
            case PRIVATE_KEY -> "-L";
            case JSON_WEB_TOKEN -> "e";
            case SLACK_WEBHOOK -> "h";
            case AZURE_STORAGE_KEY -> "A";
            case SENDGRID_KEY -> "S";
            case OPENAI_KEY -> "s";
            case TELEGRAM_TOKEN -> "0123456789";
            default -> firstCharactersOfForms();
        };
    }

    private String firstCharactersOfForms() {
        StringBuilder characters = new StringBuilder(forms.size());
        for (Form form : forms) {
            characters.append(form.prefix().charAt(0));
        }
        return characters.toString();
    }
}
