package dev.stslint.lint;

import dev.stslint.change.Change;
import dev.stslint.config.ConfigException;
import dev.stslint.config.LintConfig;
import dev.stslint.config.Rendering;
import dev.stslint.filter.Baseline;
import dev.stslint.filter.BaselineFilter;
import dev.stslint.filter.FilteredFindings;
import dev.stslint.filter.FilteredFindings.Complaint;
import dev.stslint.filter.FindingFilter;
import dev.stslint.filter.Suppression;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.VersionRange;
import dev.stslint.judge.GivenSchemas;
import dev.stslint.kube.ObjectView;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.Accounting;
import dev.stslint.report.BaselineReporter;
import dev.stslint.report.Concealment;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import dev.stslint.report.ObjectGraph;
import dev.stslint.report.ReportFile;
import dev.stslint.report.RulePages;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RulePack;
import dev.stslint.rule.RuleSet;
import dev.stslint.rule.UnknownRuleException;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Skipped;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Lints manifests: the one entry point.
 *
 * <pre>{@code
 * LintReport report = new Linter(new BuiltinRules()).lint(LintRequest.of(directory, List.of("k8s")));
 * }</pre>
 */
public final class Linter implements RulePages {

    /** As many objects make a task that is worth a thread's while. */
    private static final int OBJECTS_AT_ONCE = 64;

    private final List<RulePack> packs;

    /** @param packs where the rules come from */
    public Linter(RulePack... packs) {
        this.packs = List.of(packs);
    }

    /** Everything that can be reported, the engine's own findings included, by id. */
    public List<RuleMetadata> rules() {
        List<RuleMetadata> all = new ArrayList<>(EngineRules.ALL);
        for (Rule<?> rule : allRules()) {
            all.add(rule.metadata());
        }
        Collections.sort(all);
        return all;
    }

    /**
     * What is known of a rule.
     *
     * @throws LintException when there is none of that id
     */
    public RuleMetadata rule(String id) throws LintException {
        List<String> ids = new ArrayList<>();
        for (RuleMetadata rule : rules()) {
            if (rule.id().equals(id)) {
                return rule;
            }
            ids.add(rule.id());
        }
        String question = NearestNames.of(id, ids).question();
        throw new LintException(
                "there is no rule `" + id + "`" + (question.isEmpty() ? "; `stslint rules` lists them" : question));
    }

    @Override
    public Optional<String> page(String ruleId) {
        for (RulePack pack : packs) {
            Optional<String> page = pack.page(ruleId);
            if (page.isPresent()) {
                return page;
            }
        }
        return Optional.empty();
    }

    /**
     * Reads and checks what a request names. What is wrong with the input is a finding, never an exception.
     *
     * @throws LintException when the request cannot be carried out, as for an unknown rule
     */
    public LintReport lint(LintRequest request) throws LintException {
        return lint(request, EditedFiles.NONE);
    }

    /**
     * Repairs the text of what a request names; no file is touched.
     *
     * @throws LintException when the request cannot be carried out, as for an unknown rule
     */
    public FixReport fix(FixRequest request) throws LintException {
        return new FixRun(this, request).report();
    }

    /** Writes the files that were repaired, and gives what came of it: what could not be written counts as refused. */
    public FixReport write(FixReport report) {
        return FixWriter.write(report);
    }

    /** The same, with some texts in place of what the disk holds. */
    LintReport lint(LintRequest request, EditedFiles edited) throws LintException {
        if (request.changed().isEmpty()) {
            return pass(request, edited).report();
        }
        try (Change change = ChangedInput.changeOf(request)) {
            return new ChangedInput(this, request, change).report(edited);
        }
    }

