package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Field;
import dev.stslint.kube.Service;
import dev.stslint.report.FixReport;
import dev.stslint.rule.Category;
import dev.stslint.rule.Profile;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules here count in {@code externalName} of Services, because that can be any text. */
final class FixRunTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service   # kept
            metadata:
              name: "db"
            spec:
              externalName: a   # kept too
              type: ExternalName
            """;

    /** {@code a} becomes {@code b}. */
    private static final Rule<Service> SAFE = renaming("safe", "a", "b", false);

    @TempDir
    Path directory;

    @Test
    void safeRepairsAreMadeAndOthersOnlyWhenAskedFor() throws Exception {
        write("db.yaml", SERVICE);
        Rule<Service> unsafe = renaming("unsafe", "a", "c", true);
        FixReport safe = fix(false, unsafe);
        assertThat(safe.changes()).isEmpty();
        assertThat(safe.repairableLeft()).isEqualTo(1);
        assertThat(safe.after().count(Severity.WARNING)).isEqualTo(1);
        FixReport all = fix(true, unsafe);
        assertThat(text(all)).isEqualTo(SERVICE.replace("externalName: a", "externalName: c"));
        assertThat(all.repairableLeft()).isZero();
        assertThat(read("db.yaml")).as("nothing is written yet").isEqualTo(SERVICE);
        linter(unsafe).write(all);
        assertThat(read("db.yaml")).isEqualTo(text(all));
        assertThat(fix(true, unsafe).changes()).isEmpty();
    }

    @Test
    void unsafeRepairsThatWouldBeRefusedAreNotPromised() throws Exception {
        Files.createDirectories(directory.resolve("base"));
        Files.createDirectories(directory.resolve("overlay"));
        write("base/db.yaml", SERVICE);
        write("base/kustomization.yaml", "resources: [db.yaml]\n");
        write("overlay/kustomization.yaml", "resources: [../base]\n");
        Linter linter = linter(renaming("unsafe", "a", "c", true));
        LintRequest overlay = LintRequest.of(directory, List.of("overlay"));
        FixReport safe = linter.fix(new FixRequest(overlay, false, false));
        assertThat(safe.after().findings()).hasSize(1);
        assertThat(safe.repairableLeft()).isZero();
        assertThat(linter.fix(new FixRequest(overlay, true, false)).refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void nothingIsChangedOutsideOfTheEdits(String mark) throws Exception {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            String text = mark + (SERVICE + "# ü 😀\n\n  # no line break").replace("\n", lineBreak);
            write("db.yaml", text);
            linter(SAFE).write(fix(false, SAFE));
            assertThat(read("db.yaml")).isEqualTo(text.replace("externalName: a", "externalName: b"));
        }
    }

    @Test
    void repairsForOnePlaceAreMadeOneAfterTheOther() throws Exception {
        write("db.yaml", SERVICE);
        Rule<Service> second = rule("second", (service, context) -> {
            Field<String> type = service.type();
            if (type.is("ExternalName")) {
                context.report(Problem.at(type, "second")
                        .fix(Fix.safe(
                                "both",
                                YamlEdits.replace(type, "ClusterIP"),
                                YamlEdits.replace(service.spec().text("externalName"), "z"))));
            }
        });
        FixReport report = fix(false, SAFE, second);
        assertThat(report.repaired())
                .extracting(repair -> repair.finding().ruleId())
                .containsExactly("safe", "second");
        assertThat(text(report)).contains("externalName: z ", "type: ClusterIP");
    }

    @Test
    void aRepairThatTwoFindingsWantIsMadeOnce() throws Exception {
        write("db.yaml", SERVICE);
        Rule<Service> twin = renaming("twin", "a", "b", false);
        FixReport report = fix(false, SAFE, twin);
        assertThat(report.repaired()).hasSize(2);
        assertThat(text(report)).contains("externalName: b ");
    }

    @Test
    void rulesThatUndoEachOtherComeToAnEnd() throws Exception {
        write("db.yaml", SERVICE);
        FixReport report = fix(false, SAFE, renaming("back", "b", "a", false));
        assertThat(report.repaired()).hasSizeLessThan(11);
    }

    @Test
    void whatWouldNotParseIsRefusedAndTheRestIsDone() throws Exception {
        write("db.yaml", SERVICE + "---\n" + SERVICE.replace("externalName: a", "externalName: x"));
        FixReport report = fix(false, SAFE, renaming("breaking", "x", "\"", false));
        assertThat(text(report)).contains("externalName: b ", "externalName: x ");
        Refusal refusal = report.refused().get(0);
        assertThat(refusal.repair().finding().ruleId()).isEqualTo("breaking");
        assertThat(refusal.reason()).contains("does not parse");
        assertThat(report.status(true)).isEqualTo(2);
    }

    @Test
    void whatWouldAddAFindingIsRefusedAndTheRestIsDone() throws Exception {
        for (int i = 0; i < 7; i++) {
            write("s" + i + ".yaml", SERVICE.replace("db", "s" + i));
        }
        write("s3.yaml", SERVICE.replace("externalName: a", "externalName: x"));
        Rule<Service> trading = renaming("trading", "x", "w", false);
        Rule<Service> hating = rule("hating", (service, context) -> {
            if (service.spec().text("externalName").is("w")) {
                context.report(Problem.at(service, "no w"));
            }
        });
        FixReport report = fix(false, SAFE, trading, hating);
        assertThat(report.changes()).hasSize(6);
        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().get(0).reason()).isEqualTo("it would bring `hating` at s3.yaml:4:9");
        assertThat(report.status(true)).as("a refusal is no failure").isZero();
        FixReport selected = linter(trading, hating)
                .fix(new FixRequest(
                        LintRequest.of(directory, List.of("."))
                                .withSelection(new RuleSelection(
                                        Profile.RECOMMENDED, List.of("trading"), List.of(), Map.of())),
                        false,
                        false));
        assertThat(selected.changes())
                .as("rules that are not selected are watched too")
                .isEmpty();
        assertThat(selected.after().findings()).extracting(Finding::ruleId).containsExactly("trading");
    }

    @Test
    void aFindingThatOnlyGetsAnotherPlaceIsNotNew() throws Exception {
        write("db.yaml", SERVICE);
        Rule<Service> following = rule("following", (service, context) -> {
            Field<String> name = service.spec().text("externalName");
            context.report(Problem.at(name.is("a") ? name : service.type(), "moves"));
        });
        FixReport report = fix(false, SAFE, following);
        assertThat(report.refused()).isEmpty();
        assertThat(text(report)).contains("externalName: b ");
    }

    @Test
    void aFindingOfAnObjectThatGetsAnotherNameIsNotNew() throws Exception {
        write("db.yaml", SERVICE);
        Rule<Service> naming = rule("naming", (service, context) -> {
            if (service.name().equals("db")) {
                context.report(Problem.at(service.object().name(), "too short")
                        .fix(Fix.safe(
                                "longer", YamlEdits.replace(service.object().name(), "database"))));
            }
        });
        Rule<Service> steady = rule(
                "steady",
                (service, context) -> context.report(Problem.at(service.spec().text("externalName"), "is there")));
        FixReport report = fix(false, naming, steady);
        assertThat(report.refused()).isEmpty();
        assertThat(text(report)).contains("name: \"database\"");
        Rule<Service> elsewhere = rule("steady", (service, context) -> {
            Field<String> place = service.name().equals("db") ? service.spec().text("externalName") : service.type();
            context.report(Problem.at(place, "is there"));
        });
        assertThat(fix(false, naming, elsewhere).refused())
                .as("of the same rule, on an object of another name, at another place")
                .extracting(Refusal::reason)
                .containsExactly("it would bring `steady` at db.yaml:7:9");
    }

    @Test
    void aWarningThatBecomesAnErrorIsNotNewAndAnInfoThatBecomesOneIs() throws Exception {
        write("db.yaml", SERVICE);
        assertThat(fix(false, SAFE, graver(Severity.WARNING)).refused()).isEmpty();
        assertThat(fix(false, SAFE, graver(Severity.INFO)).refused())
                .extracting(Refusal::reason)
                .containsExactly("it would bring `graver` at db.yaml:7:9");
    }

    private static Rule<Service> graver(Severity before) {
        return rule("graver", (service, context) -> {
            boolean isBefore = service.spec().text("externalName").is("a");
            context.report(Problem.at(service.type(), "is grave").severity(isBefore ? before : Severity.ERROR));
        });
    }

    @Test
    void whatACorrectedNameUncoversInItsOwnFieldIsNotNew() throws Exception {
        write("db.yaml", SERVICE + "  typ: Wrong\n");
        Rule<Service> misspelt = rule("misspelt", (service, context) -> {
            if (service.spec().has("typ")) {
                Located key =
                        service.spec().keyLocation("typ").map(FixRunTest::typ).orElseThrow();
                context.report(
                        Problem.at(key, "misspelt").fix(Fix.safe("type", new TextEdit(key.location(), "external"))));
            }
        });
        Rule<Service> inside = rule("inside", (service, context) -> {
            Field<String> value = service.spec().text("external");
            if (value.isPresent()) {
                context.report(Problem.at(value, "is wrong"));
            }
        });
        FixReport report = fix(false, misspelt, inside);
        assertThat(report.refused()).isEmpty();
        assertThat(text(report)).contains("external: Wrong");
        assertThat(report.after().findings()).extracting(Finding::ruleId).containsExactly("inside");
        Rule<Service> beside = rule("beside", (service, context) -> {
            if (service.spec().has("external")) {
                context.report(Problem.at(service.object().name(), "cannot bear it"));
            }
        });
        assertThat(fix(false, misspelt, beside).refused())
                .extracting(Refusal::reason)
                .containsExactly("it would bring `beside` at db.yaml:4:9");
    }

    private static Located typ(Location key) {
        return new Located() {
            @Override
            public Location location() {
                return key;
            }

            @Override
            public String fieldPath() {
                return "spec.typ";
            }
        };
    }

    @Test
    void standardInputIsRepairedToo() throws Exception {
        FixReport report = linter(SAFE)
                .fix(new FixRequest(
                        LintRequest.of(directory, List.of("-"))
                                .withStandardInput(
                                        new ByteArrayInputStream(SERVICE.getBytes(StandardCharsets.UTF_8)), "in.yaml"),
                        false,
                        false));
        assertThat(report.changes()).isEmpty();
        assertThat(report.standardInput().orElseThrow().before().text()).isEqualTo(SERVICE);
        assertThat(report.standardInput().orElseThrow().after().text())
                .isEqualTo(SERVICE.replace("externalName: a", "externalName: b"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
    void aReadOnlyFileIsLeftAloneAndStillShown() throws Exception {
        write("db.yaml", SERVICE);
        write("other.yaml", SERVICE.replace("db", "other"));
        Files.setPosixFilePermissions(directory.resolve("db.yaml"), PosixFilePermissions.fromString("r--r--r--"));
        FixReport report = fix(false, SAFE);
        assertThat(report.changes()).extracting(FileChange::path).containsExactly("other.yaml");
        assertThat(report.refused()).extracting(Refusal::reason).containsExactly("`db.yaml` is read-only");
        assertThat(report.status(true)).isEqualTo(2);
        FixReport preview = linter(SAFE).fix(new FixRequest(LintRequest.of(directory, List.of(".")), false, true));
        assertThat(preview.changes()).hasSize(2);
        assertThat(preview.refused()).isEmpty();
    }

    @Test
    void aFileThatChangesMeanwhileIsLeftAloneAndSaidSo() throws Exception {
        write("db.yaml", SERVICE);
        write("other.yaml", SERVICE.replace("db", "other"));
        FixReport report = fix(false, SAFE);
        write("db.yaml", SERVICE + "# mine\n");
        FixReport written = linter(SAFE).write(report);
        assertThat(read("db.yaml")).isEqualTo(SERVICE + "# mine\n");
        assertThat(read("other.yaml")).contains("externalName: b ");
        assertThat(written.repaired()).hasSize(1);
        assertThat(written.changes()).extracting(FileChange::path).containsExactly("other.yaml");
        assertThat(written.refused())
                .extracting(Refusal::reason)
                .containsExactly("`db.yaml` has changed since it was read");
        assertThat(written.status(true)).isEqualTo(2);
    }

    @Test
    void aRepairOfSeveralFilesIsMadeWholeOrNotAtAll() throws Exception {
        write("a.yaml", SERVICE.replace("db", "one"));
        write("b.yaml", SERVICE.replace("db", "two"));
        write("c.yaml", SERVICE.replace("db", "three").replace("externalName: a", "externalName: c"));
        Rule<Service> spanning = rule("spanning", (service, context) -> {
            List<TextEdit> edits = new ArrayList<>();
            for (var view : context.manifests().objects()) {
                Field<String> name = ((Service) view).spec().text("externalName");
                if (name.is("a")) {
                    edits.add(YamlEdits.replace(name, "b"));
                }
            }
            if (service.name().equals("one") && !edits.isEmpty()) {
                context.report(Problem.at(service, "spans").fix(Fix.safe("both", edits.toArray(TextEdit[]::new))));
            }
        });
        Rule<Service> apart = renaming("apart", "c", "d", false);
        FixReport report = fix(false, spanning, apart);
        assertThat(report.changes()).hasSize(3);
        String changed = SERVICE.replace("db", "two") + "# mine\n";
        write("b.yaml", changed);
        FixReport written = linter(spanning, apart).write(report);
        assertThat(read("a.yaml")).isEqualTo(SERVICE.replace("db", "one"));
        assertThat(read("b.yaml")).isEqualTo(changed);
        assertThat(read("c.yaml")).contains("externalName: d ");
        assertThat(written.refused())
                .extracting(Refusal::reason)
                .containsExactly("`a.yaml` belongs to a repair that also changes `b.yaml`");
    }

    @Test
    void whatIsReadForReferenceOnlyIsNotChanged() throws Exception {
        Files.createDirectories(directory.resolve("theirs"));
        Files.createDirectories(directory.resolve("ours"));
        write("theirs/a.yaml", SERVICE.replace("db", "theirs"));
        write("ours/b.yaml", SERVICE.replace("externalName: a", "externalName: c"));
        Rule<Service> meddling = rule("meddling", (service, context) -> {
            for (var view : context.manifests().all(Service.class)) {
                Field<String> name = view.spec().text("externalName");
                if (service.name().equals("db") && name.is("a")) {
                    context.report(Problem.at(service, "theirs").fix(Fix.safe("b", YamlEdits.replace(name, "b"))));
                }
            }
        });
        FixReport report = linter(meddling)
                .fix(new FixRequest(
                        LintRequest.of(directory, List.of("ours")).withContext(List.of("theirs")), false, false));
        assertThat(report.before().findings()).hasSize(1);
        assertThat(report.changes()).isEmpty();
        assertThat(report.refused())
                .extracting(Refusal::reason)
                .containsExactly("`theirs/a.yaml` is read for reference only");
        assertThat(report.status(true)).isZero();
    }

    private static Rule<Service> renaming(String id, String from, String to, boolean unsafe) {
        return rule(id, (service, context) -> {
            Field<String> name = service.spec().text("externalName");
            if (name.is(from)) {
                TextEdit edit = YamlEdits.replace(name, to);
                context.report(Problem.at(name, "not " + from)
                        .fix(unsafe ? Fix.unsafe("write " + to, edit) : Fix.safe("write " + to, edit)));
            }
        });
    }

    private static Rule<Service> rule(String id, BiConsumer<Service, RuleContext> check) {
        return new SampleRule(
                RuleMetadata.of(id)
                        .summary("a sample")
                        .category(Category.IDENTITY)
                        .severity(Severity.WARNING)
                        .since("0.1")
                        .build(),
                check);
    }

    /** A rule on Services. */
    private record SampleRule(RuleMetadata metadata, BiConsumer<Service, RuleContext> body) implements Rule<Service> {

        @Override
        public Class<Service> target() {
            return Service.class;
        }

        @Override
        public void check(Service service, RuleContext context) {
            body.accept(service, context);
        }
    }

    private FixReport fix(boolean unsafe, Rule<?>... rules) throws LintException {
        return linter(rules).fix(new FixRequest(LintRequest.of(directory, List.of(".")), unsafe, false));
    }

    private static Linter linter(Rule<?>... rules) {
        return new Linter(new RulePack() {
            @Override
            public List<Rule<?>> rules() {
                return List.of(rules);
            }

            @Override
            public Optional<String> page(String ruleId) {
                return Optional.empty();
            }
        });
    }

    private static String text(FixReport report) {
        return report.changes().get(0).after().text();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(directory.resolve(path), text);
    }

    private String read(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }
}
