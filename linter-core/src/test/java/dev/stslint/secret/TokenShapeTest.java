package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stslint.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The credentials are put together here, so that no scanner takes this file for a leak. */
final class TokenShapeTest {

    private static final String NOISE =
            "q7Zk2mXw9Lr4TbN8vYc3HfD6sJp1GaE5uRi0KoWx7Bn2QtMz4VyC8hLd6FjS3gPaEuTr9kXwq7Zk2mXw9L"
                    + "r4TbN8vYc3HfD6sJp1GaE5uRi0KoWx7Bn2QtMz4VyC8hLd6FjS3gPaEuTr9kXw";
    private static final String HEX = "9f3a71c05be8d2460a9e7f13c5b8d604e27f9a31c05be8d2460a9e7f13c5b8d6";

    static Stream<Arguments> credentials() {
        return Stream.of(
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("RSA PRIVATE KEY")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("PRIVATE KEY")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("EC PRIVATE KEY")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("ENCRYPTED PRIVATE KEY")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("OPENSSH PRIVATE KEY")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("PGP PRIVATE KEY BLOCK")),
                Arguments.of(TokenShape.PRIVATE_KEY, privateKey("PRIVATE KEY").replace("\n", "\\n")),
                Arguments.of(TokenShape.PRIVATE_KEY, base64(privateKey("PRIVATE KEY"))),
                Arguments.of(TokenShape.JSON_WEB_TOKEN, jsonWebToken()),
                Arguments.of(TokenShape.AWS_ACCESS_KEY, "AKIA" + "Q7ZKMXWLRTBNVYCH"),
                Arguments.of(TokenShape.AWS_ACCESS_KEY, "ASIA" + "Q7ZKMXWLRTBNVYCH"),
                Arguments.of(TokenShape.GITHUB_TOKEN, "ghp_" + noise(36)),
                Arguments.of(TokenShape.GITHUB_TOKEN, "ghs_" + noise(36)),
                Arguments.of(TokenShape.GITHUB_TOKEN, "github_pat_" + noise(22) + "_" + noise(59)),
                Arguments.of(TokenShape.GITLAB_TOKEN, "glpat-" + noise(20)),
                Arguments.of(TokenShape.GITLAB_TOKEN, "glpat-" + noise(40) + ".01." + noise(9)),
                Arguments.of(TokenShape.GITLAB_TOKEN, "glrt-" + noise(20)),
                Arguments.of(TokenShape.SLACK_TOKEN, "xoxb-" + "210937465012-" + noise(24)),
                Arguments.of(
                        TokenShape.SLACK_WEBHOOK, "hooks.slack.com" + "/services/T0A1B2C3D/B0A1B2C3D/" + noise(24)),
                Arguments.of(TokenShape.GOOGLE_API_KEY, "AIza" + noise(35)),
                Arguments.of(TokenShape.GOOGLE_OAUTH_SECRET, "GOCSPX-" + noise(28)),
                Arguments.of(TokenShape.AZURE_STORAGE_KEY, "AccountKey=" + noise(86) + "=="),
                Arguments.of(TokenShape.STRIPE_KEY, "sk_live_" + noise(24)),
                Arguments.of(TokenShape.NPM_TOKEN, "npm_" + noise(36)),
                Arguments.of(TokenShape.PYPI_TOKEN, "pypi-" + "AgEIcHlwaS5vcmc" + noise(70)),
                Arguments.of(TokenShape.DOCKER_TOKEN, "dckr_pat_" + noise(27)),
                Arguments.of(TokenShape.VAULT_TOKEN, "hvs." + noise(90)),
                Arguments.of(TokenShape.SENDGRID_KEY, "SG." + noise(22) + "." + noise(43)),
                Arguments.of(TokenShape.TELEGRAM_TOKEN, "7310294856:" + "AA" + noise(33)),
                Arguments.of(TokenShape.HUGGING_FACE_TOKEN, "hf_" + noise(34)),
                Arguments.of(TokenShape.OPENAI_KEY, "sk-" + noise(20) + "T3BlbkFJ" + noise(20)),
                Arguments.of(TokenShape.ANTHROPIC_KEY, "sk-ant-" + "api03-" + noise(90)),
                Arguments.of(TokenShape.DIGITALOCEAN_TOKEN, "dop_v1_" + HEX),
                Arguments.of(TokenShape.DATABRICKS_TOKEN, "dapi" + HEX.substring(32)),
                Arguments.of(TokenShape.SHOPIFY_TOKEN, "shpat_" + HEX.substring(32)),
                Arguments.of(TokenShape.GRAFANA_TOKEN, "glsa_" + noise(32) + "_" + HEX.substring(56)),
                Arguments.of(TokenShape.NEW_RELIC_KEY, "NRAK-" + "Q7ZKMXWLRTBNVYCHFDSJPGAEURI"),
                Arguments.of(
                        TokenShape.AGE_KEY,
                        "AGE-SECRET-KEY-1" + NOISE.toUpperCase(Locale.ROOT).substring(0, 58)));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void longTextsHideNothing(TokenShape shape, String credential) {
        String filler = "nothing to be seen in this line\n".repeat(20);
        TokenShape.Match match =
                new TokenShape.Match(shape, new Span(filler.length() + 7, filler.length() + 7 + credential.length()));
        assertThat(TokenShape.in(filler + "value: " + credential + "\n" + filler))
                .containsExactly(match);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void isFoundAlone(TokenShape shape, String credential) {
        assertThat(TokenShape.in(credential)).singleElement().satisfies(match -> {
            assertThat(match.shape()).isEqualTo(shape);
            assertThat(credential.substring(match.span().start(), match.span().end()))
                    .isEqualTo(credential);
        });
        assertThat(TokenShape.of(credential)).contains(shape);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void isFoundWithinAText(TokenShape shape, String credential) {
        String text = "url: \"https://" + credential + "\", more='x' # and so on";

        assertThat(TokenShape.in(text)).singleElement().satisfies(match -> {
            assertThat(match.shape()).isEqualTo(shape);
            assertThat(text.substring(match.span().start(), match.span().end())).startsWith(credential);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AKIA",
                "AKIAIOSFODNN7EXAMPLE",
                "AKIAXXXXXXXXXXXXXXXX",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "ghp_1234567890abcdefghijklmnopqrstuvwxyz",
                "ghp_tooshort",
                "xoxb-your-token",
                "eyJ",
                "eyJhbGciOiJIUzI1NiJ9",
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                        + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
                        + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
                "-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIBAgIUQ7Zk2mXw9Lr4TbN8vYc3HfD6sJp1\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "sk-no-key-required",
                "sk-1234",
                "app@sha256:9f3a71c05be8d2460a9e7f13c5b8d604e27f9a31c05be8d2460a9e7f13c5b8d6",
                "xAKIAQ7ZKMXWLRTBNVYCH",
                "hooks.slack.com/services/",
                "12345678:80",
                "SG.short.short"
            })
    void isNoCredential(String text) {
        assertThat(TokenShape.in(text)).isEmpty();
        assertThat(TokenShape.of(text)).isEmpty();
    }

    @Test
    void isNoCredentialWhenItIsACertificateInBase64() {
        String certificate = "-----BEGIN CERTIFICATE-----\n" + noise(120) + "\n-----END CERTIFICATE-----\n";

        assertThat(TokenShape.in(base64(certificate))).isEmpty();
    }

    @Test
    void takesAKeyWithoutAClosingLineAsFarAsItsLinesGo() {
        String text = "-----BEGIN " + "PRIVATE KEY-----\n" + noise(64) + "\n" + noise(20) + "\nname: \"x\"";

        assertThat(TokenShape.in(text))
                .singleElement()
                .satisfies(match -> assertThat(text.substring(
                                match.span().start(), match.span().end()))
                        .contains(noise(20))
                        .doesNotContain("\"x\""));
    }

    @Test
    void findsSeveral() {
        String text = "a=ghp_" + noise(36) + " b=AKIA" + "Q7ZKMXWLRTBNVYCH";

        assertThat(TokenShape.in(text))
                .extracting(TokenShape.Match::shape)
                .containsExactly(TokenShape.GITHUB_TOKEN, TokenShape.AWS_ACCESS_KEY);
    }

    @Test
    void readsAnyCharacter() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0xFFFF; c++) {
            all.append((char) c);
        }
        String text = all.toString();

        assertThatCode(() -> {
                    TokenShape.in(text);
                    UrlCredentials.in(text);
                    Assignment.in(text);
                    Placeholder.of(text);
                    SensitiveName.of(text);
                })
                .doesNotThrowAnyException();
    }

    private static String noise(int length) {
        return NOISE.substring(0, length);
    }

    private static String privateKey(String label) {
        return "-----BEGIN " + label + "-----\n" + noise(64) + "\n" + noise(40) + "==\n-----END " + label + "-----";
    }

    private static String jsonWebToken() {
        return base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                + "."
                + base64Url("{\"sub\":\"somebody\",\"iat\":1700000000}")
                + "."
                + noise(43);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