    /** Reads and checks everything, once. */
    Pass pass(LintRequest request, EditedFiles edited) throws LintException {
        Settings settings = settings(request, edited);
        RuleSet rules = select(settings);
        Optional<BaselineUse> baseline = baseline(request, edited);
        VersionRange kubernetes = settings.kubernetes().orElse(VersionRange.SUPPORTED);
        SourceDiscovery discovery = new SourceDiscovery(request.workingDirectory(), edited.absent());
        Crew crew = new Crew(request.jobs());
        List<String> failures = new ArrayList<>(0);
        LintInput input =
                LintInput.of(settings, discovery, edited, kustomizations(rules, kubernetes, edited, crew), failures);
        GivenSchemas schemas = schemas(settings, discovery, edited, failures);
        DiscoveredSources sources = input.sources();
        Optional<RenderedCharts> charts = sources.charts().isEmpty() || settings.rendering() == Rendering.NEVER
                ? Optional.empty()
                : Optional.of(RenderedCharts.of(sources.charts(), settings, edited));
        FileStage stage =
                new FileStage(rules, kubernetes, input.patchFiles(), input.variableFiles(), schemas.policies());
        List<FileResult> files = input.read(request, charts, new FileReading(edited, crew, stage));
        Optional<FileResult> piped = sources.standardInput() ? piped(files, request) : Optional.empty();
        if (piped.isPresent() && isOutputOfNothing(piped.get(), request)) {
            failures.add("no objects on standard input; what was to write them may have failed");
        }
        ManifestSet manifests = assemble(files, input, settings, schemas);
        Bookkeeping bookkeeping = new Bookkeeping(settings, input, charts, manifests);
        Supplier<Survey> survey = crew.start(files.size(), new Supplier<>() {
            @Override
            public Survey get() {
                return Survey.of(files, manifests, request, edited, bookkeeping);
            }
        });
        List<Draft> drafts = new ArrayList<>();
        List<Location> concealed = new ArrayList<>();
        List<Suppression> suppressions = new ArrayList<>(0);
        for (FileResult file : files) {
            drafts.addAll(file.drafts());
            concealed.addAll(file.concealed());
            if (!input.isForReference(file.file())) {
                suppressions.addAll(file.suppressions());
            }
        }
        for (Inspection inspection : inspect(manifests, rules, kubernetes, crew)) {
            drafts.addAll(inspection.drafts());
            concealed.addAll(inspection.concealed());
        }
        DefinedKinds kinds = survey.get().kinds();
        for (Inspection inspection : new SecondReading(rules, kubernetes).of(files, manifests, kinds, crew)) {
            drafts.addAll(inspection.drafts());
            concealed.addAll(inspection.concealed());
        }
        if (charts.isPresent()) {
            drafts.addAll(charts.get().drafts());
        } else {
            addUnrendered(sources, files, drafts);
        }
        addUnreadable(sources, drafts);
        drafts.addAll(survey.get().refusals());
        if (!input.forReference().isEmpty()) {
            drafts.removeIf(
                    draft -> input.isForReference(draft.problem().location().file()));
        }
        Findings findings = new Findings(rules, manifests, settings.kubernetes());
        FilteredFindings filtered = new FindingFilter(
                        rules, manifests, request.today(), settings.requiresReasons(), request.partial(), input.taken())
                .apply(findings.of(drafts), suppressions);
        if (charts.isPresent()) {
            filtered = charts.get().placed(filtered);
        }
        if (baseline.isPresent()) {
            filtered = filtered.then(baseline.get()
                    .apply(
                            withComplaints(filtered, findings),
                            files,
                            charts.isPresent() ? charts.get().templates() : List.of(),
                            input.forReference(),
                            input.taken(),
                            rules));
        }
        List<Finding> reported = withComplaints(filtered, findings);
        if (charts.isPresent()) {
            reported = charts.get().placed(reported);
            concealed.addAll(charts.get().concealed(concealed));
        }
        if (piped.isPresent()) {
            reported = PipedChart.named(reported, piped.get().file());
        }
        LintReport report = new LintReport(
                reported,
                filtered.suppressed(),
                rules.enabled(),
                Concealment.of(concealed),
                bookkeeping.of(survey.get(), schemas.policies(), drafts, failures),
                List.copyOf(failures),
                settings.failOn(),
                request.objectGraph() ? ObjectLinks.of(manifests) : ObjectGraph.EMPTY);
        return new Pass(settings, report, files, manifests, charts);
    }

    /**
     * Writes what is found into the baseline that the request names, or into {@link Baseline#FILE_NAME}. Another file is not
     * overwritten, nor is a baseline that cannot be read.
     *
     * @throws LintException when the request cannot be carried out
     * @throws IOException when the file cannot be written; {@link ReportFile#reason} tells users why
     */
    public BaselineUpdate writeBaseline(LintRequest request) throws LintException, IOException {
        Path file;
        try {
            file = BaselineUse.file(request, request.baseline().orElse(Baseline.FILE_NAME));
        } catch (ConfigException e) {
            throw refusal(e);
        }
        Optional<BaselineUse> before = baseline(
                request.withBaseline(Files.exists(file) ? Optional.of(file.toString()) : Optional.empty()),
                EditedFiles.NONE);
        LintReport report = lint(request.withBaseline(Optional.empty())
                .withChanged(Optional.empty())
                .withWritten(file.toString()));
        int size = 0;
        for (Finding finding : report.findings()) {
            size += BaselineFilter.canBeKnown(finding.ruleId()) ? 1 : 0;
        }
        if (report.status() == 2) {
            return new BaselineUpdate(report, false, size, 0, 0);
        }
        ReportFile.write(
                file, report, new BaselineReporter(BaselineUse.paths(request, file), BaselineFilter::canBeKnown));
        int known = before.map(old -> old.countKnown(report)).orElse(0);
        return new BaselineUpdate(
                report, true, size, size - known, before.map(BaselineUse::size).orElse(0) - known);
    }

