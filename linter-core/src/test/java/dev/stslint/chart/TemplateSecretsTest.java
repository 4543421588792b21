package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateSecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "value: {{ .Values.db.password | default \"hunter22\" | quote }} ; hunter22",
                "value: {{ default `a\"b` .Values.apiToken }}                    ; a\"b",
                "value: {{ .Values.image | default \"postgres\" }}               ; ~~",
                "password: {{ .Values.any }}                                      ; ~~",
                "value: {{ .Values.password | default \"\" }}                    ; ~~"
            })
    void areTextsBesideTheNameOfASecret(String template, String secrets) {
        StringBuilder found = new StringBuilder();
        for (Span secret : TemplateSecrets.in(template)) {
            found.append(template, secret.start(), secret.end());
        }
        assertThat(found).hasToString(secrets);
    }
}
