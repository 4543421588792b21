package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

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
