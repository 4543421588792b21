package dev.stslint.maven;

import dev.stslint.config.Rendering;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.OptionValues;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.TextReporter;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.ProjectFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal that reads manifests: where it is bound in a pom.xml, those of the module; where it is called, once, those of all
 * modules. (Maven does not call a goal that needs no project for each of them.)
 */
abstract class ManifestMojo extends StslintMojo {

    private static final String PLUGIN = "dev.stslint:stslint-maven-plugin";

    /** The module, or a stand-in where there is no pom.xml. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** All modules of the build. */
    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    List<MavenProject> modules = List.of();

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Where the build was started. */
    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    File start;

    /**
     * Files, directories and globs, relative to the module. By default the folders in which Java projects keep manifests
     * and, but for `fix`, those that Quarkus, JKube, Dekorate and fabric8 fill: of the module where the goal is bound in a pom.xml, of all modules
     * where it is called; without a pom.xml the directory itself.
     */
    @Parameter(property = "stslint.paths")
    List<String> paths = List.of();

    /** Lowest severity that fails the build: error (default), warning, info or never. */
    @Parameter(property = "stslint.failOn")
    String failOn = "";

    /** Which rules are on: recommended (default), strict or all. */
    @Parameter(property = "stslint.profile")
    String profile = "";

    /** Only these rules or categories. */
    @Parameter(property = "stslint.select")
    List<String> select = List.of();

    /** Not these rules or categories. */
    @Parameter(property = "stslint.ignore")
    List<String> ignore = List.of();

    /** Other severities for rules, each as RULE=LEVEL. */
    @Parameter(property = "stslint.severity")
    List<String> severity = List.of();

    /** Target version or range, as 1.34 or 1.31..1.36; by default every supported one. */
    @Parameter(property = "stslint.kubernetes")
    String kubernetes = "";

    /** Where objects without a namespace will land. */
    @Parameter(property = "stslint.namespace")
    String namespace = "";

    /**
     * Files, directories and globs to read for what the others refer to, without reporting on them: manifests of another
     * module, say. Relative to the module.
     */
    @Parameter(property = "stslint.context")
    List<String> context = List.of();

    /**
     * Files and directories with definitions of custom resources, and with JSON Schemas to hold objects against. Relative to
     * the module.
     */
    @Parameter(property = "stslint.schema")
    List<String> schema = List.of();

    /**
     * Only what a change touches: {@code true} for what is staged, or a commit, since which the working tree has changed; by
     * default everything. A baseline holds everything in any case.
     */
    @Parameter(property = "stslint.changed")
    String changed = "";

    /** Whether the paths are not the whole application, so that what is not in them may exist all the same. */
    @Parameter(property = "stslint.partial", defaultValue = "false")
    boolean partial;

    /** The configuration file, relative to the module; by default the nearest stslint.yaml above the paths. */
    @Parameter(property = "stslint.config")
    String config = "";

    /** Templates of charts: never (default), or helm: by an installed helm, without a network. */
    @Parameter(property = "stslint.render")
    String render = "";

    /** Files with values for the charts that are rendered, relative to the module. */
    @Parameter(property = "stslint.values")
    List<String> values = List.of();

    /** Whether to read no configuration file, even if there is one. */
    @Parameter(property = "stslint.noConfig", defaultValue = "false")
    boolean noConfig;

    /** Threads to use; 0: as many as pay. */
    @Parameter(property = "stslint.jobs", defaultValue = "0")
    String jobs = "0";

    /** Whether to print what is wrong and where, and nothing else. */
    @Parameter(property = "stslint.quiet", defaultValue = "false")
    boolean quiet;

    /** Whether to do nothing. */
    @Parameter(property = "stslint.skip", defaultValue = "false")
    boolean skip;

