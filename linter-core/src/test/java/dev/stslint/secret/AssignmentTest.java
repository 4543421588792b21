package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignmentTest {

    private static final String[] PIECES = {
        "pass",
        "Password",
        "passwd",
        "PASSPHRASE",
        "pwd",
        "pswd",
        "dbpw",
        "token",
        "jwt",
        "Bearer",
        "secret",
        "cookie",
        "erlang",
        "creds",
        "dockerconfigjson",
        "dockercfg",
        "netrc",
        "auth",
        "basic",
        "dsn",
        "connection",
        "conn",
        "string",
        "api",
        "key",
        "private",
        "id",
        "rsa",
        "ed",
        "ed25519",
        "by",
        "identified",
        "db",
        "host",
        "port",
        "--",
        "-",
        "_",
        ".",
        "/",
        " ",
        " ",
        ": ",
        ":",
        "=",
        " = ",
        "'",
        "\"",
        "x1y2",
        "abc",
        "{",
        "}",
        ", ",
        "\t",
        "&&",
        "é"
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            password: hunter2                               | password                   | hunter2
            password: hunter2 # the old one                 | password                   | hunter2
            password: "hunter2 # not a comment"             | password                   | hunter2 # not a comment
            password: 'it''s'                               | password                   | it''s
            password: !!str hunter2                         | password                   | hunter2
            password: correct horse                         | password                   | correct horse
            # password: hunter2                             | password                   | hunter2
            - password: hunter2                             | password                   | hunter2
            {"password":"hunter2","replicas":3}             | password                   | hunter2
            { password: hunter2, replicas: 3 }              | password                   | hunter2
            {\\"password\\":\\"hunter2\\"}                  | password                   | hunter2
            "password" : "hunter2"                          | password                   | hunter2
            db.password=hunter2                             | db.password                | hunter2
            db.password = hunter2                           | db.password                | hunter2
            db.password=my pass word                        | db.password                | my pass word
            export DB_PASSWORD=hunter2 && run               | DB_PASSWORD                | hunter2
            DB_PASSWORD='a b' run                           | DB_PASSWORD                | a b
            PASSWORD := hunter2                             | PASSWORD                   | hunter2
            - --password=hunter2                            | --password                 | hunter2
            - "--password=hunter2"                          | --password                 | hunter2
            args: [--password=hunter2, --port=1]            | --password                 | hunter2
            run --password=hunter2 --port=1                 | --password                 | hunter2
            run --password hunter2 --port 1                 | --password                 | hunter2
            run --password "a b" x                          | --password                 | a b
            ["--password", "hunter2"]                       | --password                 | hunter2
            [--password, hunter2, x]                        | --password                 | hunter2
            -Djavax.net.ssl.keyStorePassword=x1 -Da=b       | -Djavax.net.ssl.keyStorePassword | x1
            jdbc:x://db/app?user=u&password=hunter2&ssl=1   | password                   | hunter2
            Server=db;Password=hunter2;Database=app         | Password                   | hunter2
            Password=hunter2;Server=db                      | Password                   | hunter2
            host=db password=hunter2 dbname=app             | password                   | hunter2
            org.x.Login required username="u" password="p1"; | password                  | p1
            curl -H "X-Api-Key: abc def"                    | X-Api-Key                  | abc def
            curl -H 'Authorization: Bearer abc' http://x    | Authorization              | Bearer abc
            password:hunter2                                | password                   | hunter2
            requirepass hunter2                             | requirepass                | hunter2
            ["redis-server", "--requirepass", "hunter2"]    | --requirepass              | hunter2
            CREATE USER a IDENTIFIED BY 'hunter2';          | BY                         | hunter2
            'password' => 'hunter2',                        | password                   | hunter2
            connectionString: server=db;user id=sa;pwd=hunter2; | pwd                    | hunter2
            CREATE ROLE a WITH PASSWORD 'hunter2';          | PASSWORD                   | hunter2
            registry.io/team/token:hunter2                  | registry.io/team/token     | hunter2
            team/token:1.4                                  | team/token                 | 1.4
            registry.io/team/token: 1.4                     | registry.io/team/token     | 1.4
            {password :'hunter2'}                           | password                   | hunter2
            token: write                                    | token                      | write
            token:writer                                    | token                      | writer
            connect{password="hunter2"}                     | password                   | hunter2
            connect{user="u",password="hunter2"}            | password                   | hunter2
            - expr: up{job="x"} # password="hunter2"        | password                   | hunter2
            - expr: {a, password="hunter2"}                 | password                   | hunter2
            registry:5000/team/token:hunter2                | 5000/team/token            | hunter2
            registry:team/token:1.4                         | team/token                 | 1.4
            :5000/team/token:1.4                            | 5000/team/token            | 1.4
            registry.io/team/token:1.4@hunter2              | registry.io/team/token     | 1.4@hunter2
            vault:password:hunter2                          | password                   | hunter2
            vault:secret/data/db password:hunter2           | password                   | hunter2
            ssm:/prod/db,password=hunter2                   | password                   | hunter2
            resolve:secret:hunter2                          | secret                     | hunter2
            resolver:x/password:hunter2                     | x/password                 | hunter2
            arn:aws:password:hunter2                        | password                   | hunter2
            arn:aws:iam::1:role/r password: hunter2         | password                   | hunter2
            arn:aws:iam::1:role/r,password=hunter2          | password                   | hunter2
            arn:aws:x:eu:1:secret:db/password=hunter2       | db/password                | hunter2
            """)
    void isFound(String text, String name, String value) {
        List<Assignment> found = Assignment.in(text);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).name()).isEqualTo(name);
        assertThat(part(text, found.get(0).value())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password:",
                "password: |",
                "password: >-",
                "password: ",
                "password=",
                "secret: {name: db}",
                "tokens: [a, b]",
                "image: postgres:16",
                "secretName: db",
                "token://x",
                "passwords are secret",
                "--password",
                "--password --user x",
                "--token-ttl 30",
                "sum by 'x'",
                "CREDENTIALS: ====",
                "dsn: x",
                "a == b",
                "if [[ $secret == x ]]",
                "[[ $password =~ x ]]",
                "arn:aws:secretsmanager:eu-west-1:481516234233:secret:shop/db-x9Qz1T",
                "DB_ARN=arn:aws-cn:secretsmanager:cn-north-1:481516234233:secret:rds!db-x9Qz1T",
                "{\"valueFrom\": \"arn:aws:secretsmanager:eu-west-1:1:secret:db-x9Qz1T:password:AWSCURRENT:\"}",
                "registry.io/team/token:v1",
                "image=registry.io/team/token:latest",
                "secret:read token:write password:reset",
                "CREATE USER a WITH PASSWORD :'pw';",
                "- expr: secret_age{secret=\"db\"} > 1",
                "- expr: secret_age{job=\"x\",secret=\"db\"} > 1",
                "expr: a{b=\"c\"} / on (secret) d{job=\"x\", secret=\"db\", token=\"t\"}",
                "\"expr\": \"secret_age{job=\\\"x\\\", secret=\\\"db\\\"}\"",
                "image: registry:5000/team/token:1.4",
                "image: registry.io:5000/team/token:v1.4@sha256:9f86d081884c7d65",
                "image: registry.io/team/token:1.4@sha256:9f86d081884c7d65",
                "image: registry:5000/team/token@sha256:9f86d081884c7d65",
                "from: secretsmanager:prod/db/password:AWSCURRENT",
                "from: {{resolve:secretsmanager:prod/db:SecretString:password}}",
                "from: vault:secret/data/db/password:2",
                "from: ssm:/prod/db/password:3",
                "- arn:aws:secretsmanager:${AWS_REGION}:${ACCOUNT}:secret:db",
                "",
                ":",
                "=",
                "\"\": x"
            })
    void isNotThere(String text) {
        assertThat(Assignment.in(text)).isEmpty();
    }

    @Test
    void isFoundSeveralTimesInOneLine() {
        String text = "{user: a, password: b, token: 'c!', \"secret\": \"d?\", nested: {apiKey: e}, x: 1}";

        assertThat(Assignment.in(text))
                .extracting(found -> part(text, found.value()))
                .containsExactly("b", "c!", "d?", "e");
    }

    @Test
    void endsWithItsLine() {
        String text = "password: one\ntoken: two\r\nname: x";

        assertThat(Assignment.in(text))
                .extracting(found -> part(text, found.value()))
                .containsExactly("one", "two");
    }

    private static String part(String text, Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Long texts are not looked at as closely as short ones, each of whose lines may name a secret. */
    @Test
    void longTextsHideNothing() {
        Seeds.check(2000, random -> {
            List<Assignment> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            while (text.length() < 600) {
                String line = line(random);
                for (Assignment found : Assignment.in(line)) {
                    Span value = new Span(
                            text.length() + found.value().start(),
                            text.length() + found.value().end());
                    expected.add(new Assignment(found.kind(), found.name(), value));
                }
                text.append(line).append('\n');
            }
            assertThat(Assignment.in(text.toString())).containsAll(expected);
        });
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return line.toString();
    }
}
