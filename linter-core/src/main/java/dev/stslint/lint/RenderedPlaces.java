package dev.stslint.lint;

import dev.stslint.chart.ChartRenderer;
import dev.stslint.chart.LineOrigins;
import dev.stslint.chart.LineOrigins.Origin;
import dev.stslint.chart.RenderedChart;
import dev.stslint.chart.TemplateSecrets;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Related;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The way from what a chart renders to back to its templates. A place is given in a template only where it is proven: the
 * line by {@link LineOrigins}, the characters where the line holds the same up to them. Else it is the top of the template,
 * and the rendered text is shown beside it.
 */
final class RenderedPlaces {

    /** A shorter secret is found everywhere. */
    private static final int SHORTEST_SECRET = 6;

    private final RenderedChart chart;
    private final RenderedChart.Manifests manifests;
    private final List<String> templates;
    private final ChartRenderer renderer;
    private final ShownFiles files;
    private final Map<String, Optional<SourceText>> texts = new HashMap<>();
    private Optional<LineOrigins> origins = Optional.empty();
    private Optional<LineOrigins> definitions = Optional.empty();

    /** @param templates of the chart, as shown */
    RenderedPlaces(RenderedChart chart, List<String> templates, ChartRenderer renderer, ShownFiles files) {
        this.chart = chart;
        this.manifests = chart.manifests().orElseThrow();
        this.templates = templates;
        this.renderer = renderer;
        this.files = files;
    }

    SourceText source() {
        return manifests.source();
    }

    /** The shown path of the chart. */
    String path() {
        return chart.path();
    }

    /** Whether what stands in a file may be of what the chart renders to. */
    boolean covers(String path) {
        return path.startsWith(chart.pathOf("templates/"))
                || path.startsWith(chart.pathOf("charts/"))
                || path.equals(chart.pathOf("Chart.yaml"))
                || path.equals(source().file().path());
    }

    List<String> templates() {
        return templates;
    }

    /** The first characters of a file that may not be there. */
    static Location top(String path, ShownFiles files) {
        Optional<SourceText> text = files.read(path);
        return text.isPresent() ? text.get().at(0, 0) : SourceFile.of(path, "").at(0, 0);
    }

    /** What is written on a line of a file; the top where there is no such line. */
    static Location line(SourceText text, int line) {
        return line >= 1 && line <= text.file().lineCount()
                ? new Location(text.file(), written(text, line))
                : text.at(0, 0);
    }

    /** A finding where its template has what it speaks of. What is rendered is not repaired: nobody keeps it. */
    Finding placed(Finding finding) {
        List<Related> related = new ArrayList<>(finding.related().size() + 1);
        Optional<Place> place = place(finding.location());
        String label = finding.label();
        Location location;
        if (place.isPresent()) {
            location = place.get().location;
            if (!place.get().isSame) {
                related.add(new Related(finding.location(), "what it renders to"));
                Optional<Location> definition = definition(place.get(), finding.location());
                if (definition.isPresent()) {
                    related.add(new Related(definition.get(), "the named template that it comes from"));
                }
            }
        } else {
            String template = templateOf(finding.location());
            location = template(template).isPresent()
                    ? template(template).get().at(0, 0)
                    : top(chart.pathOf("Chart.yaml"), files);
            related.add(new Related(finding.location(), label.isEmpty() ? "here" : label));
            label = template(template).isPresent()
                    ? "in what this template renders to"
                    : "in what `"
                            + manifests.templates().at(finding.location().span().start()) + "` renders to";
        }
        for (Related other : finding.related()) {
            Optional<Place> found = place(other.location());
            related.add(found.isPresent() ? new Related(found.get().location, other.message()) : other);
        }
        return new Finding(
                finding.ruleId(),
                finding.severity(),
                finding.object(),
                finding.fieldPath(),
                location,
                finding.message(),
                label,
                finding.notes(),
                finding.help(),
                List.copyOf(related),
                List.of(),
                finding.fingerprint().in(location.file().path()));
    }

    SuppressedFinding placed(SuppressedFinding suppressed) {
        Optional<Place> place = place(suppressed.place());
        return new SuppressedFinding(
                placed(suppressed.finding()),
                suppressed.kind(),
                suppressed.justification(),
                place.isPresent() ? place.get().location : suppressed.place());
    }

    /** Adds the places of secrets in the templates that were read, and of what is a secret there by its name. */
    void conceal(List<Location> secrets, List<Location> found) {
        if (texts.isEmpty()) {
            return;
        }
        for (Location secret : secrets) {
            Optional<Place> place = place(secret);
            if (place.isPresent() && (place.get().isSame || holdsText(place.get().location))) {
                found.add(place.get().location);
            }
        }
        for (Optional<SourceText> template : texts.values()) {
            if (template.isPresent()) {
                for (Location secret : secrets) {
                    addOccurrences(text(secret), template.get(), found);
                }
                for (Span secret : TemplateSecrets.in(template.get().text())) {
                    found.add(template.get().at(secret.start(), secret.end()));
                    addOccurrences(template.get().text().substring(secret.start(), secret.end()), source(), found);
                }
            }
        }
    }

    private static void addOccurrences(String secret, SourceText in, List<Location> found) {
        int at = secret.length() < SHORTEST_SECRET ? -1 : in.text().indexOf(secret);
        while (at >= 0) {
            found.add(in.at(at, at + secret.length()));
            at = in.text().indexOf(secret, at + secret.length());
        }
    }

