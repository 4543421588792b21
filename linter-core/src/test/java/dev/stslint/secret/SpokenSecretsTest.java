package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Span;
import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpokenSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=x7Kq2Rm9vTz4Lw8Y",
                "DB_PASSWORD: x7Kq2Rm9vTz4Lw8Y",
                "--password x7Kq2Rm9vTz4Lw8Y",
                "{\"password\":\"x7Kq2Rm9vTz4Lw8Y\"}",
                "Authorization: Bearer x7Kq2Rm9vTz4Lw8Y",
                "login -u admin:x7Kq2Rm9vTz4Lw8Y fails",
                "connect to postgres://u:x7Kq2Rm9vTz4Lw8Y@h/db",
                "execution error at (shop/templates/a.yaml:1:3): the password is x7Kq2Rm9vTz4Lw8Y",
                "the password x7Kq2Rm9vTz4Lw8Y is weak",
                "the password \"x7Kq2Rm9vTz4Lw8Y or so\" is weak",
                "wrong value x7Kq2Rm9vTz4Lw8Y for adminPass",
                "the API key is not x7Kq2Rm9vTz4Lw8Y",
                "token was 'x7Kq2Rm9vTz4Lw8Y",
                "at <default \"x7Kq2Rm9vTz4Lw8Y\" .Values.password>: wrong type for value",
                "{name: DB_PASSWORD, value: x7Kq2Rm9vTz4Lw8Y}",
                "the key:\n-----BEGIN PRIVATE KEY-----\nx7Kq2Rm9vTz4Lw8Y\n",
                "the password is:\nx7Kq2Rm9vTz4Lw8Y",
                "- at '/auth/password': 'x7Kq2Rm9vTz4Lw8Y' does not match pattern '^[a-z]+$'"
            })
    void doNotShow(String words) {
        assertThat(masked(words)).doesNotContain("x7Kq2Rm9vTz4Lw8Y").contains("•");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "the password is hunter                     ; the password is •",
                "password is correct horse battery staple   ; password is •",
                "the value of secret is 8.4736251e+07 here  ; the value of secret is •",
                "auth.password=HUNTER is too short          ; auth.password=•"
            })
    void areCutOutOfSentences(String words, String shown) {
        assertThat(masked(words)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution error at (shop/templates/database.yaml:9:20): a password is needed",
                "execution error at (shop/templates/password.yaml:9:20): a name of 63 characters is needed",
                "the password is required when auth.enabled is true",
                "a password must be at least 8 characters long, and is not set",
                "template: shop/templates/_helpers.tpl:3:4: executing \"shop.password\" at <.Values.auth.password>: nil pointer evaluating interface {}.password",
                "PASSWORDS ERROR: You must provide your current passwords when upgrading the release.",
                "set auth.password or existingSecret",
                "- at '/auth': missing property 'password'",
                "- at '/auth/password': minLength: got 3, want 8",
                "- at '/auth/password': got null, want string",
                "- auth.password: Invalid type. Expected: string, given: null",
                "parse error at (nofn/templates/a.yaml:1): function \"nosuchfn\" not defined",
                "chart requires kubeVersion: >=1.40.0 which is incompatible with Kubernetes v1.36.0"
            })
    void areNoneOfTheWordsThatTellWhatIsWrong(String words) {
        assertThat(masked(words)).isEqualTo(words);
    }

    @Test
    void namesOfSettingsAreKnownByTheValues() {
        assertThat(masked("set passwordRef")).isEqualTo("set passwordRef");
        assertThat(SpokenSecrets.in("the password of oldStyle", Set.of())).hasSize(1);
        assertThat(SpokenSecrets.in("the password of oldStyle", Set.of("oldStyle")))
                .isEmpty();
    }

    private static String masked(String words) {
        BitSet hidden = new BitSet();
        for (Span secret : SpokenSecrets.in(words, Set.of("existingSecret"))) {
            hidden.set(secret.start(), secret.end());
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            if (!hidden.get(i)) {
                shown.append(words.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                shown.append('•');
            }
        }
        return shown.toString();
    }
}
