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
import dev.stslint.source.Checkout;
import dev.stslint.source.ProjectFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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

    static final String PLUGIN = "dev.stslint:stslint-maven-plugin";

    /** The module, or a stand-in where there is no pom.xml. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** All modules of the build. */
    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    List<MavenProject> modules = List.of();

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** The project that Maven was called for. */
    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    File root;

    /** Where the user stood, which with {@code -f} is elsewhere. */
    @Parameter(defaultValue = "${user.dir}", readonly = true, required = true)
    File here;

    /** What is set on the command line. */
    @Parameter(defaultValue = "${session.userProperties}", readonly = true, required = true)
    Properties user = new Properties();

    /** The modules that were chosen with {@code -pl}. */
    @Parameter(defaultValue = "${session.request.selectedProjects}", readonly = true)
    @Nullable
    List<String> chosen = List.of();

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
        List<MavenProject> taken = taken();
        if (taken.isEmpty()) {
            getLog().info(ofModule("stslint is skipped" + leftBehind()));
            return;
        }
        if (isForAll() && taken.size() < modules.size()) {
            getLog().info("skipped: " + without(taken));
        }
        try {
            List<String> wanted = wanted(taken);
            if (wanted.isEmpty()) {
                // Most modules of a large build have none, and need no such line each.
                getLog().info(ofModule(modules.size() > 1 ? "no manifests" : "no manifests" + reason()));
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

    /** What there is of an earlier run where nothing is run, as the end of a sentence. */
    String leftBehind() {
        return "";
    }

    /** What a list of a pom.xml holds. An element may be empty, as where it is a property that nobody has set. */
    static List<String> given(List<? extends @Nullable String> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (String element : elements) {
            if (element != null && !element.isBlank()) {
                texts.add(element.strip());
            }
        }
        return texts;
    }

    private String without(List<MavenProject> taken) {
        return modules.stream()
                .filter(module -> !taken.contains(module))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.joining(", "));
    }

    /** The modules that are looked at; those that are skipped are not. */
    private List<MavenProject> taken() {
        if (!isForAll()) {
            return skip ? List.of() : List.of(project);
        }
        List<MavenProject> taken = new ArrayList<>(modules);
        taken.removeIf(module -> settings(module).skips());
        return taken;
    }

    /** What is read, as {@link LintRequest#paths} has it. */
    private List<String> wanted(List<MavenProject> taken) {
        if (!isForAll()) {
            if (isGiven(paths)) {
                return modulePaths().of(given(paths));
            }
            return hasProject() ? foldersOf(project) : List.of(".");
        }
        if (isGiven(paths) && settings(project).list("paths").isEmpty()) {
            return modulePaths().of(given(paths)); // on the command line: those of the first module, and no others
        }
        List<String> all = new ArrayList<>();
        for (MavenProject module : taken) {
            List<String> own = settings(module).list("paths");
            all.addAll(own.isEmpty() ? foldersOf(module) : pathsOf(module).of(own));
        }
        warnOfDifferences(taken);
        return all;
    }

    private List<String> foldersOf(MavenProject module) {
        ProjectFolders folders = ProjectFolders.of(module.getBasedir().toPath(), buildDirectory(module));
        folders.remarks().forEach(getLog()::warn);
        return pathsOf(module).of(pathsIn(folders));
    }

    /** Much is said once for a run, so that of a module would hold for the others too. */
    private void warnOfDifferences(List<MavenProject> taken) {
        for (MavenProject module : taken) {
            Set<String> names = settings(module).differences(settings(project));
            if (!names.isEmpty()) {
                getLog().warn("what `" + module.getArtifactId() + "` says of " + listed(names)
                        + " is not obeyed: a goal that is called takes that from `" + project.getArtifactId() + "`");
            }
        }
    }

    private static String listed(Collection<String> names) {
        return names.stream().map(name -> "<" + name + ">").collect(Collectors.joining(", "));
    }

    /** A list that each module has for itself, as what the pom.xml of this one and the command line say. */
    private List<String> ofAll(String name, List<String> mine) {
        Set<String> all = new LinkedHashSet<>(modulePaths().of(given(mine)));
        if (isForAll()) {
            for (MavenProject module : taken()) {
                all.addAll(pathsOf(module).of(settings(module).list(name)));
            }
        }
        return List.copyOf(all);
    }

    /** The folders that people write in, where the folders of modules are what is looked at. */
    final List<String> sources() {
        List<String> all = new ArrayList<>();
        if (hasProject() && !isGiven(paths)) {
            for (MavenProject module : taken()) {
                ProjectFolders folders = ProjectFolders.of(module.getBasedir().toPath(), buildDirectory(module));
                all.addAll(pathsOf(module).of(folders.written()));
            }
        }
        return all;
    }

    /** Whether the goal is called, and so looks at all modules at once. */
    private boolean isForAll() {
        return hasProject() && modules.size() > 1 && execution.getSource() == MojoExecution.Source.CLI;
    }

    private ModuleSettings settings(MavenProject module) {
        return new ModuleSettings(module, execution.getExecutionId(), user);
    }

    /** A line, which in a build of several modules says whose it is. */
    final String ofModule(String line) {
        return modules.size() > 1 && !isForAll() ? project.getArtifactId() + ": " + line : line;
    }

    /** Why there are no manifests. */
    String reason() {
        return ": there is none of "
                + String.join(", ", ProjectFolders.candidates(moduleDirectory(), buildDirectory(project)));
    }

    private static boolean isGiven(List<? extends @Nullable String> elements) {
        return !given(elements).isEmpty();
    }

    /** The folders of a module that this goal is about. */
    abstract List<String> pathsIn(ProjectFolders folders);

    final boolean hasProject() {
        return project.getFile() != null;
    }

    final Path moduleDirectory() {
        return hasProject() ? project.getBasedir().toPath() : root.toPath();
    }

    final ModulePaths modulePaths() {
        return ModulePaths.of(start(), moduleDirectory());
    }

    private ModulePaths pathsOf(MavenProject module) {
        return ModulePaths.of(start(), module.getBasedir().toPath());
    }

    /**
     * What shown paths start from: where the user stood, when that is above the project and in the same repository, so that
     * reports fit it; else the project.
     */
    private Path start() {
        Path stood = here.toPath();
        boolean isInRepository = Checkout.rootAbove(root)
                .filter(top -> stood.startsWith(top.toPath()))
                .isPresent();
        return isInRepository && root.toPath().startsWith(stood) ? stood : root.toPath();
    }

    /** A file as it is named where the user stood. */
    final String fromHere(String file) {
        return start().equals(here.toPath()) ? file : start().resolve(file).toString();
    }

    /** Where a module is built. The stand-in for a module does not know. */
    final Path buildDirectory(MavenProject module) {
        return module.getFile() == null
                ? root.toPath().resolve("target")
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
                .withContext(ofAll("context", context))
                .withSchema(modulePaths().of(given(schema)))
                .withChanged(change())
                .withSelection(selection)
                .withFailOn(threshold())
                .withKubernetes(versions)
                .withNamespace(read("namespace", () -> OptionValues.namespace(namespace)))
                .withPartial(partial)
                .withConfig(file(config), noConfig)
                .withRender(
                        rendering(),
                        modulePaths().of(given(values)),
                        Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .withJobs(read("jobs", () -> OptionValues.jobs(jobs)));
    }

    private Optional<String> change() {
        return switch (changed) {
            case "", "false" -> Optional.empty();
            case "true" -> OptionValues.changed(Optional.of(""), System.getenv());
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
    final MojoExecutionException incomplete(LintReport report) {
        return new MojoExecutionException(
                report.failures().isEmpty()
                        ? "a rule of stslint failed, see " + LintReport.INTERNAL_ERROR + " above"
                        : String.join("\n", failures(report)));
    }

    /** What could not be done, each with the parameter that asks for it. */
    final List<String> failures(LintReport report) {
        List<String> lines = new ArrayList<>();
        for (String failure : report.failures()) {
            lines.add(parameterOf(failure) + failure);
        }
        return lines;
    }

    private String parameterOf(String failure) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("paths", ofAll("paths", paths));
        lists.put("context", ofAll("context", context));
        lists.put("schema", modulePaths().of(given(schema)));
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            for (String path : list.getValue()) {
                if (failure.startsWith("`" + path + "` ")) {
                    return "<" + list.getKey() + ">: ";
                }
            }
        }
        return "";
    }

    /** How to call a goal. */
    final String command(String goal) {
        return new GoalCall(project, root.toPath(), here.toPath()).of(goal);
    }

    /** How to call a goal so that it does its work on what this one has looked at. */
    final String commandForTheSame(String goal) {
        String chosenModules = chosen == null ? "" : String.join(",", chosen);
        return new GoalCall(project, root.toPath(), here.toPath())
                .of(
                        goal,
                        modules.size() > 1 && !isForAll() ? ":" + project.getArtifactId() : chosenModules,
                        execution,
                        user);
    }
}
