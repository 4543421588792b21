package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.Seeds;
import dev.stslint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            app.properties | db.password=hunter2                                           | db.password       | hunter2
            app.properties | db.url=jdbc:mysql://db?user=u&password=hunter2&x=1            | password          | hunter2
            app.ini        | password = hunter2 ; the old one                              | password          | hunter2
            app.ini        | password = hunter2 # the old one                              | password          | hunter2
            .env           | export API_KEY="hunter2"                                      | API_KEY           | hunter2
            c.yaml         | db: {user: u, password: hunter2}                              | password          | hunter2
            c.yaml         | token: 'hunter2' # token                                      | token             | hunter2
            c.yaml         | - name: DB_PASSWORD\\n  value: hunter2                        | DB_PASSWORD       | hunter2
            c.yaml         | - name: "DB_PASSWORD"\\n\\n  value: "hunter2",                | DB_PASSWORD       | hunter2
            c.json         | {"password" : "hunter2", "x": 1}                              | password          | hunter2
            c.json         | {"name":"DB_PASSWORD","value":"hunter2"}                      | DB_PASSWORD       | hunter2
            c.json         | {"name": "DB_PASSWORD",\\n "value": "hunter2"}                | DB_PASSWORD       | hunter2
            c.json         | {"Db": "Server=db;Password=hunter2;Database=x"}               | Password          | hunter2
            c.xml          | <password>hunter2</password>                                  | password          | hunter2
            c.xml          | <p><name>a.password</name><value> hunter2 </value></p>        | a.password        | hunter2
            c.xml          | <property name="a.password" value="hunter2"/>                 | a.password        | hunter2
            c.xml          | <add key="Password" value="hunter2"/>                         | Password          | hunter2
            c.xml          | <bean class="x" password="hunter2"/>                          | password          | hunter2
            c.config       | <add connectionString="server=db;password=hunter2;x=y"/>      | password          | hunter2
            redis.conf     | requirepass hunter2                                           | requirepass       | hunter2
            fluent.conf    | password "hunter2"                                            | password          | hunter2
            alerts.yml     | description: log in with password: hunter2                    | password          | hunter2
            alerts.yml     | description: the password: Winter 2024x                       | password          | Winter 2024x
            alerts.yml     | note: the password: correct horse battery                     | password          | correct horse battery
            alerts.yml     | password: correct horse battery                               | password          | correct horse battery
            a.sql          | CREATE USER a IDENTIFIED BY 'hunter2';                        | BY                | hunter2
            a.sh           | export PGPASSWORD='hunter2' && run                            | PGPASSWORD        | hunter2
            a.py           | password = "hunter2"                                          | password          | hunter2
            x              | a=1\\n# password=x\\npassword=hunter2\\n                      | password          | hunter2
            x              | /* password=x */\\npassword=hunter2                           | password          | hunter2
            """)
    void isASetting(String file, String escaped, String name, String value) {
        String text = escaped.replace("\\n", "\n");

        List<Assignment> found = ConfigText.of(file, text).assignments();

        assertThat(found).extracting(Assignment::name).containsExactly(name);
        assertThat(part(text, found.get(0).value())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            README.md      | password: hunter2
            _example       | password: hunter2
            page.html      | password: hunter2
            a.properties   | x=1\\n# password=hunter2
            a.properties   | x=1\\n! password=hunter2
            a.ini          | x=1\\n  ; password = hunter2
            a.lua          | x=1\\n-- password=hunter2
            a.js           | x=1\\n// password='hunter2'
            a.c            | x=1\\n/* a\\n password=hunter2\\n */
            a.xml          | <a/>\\n<!-- <password>hunter2</password> -->
            a.yaml         | x: y  # password: hunter2
            a.yaml         | password:\\n  secretName: x
            a.yaml         | password: *anchor
            a.yaml         | passwords: [a, b]
            a.json         | {"password": {"type": "string"}}
            a.json         | {"name":"DB_PASSWORD","valueFrom":{}}
            a.py           | password = os.environ["PASSWORD"]
            a.py           | connect(password=password, token=args.token)
            a.js           | const token = process.env.TOKEN;
            config.php     | 'password' => getenv('PASSWORD'),
            x              | password = getenv("PASSWORD")
            x              | #!/usr/bin/env python\\npassword = load()
            a.sh           | PASSWORD="$OTHER"
            a.sh           | PASSWORD=${OTHER}-x
            x              | #!/bin/sh\\nTOKEN=`cat /run/token`
            x              | #!/usr/bin/env bash\\nTOKEN="$1"
            x              | #!/bin/bash -e\\nTOKEN=$(cat /run/token)
            a.sh           | if [ "$PASSWORD" == "" ]; then
            nsswitch.conf  | passwd: files systemd
            nsswitch.conf  | passwd: files [NOTFOUND=return] sss
            redis.conf     | maxmemory 100mb
            alerts.yml     | summary: a token: expired for some time
            alerts.yml     | - summary: "Vault's token: expired for {{ $labels.instance }}"
            any.txt        | password hunter2
            """)
    void isNone(String file, String text) {
        assertThat(ConfigText.of(file, text.replace("\\n", "\n")).assignments()).isEmpty();
    }

    @Test
    void keepsPlacesWhereCommentsWere() {
        String text = "# a comment\nurl=amqp://u:one@h\n; url=amqp://u:two@h\nurl=amqp://u:three@h\r\n";

        assertThat(ConfigText.of("a.properties", text).urls())
                .extracting(found -> part(text, found.password()))
                .containsExactly("one", "three");
    }

    /** Of most texts only the lines with a name are looked at; a comment over several lines has all of it looked at. */
    @Test
    void findsTheSameInAFewLinesAsInAllOfThem() {
        List<String> lines = List.of(
                "# password=one",
                "password=two",
                "  ; token: three",
                "-- secret=four",
                "- name: DB_PASSWORD",
                "",
                "  value: five",
                "  value: six",
                "// nothing",
                "requirepass seven",
                "{\"name\": \"API_TOKEN\",",
                " \"value\": \"eight\"}",
                "x: y # z",
                "! token=nine",
                "url=jdbc:mysql://db?user=u&password=ten",
                "\t#\tkey",
                "api.key=\"eleven\"\r",
                "\r",
                "text");
        Seeds.check(300, random -> {
            StringBuilder text = new StringBuilder("filler\n".repeat(random.nextInt(60)));
            for (int i = 0; i < 12; i++) {
                text.append(lines.get(random.nextInt(lines.size()))).append('\n');
            }
            String file = List.of("a.conf", "a.yaml", "x").get(random.nextInt(3));

            assertThat(ConfigText.of(file, text.toString()).assignments())
                    .isEqualTo(ConfigText.of(file, text + "/* */\n").assignments());
        });
    }

    @Test
    void takesALineByItselfForNoComment() {
        assertThat(ConfigText.of("", "#password=hunter2").assignments()).hasSize(1);
    }

    @Test
    void findsTokensInDocumentationToo() {
        assertThat(ConfigText.of("README.md", "use AKIA" + "Q7ZKMXWLRTBNVYCH").tokens())
                .hasSize(1);
    }

    private static String part(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}
