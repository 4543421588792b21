package dev.stslint.lint;

import dev.stslint.chart.ChartRenderer;
import dev.stslint.chart.HelmProgram;
import dev.stslint.chart.RenderFailure;
import dev.stslint.chart.RenderedChart;
import dev.stslint.chart.TemplateSecrets;
import dev.stslint.config.Setting;
import dev.stslint.filter.FilteredFindings;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Problem;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.VersionRange;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The charts of a run that an installed helm has rendered, and those that it has not. */
final class RenderedCharts {

    static final String UNRENDERED = "unrendered template";

    private final ShownFiles files;
    private final List<Path> values;
    private final Map<SourceFile, RenderedPlaces> rendered = new LinkedHashMap<>();
    private final List<Skipped> left = new ArrayList<>(0);
    private final List<Draft> drafts = new ArrayList<>(0);

    /** In templates that helm has failed on. */
    private final List<Location> secrets = new ArrayList<>(0);

    /** A chart that was not rendered. */
    private record Skipped(Chart chart, String reason) {}

    private RenderedCharts(ShownFiles files, List<Path> values) {
        this.files = files;
        this.values = values;
    }

    /**
     * Renders charts with what settings say.
     *
     * @param version of the files that helm is to read
     * @throws LintException when a file of values does not exist
     */
    static RenderedCharts of(List<Chart> charts, Settings settings, EditedFiles version) throws LintException {
        LintRequest request = settings.request();
        ShownFiles files = new ShownFiles(request.workingDirectory().toAbsolutePath(), version);
        List<Path> values = values(settings, version);
        VersionRange versions = settings.kubernetes().orElse(VersionRange.SUPPORTED);
        RenderedCharts all = new RenderedCharts(files, values);
        Optional<HelmProgram> helm = HelmProgram.on(request.searchPath());
        if (helm.isEmpty()) {
            all.lackHelm(charts);
            return all;
        }
        ChartRenderer renderer = new ChartRenderer(
                helm.get(),
                FileReading.READER,
                written(values, version),
                request.namespace(),
                versions.newest().toString());
        for (Chart chart : charts) {
            all.add(chart, renderer);
        }
        return all;
    }

    /** The files of values that settings name; of a change, those that only one of its versions has too. */
    static List<Path> values(Settings settings, EditedFiles version) throws LintException {
        List<Path> files = new ArrayList<>();
        if (!settings.request().values().isEmpty()) {
            for (String name : settings.request().values()) {
                files.add(valuesFile(settings.request().workingDirectory(), name, version));
            }
            return files;
        }
        for (Setting<String> name : settings.config().values()) {
            files.add(valuesFile(settings.config().directory(), name.value(), version));
        }
        return files;
    }

