package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaunchTest {

    @Test
    void readsOptionsInBothForms() {
        Launch launch = launch("args: [server, --a=1, --b, '2', --c, --d]");

        assertThat(launch.option("--a").text()).isEqualTo("1");
        assertThat(launch.option("--b").text()).isEqualTo("2");
        assertThat(launch.option("--c")).isEqualTo(Reading.of(""));
        assertThat(launch.option("--d")).isEqualTo(Reading.of(""));
        assertThat(launch.option("--e").isAbsent()).isTrue();
        assertThat(launch.option("--").isAbsent()).isTrue();
    }

    @Test
    void replacesReferencesInOrder() {
        Launch launch = launch("""
                env:
                - {name: EARLY, value: $(LATE)/x}
                - {name: LATE, value: /late}
                - {name: BOTH, value: $(LATE)/y}
                - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: LATE, value: /last}
                """);

        assertThat(launch.variable("EARLY").text()).isEqualTo(Reading.HOLE + "/x");
        assertThat(launch.variable("BOTH").text()).isEqualTo("/late/y");
        assertThat(launch.variable("LATE").text()).isEqualTo("/last");
        assertThat(launch.variable("POD")).isEqualTo(Reading.HIDDEN);
        assertThat(launch.variable("NONE").isAbsent()).isTrue();
    }

    @Test
    void knowsThatVariablesMayComeFromElsewhere() {
        assertThat(launch("envFrom: [{secretRef: {name: s}}]").variable("X").isPossible())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'exec mongod --x ${HOME_DIR}/a',          /home/a",
        "'exec mongod --x $HOME_DIR/a',            /home/a",
        "'exec mongod --x \"$HOME_DIR/a b\"',      /home/a b",
        "'exec mongod --x $(hostname -s)/a',       ?/a",
        "'exec mongod --x `hostname`/a',           ?/a",
        "'exec mongod --x ${HOSTNAME##*-}',        ?",
        "'exec mongod --x /n/$1/a',                /n/?/a",
        "'exec mongod --x /n/$OTHER',              /n/?",
    })
    void replacesWhatAShellWould(String script, String value) {
        Launch launch = launch("""
                env: [{name: HOME_DIR, value: /home}]
                command:
                - sh
                - -ec
                - %s
                """.formatted(quoted(script)));

        Reading reading = launch.option("--x");
        assertThat(reading.isWritten() ? reading.text().replace(Reading.HOLE, '?') : "?")
                .isEqualTo(value);
    }

    @Test
    void findsProgramsBehindWrappers() {
        Set<String> servers = Set.of("postgres");
        Set<String> none = Set.of();

        assertThat(launch("command: [/sbin/tini, --, docker-entrypoint.sh, postgres]")
                        .isOpaque(servers, none))
                .isFalse();
        assertThat(launch("command: [sh, -c, 'X=1 exec gosu postgres postgres -c a=b']")
                        .isOpaque(servers, none))
                .isFalse();
        assertThat(launch("command: [bash, -euo, pipefail, -c, 'postgres']").isOpaque(servers, none))
                .isFalse();
        assertThat(launch("command: [bash, /start.sh]").isOpaque(servers, none)).isTrue();
        assertThat(launch("args: [whatever]").isOpaque(servers, none)).isFalse();
    }

    /** Doubling with every variable, as a "billion laughs" would. */
    @Test
    void survivesReferencesThatGrow() {
        StringBuilder environment = new StringBuilder("env:\n- {name: V0, value: xxxxxxxx}\n");
        for (int i = 1; i < 64; i++) {
            environment.append("- {name: V%d, value: $(V%d)$(V%d)}\n".formatted(i, i - 1, i - 1));
        }

        assertThat(launch(environment.toString()).variable("V63").text().length())
                .isLessThan(1 << 18);
    }

    @Test
    void survivesListsThatGrow() {
        DataDirectories directories = Manifests.image("minio/minio")
                .dataDirectories(Manifests.container(
                        "minio/minio", "args: [server, '/d{1...9999}{1...9999}{1...9999}', '/e{x...y}', '/f{2...1}']"));

        assertThat(directories.alternatives().get(0)).hasSizeLessThan(70);
    }

    @ParameterizedTest
    @CsvSource({"'$('", "'${'", "'$'", "'`'", "'$(a$(b)'", "'\"'", "'\\'", "'a=$'"})
    void survivesWhatIsBroken(String script) {
        Launch launch = launch("command: [sh, -c, %s]".formatted(quoted(script)));

        assertThat(launch.starts(Set.of("x"), Set.of())).isIn(true, false);
        assertThat(launch("env: [{name: A, value: %s}]".formatted(quoted(script)))
                        .variable("A")
                        .isAbsent())
                .isFalse();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Launch launch(String fields) {
        return Launch.of(Manifests.container("x", fields));
    }
}
