package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskTest {

    private static final String SECRET = "kX9-horse-Battery";

    @ParameterizedTest
    @CsvSource({
        "password=@, password=•••",
        "AccountName=shop;AccountKey=@, AccountName=shop;AccountKey=•••",
        "X-Api-Key: @, X-Api-Key: •••",
        "data.Authorization: Bearer @, data.Authorization: •••",
        "data.--password @, data.--password •••",
        "curl -u shop:@, curl -u shop:•••",
        "spec.containers[postgres://shop:@@db/shop].env, spec.containers[postgres://shop:•••@db/shop].env",
        "spec.containers[shop:@@registry.example.com].env, spec.containers[shop:•••@registry.example.com].env",
    })
    void masksSecretsInNamesAndPaths(String names, String shown) {
        assertThat(Mask.secretsIn(names.replaceFirst("@", SECRET))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"a.password=@.b, a.password=•••", "env[token=@].value, env[token=•••"})
    void masksTooMuchOfAPathRatherThanTooLittle(String path, String shown) {
        assertThat(Mask.secretsIn(path.replaceFirst("@", SECRET))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "spec.template.spec.containers[web].env[DB_PASSWORD].value",
                "system:serviceaccount:shop:token-cleaner",
                "system:controller:bootstrap-signer",
                "metadata.annotations.config.example.com/secret-name",
            })
    void showsOtherNames(String names) {
        assertThat(Mask.secretsIn(names)).isEqualTo(names);
    }
}