    /** A file on this machine: what looks like an address would be fetched. */
    private static Path valuesFile(Path start, String name, EditedFiles version) throws LintException {
        try {
            Path file = start.resolve(name).toAbsolutePath().normalize();
            if (version.exists(file) || version.isWithout(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new LintException("there is no file of values `" + name + "`");
    }

    /** As helm is to read them. */
    private static List<Path> written(List<Path> values, EditedFiles version) throws LintException {
        List<Path> written = new ArrayList<>(values.size());
        for (Path file : values) {
            try {
                if (!version.isWithout(file)) {
                    written.add(version.written(file));
                }
            } catch (IOException e) {
                throw new LintException("the file of values `" + file + "` cannot be read: " + e.getMessage());
            }
        }
        return written;
    }

    private void add(Chart chart, ChartRenderer renderer) {
        Optional<RenderedPlaces> known = files.version().knownChart(chart.path());
        if (known.isPresent()) {
            rendered.put(known.get().source().file(), known.get());
            return;
        }
        RenderedChart result;
        Path directory = files.start().resolve(chart.path());
        try {
            result = renderer.render(chart.path(), files.version().writtenDirectory(directory));
        } catch (IOException e) {
            List<String> words = List.of("its files cannot be read: " + e.getMessage());
            RenderFailure failure = new RenderFailure(RenderFailure.Kind.OTHER, words, Optional.empty());
            result = new RenderedChart(chart.path(), directory, "", Optional.empty(), Optional.of(failure));
        }
        if (result.manifests().isPresent()) {
            RenderedPlaces places = new RenderedPlaces(result, chart.templates(), renderer, files);
            rendered.put(result.manifests().get().source().file(), places);
        } else if (result.failure().isEmpty()) {
            left.add(new Skipped(chart, "template of a library chart"));
        } else {
            left.add(new Skipped(chart, UNRENDERED));
            drafts.add(draft(chart, result, result.failure().get()));
        }
    }

    private Draft draft(Chart chart, RenderedChart result, RenderFailure failure) {
        Located place = placeOf(result, failure);
        Problem problem = switch (failure.kind()) {
            case SAID_BY_HELM ->
                Problem.at(place, "`helm template` fails on this chart")
                        .help("repair the chart, or give it the values it asks for: `--values`");
            case OUT_OF_TIME ->
                Problem.at(place, "`helm template` does not end on this chart")
                        .help("look for a loop in its templates, and whether helm runs at all here");
            case NOT_TRIED -> Problem.at(place, "this chart was not rendered");
            case OTHER -> Problem.at(place, "`helm template` gives nothing for this chart");
        };
        problem = problem.label(notChecked(chart.templates().size()));
        String before = failure.kind() == RenderFailure.Kind.SAID_BY_HELM ? "helm says: " : "";
        for (String line : failure.words()) {
            problem = problem.note(before + files.version().named(line));
            before = "";
        }
        return Draft.of(EngineRules.RENDER_FAILED, problem, "");
    }

    /** Where helm says that it stopped, when that is a line of this chart; else the chart. */
    private Located placeOf(RenderedChart chart, RenderFailure failure) {
        Optional<RenderedChart.Spot> spot = failure.spot();
        if (spot.isPresent() && chart.holds(spot.get().file())) {
            Optional<SourceText> text = files.read(spot.get().file());
            if (text.isPresent()) {
                for (Span secret : TemplateSecrets.in(text.get().text())) {
                    secrets.add(text.get().at(secret.start(), secret.end()));
                }
                Location place = RenderedPlaces.line(text.get(), spot.get().line());
                return () -> place;
            }
        }
        Location place = RenderedPlaces.top(chart.pathOf("Chart.yaml"), files);
        return () -> place;
    }

    private void lackHelm(List<Chart> charts) {
        int templates = 0;
        for (Chart chart : charts) {
            templates += chart.templates().size();
            left.add(new Skipped(chart, UNRENDERED));
        }
        String first = charts.get(0).path();
        Location place = RenderedPlaces.top(first.isEmpty() ? "Chart.yaml" : first + "/Chart.yaml", files);
        String of = charts.size() == 1 ? "" : " of " + charts.size() + " charts";
        drafts.add(Draft.of(
                EngineRules.RENDER_FAILED,
                Problem.at(() -> place, "there is no `helm` on the search path to render charts with")
                        .label((templates == 1 ? "1 template" : templates + " templates") + of + " not checked")
                        .help("install it, or lint what `helm template` prints: `helm template . | stslint lint -`"),
                ""));
    }

    private static String notChecked(int templates) {
        return templates == 1 ? "its template was not checked" : "its " + templates + " templates were not checked";
    }

    /** What could not be rendered. */
    List<Draft> drafts() {
        return drafts;
    }

    /** What the charts render to, to be read like any file. */
    List<SourceText> texts() {
        List<SourceText> texts = new ArrayList<>(rendered.size());
        for (RenderedPlaces places : rendered.values()) {
            texts.add(places.source());
        }
        return texts;
    }

    /** Findings with places in the templates, where there were some in what these render to. */
    List<Finding> placed(List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            RenderedPlaces places = rendered.get(finding.location().file());
            all.add(places == null ? finding : places.placed(finding));
        }
        tellApart(all);
        Collections.sort(all);
        return all;
    }

    /** What a template says of several objects, as in a {@code range}, stands at one place: then each names its object. */
    private static void tellApart(List<Finding> findings) {
        Map<String, Set<String>> objects = new HashMap<>();
        for (Finding finding : findings) {
            objects.computeIfAbsent(lineOf(finding), line -> new HashSet<>(2)).add(finding.object());
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (objects.getOrDefault(lineOf(finding), Set.of()).size() > 1) {
                String name = finding.object().replace("/-/", "/");
                findings.set(i, finding.withMessage(finding.message() + ", in `" + name + "`"));
            }
        }
    }

    private static String lineOf(Finding finding) {
        return finding.location() + finding.ruleId() + finding.message();
    }

    /** The same for all findings of a run. */
    FilteredFindings placed(FilteredFindings filtered) {
        List<SuppressedFinding> suppressed =
                new ArrayList<>(filtered.suppressed().size());
        for (SuppressedFinding each : filtered.suppressed()) {
            RenderedPlaces places = rendered.get(each.finding().location().file());
            suppressed.add(places == null ? each : places.placed(each));
        }
        return new FilteredFindings(placed(filtered.kept()), suppressed, filtered.complaints());
    }

    /** The secrets again where they stand in templates, and those that only templates show to be some. */
    List<Location> concealed(List<Location> named) {
        List<Location> found = new ArrayList<>(secrets);
        for (RenderedPlaces places : rendered.values()) {
            List<Location> own = new ArrayList<>();
            for (Location secret : named) {
                if (secret.file() == places.source().file()) {
                    own.add(secret);
                }
            }
            places.conceal(own, found);
        }
        return found;
    }

    /** Whether a file is what a chart renders to: its templates account for it. */
    boolean hasRendered(SourceFile file) {
        return rendered.containsKey(file);
    }

    /** What became of the templates of a chart. */
    List<FileAccount> accounts(SourceFile file, List<DocumentAccount> documents) {
        RenderedPlaces places = rendered.get(file);
        return places == null ? List.of() : places.accounts(documents);
    }

    /** What became of the templates of all others. */
    void addLeft(List<FileAccount> accounts) {
        for (Skipped skipped : left) {
            for (String template : skipped.chart.templates()) {
                accounts.add(new FileAccount(template, skipped.reason, List.of()));
            }
        }
    }

    /** The chart that a finding in a file is about, when it is about what one renders to. */
    Optional<RenderedPlaces> of(String path) {
        for (RenderedPlaces places : rendered.values()) {
            if (places.covers(path)) {
                return Optional.of(places);
            }
        }
        return Optional.empty();
    }

    /** All that were rendered. */
    Collection<RenderedPlaces> all() {
        return rendered.values();
    }

    /** The files of values, wherever helm has read them. */
    List<Path> values() {
        return values;
    }

    /** The paths of the templates that were rendered. */
    List<String> templates() {
        List<String> paths = new ArrayList<>();
        for (RenderedPlaces places : rendered.values()) {
            paths.addAll(places.templates());
        }
        return paths;
    }
}