    /**
     * What a request comes to, and where each part of it is said: for people.
     *
     * @throws LintException when it cannot be carried out
     */
    public SettingsListing listing(LintRequest request) throws LintException {
        Settings settings = settings(request, EditedFiles.NONE);
        return new SettingsListing(settings, select(settings));
    }

    private Settings settings(LintRequest request, EditedFiles edited) throws LintException {
        try {
            Settings settings = new Settings(request, new ConfigChoice(request, this, edited).read());
            if (!request.values().isEmpty() && settings.rendering() == Rendering.NEVER) {
                throw new LintException("`--values` needs `--render helm`: nothing is rendered without it");
            }
            return settings;
        } catch (ConfigException e) {
            throw refusal(e);
        }
    }

    private Optional<BaselineUse> baseline(LintRequest request, EditedFiles edited) throws LintException {
        if (request.baseline().isEmpty()) {
            return Optional.empty();
        }
        try {
            String name = request.baseline().get();
            return edited.isWithout(BaselineUse.file(request, name))
                    ? Optional.empty()
                    : Optional.of(BaselineUse.of(request, name, edited));
        } catch (ConfigException e) {
            throw refusal(e);
        }
    }

    private GivenSchemas schemas(
            Settings settings, SourceDiscovery discovery, EditedFiles edited, List<String> failures)
            throws LintException {
        try {
            return SchemaChoice.read(settings, discovery, edited, failures);
        } catch (ConfigException e) {
            throw refusal(e);
        }
    }

    private LintException refusal(ConfigException e) throws LintException {
        String message = String.valueOf(e.getMessage());
        return e.problems().isEmpty() ? new LintException(message) : new LintException(message, mistakes(e));
    }

    /** The mistakes of a configuration, as findings. */
    private LintReport mistakes(ConfigException cause) throws LintException {
        RuleSet rules = select(new Settings(LintRequest.of(Path.of(""), List.of()), LintConfig.NONE));
        List<Draft> drafts = new ArrayList<>();
        for (Problem problem : cause.problems()) {
            drafts.add(Draft.of(EngineRules.INVALID_CONFIGURATION, problem, problem.message()));
        }
        return new LintReport(
                new Findings(rules, ManifestSet.NONE, Optional.empty()).of(drafts),
                rules.enabled(),
                Concealment.NONE,
                new Accounting(List.of()),
                List.of());
    }