    /** Whether an expression that makes a secret has texts in it, as a default: which are secrets too. */
    private boolean holdsText(Location expression) {
        String text = template(expression.file().path()).orElseThrow().text();
        for (int i = expression.span().start(); i < expression.span().end(); i++) {
            if ("\"'`".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The chart's templates with the documents that come from them; those of packed subcharts stand under the whole. */
    List<FileAccount> accounts(List<DocumentAccount> documents) {
        Map<String, List<DocumentAccount>> byTemplate = new TreeMap<>();
        for (String template : templates) {
            byTemplate.put(template, new ArrayList<>(1));
        }
        SourceFile file = source().file();
        for (DocumentAccount document : documents) {
            String template = templateOf(new Location(file, Span.caret(afterComment(document.line()))));
            boolean isKnown = byTemplate.containsKey(template);
            byTemplate
                    .computeIfAbsent(isKnown ? template : file.path(), key -> new ArrayList<>(1))
                    .add(isKnown ? new DocumentAccount(1, document.outcome(), document.objects()) : document);
        }
        List<FileAccount> accounts = new ArrayList<>(byTemplate.size());
        for (Map.Entry<String, List<DocumentAccount>> entry : byTemplate.entrySet()) {
            accounts.add(new FileAccount(entry.getKey(), "", entry.getValue()));
        }
        return accounts;
    }

    /** The offset of the second line of a document, behind the separator that it may start with. */
    private int afterComment(int line) {
        SourceFile file = source().file();
        return line + 1 < file.lineCount() ? file.lineStart(line + 2) : file.length();
    }

    /** The line of a named template that a line is all made of, which only includes it; empty unless that is proven. */
    private Optional<Location> definition(Place place, Location rendered) {
        SourceText template = template(place.location.file().path()).orElseThrow();
        int line = place.location.file().lineAt(place.location.span().start());
        Span written = written(template, line);
        String text = template.text().substring(written.start(), written.end());
        if (!text.startsWith("{{")
                || !text.endsWith("}}")
                || !(text.contains("include ") || text.contains("template "))) {
            return Optional.empty();
        }
        int renderedLine = source().file().lineAt(rendered.span().start());
        Optional<Origin> origin = definitions().of(renderedLine);
        Optional<SourceText> helper =
                origin.isPresent() ? chart.template(origin.get().template()).flatMap(this::template) : Optional.empty();
        if (helper.isEmpty()) {
            return Optional.empty();
        }
        boolean isElsewhere = !helper.get().file().path().equals(template.file().path())
                || origin.get().line() != line;
        Span span = written(helper.get(), origin.get().line());
        return isElsewhere ? Optional.of(new Location(helper.get().file(), span)) : Optional.empty();
    }

    /** @param isSame whether the same characters stand there */
    private record Place(Location location, boolean isSame) {}

    private Optional<Place> place(Location rendered) {
        SourceFile file = source().file();
        if (rendered.file() != file) {
            return Optional.empty();
        }
        int firstLine = file.lineAt(rendered.span().start());
        int lastLine = file.lineAt(rendered.span().end());
        Optional<Origin> first = origins().of(firstLine);
        Optional<Origin> last = lastLine == firstLine ? first : origins().of(lastLine);
        Optional<SourceText> template =
                first.isPresent() ? chart.template(first.get().template()).flatMap(this::template) : Optional.empty();
        if (template.isEmpty()) {
            return Optional.empty();
        }
        Span start = spanOn(template.get(), first.get().line(), rendered.span(), firstLine);
        boolean isOne = last.isEmpty()
                || !last.get().template().equals(first.get().template())
                || last.get().line() <= first.get().line();
        Span whole = isOne
                ? start
                : new Span(
                        start.start(),
                        written(template.get(), last.get().line()).end());
        boolean isSame =
                template.get().text().substring(whole.start(), whole.end()).equals(text(rendered));
        return Optional.of(new Place(new Location(template.get().file(), whole), isSame));
    }

    /** The same characters where the line is the same up to them; else all that is written on it. */
    private Span spanOn(SourceText template, int line, Span rendered, int renderedLine) {
        Span written = written(template, line);
        int templateStart = template.file().lineStart(line);
        int renderedStart = source().file().lineStart(renderedLine);
        int column = rendered.start() - renderedStart;
        boolean isSameBefore = template.text().regionMatches(templateStart, source().text(), renderedStart, column)
                && templateStart + column <= written.end();
        if (!isSameBefore) {
            return written;
        }
        int start = templateStart + column;
        boolean isSame = template.text().regionMatches(start, source().text(), rendered.start(), rendered.length())
                && start + rendered.length() <= written.end();
        return new Span(start, isSame ? start + rendered.length() : Math.max(start, written.end()));
    }

    private static Span written(SourceText source, int line) {
        String text = source.text();
        int start = source.file().lineStart(line);
        int end = line < source.file().lineCount() ? source.file().lineStart(line + 1) : text.length();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(start, end);
    }

    private String text(Location rendered) {
        return source().text()
                .substring(rendered.span().start(), rendered.span().end());
    }

    /** The shown path of the template that something comes from; empty when it is of no template of this chart. */
    private String templateOf(Location rendered) {
        return chart.template(manifests.templates().at(rendered.span().start())).orElse("");
    }

    private Optional<SourceText> template(String path) {
        Optional<SourceText> text = texts.get(path);
        if (text == null) {
            text = path.isEmpty() ? Optional.empty() : files.read(path);
            texts.put(path, text);
        }
        return text;
    }

    /** Asked for only when something comes from an included template: it takes a third run. */
    private LineOrigins definitions() {
        if (definitions.isEmpty()) {
            definitions = Optional.of(renderer.definitions(chart));
        }
        return definitions.get();
    }

    /** Asked for only when there is something to place, since it takes a second run of helm. */
    private LineOrigins origins() {
        if (origins.isEmpty()) {
            origins = Optional.of(renderer.origins(chart));
        }
        return origins.get();
    }
}
