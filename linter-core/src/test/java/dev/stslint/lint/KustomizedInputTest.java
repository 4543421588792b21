package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Refusal;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Service;
import dev.stslint.report.AccountingLine;
import dev.stslint.report.AccountingListing;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What kustomizations take from outside of the paths that were named. */
final class KustomizedInputTest {

    private static final String SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: db}\n";
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec: {serviceName: db, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}}}
            """;

    @TempDir
    Path directory;

    /** An overlay that takes a base, beside which another file lies. */
    @BeforeEach
    void writeOverlay() throws Exception {
        write("overlay/kustomization.yaml", "resources: [../base]\n");
        write("base/kustomization.yaml", "resources: [service.yaml]\n");
        write("base/service.yaml", SERVICE);
        write("base/notes.yaml", "no: [yaml\n");
    }

    @Test
    void aBaseIsReadWithWhatItTakesAndNothingElse() throws Exception {
        LintReport report = lint("overlay");
        assertThat(shown(report)).containsExactly("base/service.yaml long-name");
        assertThat(report.accounting().remarks()).isEmpty();
        assertThat(new AccountingLine(report).text())
                .isEqualTo("1 warning in 3 files (1 object; 2 files taken from elsewhere)");
        StringBuilder listing = new StringBuilder();
        new AccountingListing(report.accounting()).write(listing);
        assertThat(listing)
                .contains("base/service.yaml: 1 document, taken by a kustomization\n")
                .contains("overlay/kustomization.yaml: 1 document\n")
                .contains("3 files = 3 read (2 taken from elsewhere) + 0 skipped\n");
    }

    @Test
    void whatIsNamedAsAWholeStaysAsItIs() throws Exception {
        LintReport report = lint(".");
        assertThat(shown(report)).containsExactly("base/notes.yaml invalid-yaml", "base/service.yaml long-name");
        assertThat(report.accounting().filesTaken()).isZero();
    }

    @Test
    void aTreeIsTheSameFromWhereverItIsNamed() throws Exception {
        write("overlay/deep/kustomization.yaml", "resources: [../../base, ../../base/sets]\n");
        write("base/sets/kustomization.yaml", "resources: [set.yaml]\nnamePrefix: a-\n");
        write("base/sets/set.yaml", SET.replace("serviceName: db", "serviceName: none"));
        List<String> all = List.of("notes.yaml invalid-yaml", "service.yaml long-name", "set.yaml unknown-service");
        for (String from : List.of("", "base", "base/sets", "overlay", "overlay/deep")) {
            Path start = directory.resolve(from);
            String up = from.isEmpty() ? "." : start.relativize(directory).toString();
            for (String named : List.of(up, directory.toString())) {
                LintReport report =
                        linter().lint(LintRequest.of(start, List.of(named)).withJobs(1));
                assertThat(shown(report))
                        .as(named + " from " + from)
                        .extracting(place -> place.substring(place.lastIndexOf('/') + 1))
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThat(report.accounting().remarks()).isEmpty();
                assertThat(report.accounting().filesTaken()).isZero();
            }
        }
    }

    @Test
    void aKustomizationThatIsNamedItselfTakesWhatIsBesideIt() throws Exception {
        assertThat(shown(lint("base/kustomization.yaml"))).containsExactly("base/service.yaml long-name");
    }

    @Test
    void pathsAreRelativeWhereverTheRunStartsAndAbsoluteWhereOneWasNamed() throws Exception {
        Path start = directory.resolve("overlay");
        assertThat(shown(linter().lint(LintRequest.of(start, List.of(".")))))
                .containsExactly("../base/service.yaml long-name");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        LintReport report = linter().lint(LintRequest.of(elsewhere, List.of(start.toString())));
        assertThat(report.findings())
                .extracting(finding -> finding.location().file().path())
                .containsExactly(slashed(directory.resolve("base/service.yaml")));
        assertThat(report.accounting().unjudged()).isEmpty();
    }

    @Test
    void theBaseIsNoApplicationOfItsOwn() throws Exception {
        write("base/set.yaml", SET.replace("serviceName: db", "serviceName: other"));
        write("base/kustomization.yaml", "resources: [set.yaml]\n");
        write("overlay/other.yaml", SERVICE.replace("db", "other"));
        write("overlay/kustomization.yaml", "resources: [../base, other.yaml]\n");
        assertThat(shown(lint("overlay"))).containsExactly("overlay/other.yaml long-name");
        assertThat(shown(lint("base"))).contains("base/set.yaml unknown-service");
    }

    @Test
    void componentsAndPatchesAreReadTooAndChainsFollowed() throws Exception {
        write("overlay/kustomization.yaml", "resources: [../middle]\ncomponents: [../component]\n");
        write("middle/kustomization.yaml", "resources: [../base]\npatches: [{path: ../patches/p.yaml}]\n");
        write("patches/p.yaml", SERVICE);
        write("patches/q.yaml", SERVICE);
        write("component/kustomization.yaml", "kind: Component\nresources: [more.yaml]\n");
        write("component/more.yaml", SERVICE.replace("db", "more"));
        LintReport report = lint("overlay");
        assertThat(report.accounting().files())
                .filteredOn(FileAccount::taken)
                .extracting(FileAccount::path)
                .containsExactly(
                        "base/kustomization.yaml",
                        "base/service.yaml",
                        "component/kustomization.yaml",
                        "component/more.yaml",
                        "middle/kustomization.yaml",
                        "patches/p.yaml");
        assertThat(shown(report)).containsExactly("base/service.yaml long-name", "component/more.yaml long-name");
        assertThat(report.accounting().objects()).isEqualTo(2);
    }

    @Test
    void cyclesEnd() throws Exception {
        write("base/kustomization.yaml", "resources: [service.yaml, ../overlay]\n");
        assertThat(shown(lint("overlay")))
                .containsExactly("base/service.yaml long-name", "overlay/kustomization.yaml cyclic-kustomization");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void aLinkWithinWhatWasNamedLeadsToWhatWasRead() throws Exception {
        Files.createDirectories(directory.resolve("repo"));
        for (String each : List.of("overlay", "base")) {
            Files.move(directory.resolve(each), directory.resolve("repo").resolve(each));
        }
        Files.createSymbolicLink(directory.resolve("repo/overlay/link"), Path.of("../base"));
        Files.createSymbolicLink(directory.resolve("repo/overlay/service.yaml"), Path.of("../base/service.yaml"));
        Files.delete(directory.resolve("repo/base/notes.yaml"));
        for (String resources : List.of("[link]", "[service.yaml]", "[../overlay/link]")) {
            write("repo/overlay/kustomization.yaml", "resources: " + resources + "\nnamePrefix: a-\n");
            for (String named : List.of("repo", "repo/overlay")) {
                LintReport report = linter().lint(LintRequest.of(directory, List.of(named)));
                assertThat(report.accounting().unjudged()).as(named + resources).isEmpty();
                assertThat(report.accounting().objects()).as(named + resources).isEqualTo(1);
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void aWayOnFromBehindALinkStartsWhereThatLeads() throws Exception {
        Files.createDirectories(directory.resolve("deep/down"));
        Files.move(directory.resolve("base"), directory.resolve("deep/down/base"));
        Files.createSymbolicLink(directory.resolve("base"), Path.of("deep/down/base"));
        write("deep/down/base/kustomization.yaml", "resources: [../service.yaml]\n");
        write("deep/down/service.yaml", SERVICE);
        LintReport report = lint("overlay");
        assertThat(shown(report)).containsExactly("deep/down/service.yaml long-name");
        assertThat(report.accounting().unjudged()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void aLinkOutOfTheCheckoutIsNotFollowedInAWholeTreeEither() throws Exception {
        Files.createDirectories(directory.resolve("repo/.git"));
        write("repo/app/kustomization.yaml", "resources: [link]\n");
        Files.createSymbolicLink(directory.resolve("repo/app/link"), Path.of("../../base"));
        LintReport report = linter().lint(LintRequest.of(directory, List.of("repo")));
        assertThat(report.accounting().objects()).isZero();
        assertThat(report.accounting().unjudged()).hasSize(1);
    }

    @Test
    void aWayBackIntoWhatWasNamedLeadsToTheSameFile() throws Exception {
        write("base/kustomization.yaml", "resources: [set.yaml, ../overlay/plain.yaml]\n");
        write("base/set.yaml", SET.replace("serviceName: db", "serviceName: plain"));
        write("overlay/plain.yaml", SERVICE.replace("db", "plain"));
        LintReport report = linter().lint(LintRequest.of(directory.resolve("overlay"), List.of(".")));
        assertThat(shown(report)).isEmpty();
        assertThat(report.accounting().unjudged()).isEmpty();
        assertThat(report.accounting().objects()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void whatLinksLeadToIsOneFile() throws Exception {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("base"));
        Files.createSymbolicLink(directory.resolve("overlay/out"), Path.of("../base"));
        write("overlay/kustomization.yaml", "resources: [../link, ../base/service.yaml]\n");
        LintReport report = lint("overlay");
        String twice = "overlay/kustomization.yaml duplicate-kustomization-object";
        assertThat(shown(report)).containsExactly("base/service.yaml long-name", twice);
        assertThat(report.accounting().unjudged()).isEmpty();
        assertThat(shown(lint("overlay", "base/service.yaml"))).containsExactly("base/service.yaml long-name", twice);
        write("overlay/kustomization.yaml", "resources: [out]\n");
        assertThat(shown(lint("overlay"))).containsExactly("base/service.yaml long-name");
        assertThat(shown(lint("."))).containsExactly("base/notes.yaml invalid-yaml", "base/service.yaml long-name");
    }

    @Test
    void whatIsMissingOrRemoteStaysSo() throws Exception {
        write("overlay/kustomization.yaml", "resources: [../nothing, 'https://example.com/a', ../base/gone.yaml]\n");
        LintReport report = lint("overlay");
        assertThat(shown(report)).containsExactly("overlay/kustomization.yaml missing-kustomization-file");
        assertThat(report.accounting().files()).hasSize(1);
    }

    @Test
    void onlyWhatWouldBeReadInADirectoryIsRead() throws Exception {
        write(
                "overlay/kustomization.yaml",
                "resources: [../base/notes.txt]\npatches: [{path: ../base/kustomization.yaml}, {path: ../base}]\n");
        write("base/notes.txt", SERVICE);
        assertThat(lint("overlay").accounting().files()).hasSize(1);
    }

    /** kustomize refuses it; what it is to take is plain, and read. */
    @Test
    void theFileOfAKustomizationStandsForItsDirectory() throws Exception {
        write("overlay/kustomization.yaml", "resources: [../base/kustomization.yaml]\n");
        LintReport report = lint("overlay");
        assertThat(shown(report))
                .containsExactly(
                        "base/service.yaml long-name", "overlay/kustomization.yaml invalid-kustomization-entry");
        assertThat(report.accounting().remarks()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains("`../base/kustomization.yaml` is the file of a kustomization, and no object");
        write("base/kustomization.yaml", "kind: Kustomization\nmetadata: {name: a}\nresources: [service.yaml]\n");
        assertThat(shown(lint("overlay"))).doesNotContain("overlay/kustomization.yaml invalid-kustomization-entry");
    }

    @Test
    void whatTheConfigurationLeavesOutStaysOutAndIsAccountedFor() throws Exception {
        write("stslint.yaml", "exclude: [ base/service.yaml ]\n");
        LintReport report = lint("overlay");
        assertThat(shown(report)).isEmpty();
        assertThat(new AccountingLine(report).text())
                .isEqualTo("no findings in 3 files (no objects; 1 file taken from elsewhere;"
                        + " 1 file skipped: excluded by the configuration)");
        assertThat(report.accounting().remarks()).singleElement().asString().contains("which was not read");
    }

    @Test
    void whatGitIgnoresIsLeftUnlessItIgnoresTheKustomizationToo() throws Exception {
        Files.createDirectory(directory.resolve(".git"));
        write(".gitignore", "base\n");
        assertThat(lint("overlay").accounting().files()).hasSize(1);
        write(".gitignore", "base\noverlay\n");
        assertThat(shown(lint("overlay"))).containsExactly("base/service.yaml long-name");
    }

    @Test
    void nothingOfACheckoutLeadsOutOfIt() throws Exception {
        Files.createDirectory(directory.resolve("overlay/.git"));
        assertThat(lint("overlay").accounting().files())
                .extracting(FileAccount::path)
                .containsExactly("overlay/kustomization.yaml");

        Files.delete(directory.resolve("overlay/.git"));
        Files.createDirectory(directory.resolve(".git"));
        assertThat(lint("overlay").accounting().files()).hasSize(3);
    }

    @Test
    void whatIsReadForReferenceIsLintedWhenAKustomizationTakesIt() throws Exception {
        write("base/other.yaml", SERVICE.replace("db", "other"));
        LintReport report = linter().lint(request("overlay").withContext(List.of("base")));
        assertThat(shown(report)).containsExactly("base/service.yaml long-name");
        assertThat(report.accounting().filesForReference()).isEqualTo(2);
        assertThat(report.accounting().filesTaken()).isEqualTo(2);
        assertThat(shown(linter().lint(request("elsewhere.yaml").withContext(List.of("overlay")))))
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatOthersMakeOfABase() throws Exception {
        write("base/service.yaml", "# stslint:ignore-file long-name -- elsewhere\n" + SERVICE.replace("db", "plain"));
        write("overlay/other.yaml", SERVICE);
        LintRequest all = request(".").withBaseline(Optional.of("known.json"));
        write("base/kustomization.yaml", "resources: [service.yaml]\nnamePrefix: a-\n");
        assertThat(shown(lint("base/service.yaml"))).contains("base/service.yaml unused-suppression");
        assertThat(shown(lint("overlay"))).containsExactly("overlay/other.yaml long-name");

        write("base/service.yaml", SERVICE);
        assertThat(linter().writeBaseline(all).size()).isEqualTo(3);
        write("base/service.yaml", SERVICE.replace("db", "plain"));
        assertThat(shown(linter().lint(all))).containsExactly("known.json stale-baseline-entry");
        assertThat(shown(linter().lint(request("overlay").withBaseline(Optional.of("known.json")))))
                .isEmpty();
    }

    @Test
    void standardInputStandsForTheFileOfItsName() throws Exception {
        LintRequest request = request("-", "overlay")
                .withStandardInput(
                        new ByteArrayInputStream(SERVICE.replace("db", "plain").getBytes(StandardCharsets.UTF_8)),
                        "base/service.yaml");
        LintReport report = linter().lint(request);
        assertThat(shown(report)).isEmpty();
        assertThat(report.accounting().objects()).isEqualTo(1);
        assertThat(report.accounting().unjudged()).isEmpty();
    }

    @Test
    void whatWasNotNamedIsNotRepaired() throws Exception {
        write("overlay/service.yaml", SERVICE.replace("db", "here"));
        write("overlay/kustomization.yaml", "resources: [../base, service.yaml]\n");
        FixReport report = new Linter(new Renaming()).fix(new FixRequest(request("overlay"), false, false));
        assertThat(report.changes()).extracting(change -> change.path()).containsExactly("overlay/service.yaml");
        assertThat(report.refused())
                .extracting(Refusal::reason)
                .containsExactly("`base/service.yaml` lies outside of the paths that were named");
    }

    @Test
    void isToldWhereToLookForChanges() throws Exception {
        write("base/kustomization.yaml", "resources: [service.yaml, gone.yaml]\n");
        assertThat(linter().outside(request("overlay")))
                .contains(
                        directory.resolve("base/kustomization.yaml"),
                        directory.resolve("base/kustomization.yml"),
                        directory.resolve("base/service.yaml"),
                        directory.resolve("base/gone.yaml"))
                .doesNotContain(directory.resolve("base/notes.yaml"));
        assertThat(linter().outside(request("."))).isEmpty();
    }

    @Test
    void aRunThatBuildsNothingItHasReadSaysSo() throws Exception {
        write("overlay/kustomization.yaml", "resources: ['https://example.com/a']\n");
        assertThat(lint("overlay").accounting().remarks())
                .containsExactly("`overlay/kustomization.yaml` builds nothing that was read;"
                        + " `kustomize build DIRECTORY | stslint lint -` checks what it does");
        write("overlay/service.yaml", SERVICE);
        assertThat(lint("overlay").accounting().remarks()).isEmpty();
    }

    private static Linter linter() {
        return new Linter(new LivingRules());
    }

    private LintRequest request(String... paths) {
        return LintRequest.of(directory, List.of(paths)).withJobs(1);
    }

    private LintReport lint(String... paths) throws LintException {
        return linter().lint(request(paths));
    }

    private static List<String> shown(LintReport report) {
        return report.findings().stream()
                .filter(finding -> !finding.ruleId().equals("restricted-kustomization-file")) // read all the same
                .map(finding -> finding.location().file().path() + " " + finding.ruleId())
                .toList();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Wants every Service to be called otherwise. */
    private record Renaming() implements RulePack {

        @Override
        public List<Rule<?>> rules() {
            return List.of(new Rule<Service>() {
                @Override
                public RuleMetadata metadata() {
                    return RuleMetadata.of("other-name")
                            .summary("a name")
                            .category(Category.IDENTITY)
                            .since("0.1")
                            .build();
                }

                @Override
                public Class<Service> target() {
                    return Service.class;
                }

                @Override
                public void check(Service service, RuleContext context) {
                    if (!service.name().equals("new")) {
                        context.report(Problem.at(service, "a name")
                                .fix(Fix.safe(
                                        "rename",
                                        YamlEdits.replace(
                                                service.object()
                                                        .fields()
                                                        .object("metadata")
                                                        .text("name"),
                                                "new"))));
                    }
                }
            });
        }

        @Override
        public Optional<String> page(String ruleId) {
            return Optional.empty();
        }
    }
}
