package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Views;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.Accounting;
import dev.stslint.report.Concealment;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.report.LintReport;
import dev.stslint.report.ObjectGraph;
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
import dev.stslint.source.SourceDiscovery;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.source.UnreadableSourceException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

    private static final SourceReader READER = new SourceReader(LARGEST_FILE);

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
        RuleSet rules = select(request);
        VersionRange kubernetes = request.kubernetes().orElse(VersionRange.SUPPORTED);
        DiscoveredSources sources = new SourceDiscovery(request.workingDirectory()).discover(request.paths());
        Crew crew = new Crew(request.jobs());
        List<FileResult> files = read(request, sources, rules, kubernetes, crew);
        ManifestSet manifests = assemble(files, request.namespace());
        List<Draft> drafts = new ArrayList<>();
        List<Location> concealed = new ArrayList<>();
        for (FileResult file : files) {
            drafts.addAll(file.drafts());
            concealed.addAll(file.concealed());
        }
        for (Inspection inspection : inspect(manifests, rules, kubernetes, crew)) {
            drafts.addAll(inspection.drafts());
            concealed.addAll(inspection.concealed());
        }
        addUnread(sources, files, drafts);
        List<String> failures = new ArrayList<>(0);
        for (Missing missing : sources.missing()) {
            failures.add(missing.message());
        }
        return new LintReport(
                new Findings(rules, manifests, request.kubernetes()).of(drafts),
                rules.enabled(),
                Concealment.of(concealed),
                account(request, sources, files, manifests),
                List.copyOf(failures),
                request.objectGraph() ? ObjectLinks.of(manifests) : ObjectGraph.EMPTY);
    }

    private RuleSet select(LintRequest request) throws LintException {
        try {
            return RuleSet.of(allRules(), EngineRules.ALL, request.selection());
        } catch (UnknownRuleException e) {
            throw new LintException(String.valueOf(e.getMessage()));
        }
    }

    private List<Rule<?>> allRules() {
        List<Rule<?>> all = new ArrayList<>();
        for (RulePack pack : packs) {
            all.addAll(pack.rules());
        }
        return all;
    }

    /** Kustomizations are read first: they tell which files hold patches and no objects. */
    private static List<FileResult> read(
            LintRequest request, DiscoveredSources sources, RuleSet rules, VersionRange kubernetes, Crew crew) {
        List<DiscoveredFile> kustomizations = new ArrayList<>();
        List<DiscoveredFile> others = new ArrayList<>();
        for (DiscoveredFile file : sources.files()) {
            boolean isKustomization = Kustomization.FILE_NAMES.contains(
                    file.path().substring(file.path().lastIndexOf('/') + 1));
            (isKustomization ? kustomizations : others).add(file);
        }
        List<FileResult> results = read(kustomizations, new FileStage(rules, kubernetes, Set.of()), crew);
        List<Kustomization> views = new ArrayList<>();
        for (FileResult result : results) {
            for (ReadObject object : result.objects()) {
                if (object.view() instanceof Kustomization kustomization) {
                    views.add(kustomization);
                }
            }
        }
        FileStage stage = new FileStage(rules, kubernetes, ManifestSet.patchFilesOf(views));
        others.sort(LARGE_FIRST);
        if (sources.standardInput()) {
            results.add(readStandardInput(request, stage));
        }
        results.addAll(read(others, stage, crew));
        Collections.sort(results);
        return results;
    }

    private static List<FileResult> read(List<DiscoveredFile> files, FileStage stage, Crew crew) {
        return new ArrayList<>(crew.run(files.size(), new IntFunction<>() {
            @Override
            public FileResult apply(int i) {
                return read(files.get(i), stage);
            }
        }));
    }

    private static FileResult read(DiscoveredFile file, FileStage stage) {
        try {
            return read(READER.read(file.file(), file.path()), file.root(), stage);
        } catch (UnreadableSourceException e) {
            return stage.refused(e, file.root());
        }
    }

    private static FileResult readStandardInput(LintRequest request, FileStage stage) {
        try {
            return read(READER.read(request.standardInput(), request.standardInputName()), "", stage);
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

    private static ManifestSet assemble(List<FileResult> files, Optional<String> namespace) {
        ManifestSet.Builder builder = ManifestSet.builder().defaultNamespace(namespace.orElse(""));
        for (FileResult file : files) {
            if (!file.skipped().isEmpty()) {
                builder.skipped(file.file());
                continue;
            }
            builder.file(file.file(), file.patches());
            for (ReadObject object : file.objects()) {
                builder.add(object.view(), file.root(), object.hostNames(), object.usesPodIdentity());
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
                    inspection.inspect(view, manifests.hostNamesIn(view), manifests);
                }
                return inspection;
            }
        });
    }

    /** One finding for each chart whose templates were left alone, and for each directory that could not be listed. */
    private static void addUnread(DiscoveredSources sources, List<FileResult> files, List<Draft> drafts) {
        for (Chart chart : sources.charts()) {
            String path = chart.path().isEmpty() ? "Chart.yaml" : chart.path() + "/Chart.yaml";
            Location place = top(path, files);
            int templates = chart.templates().size();
            drafts.add(Draft.of(
                    EngineRules.UNRENDERED_TEMPLATE,
                    Problem.at(() -> place, "the templates of this chart were not checked")
                            .label(templates == 1 ? "1 template" : templates + " templates")
                            .help("lint what it renders to: `helm template . | stslint lint -`"),
                    ""));
        }
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

    private static Accounting account(
            LintRequest request, DiscoveredSources sources, List<FileResult> files, ManifestSet manifests) {
        List<FileAccount> accounts = new ArrayList<>(files.size());
        for (FileResult file : files) {
            List<DocumentAccount> documents = new ArrayList<>(file.documents().size());
            for (ReadDocument document : file.documents()) {
                documents.add(account(document, file.file(), manifests));
            }
            accounts.add(new FileAccount(file.file().path(), file.skipped(), documents));
        }
        for (Chart chart : sources.charts()) {
            for (String template : chart.templates()) {
                accounts.add(new FileAccount(template, "unrendered template", List.of()));
            }
        }
        for (Skipped skipped : sources.skipped()) {
            accounts.add(new FileAccount(skipped.path(), skipped.reason(), List.of()));
        }
        Collections.sort(accounts);
        boolean isAllThereIs =
                sources.missing().isEmpty() && sources.unreadable().isEmpty();
        return new Accounting(
                List.copyOf(accounts),
                Remarks.unjudged(manifests.gaps()),
                isAllThereIs && Remarks.areEmpty(accounts)
                        ? Remarks.nothingIn(request.paths())
                        : Remarks.unread(manifests.gaps()));
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
