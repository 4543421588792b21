package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.lint.Linter;
import dev.stslint.rules.BuiltinRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixCommandTest {

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
            spec:
              serviceName: db
              selector:
                matchLabels: {app: db}
              template:
                metadata:
                  labels: {app: db}
                spec:
                  containers:
                    - name: app
                      image: registry.example.com/app:1
                      volumeMounts:
                        - name: date   # the disk
                          mountPath: /var/lib/app
              volumeClaimTemplates:
                - metadata:
                    name: data
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 1Gi}}
            """;

    private static final String REPAIRED = SET.replace("name: date", "name: data");

    @TempDir
    Path directory;

    @BeforeEach
    void writeManifests() throws IOException {
        Files.writeString(directory.resolve("db.yaml"), SET);
    }

    @Test
    void repairsFilesAndSaysWhatWasDoneAndWhatIsLeft() throws IOException {
        Run run = run("fix");
        assertThat(run.out())
                .startsWith("db.yaml:17:21: fixed[unknown-volume-mount] mount `data`\n")
                .contains("db.yaml:6:16: info[unknown-governing-service]");
        assertThat(run.err()).isEqualTo("1 finding fixed in 1 file\nleft: 1 info in 1 file (1 object)\n");
        assertThat(run.status()).isZero();
        assertThat(Files.readString(directory.resolve("db.yaml"))).isEqualTo(REPAIRED);
        Run again = run("fix", "--quiet");
        assertThat(again.out()).startsWith("db.yaml:6:16: info[").doesNotContain("fixed");
        assertThat(again.err()).isEmpty();
    }

    @Test
    void showsTheDifferenceAndChangesNothing() throws IOException {
        Run run = run("fix", "--diff", "db.yaml");
        assertThat(run.out()).isEqualTo("""
                --- a/db.yaml
                +++ b/db.yaml
                @@ -14,7 +14,7 @@
                         - name: app
                           image: registry.example.com/app:1
                           volumeMounts:
                -            - name: date   # the disk
                +            - name: data   # the disk
                               mountPath: /var/lib/app
                   volumeClaimTemplates:
                     - metadata:
                """);
        assertThat(run.err())
                .isEqualTo("1 finding would be fixed in 1 file\nwould be left: 1 info in 1 file (1 object)\n");
        assertThat(run.status()).as("the error still stands in the file").isEqualTo(1);
        assertThat(Files.readString(directory.resolve("db.yaml"))).isEqualTo(SET);
        assertThat(Run.in(directory)
                        .with(new Linter(new BuiltinRules()))
                        .outputTerminal()
                        .run("fix", "--diff")
                        .out())
                .contains("\u001b[31m-            - name: date   # the disk\u001b[0m\n");
    }

    @Test
    void writesStandardInputToStandardOutputChangedOrNot() {
        Run run = Run.in(directory)
                .with(new Linter(new BuiltinRules()))
                .input("\uFEFF" + SET.replace("\n", "\r\n"))
                .run("fix", "-");
        assertThat(run.out()).isEqualTo("\uFEFF" + REPAIRED.replace("\n", "\r\n"));
        assertThat(run.err()).startsWith("stdin:17:21: fixed[unknown-volume-mount] mount `data`\n1 finding fixed");
        Run nothing = Run.in(directory)
                .with(new Linter(new BuiltinRules()))
                .input("a: [")
                .run("fix", "--quiet", "-");
        assertThat(nothing).isEqualTo(new Run(1, "a: [", ""));
    }

    @Test
    void unsafeRepairsAreNamedAndMadeOnlyWhenAskedFor() throws IOException {
        String service = """
                apiVersion: v1
                kind: Service
                metadata:
                  name: db-pods
                spec:
                  clusterIP: None
                  selector: {app: db}
                """;
        Files.writeString(directory.resolve("service.yaml"), service);
        assertThat(run("fix", "--diff").err()).startsWith("1 finding would be fixed in 1 file; 1 more with an unsafe");
        assertThat(run("fix", "--unsafe", "--rule", "unknown-governing-service").out())
                .contains("fixed[unknown-governing-service] set `serviceName: db-pods`")
                .doesNotContain("unknown-volume-mount");
        assertThat(Files.readString(directory.resolve("db.yaml")))
                .isEqualTo(SET.replace("serviceName: db", "serviceName: db-pods"));
    }

    @Test
    void ruleAndSelectAreTheSame() {
        assertThat(run("fix", "--diff", "--select", "unknown-volume-mount"))
                .isEqualTo(run("fix", "--diff", "--rule", "unknown-volume-mount"));
        assertThat(run("fix", "--diff", "--rule", "inline-secret").out()).isEmpty();
        assertThat(run("fix", "--rule", "nothing").err()).contains("there is no rule or category `nothing`");
    }

    @Test
    void aPathThatDoesNotExistFailsAndTheOthersAreRepaired() throws IOException {
        Run run = run("fix", "none", "db.yaml");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("stslint: `none` does not exist");
        assertThat(Files.readString(directory.resolve("db.yaml"))).isEqualTo(REPAIRED);
    }

    @Test
    void aDifferenceWithASecretIsMaskedAndSaysSo() throws IOException {
        Files.writeString(
                directory.resolve("db.yaml"),
                SET.replace(
                        "          volumeMounts:",
                        "          env: [{name: DB_PASSWORD, value: hunter2hunter2}]\n          volumeMounts:"));
        Run run = run("fix", "--diff");
        assertThat(run.out())
                .contains("-            - name: date")
                .contains("•••")
                .doesNotContain("hunter2");
        assertThat(run.err())
                .startsWith("stslint: 1 line of the difference is masked")
                .doesNotContain("hunter2");
    }

    @Test
    void theBaselineIsWrittenReadAndRewritten() throws IOException {
        Run written = run("baseline");
        assertThat(written).isEqualTo(new Run(0, "", "`stslint-baseline.json` holds 2 findings: 2 new, 0 gone\n"));
        assertThat(run("lint", "--baseline", "stslint-baseline.json"))
                .isEqualTo(new Run(0, "", "no findings in 1 file (1 object; 2 findings in the baseline)\n"));
        assertThat(run("fix").status()).as("fix repairs what is known too").isZero();
        assertThat(run("lint", "-f", "concise", "--baseline", "stslint-baseline.json")
                        .out())
                .startsWith("stslint-baseline.json:6:")
                .contains("info[stale-baseline-entry]");
        assertThat(run("baseline", "--quiet")).isEqualTo(new Run(0, "", ""));
        assertThat(run("baseline").err()).contains("holds 1 finding: 0 new, 0 gone");
        assertThat(run("baseline", "none").err()).endsWith("is not written, because not everything could be checked\n");
    }

    @Test
    void aBaselineThatIsNoneIsAMistake() throws IOException {
        Files.writeString(directory.resolve("x.json"), "{\"version\": 1}");
        Run run = run("lint", "--baseline", "x.json");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("error[invalid-configuration]: this is no baseline of stslint", " --> x.json:1:1")
                .endsWith("stslint: the baseline `x.json` cannot be used\n");
        assertThat(run("baseline", "--baseline", "x.json").status()).isEqualTo(2);
        assertThat(run("baseline", "--baseline", "db.yaml/x.json").err()).contains("cannot write `db.yaml/x.json`");
    }

    private Run run(String... arguments) {
        return Run.in(directory).with(new Linter(new BuiltinRules())).run(arguments);
    }
}