    @Override
    final void run() throws LintException, IOException, MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("stslint is skipped");
            return;
        }
        try {
            List<String> named = given(paths);
            List<String> wanted = named.isEmpty() ? defaultPaths() : modulePaths().of(named);
            if (wanted.isEmpty()) {
                // Most modules of a large build have none, and need no such line each.
                List<String> folders = ProjectFolders.candidates(moduleDirectory(), buildDirectory(project));
                getLog().info(
                                modules.size() > 1
                                        ? "no manifests"
                                        : "no manifests: there is none of " + String.join(", ", folders));
                runWithout(LintReport.EMPTY);
                return;
            }
            run(request(wanted));
        } catch (LintException e) {
            runWithout(e.asReport());
            throw e;
        }
    }

    abstract void run(LintRequest request)
            throws LintException, IOException, MojoExecutionException, MojoFailureException;

    /**
     * What is done where there is nothing to run on, or no way to.
     *
     * @param report of nothing, or why nothing could be done
     */
    void runWithout(LintReport report) throws LintException, MojoExecutionException {}

    /** What a list of a pom.xml holds. An element may be empty, as where it is a property that nobody has set. */
    static List<String> given(List<@Nullable String> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (String element : elements) {
            if (element != null && !element.isBlank()) {
                texts.add(element.strip());
            }
        }
        return texts;
    }

    /** What is read when the user names nothing, as {@link LintRequest#paths} has it. */
    private List<String> defaultPaths() {
        if (!hasProject()) {
            return List.of(".");
        }
        List<String> all = new ArrayList<>();
        for (MavenProject module : execution.getSource() == MojoExecution.Source.CLI ? modules : List.of(project)) {
            Path directory = module.getBasedir().toPath();
            ProjectFolders folders = ProjectFolders.of(directory, buildDirectory(module));
            folders.remarks().forEach(getLog()::warn);
            all.addAll(ModulePaths.of(start.toPath(), directory).of(pathsIn(folders)));
        }
        return all;
    }

    /** The folders of a module that this goal is about. */
    abstract List<String> pathsIn(ProjectFolders folders);

    final boolean hasProject() {
        return project.getFile() != null;
    }

    final Path moduleDirectory() {
        return hasProject() ? project.getBasedir().toPath() : start.toPath();
    }

    final ModulePaths modulePaths() {
        return ModulePaths.of(start.toPath(), moduleDirectory());
    }

    /** Where a module is built. The stand-in for a module does not know. */
    final Path buildDirectory(MavenProject module) {
        return module.getFile() == null
                ? start.toPath().resolve("target")
                : Path.of(module.getBuild().getDirectory());
    }

    LintRequest request(List<String> wanted) throws LintException {
        Optional<Profile> named = profile.isEmpty()
                ? Optional.empty()
                : Optional.of(read("profile", () -> OptionValues.profile(profile)));
        RuleSelection selection = new RuleSelection(
                named,
                selected(),
                read("ignore", () -> OptionValues.ids(given(ignore))),
                read("severity", () -> OptionValues.severities(given(severity))));
        Optional<VersionRange> versions = kubernetes.isEmpty()
                ? Optional.empty()
                : Optional.of(read("kubernetes", () -> OptionValues.kubernetes(kubernetes)));
        return LintRequest.of(modulePaths().start(), wanted)
                .withContext(modulePaths().of(given(context)))
                .withSchema(modulePaths().of(given(schema)))
                .withChanged(change())
                .withSelection(selection)
                .withFailOn(threshold())
                .withKubernetes(versions)
                .withNamespace(read("namespace", () -> OptionValues.namespace(namespace)))
                .withPartial(partial)
                .withConfig(file(config), noConfig)
                .withRender(
                        rendering(), modulePaths().of(given(values)), Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .withJobs(read("jobs", () -> OptionValues.jobs(jobs)));
    }

    private Optional<String> change() {
        return switch (changed) {
            case "", "false" -> Optional.empty();
            case "true" -> Optional.of("");
            default -> Optional.of(changed);
        };
    }

    /** The rules that are asked for; none: all that are on. */
    List<String> selected() throws LintException {
        return read("select", () -> OptionValues.ids(given(select)));
    }

    private Optional<Threshold> threshold() throws LintException {
        return failOn.isEmpty() ? Optional.empty() : Optional.of(read("failOn", () -> OptionValues.threshold(failOn)));
    }

    private Optional<Rendering> rendering() throws LintException {
        return render.isEmpty() ? Optional.empty() : Optional.of(read("render", () -> OptionValues.rendering(render)));
    }

    final Optional<String> file(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(modulePaths().of(name));
    }

    @Override
    final TextReporter text() {
        return new TextReporter(Palette.PLAIN, quiet).explainedBy(command("explain") + " -Drule=");
    }

    /** The job could not be done in full. */
    static MojoExecutionException incomplete(LintReport report) {
        return new MojoExecutionException(
                report.failures().isEmpty()
                        ? "a rule of stslint failed, see " + LintReport.INTERNAL_ERROR + " above"
                        : String.join("\n", report.failures()));
    }

    /** How to call a goal from here. */
    final String command(String goal) {
        return project.getPlugin(PLUGIN) == null
                ? "mvn " + PLUGIN + ":" + version() + ":" + goal
                : "mvn stslint:" + goal;
    }
}
