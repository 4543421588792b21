package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandSecretTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            --password=hunter2                             | --password        | hunter2
            -password=hunter2                              | -password         | hunter2
            serve,--db-password,hunter2,-x                 | --db-password     | hunter2
            --set=auth.password=hunter2                    | auth.password     | hunter2
            --set,auth.password=hunter2                    | auth.password     | hunter2
            -Dkey.password=hunter2                         | -Dkey.password    | hunter2
            PASSWORD=hunter2                               | PASSWORD          | hunter2
            redis-server,--requirepass,hunter2             | --requirepass     | hunter2
            redis-server,--requirepass hunter2             | --requirepass     | hunter2
            redis-server,requirepass,hunter2               | requirepass       | hunter2
            /usr/bin/mysql,-h,db,-phunter2                 | mysql -p          | hunter2
            mysqladmin,ping,-uroot,-phunter2               | mysqladmin -p     | hunter2
            redis-cli,-a,hunter2,ping                      | redis-cli -a      | hunter2
            mongosh,-u,root,-p,hunter2                     | mongosh -p        | hunter2
            sqlcmd,-U,sa,-P,hunter2                        | sqlcmd -P         | hunter2
            curl,-u,admin:hunter2,http://x                 | curl -u           | hunter2
            curl,--user,admin:hunter2                      | curl --user       | hunter2
            curl,-H,X-Api-Key: hunter2                     | X-Api-Key         | hunter2
            curl,-H,Authorization: Bearer hunter2          | Authorization     | hunter2
            sshpass,-phunter2,ssh,host                     | sshpass -p        | hunter2
            etcdctl,--user,root:hunter2,get                | etcdctl --user    | hunter2
            openssl,-pass,pass:hunter2                     | -pass             | hunter2
            --json={"password":"hunter2"}                  | password          | hunter2
            {"password":"hunter2"}                         | password          | hunter2
            --uri=jdbc:x://db?user=u&password=hunter2      | password          | hunter2
            sh,-c,mysql -uroot -phunter2 -e 'select 1'     | mysql -p          | hunter2
            sh,-c,mysql -p'hun ter2'                       | mysql -p          | hun ter2
            sh,-ec,a && PASSWORD="hunter2" run; b          | PASSWORD          | hunter2
            sh,-c,x && redis-cli -a hunter2                | redis-cli -a      | hunter2
            sh,-c,(export TOKEN=hunter2)                   | TOKEN             | hunter2
            sh,-c,echo "password=hunter2" > /etc/x         | password          | hunter2
            sh,-c,run --token hunter2 # --token other      | --token           | hunter2
            sh,-c,x <<EOF\\npassword: hunter2\\nEOF        | password          | hunter2
            sh,-c,MASTER_PASSWORD='hunter2', PORT=1        | MASTER_PASSWORD   | hunter2
            sh,-c,if true; then sshpass -p hunter2 ssh; fi | sshpass -p        | hunter2
            """)
    void isFound(String line, String option, String value) {
        List<String> words = words(line);

        List<CommandSecret> found = CommandSecret.in(words);

        assertThat(found).extracting(CommandSecret::option).containsExactly(option);
        CommandSecret secret = found.get(0);
        String written = words.get(secret.word())
                .substring(secret.value().start(), secret.value().end());
        assertThat(written).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-p,8080",
                "-p8080",
                "serve,-p,hunter2",
                "mysql,-p",
                "mysql,-p,db",
                "mysql,-P,3306",
                "psql,-p,5432",
                "redis-cli,-p,6379",
                "ssh,-p,22",
                "--password",
                "--password,--verbose",
                "--password-file,x",
                "--password-file=x",
                "--token-ttl=3",
                "--no-password,x",
                "--secret-name,x",
                "--tls-private-key-file=x",
                "--default-authentication-plugin=mysql_native_password",
                "--mysql-native-password=ON",
                "--max-tokens,12",
                "--auth=x",
                "curl,-u,admin",
                "curl,-u,http://x",
                "curl,-H,Accept: x",
                "sh,-c,mysql -p\"$PASSWORD\"",
                "sh,-c,mysql -p${PASSWORD}",
                "sh,-c,PASSWORD=$(cat /run/x; rm /run/x) run",
                "sh,-c,PASSWORD=`cat /run/x` run",
                "sh,-c,PASSWORD='' run",
                "sh,-c,MASTER_PASSWORD='', PORT=1",
                "sh,-c,# mysql -phunter2",
                "sh,-c,if [ \"$PASSWORD\" = \"\" ]; then exit; fi",
                "sh,-c,if [[ $token == x ]]; then exit; fi",
                "sh,-c,echo \"password: hunter2\"",
                "sh,-c,read -s password",
                "sh,-c,mkdir -p x",
                "",
                "\"",
                "sh,-c,'",
                "sh,-c,$(",
                "--password=",
                "="
            })
    void isNone(String line) {
        assertThat(CommandSecret.in(words(line))).isEmpty();
    }

    @Test
    void leavesReferencesOfKubernetesToTheCaller() {
        assertThat(CommandSecret.in(List.of("--password=$(PASSWORD)"))).hasSize(1);
    }

    @Test
    void knowsPlacesInALongScript() {
        String script = "set -e\nmysql -p'it'\\''s' # x\n  curl -u \"a:b c\" \\\n  http://x\n";
        List<CommandSecret> found = CommandSecret.in(List.of("sh", "-c", script));

        assertThat(found)
                .extracting(secret ->
                        script.substring(secret.value().start(), secret.value().end()))
                .containsExactly("it'\\''s", "b c");
    }

    private static List<String> words(String line) {
        return List.of(line.replace("\\n", "\n").split(",(?! )", -1));
    }
}