    private RuleSet select(Settings settings) throws LintException {
        try {
            return RuleSet.of(allRules(), EngineRules.ALL, settings.selection(), settings.ruleSettings());
        } catch (UnknownRuleException e) {
            throw new LintException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Finding> withComplaints(FilteredFindings filtered, Findings findings) {
        if (filtered.complaints().isEmpty()) {
            return filtered.kept();
        }
        List<Draft> drafts = new ArrayList<>(filtered.complaints().size());
        for (Complaint complaint : filtered.complaints()) {
            drafts.add(Draft.of(complaint.rule(), complaint.problem(), complaint.anchor()));
        }
        List<Finding> all = new ArrayList<>(filtered.kept());
        all.addAll(findings.of(drafts));
        Collections.sort(all);
        return all;
    }

    private static Optional<FileResult> piped(List<FileResult> files, LintRequest request) {
        for (FileResult file : files) {
            if (file.file().origin().isEmpty() && file.file().path().equals(request.standardInputName())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a pipe brought nothing, as when the program before it has failed: as kubectl does, that is refused. What has a
     * name of its own is a file for somebody, an editor, and may be any.
     */
    private static boolean isOutputOfNothing(FileResult piped, LintRequest request) {
        if (!request.standardInputName().equals(LintRequest.STANDARD_INPUT)
                || !piped.skipped().isEmpty()) {
            return false;
        }
        for (ReadDocument document : piped.documents()) {
            if (document.outcome() != Outcome.EMPTY && document.outcome() != Outcome.NOT_KUBERNETES) {
                return false;
            }
        }
        return piped.drafts().isEmpty();
    }

    private List<Rule<?>> allRules() {
        List<Rule<?>> all = new ArrayList<>();
        for (RulePack pack : packs) {
            all.addAll(pack.rules());
        }
        return all;
    }

    /** Wherever the kustomizations of a request look outside of its paths, whether anything is there or not. */
    List<Path> outside(LintRequest request) throws LintException {
        Settings settings = new Settings(LintRequest.of(request.workingDirectory(), request.paths()), LintConfig.NONE);
        FileReading reading =
                kustomizations(select(settings), VersionRange.SUPPORTED, EditedFiles.NONE, new Crew(request.jobs()));
        SourceDiscovery discovery = new SourceDiscovery(request.workingDirectory());
        return LintInput.of(settings, discovery, EditedFiles.NONE, reading, new ArrayList<>(0))
                .outside();
    }

    /** How kustomizations are read, ahead of all other files: they hold no objects, so policies have no say. */
    private static FileReading kustomizations(RuleSet rules, VersionRange kubernetes, EditedFiles edited, Crew crew) {
        return new FileReading(edited, crew, new FileStage(rules, kubernetes, Map.of(), Map.of(), List.of()));
    }

    private static ManifestSet assemble(
            List<FileResult> files, LintInput input, Settings settings, GivenSchemas schemas) {
        ManifestSet.Builder builder = ManifestSet.builder()
                .defaultNamespace(settings.request().namespace().orElse(""))
                .known(settings.config().knownObjects())
                .definitions(schemas.definitions());
        if (settings.request().partial()) {
            builder.partial();
        }
        builder.otherNames(input.otherNames());
        for (FileResult file : files) {
            if (!file.skipped().isEmpty()) {
                builder.skipped(file.file());
                continue;
            }
            builder.file(file.file(), file.patches());
            if (file.hasBrokenDocument()) {
                builder.broken(file.file());
            }
            boolean isContext = input.isForReference(file.file());
            for (ReadObject object : file.objects()) {
                if (isContext) {
                    builder.addContext(object.view(), file.root(), object.hostNames(), object.usesPodIdentity());
                } else {
                    builder.add(object.view(), file.root(), object.hostNames(), object.usesPodIdentity());
                }
            }
        }
        return builder.build();
    }

    private static List<Inspection> inspect(ManifestSet manifests, RuleSet rules, VersionRange kubernetes, Crew crew) {
        List<ObjectView> views = manifests.objects();
        return crew.run((views.size() + OBJECTS_AT_ONCE - 1) / OBJECTS_AT_ONCE, new IntFunction<>() {
            @Override
            public Inspection apply(int i) {
                Inspection inspection = new Inspection(rules, kubernetes);
                int first = i * OBJECTS_AT_ONCE;
                for (ObjectView view : views.subList(first, Math.min(first + OBJECTS_AT_ONCE, views.size()))) {
                    if (manifests.isContext(view)) {
                        inspection.inspectContext(view, manifests);
                    } else {
                        inspection.inspect(view, manifests.hostNamesIn(view), manifests);
                    }
                }
                return inspection;
            }
        });
    }

    /** One finding for each chart whose templates were left alone. */
    private static void addUnrendered(DiscoveredSources sources, List<FileResult> files, List<Draft> drafts) {
        for (Chart chart : sources.charts()) {
            String path = chart.path().isEmpty() ? "Chart.yaml" : chart.path() + "/Chart.yaml";
            Location place = top(path, files);
            int templates = chart.templates().size();
            drafts.add(Draft.of(
                    EngineRules.UNRENDERED_TEMPLATE,
                    Problem.at(() -> place, "the templates of this chart were not checked")
                            .label(templates == 1 ? "1 template" : templates + " templates")
                            .help(
                                    "render them with `--render helm`, or pipe them in: `helm template . | stslint lint -`"),
                    ""));
        }
    }

    /** One finding for each directory that could not be listed. */
    private static void addUnreadable(DiscoveredSources sources, List<Draft> drafts) {
        for (Skipped directory : sources.unreadable()) {
            Location place = SourceFile.of(directory.path(), "").at(0, 0);
            drafts.add(Draft.of(
                    EngineRules.UNREADABLE_FILE,
                    Problem.at(() -> place, "this directory cannot be read: " + directory.reason())
                            .help("check its permissions, or leave it out of the paths"),
                    ""));
        }
    }

    private static Location top(String path, List<FileResult> files) {
        for (FileResult file : files) {
            if (file.file().path().equals(path)) {
                return new Location(file.file(), Span.caret(0));
            }
        }
        return SourceFile.of(path, "").at(0, 0);
    }
}
