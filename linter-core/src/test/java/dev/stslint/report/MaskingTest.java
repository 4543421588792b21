package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no display shows. Concealed spans first, then what is found without anybody naming it. */
final class MaskingTest {

    private static final String SECRET = "kX9-horse-Battery";

    @Test
    void drawsTheUnderlineAtTheMask() {
        Manifest env = Manifest.of("a.yaml", "- name: X\n  value: " + SECRET + " # rotate\n");

        assertThat(frame(
                        Reports.hiding(env.at(SECRET)),
                        error("inline-secret", env.at(SECRET), "m").label("in the open")))
                .isEqualTo("""
                 --> a.yaml:2:10
                  |
                2 |   value: ••• # rotate
                  |          ^^^ in the open
                """);
    }

    @Test
    void masksWhatLooksLikeAnotherSecretInACommentBesideOne() {
        Manifest env = Manifest.of(
                "a.yaml",
                "# on staging it is p1-Horse\nx: " + SECRET
                        + " # was (old7horse), see OPS-1234 port=5432 old=x7horse until=2027-01-31\n");

        assertThat(frame(Reports.hiding(env.at(SECRET)), error("rule", env.from("#", "x"), "m")))
                .contains(
                        "# on staging it is •••\n",
                        "x: ••• # was (•••), see OPS-1234 port=5432 old=••• until=2027-01-31\n");
        assertThat(frame(Concealment.NONE, error("rule", env.from("#", "x"), "m")))
                .contains("# on staging it is p1-Horse\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: shop:x7horse@registry.example.com/shop:1",
                "- --proxy=shop:x7horse@proxy:3128",
                "see shop:x7horse@db for more",
            })
    void masksPasswordsBeforeAHostWithoutAScheme(String line) {
        Manifest file = Manifest.of("a.yaml", line + "\n");

        assertThat(frame(Concealment.NONE, error("rule", file.at("shop"), "m")))
                .contains(line.replace("x7horse", "•••"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: nginx:1.27@sha256:0a1b2c3d",
                "image: registry:5000/nginx:1.27@sha256:0a1b2c3d",
                "url: mailto:ops@example.com",
                "git: git@github.com:shop/shop.git",
            })
    void showsDigestsAndAddressesOfPeople(String line) {
        Manifest file = Manifest.of("a.yaml", line + "\n");

        assertThat(frame(Concealment.NONE, error("rule", file.at(":"), "m"))).contains(line + "\n");
    }

    @Test
    void marksTheWholeMaskForAPartOfASecret() {
        Manifest env = Manifest.of("a.yaml", "x: " + SECRET + " tail\n");

        assertThat(frame(
                        Reports.hiding(env.at(SECRET)),
                        error("rule", env.at("horse"), "m").related(env.at("tail"), "after")))
                .isEqualTo("""
                 --> a.yaml:1:8
                  |
                1 | x: ••• tail
                  |    ^^^ ---- after
                """);
    }

    @Test
    void putsCaretsRoundAMask() {
        Manifest env = Manifest.of("a.yaml", "x: " + SECRET + "\n");
        Concealment hidden = Reports.hiding(env.at(SECRET));

        assertThat(frame(hidden, error("rule", env.before(SECRET), "m"))).endsWith("1 | x: •••\n  |    ^\n");
        assertThat(frame(hidden, error("rule", env.after(SECRET), "m"))).endsWith("1 | x: •••\n  |       ^\n");
    }

    @Test
    void masksOverlappingAndNeighbouringSpansOnce() {
        Manifest env = Manifest.of("a.yaml", "x: " + SECRET + "\n");

        assertThat(frame(
                        Reports.hiding(env.at("kX9-horse"), env.at("horse-Battery"), env.at("kX9")),
                        error("rule", env.at("x"), "m")))
                .contains("1 | x: •••\n");
    }

    @Test
    void masksEachLineOfABlockScalarButKeepsItsIndentation() {
        Manifest block = Manifest.of("a.yaml", "x: |\n  one\n\n    two\n  three\ny: 1\n");

        assertThat(frame(
                        Reports.hiding(block.from("|", "three\n")),
                        error("rule", block.from("x", "three"), "m").label("all of it")))
                .isEqualTo("""
                 --> a.yaml:1:1
                  |
                1 | / x: •••
                2 | |   •••
                ... |
                5 | |   •••
                  | |_____^ all of it
                """);
    }

    @Test
    void masksTheSameValueWhereverItStandsInTheFile() {
        Manifest twice = Manifest.of("a.yaml", "x: " + SECRET + "\ny: \"the " + SECRET + " again\" # " + SECRET + "\n");

        assertThat(frame(Reports.hiding(twice.at(SECRET)), error("rule", twice.at("again"), "m")))
                .contains("2 | y: \"the ••• again\" # •••\n");
    }

    @Test
    void masksWhatAValueDecodesTo() {
        Manifest secret = Manifest.of("a.yaml", """
                short: "a2F0aWI="   # that is katib, base64
                long: a1g5LWhvcnNlLUJhdHRlcnk= # see below
                note: it was kX9-horse-Battery once
                """);
        Concealment hidden = Reports.hiding(secret.at("\"a2F0aWI=\""), secret.at("a1g5LWhvcnNlLUJhdHRlcnk="));

        assertThat(frame(hidden, error("rule", secret.at("short"), "m")))
                .contains("1 | short: •••   # that is •••, base64\n");
        assertThat(frame(hidden, error("rule", secret.at("note"), "m"))).contains("3 | note: it was ••• once\n");
    }

    @Test
    void leavesShortAndWellKnownValuesAloneElsewhere() {
        Manifest names = Manifest.of("a.yaml", "x: postgres\ny: db\nz: postgres db\n");

        assertThat(frame(
                        Reports.hiding(names.at("x: postgres", "postgres"), names.at("db")),
                        error("rule", names.at("z"), "m")))
                .contains("3 | z: postgres db\n");
    }

    @Test
    void masksSecretsInWords() {
        Manifest env = Manifest.of("a.yaml", "x: \"" + SECRET + "\"\n");
        LintReport report = Reports.of(
                Reports.hiding(env.at("\"" + SECRET + "\"")),
                error("rule", env.at("x"), "`" + SECRET + "` is no boolean")
                        .label("like " + SECRET + ".")
                        .note("from `postgres://app:" + SECRET + "2@db`")
                        .note("`password: s3cure-thing` was meant")
                        .help("not `" + SECRET + "`")
                        .related(env.at("x"), SECRET));

        assertThat(Reports.text(report)).isEqualTo("""
                error[rule]: `•••` is no boolean
                 --> a.yaml:1:1
                  |
                1 | x: •••
                  | ^ like •••.
                  | - •••
                  |
                  = note: from `postgres://app:•••@db`
                  = note: `password: •••` was meant
                  = help: not `•••`
                  = docs: stslint explain rule
                """);
        assertThat(Reports.written(new ConciseReporter(), report))
                .isEqualTo("a.yaml:1:1: error[rule] `•••` is no boolean\n");
    }

    @Test
    void keepsWordsThatOnlySpeakAboutSecrets() {
        Manifest env = Manifest.of("a.yaml", "x: changeme\n");

        assertThat(Reports.text(Reports.of(
                        Reports.hiding(env.at("changeme")),
                        error("rule", env.at("x"), "the password: it is a well-known one")
                                .help("use `secretKeyRef: {name: db, key: password}` instead of changeme"))))
                .contains("the password: it is a well-known one")
                .contains("use `secretKeyRef: {name: db, key: password}` instead of changeme");
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("password: " + SECRET, "password: •••"),
                Arguments.of("password: changeme", "password: •••"),
                Arguments.of("password: 8675309", "password: •••"),
                Arguments.of("NUM_PASSWORD: 8675309", "NUM_PASSWORD: •••"),
                Arguments.of("- {name: MAX_TOKEN, value: 8675309}", "- {name: MAX_TOKEN, value: •••}"),
                Arguments.of("# password: " + SECRET + " (old)", "# password: •••"),
                Arguments.of("  db.password=" + SECRET, "  db.password=•••"),
                Arguments.of("- --password=" + SECRET, "- --password=•••"),
                Arguments.of("{\"apiKey\": \"" + SECRET + "\", \"a\": 1}", "{\"apiKey\": \"•••\", \"a\": 1}"),
                Arguments.of("url: postgres://app:" + SECRET + "@db/app", "url: postgres://app:•••@db/app"),
                Arguments.of("x: AKIA" + "Q7ZKMXWLRTBNVYCH y", "x: ••• y"),
                Arguments.of(
                        "- {name: DB_PASSWORD, value: " + SECRET + "}, {name: A, value: b}",
                        "- {name: DB_PASSWORD, value: •••}, {name: A, value: b}"),
                Arguments.of(
                        "[{\"name\":\"A\",\"value\":\"b\"},{\"name\":\"API_TOKEN\",\"value\":\"" + SECRET + "\"}]",
                        "[{\"name\":\"A\",\"value\":\"b\"},{\"name\":\"API_TOKEN\",\"value\":\"•••\"}]"),
                Arguments.of(
                        "{\"kind\":\"Secret\",\"data\":{\"a\":\"" + SECRET + "\"},\"type\":\"Opaque\"}",
                        "{\"kind\":\"Secret\",\"data\":{•••},\"type\":\"Opaque\"}"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void masksALineThatNobodyHasParsed(String line, String shown) {
        Manifest broken = Manifest.of("a.yaml", "a: [\n" + line + "\n");

        assertThat(frame(Concealment.NONE, error("invalid-yaml", broken.at(line), "m")))
                .contains("2 | " + shown + "\n")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: $(DB_PASSWORD)",
                "password: \"\"",
                "password: <your-password>",
                "passwordFile: /run/secrets/db",
                "password: /run/secrets/db",
                "secretName: db-credentials",
                "secretKeyRef: {name: db, key: password}",
                "automountServiceAccountToken: false",
                "tokenTtl: 3600",
                "MAX_TOKENS: 4096",
                "passwordMinLength: 12",
                "image: registry/app:1.2@sha256:9f3a71c05be8d2460a9e7f13c5b8d604e27f9a31c05be8d2460a9e7f13c5b8d6",
                "serviceName: db",
                "publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ",
                "- {name: DB_PASSWORD_FILE, value: /run/secret}",
                "topologyKey: kubernetes.io/hostname"
            })
    void leavesALineWithoutSecretsAlone(String line) {
        Manifest manifest = Manifest.of("a.yaml", line + "\n");

        assertThat(frame(Concealment.NONE, error("rule", manifest.at(line), "m")))
                .contains("1 | " + line + "\n");
    }

    static Stream<Arguments> surroundings() {
        return Stream.of(
                Arguments.of("env:\n- name: DB_PASSWORD\n  value: @\n"),
                Arguments.of("env:\n- value: @\n  name: DB_PASSWORD\n"),
                Arguments.of("env:\n  - name: \"DB_PASSWORD\" # why\n    value: \"@\"\n"),
                Arguments.of("env:\n# - name: DB_PASSWORD\n#   value: @\n"),
                Arguments.of("env:\n- name: DB_PASSWORD\n  value: |\n    first\n    @\n"),
                Arguments.of("httpHeaders:\n- name: Authorization\n  value: Basic @\n"),
                Arguments.of("[\n  {\n    \"name\": \"DB_PASSWORD\",\n    \"value\": \"@\"\n  }\n"),
                Arguments.of("args:\n- --password\n- @\n"),
                Arguments.of("args:\n- \"--password\"\n- \"@\"\n"),
                Arguments.of("password: |\n  first\n  @\n"),
                Arguments.of("password: >-\n\n    @\n"),
                Arguments.of("a: [\nkind: Secret\nstringData:\n  config: @\n"),
                Arguments.of("a: [\nstringData:\n  config: |\n    first\n      @\nkind: Secret\n"),
                Arguments.of("- name: DB_PASSWORD\n  valeu: @\n"),
                Arguments.of("- nme: DB_PASSWORD\n  value: @\n"),
                Arguments.of("- name: DB_PASSWORD\n  valeu: |\n    @\n"),
                Arguments.of("kind: Secret\ndata: {config: @}\n"),
                Arguments.of("kind: Secret\nmetadata:\n  name: x\nstrngData:\n  config: @\n"),
                Arguments.of("strngData: {config: @}\nkind: Secret\nmetadata: {name: x}\n"),
                Arguments.of("kind: Secret\nmetadata:\n  name: x\ndta: {config: @}\n"),
                Arguments.of("kind: Secret\nmetadata:\n  name: x\nconfig: @\n"),
                Arguments.of(
                        "{\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"}," + "\"strngData\":{\"config\":\"@\"}}\n"),
                Arguments.of("kind: Secret\nmetadata:\n  labels:\n  - a: b\ndata:\n  config: @\n"),
                Arguments.of("data:\n  config: @\nmetadata:\n  ownerReferences:\n  - kind: X\nkind: Secret\n"),
                Arguments.of("items:\n- apiVersion: v1\n  kind: Secret\n  data:\n    config: @\n"),
                Arguments.of("\uFEFFkind: \"Secret\"\r\ndata:\r\n  config: @\r\n"),
                Arguments.of("{\n  \"kind\": \"Secret\",\n  \"data\": {\n    \"config\": \"@\"\n  }\n}\n"),
                Arguments.of("x: |\n  -----BEGIN " + "PRIVATE KEY-----\n  " + "Zk9xQ2mL".repeat(8)
                        + "\n  @\n  -----END PRIVATE KEY-----\n"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void masksALineForWhatStandsAroundIt(String text) {
        String value = "aHVudGVyMi1vci1zbw+9";
        Manifest manifest = Manifest.of("a.yaml", text.replace("@", value));

        String frame = frame(Concealment.NONE, error("invalid-yaml", manifest.at(value), "m"));

        assertThat(frame).contains("•••").contains("^").doesNotContain(value);
    }

    @Test
    void showsTheRestOfASecret() {
        Manifest secret = Manifest.of("a.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                data:
                  password: aHVudGVyMi1vci1zbw+9
                  url: https://example.com
                type: Opaque
                ---
                kind: ConfigMap
                data:
                  mode: standalone-mode
                """);

        assertThat(frame(
                        Concealment.NONE,
                        error("rule", secret.at("name: db"), "m").related(secret.at("password"), "k")))
                .contains("4 |   name: db\n", "6 |   password: •••\n");
        assertThat(frame(Concealment.NONE, error("rule", secret.at("url"), "m")))
                .contains("7 |   url: https://example.com\n");
        assertThat(frame(Concealment.NONE, error("rule", secret.at("Opaque"), "m")))
                .contains("8 | type: Opaque\n");
        assertThat(frame(Concealment.NONE, error("rule", secret.at("mode"), "m")))
                .contains("12 |   mode: standalone-mode\n");
    }

    @Test
    void showsTheNameInAReferenceToASecret() {
        Manifest reference = Manifest.of("a.yaml", """
                valuesFrom:
                - kind: Secret
                  name: shop-database
                """);

        assertThat(frame(Concealment.NONE, error("rule", reference.at("shop-database"), "m")))
                .contains("3 |   name: shop-database\n");
    }

    @Test
    void masksWhatACutWouldShowInPart() {
        String line = "x: [" + "a, ".repeat(60) + SECRET + ", " + "b, ".repeat(2000) + SECRET + "]";
        Manifest wide = Manifest.of("a.yaml", line + "\n");
        List<Location> secrets = List.of(wide.at("a, " + SECRET, SECRET), wide.at("b, " + SECRET, SECRET));

        for (int i = 0; i < line.length(); i += 7) {
            Location place = new Location(wide.file(), new dev.stslint.source.Span(i, Math.min(line.length(), i + 3)));
            String frame = frame(Concealment.of(secrets), error("rule", place, "m"));
            for (int start = 0; start + 4 <= SECRET.length(); start++) {
                assertThat(frame).doesNotContain(SECRET.substring(start, start + 4));
            }
        }
    }

    private static String frame(Concealment concealment, FindingSketch finding) {
        String report = Reports.written(new TextReporter(Palette.PLAIN, true), Reports.of(concealment, finding));
        return report.substring(report.indexOf('\n') + 1);
    }
}
