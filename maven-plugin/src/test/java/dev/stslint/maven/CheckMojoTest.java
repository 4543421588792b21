package dev.stslint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stslint.lint.LintRequest;
import dev.stslint.rule.RuleSelection;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {

    private static final String BROKEN = "apiVersion: v1\nkind: Service\n metadata: {name: db}\n";
    private static final String CLEAN = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: db}\n";

    @TempDir
    Path directory;

    private final RecordingLog log = new RecordingLog();
    private final CheckMojo mojo = new CheckMojo();

    @BeforeEach
    void prepare() {
        mojo.basedir = directory.toFile();
        mojo.setLog(log);
    }

    @Test
    void findsManifestsWhereJavaProjectsKeepThem() throws Exception {
        for (String folder : CheckMojo.FOLDERS) {
            write(folder + "/clean.yaml", CLEAN);
        }
        write("elsewhere/broken.yaml", BROKEN);

        mojo.execute();

        assertThat(log.lines).containsExactly("info: no findings in 11 files (11 objects)");
    }

    @Test
    void saysWhenThereAreNone() throws Exception {
        mojo.execute();

        assertThat(log.lines).singleElement().asString().startsWith("info: no manifests: there is none of src/main/");
    }

    @Test
    void failsTheBuildWithCountAndReports() throws IOException {
        write("k8s/broken.yaml", BROKEN);
        mojo.format = List.of("text", "sarif=target/stslint.sarif");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("stslint found 1 error in 1 file (no objects; 1 document does not parse)\n"
                        + "report: target/stslint.sarif");
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("error: error[invalid-yaml]: "))
                .anyMatch(line -> line.contains("--> k8s/broken.yaml:3:"));
        assertThat(directory.resolve("target/stslint.sarif")).isNotEmptyFile();
    }

    /** Two findings of two severities, which the log would tell apart, are in one document all the same. */
    @Test
    void logsADocumentAsAWhole() throws IOException {
        write("k8s/a.yaml", BROKEN);
        write("k8s/b.yaml", CLEAN + "key: 1\nkey: 2\n");
        mojo.format = List.of("checkstyle");
        mojo.quiet = true;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines).allMatch(line -> line.startsWith("info: "));
        assertThat(log.lines).filteredOn(line -> line.startsWith("info: <?xml")).hasSize(1);
        assertThat(log.lines).last().isEqualTo("info: </checkstyle>");
    }

    @Test
    void takesTheSameValuesAsTheCommand() throws IOException {
        write("k8s/broken.yaml", BROKEN);
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
        write("k8s/clean.yaml", CLEAN);
        mojo.failOn = "eror";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<failOn>: there is no level `eror`; did you mean `error`?");

        mojo.failOn = "error";
        mojo.paths = List.of("k8");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("`k8` does not exist; did you mean `k8s/`?");

        mojo.paths = List.of();
        mojo.ignore = List.of("invalid-yml");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("there is no rule or category `invalid-yml`; did you mean `invalid-yaml`");
    }

    @Test
    void overwritesNoManifestWithAReport() throws IOException {
        write("k8s/clean.yaml", CLEAN);
        mojo.format = List.of("concise=target/report", "sarif=k8s/clean.yaml");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("`sarif=k8s/clean.yaml` would overwrite `k8s/clean.yaml`");
        assertThat(directory.resolve("k8s/clean.yaml")).hasContent(CLEAN);
        assertThat(directory.resolve("target")).doesNotExist();
    }

    @Test
    void obeysTheConfigurationOfTheProject() throws Exception {
        write("k8s/broken.yaml", BROKEN);
        write("stslint.yaml", "failOn: never\n");
        mojo.statistics = true;
        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(log.lines).anyMatch(line -> line.startsWith("info: ") && line.endsWith("  invalid-yaml"));

        mojo.failOn = "error";
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void showsTheMistakesOfTheConfiguration() throws IOException {
        write("k8s/clean.yaml", CLEAN);
        write("stslint.yaml", "failOn: nevr\n");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("`stslint.yaml` has a mistake");
        assertThat(log.lines)
                .contains(
                        "error: error[invalid-configuration]: there is no level `nevr`; did you mean `never`?",
                        "error:  --> stslint.yaml:1:9");
    }

    /** The request is the one list of options; what a build has no use for is exempt. */
    @TestFactory
    Stream<DynamicTest> everyOptionOfTheRequestIsAParameter() throws Exception {
        Set<String> exempt = Set.of(
                "workingDirectory",
                "standardInput",
                "standardInputName",
                "today",
                "objectGraph",
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
        Field parameter = CheckMojo.class.getDeclaredField(name);
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
            case "jobs" -> "3";
            default -> "some-thing";
        };
    }

    @Test
    void canBeSkipped() throws Exception {
        write("k8s/broken.yaml", BROKEN);
        mojo.skip = true;

        mojo.execute();

        assertThat(log.lines).containsExactly("info: stslint is skipped");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Keeps what is logged. */
    private static final class RecordingLog extends SystemStreamLog {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void info(CharSequence content) {
            lines.add("info: " + content);
        }

        @Override
        public void warn(CharSequence content) {
            lines.add("warn: " + content);
        }

        @Override
        public void error(CharSequence content) {
            lines.add("error: " + content);
        }
    }
}
