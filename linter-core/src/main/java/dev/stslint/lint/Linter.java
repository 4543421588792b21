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
import dev.stslint.judge.HousePolicy;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PatchTarget;
import dev.stslint.kube.Views;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Unmatched;
import dev.stslint.report.Accounting;
import dev.stslint.report.BaselineReporter;
import dev.stslint.report.Concealment;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
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
import dev.stslint.source.DiscoveredFile;
import dev.stslint.source.DiscoveredSources;
import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Missing;
import dev.stslint.source.DiscoveredSources.Skipped;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.source.UnreadableSourceException;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Lints manifests: the one entry point.
 *
 * <pre>{@code
 * LintReport report = new Linter(new BuiltinRules()).lint(LintRequest.of(directory, List.of("k8s")));
 * }</pre>
 */
public final class Linter implements RulePages {

    /** The largest file that is read: beyond it nothing is a manifest. */
    private static final long LARGEST_FILE = 256L * 1024 * 1024;

    static final SourceReader READER = new SourceReader(LARGEST_FILE);

    /** A file of this size keeps a thread busy for so long that it must not come last. */
    private static final long LARGE_FILE = 1024 * 1024;

    /** Large files from the largest on, then all others as they are. A class of its own: lambdas cost a small run dearly. */
    private static final Comparator<DiscoveredFile> LARGE_FIRST = new Comparator<>() {
        @Override
        public int compare(DiscoveredFile a, DiscoveredFile b) {
            return Long.compare(Math.max(b.size(), LARGE_FILE), Math.max(a.size(), LARGE_FILE));
        }
    };

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
        SourceSelection selection = new SourceSelection(settings.config(), request);
        DiscoveredSources sources = selection.of(discovery.discover(request.paths()));
        List<String> failures = new ArrayList<>(0);
        addMissing(sources, failures);
        List<DiscoveredFile> context = List.of();
        if (!request.context().isEmpty()) {
            DiscoveredSources others = discovery.discover(request.context());
            addMissing(others, failures);
            context = selection.others(others, sources);
        }
        GivenSchemas schemas = schemas(settings, discovery, edited, failures);
        boolean isIdle = false;
        if (edited.change().isPresent()) {
            isIdle = ChangedInput.isUntouched(settings, edited, sources, context);
            sources = SourceSelection.existing(sources, edited, request.workingDirectory());
            context = SourceSelection.existing(context, edited);
        }
        Crew crew = new Crew(request.jobs());
        Optional<KustomizedInput> kustomized =
                kustomized(request, discovery, sources, context, selection, edited, rules, kubernetes, crew);
        if (kustomized.isPresent()) {
            isIdle = isIdle
                    && !ChangedInput.isOneTouched(
                            kustomized.get().found(), edited.change().get());
            sources = kustomized.get().sources();
            context = kustomized.get().context();
        }
        if (isIdle) {
            sources = SourceSelection.none(sources, ChangedInput.NOTHING_CHANGED);
            context = List.of();
            kustomized = Optional.empty();
        }
        Optional<RenderedCharts> charts = sources.charts().isEmpty() || settings.rendering() == Rendering.NEVER
                ? Optional.empty()
                : Optional.of(RenderedCharts.of(sources.charts(), settings, edited));
        List<FileResult> files = read(
                request, edited, sources, context, kustomized, charts, rules, kubernetes, schemas.policies(), crew);
        Optional<FileResult> piped = sources.standardInput() ? piped(files, request) : Optional.empty();
        if (piped.isPresent() && isOutputOfNothing(piped.get(), request)) {
            failures.add("no objects on standard input; what was to write them may have failed");
        }
        Set<String> onlyForReference = pathsOf(context);
        Set<String> taken = kustomized.isPresent() ? kustomized.get().taken() : Set.of();
        ManifestSet manifests = assemble(files, onlyForReference, kustomized, settings, schemas);
        DefinedKinds kinds = new DefinedKinds(manifests, files);
        List<Draft> drafts = new ArrayList<>();
        List<Location> concealed = new ArrayList<>();
        List<Suppression> suppressions = new ArrayList<>(0);
        for (FileResult file : files) {
            drafts.addAll(file.drafts());
            concealed.addAll(file.concealed());
            if (!onlyForReference.contains(file.file().path())) {
                suppressions.addAll(file.suppressions());
            }
        }
        for (Inspection inspection : inspect(manifests, rules, kubernetes, crew)) {
            drafts.addAll(inspection.drafts());
            concealed.addAll(inspection.concealed());
        }
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
        addKustomizationFaults(files, manifests, request, edited, drafts);
        if (!onlyForReference.isEmpty()) {
            drafts.removeIf(draft ->
                    onlyForReference.contains(draft.problem().location().file().path()));
        }
        Findings findings = new Findings(rules, manifests, settings.kubernetes());
        FilteredFindings filtered = new FindingFilter(
                        rules, manifests, request.today(), settings.requiresReasons(), request.partial(), taken)
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
                            onlyForReference,
                            taken,
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
                account(
                        request,
                        sources,
                        files,
                        onlyForReference,
                        taken,
                        charts,
                        manifests,
                        kinds,
                        schemas.policies(),
                        drafts,
                        failures),
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

