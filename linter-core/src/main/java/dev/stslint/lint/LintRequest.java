package dev.stslint.lint;

import dev.stslint.config.Rendering;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.rule.RuleSelection;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What to lint and how: the one list of options that every front end offers. {@link #of} has every option at its default;
 * each {@code with} method gives a request that differs in one.
 *
 * @param workingDirectory what relative paths are relative to, and what shown paths start from
 * @param paths files, directories, globs, or {@code -} for standard input
 * @param context the same, without {@code -}: read for what the others refer to, never reported on
 * @param schema files and directories with definitions of custom resources and JSON Schemas of a house
 * @param standardInput read when {@code -} is among the paths
 * @param standardInputName what to call it in reports
 * @param selection which rules are on
 * @param failOn the mildest severity that fails the run, when the user named one
 * @param kubernetes the target versions when the user named some; else every supported one
 * @param namespace where objects without a namespace will land, when known
 * @param changed names the commit that the working tree is compared with, when only what has changed since is of interest; empty
 *     text: the index is compared with HEAD, and read in place of the working tree; {@code A...B}: the same of a commit B
 * @param partial whether the input is not the whole application, so that what is not in it may exist all the same
 * @param config the configuration file, when the user named one; else it is looked for
 * @param noConfig whether no configuration file is to be read
 * @param baseline the file with the findings that are known, when there is one
 * @param render what is done with the templates of charts, when the user said it
 * @param values files with values for all charts, the later ones count
 * @param searchPath where installed programs are looked for, as in the variable {@code PATH}
 * @param jobs threads to use; 0: as many as pay
 * @param today the day by which suppressions end
 * @param objectGraph whether the report shall hold how the objects hang together
 * @param written files that this run writes, or an earlier one has: they may lie among the manifests and are none
 */
public record LintRequest(
        Path workingDirectory,
        List<String> paths,
        List<String> context,
        List<String> schema,
        InputStream standardInput,
        String standardInputName,
        RuleSelection selection,
        Optional<Threshold> failOn,
        Optional<VersionRange> kubernetes,
        Optional<String> namespace,
        Optional<String> changed,
        boolean partial,
        Optional<String> config,
        boolean noConfig,
        Optional<String> baseline,
        Optional<Rendering> render,
        List<String> values,
        String searchPath,
        int jobs,
        Supplier<LocalDate> today,
        boolean objectGraph,
        List<String> written) {

    /** What standard input is called when nobody has a name for it. */
    public static final String STANDARD_INPUT = "stdin";

    /** A request with every option at its default. */
    public static LintRequest of(Path workingDirectory, List<String> paths) {
        return new LintRequest(
                workingDirectory,
                List.copyOf(paths),
                List.of(),
                List.of(),
                InputStream.nullInputStream(),
                STANDARD_INPUT,
                RuleSelection.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                0,
                new SystemDate(),
                false,
                List.of());
    }

    public LintRequest withContext(List<String> others) {
        Draft draft = new Draft(this);
        draft.context = List.copyOf(others);
        return draft.request();
    }

    public LintRequest withSchema(List<String> paths) {
        Draft draft = new Draft(this);
        draft.schema = List.copyOf(paths);
        return draft.request();
    }

    public LintRequest withStandardInput(InputStream stream, String name) {
        Draft draft = new Draft(this);
        draft.standardInput = stream;
        draft.standardInputName = name;
        return draft.request();
    }

    public LintRequest withSelection(RuleSelection rules) {
        Draft draft = new Draft(this);
        draft.selection = rules;
        return draft.request();
    }

    public LintRequest withFailOn(Optional<Threshold> mildest) {
        Draft draft = new Draft(this);
        draft.failOn = mildest;
        return draft.request();
    }

    public LintRequest withKubernetes(Optional<VersionRange> versions) {
        Draft draft = new Draft(this);
        draft.kubernetes = versions;
        return draft.request();
    }

    public LintRequest withNamespace(Optional<String> name) {
        Draft draft = new Draft(this);
        draft.namespace = name;
        return draft.request();
    }

    public LintRequest withChanged(Optional<String> since) {
        Draft draft = new Draft(this);
        draft.changed = since;
        return draft.request();
    }

    public LintRequest withPartial(boolean isPart) {
        Draft draft = new Draft(this);
        draft.partial = isPart;
        return draft.request();
    }

    public LintRequest withConfig(Optional<String> file, boolean none) {
        Draft draft = new Draft(this);
        draft.config = file;
        draft.noConfig = none;
        return draft.request();
    }

    public LintRequest withBaseline(Optional<String> file) {
        Draft draft = new Draft(this);
        draft.baseline = file;
        return draft.request();
    }

    /**
     * With charts rendered, or left alone.
     *
     * @param path where installed programs are looked for
     */
    public LintRequest withRender(Optional<Rendering> rendering, List<String> files, String path) {
        Draft draft = new Draft(this);
        draft.render = rendering;
        draft.values = List.copyOf(files);
        draft.searchPath = path;
        return draft.request();
    }

    public LintRequest withJobs(int threads) {
        Draft draft = new Draft(this);
        draft.jobs = threads;
        return draft.request();
    }

    public LintRequest withToday(Supplier<LocalDate> day) {
        Draft draft = new Draft(this);
        draft.today = day;
        return draft.request();
    }

    /** With all in the report that reports of these formats show. */
    public LintRequest forReports(List<ReportTarget> targets) {
        boolean draws = false;
        List<String> files = new ArrayList<>(targets.size());
        for (ReportTarget target : targets) {
            draws |= target.format().drawsObjects();
            if (!target.isStandardOutput()) {
                files.add(target.file());
            }
        }
        Draft draft = new Draft(this);
        draft.objectGraph = draws;
        draft.written = List.copyOf(files);
        return draft.request();
    }

    /** For a run that writes a file which is no report. */
    LintRequest withWritten(String file) {
        Draft draft = new Draft(this);
        draft.written = List.of(file);
        return draft.request();
    }

    /** The mutable copy that each {@code with} method changes. */
    private static final class Draft {

        private final Path workingDirectory;
        private final List<String> paths;
        private List<String> context;
        private List<String> schema;
        private InputStream standardInput;
        private String standardInputName;
        private RuleSelection selection;
        private Optional<Threshold> failOn;
        private Optional<VersionRange> kubernetes;
        private Optional<String> namespace;
        private Optional<String> changed;
        private boolean partial;
        private Optional<String> config;
        private boolean noConfig;
        private Optional<String> baseline;
        private Optional<Rendering> render;
        private List<String> values;
        private String searchPath;
        private int jobs;
        private Supplier<LocalDate> today;
        private boolean objectGraph;
        private List<String> written;

        Draft(LintRequest request) {
            workingDirectory = request.workingDirectory;
            paths = request.paths;
            context = request.context;
            schema = request.schema;
            standardInput = request.standardInput;
            standardInputName = request.standardInputName;
            selection = request.selection;
            failOn = request.failOn;
            kubernetes = request.kubernetes;
            namespace = request.namespace;
            changed = request.changed;
            partial = request.partial;
            config = request.config;
            noConfig = request.noConfig;
            baseline = request.baseline;
            render = request.render;
            values = request.values;
            searchPath = request.searchPath;
            jobs = request.jobs;
            today = request.today;
            objectGraph = request.objectGraph;
            written = request.written;
        }

        LintRequest request() {
            return new LintRequest(
                    workingDirectory,
                    paths,
                    context,
                    schema,
                    standardInput,
                    standardInputName,
                    selection,
                    failOn,
                    kubernetes,
                    namespace,
                    changed,
                    partial,
                    config,
                    noConfig,
                    baseline,
                    render,
                    values,
                    searchPath,
                    jobs,
                    today,
                    objectGraph,
                    written);
        }
    }
}
