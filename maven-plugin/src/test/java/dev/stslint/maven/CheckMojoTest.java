package dev.stslint.maven;

import static dev.stslint.maven.SampleProject.BROKEN;
import static dev.stslint.maven.SampleProject.CLEAN;
import static dev.stslint.maven.SampleProject.REPAIRABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.lint.LintRequest;
import dev.stslint.rule.RuleSelection;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {

    private static final String EARLIER_REPORT =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stslint\" tests=\"1\">";

    @TempDir
    Path directory;

    private SampleProject project;
    private RecordingLog log;
    private CheckMojo mojo;

    @BeforeEach
    void prepare() {
        project = new SampleProject(directory, "").declaring();
        log = project.log;
        mojo = project.set(new CheckMojo());
    }

    @Test
    void findsManifestsWhereJavaProjectsKeepThem() throws Exception {
        project.write("k8s/clean.yaml", CLEAN);
        project.write("target/kubernetes/kubernetes.yml", CLEAN);
        project.write("elsewhere/broken.yaml", BROKEN);

        mojo.execute();

        assertThat(log.lines).containsExactly("info: no findings in 2 files (2 objects)");
    }

    @Test
    void saysWhenThereAreNone() throws Exception {
        mojo.execute();

        assertThat(log.lines).singleElement().asString().startsWith("info: no manifests: there is none of src/main/");
    }

    /** Whoever uploads it would tell of what is no longer there. */
    @Test
    void leavesNoReportOfAnEarlierRun() throws Exception {
        project.write("target/stslint/stslint.sarif", EARLIER_REPORT + "invalid-yaml");
        project.write("target/stslint/junit.xml", EARLIER_REPORT + "invalid-yaml");
        mojo.format = List.of("junit=target/stslint/junit.xml");

        mojo.execute();

        assertThat(project.path("target/stslint/stslint.sarif"))
                .content()
                .contains("\"results\": []", "\"executionSuccessful\": true")
                .doesNotContain("invalid-yaml");
        assertThat(project.path("target/stslint/junit.xml")).content().doesNotContain("invalid-yaml");
    }

    @Test
    void overwritesNoOtherFileWhetherItRunsOrNot() throws IOException {
        project.write("notes.txt", "mine");
        mojo.format = List.of("junit=notes.txt");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("`junit=notes.txt` would overwrite a file");
        project.write("k8s/clean.yaml", CLEAN);
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("`junit=notes.txt` would overwrite a file");
        assertThat(project.path("notes.txt")).hasContent("mine");

        mojo.format = List.of();
        project.write("target/stslint/stslint.sarif", "mine");
        assertThatThrownBy(mojo::execute).hasMessageContaining("would overwrite a file");
        assertThat(project.path("target/stslint/stslint.sarif")).hasContent("mine");
    }

    @Test
    void reportsThatItCouldNotRun() throws IOException {
        project.write("k8s/clean.yaml", CLEAN);
        project.write("stslint.yaml", "failOn: nevr\n");
        project.write("target/stslint/stslint.sarif", EARLIER_REPORT + "of a run before");

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class);

        assertThat(project.path("target/stslint/stslint.sarif"))
                .content()
                .contains("\"executionSuccessful\": false", "`stslint.yaml` has a mistake.", "invalid-configuration")
                .doesNotContain("of a run before");
    }

    @Test
    void saysWhatCouldNotBeWrittenAndWhatWasFound() throws IOException {
        project.write("k8s/broken.yaml", BROKEN);
        project.write("target", "a file");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessageMatching(
                        "cannot write `target/stslint/stslint.sarif`: [^:]*\\nstslint found 1 error in 1 file(?s:.*)");
    }

    /** As Maven gives an element that is a property without a value: {@code <path>${more}</path>}. */
    @Test
    void takesAnEmptyElementForNone() throws Exception {
        project.write("k8s/clean.yaml", CLEAN);
        List<@Nullable String> empty = Arrays.asList(null, "", " ");
        for (Field list : ManifestMojo.class.getDeclaredFields()) {
            if (list.getType() == List.class && !list.getName().equals("modules")) {
                list.set(mojo, empty);
            }
        }
        mojo.format = Arrays.asList(null, " concise ");
        mojo.paths = Arrays.asList(null, " k8s ");

        mojo.execute();

        assertThat(log.lines).containsExactly("info: no findings in 1 file (1 object)");
    }

    @Test
    void showsWhereItFailedItselfButNotOnWhat() throws Exception {
        mojo.paths = List.of("k8s");
        mojo.project = new MavenProject() {
            @Override
            public File getFile() {
                throw new IllegalStateException("a secret");
            }
        };

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("stslint failed, see internal-error above")
                .hasNoCause();
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("error: internal-error: this is a fault of stslint"))
                .anyMatch(line -> line.contains("at dev.stslint.maven.ManifestMojo."))
                .noneMatch(line -> line.contains("a secret"));
    }

    @Test
    void saysWhichOutputIsTooOldToBeChecked() throws Exception {
        project.write("target/kubernetes/kubernetes.yml", BROKEN);
        assertThat(project.path("target/kubernetes/kubernetes.yml").toFile().setLastModified(1_000_000))
                .isTrue();
        project.write("src/main/kubernetes/kubernetes.yml", CLEAN);

        mojo.execute();

        assertThat(log.lines)
                .containsExactly(
                        "warn: `target/kubernetes` is left out: it is older than `src/main/kubernetes/kubernetes.yml`",
                        "info: no findings in 1 file (1 object)");
    }

    @Test
    void checksTheDirectoryItselfWithoutAProject() throws Exception {
        project.write("anywhere/clean.yaml", CLEAN);
        project.project.setFile(null);
        project.project.getBuild().setDirectory("${project.basedir}/target");

        mojo.execute();

        assertThat(log.lines).containsExactly("info: no findings in 1 file (1 object)");
        assertThat(project.path("target/stslint/stslint.sarif")).isNotEmptyFile();
    }

    @Test
    void checksAllModulesAtOnceWhereItIsCalled() throws IOException {
        SampleProject shop = new SampleProject(directory, "shop");
        SampleProject store = new SampleProject(directory, "store");
        project.write("k8s/a.yaml", CLEAN);
        shop.write("src/main/k8s/b.yaml", CLEAN);
        store.write("target/kubernetes/kubernetes.yml", BROKEN);
        CheckMojo called = project.call(new CheckMojo(), shop, store);

        assertThatThrownBy(called::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        stslint found 1 error in 1 of 3 files (2 objects; 1 document does not parse)
                        in store/target/kubernetes/kubernetes.yml
                        report: target/stslint/stslint.sarif""");
        assertThat(log.lines).anyMatch(line -> line.contains("--> store/target/kubernetes/kubernetes.yml:3:"));
    }

    @Test
    void takesFromEachModuleWhatIsItsOwn() throws Exception {
        SampleProject shop = new SampleProject(directory, "shop").configured("paths", "deep/*.yaml");
        SampleProject store = new SampleProject(directory, "store").configured("skip", "true");
        project.configured("skip", "false");
        project.write("k8s/a.yaml", CLEAN);
        shop.write("deep/b.yaml", CLEAN);
        shop.write("k8s/broken.yaml", BROKEN);
        store.write("k8s/broken.yaml", BROKEN);

        project.call(new CheckMojo(), shop, store).execute();

        assertThat(log.lines).containsExactly("info: skipped: store", "info: no findings in 2 files (2 objects)");
    }

    @Test
    void takesInTheModulesThatAreNotSkipped() throws Exception {
        SampleProject shop = new SampleProject(directory, "shop").configured("skip", "false");
        shop.write("k8s/b.yaml", CLEAN);
        project.configured("skip", "true");
        project.write("k8s/broken.yaml", BROKEN);
        CheckMojo called = project.call(new CheckMojo(), shop);
        called.skip = true;

        called.execute();

        assertThat(log.lines).last().isEqualTo("info: no findings in 1 file (1 object)");
    }

    @Test
    void saysWhatItTakesFromNoModule() throws Exception {
        SampleProject shop = new SampleProject(directory, "shop").configured("failOn", "never");
        shop.project.setArtifactId("shop");
        shop.project.getProperties().setProperty("stslint.kubernetes", "1.34");
        shop.write("k8s/b.yaml", CLEAN);

        project.call(new CheckMojo(), shop).execute();

        assertThat(log.lines)
                .first()
                .asString()
                .isEqualTo("warn: what `shop` says of <failOn>, <kubernetes> is not obeyed:"
                        + " a goal that is called takes that from `sample`");
    }

    @Test
    void refusesAConfigurationThatIsOneModules() throws IOException {
        SampleProject shop = new SampleProject(directory, "shop");
        shop.write("k8s/b.yaml", CLEAN);
        shop.write("stslint.yaml", "failOn: never\n");
        project.write("k8s/broken.yaml", BROKEN);
        CheckMojo called = project.call(new CheckMojo(), shop);

        assertThatThrownBy(called::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("`shop/k8s` is configured by `shop/stslint.yaml` and `k8s` by none;");
    }

    @Test
    void startsPathsWhereMavenWasStarted() throws IOException {
        SampleProject orders = new SampleProject(directory.resolve("services"), "orders").declaring();
        orders.write("k8s/broken.yaml", BROKEN);
        CheckMojo check = orders.set(new CheckMojo());
        check.root = orders.path("").toFile();
        check.here = directory.toFile();

        assertThatThrownBy(check::execute)
                .hasMessageContaining("\nin k8s/broken.yaml\nreport: " + orders.path("target/stslint/stslint.sarif"));

        project.write(".git/HEAD", "");
        assertThatThrownBy(check::execute)
                .hasMessageContaining("\nin services/orders/k8s/broken.yaml\n"
                        + "report: services/orders/target/stslint/stslint.sarif");
        assertThat(orders.path("target/stslint/stslint.sarif"))
                .content()
                .contains("\"uri\": \"services/orders/k8s/broken.yaml\"");
    }

    /** What is relative in a module's pom.xml is relative to the module; what is shown, to the start of the build. */
    @Test
    void showsPathsFromWhereTheBuildWasStarted() throws IOException {
        SampleProject module = new SampleProject(directory, "shop").declaring();
        CheckMojo check = module.set(new CheckMojo());
        module.write("k8s/broken.yaml", BROKEN);
        module.write("k8s/stslint.yaml", "failOn: never\n");
        module.write("config/stslint.yaml", "failOn: error\n");
        check.config = "config/stslint.yaml";
        check.paths = List.of("k8s/*.yaml");
        check.format = List.of("concise", "junit=target/junit.xml");

        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\nreport: shop/target/junit.xml\nreport: shop/target/stslint/stslint.sarif");
        assertThat(module.log.lines.get(0)).startsWith("error: shop/k8s/broken.yaml:3:10: error[invalid-yaml] ");
        assertThat(module.path("target/junit.xml")).isNotEmptyFile();
        assertThat(module.path("target/stslint/stslint.sarif")).content().contains("\"uri\": \"shop/k8s/broken.yaml\"");
    }

    @Test
    void failsTheBuildWithCountAndReports() throws IOException {
        project.write("k8s/broken.yaml", BROKEN);
        mojo.format = List.of("text", "sarif=target/stslint.sarif");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        stslint found 1 error in 1 file (no objects; 1 document does not parse)
                        in k8s/broken.yaml
                        report: target/stslint.sarif
                        report: target/stslint/stslint.sarif""");
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("error: error[invalid-yaml]: "))
                .anyMatch(line -> line.contains("--> k8s/broken.yaml:3:"))
                .anyMatch(line -> line.endsWith("= docs: mvn stslint:explain -Drule=invalid-yaml"));
        assertThat(directory.resolve("target/stslint.sarif")).isNotEmptyFile();
    }

    /** Two findings of two severities, which the log would tell apart, are in one document all the same. */
    @Test
    void logsADocumentAsAWhole() throws IOException {
        project.write("k8s/a.yaml", BROKEN);
        project.write("k8s/b.yaml", CLEAN + "key: 1\nkey: 2\n");
        mojo.format = List.of("checkstyle");
        mojo.quiet = true;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines).allMatch(line -> line.startsWith("info: "));
        assertThat(log.lines).filteredOn(line -> line.startsWith("info: <?xml")).hasSize(1);
        assertThat(log.lines).last().isEqualTo("info: </checkstyle>");
    }

    @Test
    void takesTheSameValuesAsTheCommand() throws IOException {
        project.write("k8s/broken.yaml", BROKEN);
        mojo.failOn = "never";
        mojo.kubernetes = "1.34";
        mojo.namespace = "shop";
        mojo.severity = List.of("invalid-yaml=warning");
        mojo.quiet = true;

        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(log.lines).allMatch(line -> line.startsWith("warn: "));
    }

    @Test
    void cannotDoWhatIsWrongAsked() throws IOException {
        project.write("k8s/clean.yaml", CLEAN);
        mojo.failOn = "eror";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<failOn>: there is no level `eror`; did you mean `error`?");

        mojo.failOn = "error";
        mojo.paths = List.of("k8");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<paths>: `k8` does not exist; did you mean `k8s/`?");

        mojo.paths = List.of("k8s");
        mojo.context = List.of("store");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<context>: `store` does not exist");
        mojo.context = List.of();

        mojo.paths = List.of();
        mojo.ignore = List.of("invalid-yml");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("there is no rule or category `invalid-yml`; did you mean `invalid-yaml`");
    }

    @Test
    void overwritesNoManifestWithAReport() throws IOException {
        project.write("k8s/clean.yaml", CLEAN);
        mojo.format = List.of("concise=target/report", "sarif=k8s/clean.yaml");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("`sarif=k8s/clean.yaml` would overwrite `k8s/clean.yaml`");
        assertThat(directory.resolve("k8s/clean.yaml")).hasContent(CLEAN);
        assertThat(directory.resolve("target/report")).doesNotExist();
    }

    @Test
    void writesAStandingReportOnce() throws Exception {
        project.write("k8s/clean.yaml", CLEAN);
        mojo.format = List.of("sarif=target/stslint/stslint.sarif");

        mojo.execute();

        assertThat(project.path("target/stslint/stslint.sarif")).isNotEmptyFile();
    }

    @Test
    void namesTheRepairWhereThereIsOne() throws IOException {
        project.write("k8s/pod.yaml", REPAIRABLE);
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\nrepair 1 of them: mvn stslint:fix");

        mojo.paths = List.of("k8s");
        mojo.user.setProperty("stslint.paths", "k8s, deep/*");
        mojo.user.setProperty("stslint.format", "json");
        mojo.here = directory.getParent().toFile();
        mojo.execution = new MojoExecution(new MojoDescriptor(), "strict", MojoExecution.Source.LIFECYCLE);
        project.configured("strict", "failOn", "info");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("\nrepair 1 of them: mvn -f " + directory.getFileName()
                        + " stslint:fix@strict \"-Dstslint.paths=k8s, deep/*\"");

        SampleProject other = new SampleProject(directory, "other");
        other.write("target/kubernetes/kubernetes.yml", REPAIRABLE);
        CheckMojo check = other.set(new CheckMojo());
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageNotContaining("repair");
        assertThat(other.log.lines)
                .anyMatch(
                        line -> line.endsWith(
                                "= docs: mvn dev.stslint:stslint-maven-plugin:0.0.0-unpackaged:explain -Drule=env-value-not-string"));
    }

    @Test
    void namesTheRepairOfWhatTheOutputIsMadeOf() throws IOException {
        project.write("src/main/kubernetes/common.yml", REPAIRABLE);
        project.write("target/kubernetes/kubernetes.yml", REPAIRABLE);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("in target/kubernetes/kubernetes.yml\n")
                .hasMessageEndingWith("\nrepair 1 in what the output is made of: mvn stslint:fix");
    }

    @Test
    void namesTheWayToUnsafeRepairs() throws IOException {
        project.write("k8s/budget.yaml", SampleProject.UNSAFELY_REPAIRABLE);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith(
                        "\nlook at unsafe repairs of 1 of them:" + " mvn stslint:fix -Dstslint.unsafe -Dstslint.diff");
    }

    /** What only a kustomization takes is not repaired: the goal `fix` would say no. */
    @Test
    void namesNoWayToRepairsElsewhere() throws IOException {
        project.write("base/pod.yaml", REPAIRABLE);
        project.write("base/budget.yaml", SampleProject.UNSAFELY_REPAIRABLE);
        project.write("base/kustomization.yaml", "resources: [pod.yaml, budget.yaml]\n");
        project.write("k8s/kustomization.yaml", "resources: [../base]\n");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("stslint found 2 errors")
                .hasMessageNotContaining("mvn stslint:fix");
    }

    /** With -T nobody could tell whose they are. */
    @Test
    void namesItsModuleWhereThereAreSeveral() throws Exception {
        mojo.modules = List.of(project.project, new MavenProject());
        project.write("k8s/clean.yaml", CLEAN);
        mojo.execute();
        mojo.skip = true;
        mojo.execute();

        assertThat(log.lines)
                .containsExactly(
                        "info: sample: no findings in 1 file (1 object)",
                        "info: sample: stslint is skipped; target/stslint/stslint.sarif is of an earlier run");
    }

    @Test
    void obeysTheConfigurationOfTheProject() throws Exception {
        project.write("k8s/broken.yaml", BROKEN);
        project.write("stslint.yaml", "failOn: never\n");
        mojo.statistics = true;
        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(log.lines).anyMatch(line -> line.startsWith("info: ") && line.endsWith("  invalid-yaml"));

        mojo.failOn = "error";
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void showsTheMistakesOfTheConfiguration() throws IOException {
        project.write("k8s/clean.yaml", CLEAN);
        project.write("stslint.yaml", "failOn: nevr\n");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("`stslint.yaml` has a mistake");
        assertThat(log.lines)
                .contains(
                        "error: error[invalid-configuration]: there is no level `nevr`; did you mean `never`?",
                        "error:  --> stslint.yaml:1:9");
    }

    /** What a build has no use for is exempt; that every option of the command is a parameter, GoalParityTest tests. */
    @TestFactory
    Stream<DynamicTest> everyOptionOfTheRequestIsAParameter() throws Exception {
        Set<String> exempt = Set.of(
                "workingDirectory",
                "standardInput",
                "standardInputName",
                "today",
                "searchPath",
                "objectGraph",
                "written",
                "severities",
                "selection");
        List<String> names = new ArrayList<>(List.of("severity"));
        for (Class<?> list : List.of(LintRequest.class, RuleSelection.class)) {
            for (RecordComponent component : list.getRecordComponents()) {
                names.add(component.getName());
            }
        }
        names.removeAll(exempt);
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> reachesTheRequest(name)));
    }

    private void reachesTheRequest(String name) throws Exception {
        LintRequest before = mojo.request(mojo.paths);
        Class<?> owner = name.equals("baseline") ? ReportingMojo.class : ManifestMojo.class;
        Field parameter = owner.getDeclaredField(name);
        Object fallback = parameter.get(mojo);
        parameter.set(
                mojo,
                fallback instanceof List ? List.of(value(name)) : fallback instanceof Boolean ? true : value(name));
        LintRequest after = mojo.request(mojo.paths);
        parameter.set(mojo, fallback);
        assertThat(after.withToday(before.today()).withStandardInput(before.standardInput(), "stdin"))
                .as("<%s> reaches the request", name)
                .isNotEqualTo(before);
    }

    private static String value(String parameter) {
        return switch (parameter) {
            case "profile" -> "all";
            case "failOn" -> "never";
            case "kubernetes" -> "1.34";
            case "severity" -> "invalid-yaml=info";
            case "render" -> "helm";
            case "jobs" -> "3";
            default -> "some-thing";
        };
    }

    @Test
    void canBeSkipped() throws Exception {
        project.write("k8s/broken.yaml", BROKEN);
        mojo.skip = true;

        mojo.execute();

        assertThat(log.lines).containsExactly("info: stslint is skipped");
    }

    /** It may be a file of the user's own that stands in the place of a report. */
    @Test
    void takesNoOtherFileForTheReportOfAnEarlierRun() throws Exception {
        project.write("target/stslint/stslint.sarif", "of somebody else\n");
        mojo.skip = true;

        mojo.execute();

        assertThat(log.lines).containsExactly("info: stslint is skipped");
    }
}
