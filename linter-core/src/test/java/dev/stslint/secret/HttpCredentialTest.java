package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpCredentialTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic c2hvcDo5Zksyd3ZSdDc=",
                "basic c2hvcDo5Zksyd3ZSdDc=",
                "Bearer 9fK2wvRt7Xk29vLq8TzWm4bQ",
                "bearer 9fK2wvRt7-Xk29vLq8_TzWm4bQ.x "
            })
    void isAll(String value) {
        assertThat(HttpCredential.isAll(value)).isTrue();
    }

    @Test
    void standsInATextBesideOthers() {
        String text = "a \"Basic c2hvcDo5Zksyd3ZSdDc=\"; b=bearer 9fK2wvRt7Xk29vLq8TzWm4bQ, Bearer tokens, Basic auth";

        assertThat(HttpCredential.in(text))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactly("c2hvcDo5Zksyd3ZSdDc=", "9fK2wvRt7Xk29vLq8TzWm4bQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer 9fK2wvRt7",
                "Forbearer 9fK2wvRt7Xk29vLq8TzWm4bQ",
                "Basic c2hvcA==",
                "asic c2hvcDo5Zksyd3ZSdDc=",
                "Bearer $(TOKEN)"
            })
    void standsNotIn(String text) {
        assertThat(HttpCredential.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic auth",
                "Basic settings",
                "Basic c2hvcA==",
                "Bearer",
                "Bearer $(TOKEN)",
                "Bearer ${LONG_NAME_OF_THE_TOKEN_2}",
                "Bearer <put-your-long-token-2-here>",
                "Bearer authentication-with-tokens",
                "Bearer tokens are read from 2 files",
                "9fK2wvRt7Xk29vLq8TzWm4bQ"
            })
    void isNot(String value) {
        assertThat(HttpCredential.isAll(value)).isFalse();
    }
}
