package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlCredentialsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://app:hunter2@db:5432/app           | app  | hunter2
            amqp://guest:guest@rabbit                    | guest| guest
            redis://:hunter2@redis:6379/0                |      | hunter2
            http://admin:p@ss@w@rd@haproxy:8404/stats    | admin| p@ss@w@rd
            http://admin:pa/ss@host/path                 | admin| pa/ss
            postgres://u:Fir5/X@Sec0ndY@h/db             | u    | Fir5/X@Sec0ndY
            mongodb://u:Fir5/X@Sec0ndY?q@h/db            | u    | Fir5/X@Sec0ndY?q
            postgres://app:$(PASSWORD)@db                | app  | $(PASSWORD)
            postgres://app:<password>@db                 | app  | <password>
            mongodb://u:p@h1:27017,h2:27017/x            | u    | p
            mongodb+srv://u:p%40@cluster/x               | u    | p%40
            jdbc:mysql://root:hunter2@db/x               | root | hunter2
            url = "https://u:p@host/" # why              | u    | p
            app:hunter2@tcp(mysql:3306)/app              | app  | hunter2
            DSN=app:hunter2@unix(/run/mysql.sock)/app    | app  | hunter2
            """)
    void areFound(String text, String user, String password) {
        List<UrlCredentials> found = UrlCredentials.in(text);

        assertThat(found).hasSize(1);
        assertThat(part(text, found.get(0).user())).isEqualTo(user == null ? "" : user);
        assertThat(part(text, found.get(0).password())).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a:b@c",
                "http://host:8080/path@x",
                "http://host:8080",
                "https://user@host/",
                "https://user:@host/",
                "http://[::1]:8080/",
                "git@github.com:org/repo.git",
                "me@example.com",
                "://a:b@c",
                "image: registry:5000/app@sha256:0123",
                "tcp://db:5432",
                "",
                "://"
            })
    void areNotThere(String text) {
        assertThat(UrlCredentials.in(text)).isEmpty();
    }

    @Test
    void areFoundSeveralTimesInOneLine() {
        String text = "amqp://a:b@h1,amqp://c:d@h2 and http://plain/";

        assertThat(UrlCredentials.in(text))
                .extracting(found -> part(text, found.password()))
                .containsExactly("b", "d");
    }

    private static String part(String text, dev.stslint.source.Span span) {
        return text.substring(span.start(), span.end());
    }
}