    private static Set<String> pathsOf(List<DiscoveredFile> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        Set<String> paths = new HashSet<>();
        for (DiscoveredFile file : files) {
            paths.add(file.path());
        }
        return paths;
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

    private static void addMissing(DiscoveredSources sources, List<String> failures) {
        for (Missing missing : sources.missing()) {
            failures.add(missing.message());
        }
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
        RuleSet rules =
                select(new Settings(LintRequest.of(request.workingDirectory(), request.paths()), LintConfig.NONE));
        SourceDiscovery discovery = new SourceDiscovery(request.workingDirectory());
        SourceSelection selection = new SourceSelection(LintConfig.NONE, request);
        DiscoveredSources sources = selection.of(discovery.discover(request.paths()));
        return kustomized(
                        request,
                        discovery,
                        sources,
                        List.of(),
                        selection,
                        EditedFiles.NONE,
                        rules,
                        VersionRange.SUPPORTED,
                        new Crew(request.jobs()))
                .map(KustomizedInput::targets)
                .orElse(List.of());
    }

    /** Empty where there is no kustomization. */
    private static Optional<KustomizedInput> kustomized(
            LintRequest request,
            SourceDiscovery discovery,
            DiscoveredSources sources,
            List<DiscoveredFile> context,
            SourceSelection selection,
            EditedFiles edited,
            RuleSet rules,
            VersionRange kubernetes,
            Crew crew) {
        if (!hasKustomization(sources.files()) && !hasKustomization(context)) {
            return Optional.empty();
        }
        FileStage stage = new FileStage(rules, kubernetes, Map.of(), List.of());
        return Optional.of(new KustomizedInput(
                sources,
                context,
                discovery.outside(request.paths(), all(sources.files(), context)),
                selection,
                edited,
                files -> read(files, edited, stage, crew)));
    }

    private static boolean hasKustomization(List<DiscoveredFile> files) {
        for (DiscoveredFile file : files) {
            if (isKustomization(file)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file is a kustomization by its name. */
    static boolean isKustomization(DiscoveredFile file) {
        return Kustomization.FILE_NAMES.contains(
                file.path().substring(file.path().lastIndexOf('/') + 1));
    }

    private static List<DiscoveredFile> all(List<DiscoveredFile> some, List<DiscoveredFile> others) {
        List<DiscoveredFile> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Kustomizations were read already. */
    private static List<FileResult> read(
            LintRequest request,
            EditedFiles edited,
            DiscoveredSources sources,
            List<DiscoveredFile> context,
            Optional<KustomizedInput> kustomized,
            Optional<RenderedCharts> charts,
            RuleSet rules,
            VersionRange kubernetes,
            List<HousePolicy> policies,
            Crew crew) {
        List<DiscoveredFile> others = new ArrayList<>();
        for (DiscoveredFile file : all(sources.files(), context)) {
            if (kustomized.isEmpty() || !isKustomization(file)) {
                others.add(file);
            }
        }
        List<FileResult> results = new ArrayList<>();
        Map<String, PatchTarget> patchFiles = Map.of();
        if (kustomized.isPresent()) {
            results.addAll(kustomized.get().kustomizations());
            patchFiles = kustomized.get().patchFiles();
        }
        FileStage stage = new FileStage(rules, kubernetes, patchFiles, policies);
        others.sort(LARGE_FIRST);
        if (sources.standardInput()) {
            results.add(readStandardInput(request, edited, stage));
        }
        if (charts.isPresent()) {
            for (SourceText text : charts.get().texts()) {
                results.add(read(text, text.file().directory(), stage));
            }
        }
        results.addAll(read(others, edited, stage, crew));
        Collections.sort(results);
        return results;
    }

    private static List<FileResult> read(List<DiscoveredFile> files, EditedFiles edited, FileStage stage, Crew crew) {
        return new ArrayList<>(crew.run(files.size(), new IntFunction<>() {
            @Override
            public FileResult apply(int i) {
                return read(files.get(i), edited, stage);
            }
        }));
    }

    private static FileResult read(DiscoveredFile file, EditedFiles edited, FileStage stage) {
        Optional<FileResult> known = edited.known(file);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return read(edited.read(file, READER), file.root(), stage);
        } catch (UnreadableSourceException e) {
            return stage.refused(e, file.root());
        }
    }

    private static FileResult readStandardInput(LintRequest request, EditedFiles edited, FileStage stage) {
        try {
            Optional<SourceText> text = edited.standardInput();
            return read(
                    text.isPresent() ? text.get() : READER.read(request.standardInput(), request.standardInputName()),
                    "",
                    stage);
        } catch (UnreadableSourceException e) {
            return stage.refused(e, "");
        }
    }

    private static FileResult read(SourceText source, String root, FileStage stage) {
        try {
            return stage.read(source, root);
        } catch (RuntimeException | StackOverflowError e) {
            return stage.failed(source, root, e);
        } finally {
            Reference.reachabilityFence(source); // places inside values are found in its text, not by reading it again
        }
    }

    private static ManifestSet assemble(
            List<FileResult> files,
            Set<String> onlyForReference,
            Optional<KustomizedInput> kustomized,
            Settings settings,
            GivenSchemas schemas) {
        ManifestSet.Builder builder = ManifestSet.builder()
                .defaultNamespace(settings.request().namespace().orElse(""))
                .known(settings.config().knownObjects())
                .definitions(schemas.definitions());
        if (settings.request().partial()) {
            builder.partial();
        }
        if (kustomized.isPresent()) {
            builder.otherNames(kustomized.get().otherNames());
        }
        for (FileResult file : files) {
            if (!file.skipped().isEmpty()) {
                builder.skipped(file.file());
                continue;
            }
            builder.file(file.file(), file.patches());
            if (file.hasBrokenDocument()) {
                builder.broken(file.file());
            }
            boolean isContext = onlyForReference.contains(file.file().path());
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

    private static void addKustomizationFaults(
            List<FileResult> files,
            ManifestSet manifests,
            LintRequest request,
            EditedFiles edited,
            List<Draft> drafts) {
        if (!request.partial()) {
            for (Unmatched unmatched : manifests.unmatched()) {
                drafts.add(KustomizationFaults.of(unmatched));
            }
        }
        for (FileResult file : files) {
            if (Kustomization.FILE_NAMES.contains(file.file().name())) {
                for (ReadObject object : file.objects()) {
                    if (object.view() instanceof Kustomization kustomization) {
                        drafts.addAll(KustomizationFaults.of(
                                kustomization, request.partial(), edited, request.workingDirectory()));
                    }
                }
            }
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

    private static Accounting account(
            LintRequest request,
            DiscoveredSources sources,
            List<FileResult> files,
            Set<String> onlyForReference,
            Set<String> taken,
            Optional<RenderedCharts> charts,
            ManifestSet manifests,
            DefinedKinds kinds,
            List<HousePolicy> policies,
            List<Draft> drafts,
            List<String> failures) {
        List<FileAccount> accounts = new ArrayList<>(files.size());
        for (FileResult file : files) {
            List<DocumentAccount> documents = new ArrayList<>(file.documents().size());
            for (ReadDocument document : file.documents()) {
                documents.add(account(document, file.file(), manifests));
            }
            String path = file.file().path();
            if (charts.isPresent() && charts.get().hasRendered(file.file())) {
                accounts.addAll(charts.get().accounts(file.file(), documents));
            } else {
                FileAccount account = new FileAccount(
                        path, file.skipped(), onlyForReference.contains(path), taken.contains(path), documents);
                if (!ReportTarget.isWritten(account, request)) {
                    accounts.add(account);
                }
            }
        }
        if (charts.isPresent()) {
            charts.get().addLeft(accounts);
        } else {
            addUnrendered(sources, accounts);
        }
        for (Skipped skipped : sources.skipped()) {
            accounts.add(new FileAccount(skipped.path(), skipped.reason(), List.of()));
        }
        Collections.sort(accounts);
        boolean isAllThereIs = failures.isEmpty() && sources.unreadable().isEmpty();
        List<String> remarks = new ArrayList<>(
                isAllThereIs && Remarks.areEmpty(accounts)
                        ? Remarks.nothingIn(request.paths())
                        : Remarks.unread(manifests.gaps(), drafts));
        remarks.addAll(Remarks.unbuilt(manifests.gaps(), manifests.objects()));
        remarks.addAll(Remarks.undecided(manifests, kinds));
        remarks.addAll(Remarks.idle(policies, manifests.objects()));
        return new Accounting(List.copyOf(accounts), Remarks.unjudged(manifests, kinds), List.copyOf(remarks));
    }

    private static void addUnrendered(DiscoveredSources sources, List<FileAccount> accounts) {
        for (Chart chart : sources.charts()) {
            for (String template : chart.templates()) {
                accounts.add(new FileAccount(template, "unrendered template", List.of()));
            }
        }
    }

    private static DocumentAccount account(ReadDocument document, SourceFile file, ManifestSet manifests) {
        boolean read = document.outcome() == Outcome.OBJECTS || document.outcome() == Outcome.NOT_KUBERNETES;
        if (read && manifests.isPatchFile(file)) {
            return new DocumentAccount(document.line(), Outcome.PATCH, 0);
        }
        int objects = 0;
        boolean isKustomization = false;
        for (KubernetesObject object : document.objects()) {
            if (manifests.holds(object)) {
                objects++;
            } else {
                isKustomization |= Views.of(object) instanceof Kustomization;
            }
        }
        if (document.outcome() != Outcome.OBJECTS || objects > 0) {
            return new DocumentAccount(document.line(), document.outcome(), objects);
        }
        return new DocumentAccount(document.line(), isKustomization ? Outcome.KUSTOMIZATION : Outcome.PATCH, 0);
    }
}
