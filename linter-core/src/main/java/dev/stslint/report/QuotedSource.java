package dev.stslint.report;

import dev.stslint.secret.EncodedText;
import dev.stslint.secret.Mask;
import dev.stslint.secret.Placeholder;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a file as far as it may be shown. Two nets hold secrets back: the exact spans that rules have named, and
 * behind it {@link LooseSecrets} for what no rule has seen, such as comments and documents that do not parse.
 */
final class QuotedSource {

    /** Shorter lines of larger secrets may stand elsewhere for other reasons. */
    private static final int SHORTEST_TELLING_LINE = 16;

    private final SourceFile file;
    private final String text;
    private final List<Span> concealed;
    private final TellingValues values;
    private Optional<TellingValues> valuesInLines = Optional.empty();
    private final LooseSecrets loose;
    private final Map<Integer, List<Span>> masksByLine = new HashMap<>();

    QuotedSource(SourceFile file, String text, List<Span> concealed) {
        this.file = file;
        this.text = text;
        this.concealed = Spans.merged(concealed);
        this.values = new TellingValues(values(text, this.concealed));
        this.loose = new LooseSecrets(file, text);
    }

    /** The text of a file, read again; empty when it no longer holds what was linted. */
    static Optional<QuotedSource> of(SourceFile file, Concealment concealment) {
        Optional<String> text = file.text();
        return text.isPresent()
                ? Optional.of(new QuotedSource(file, text.get(), concealment.in(file)))
                : Optional.empty();
    }

    SourceFile file() {
        return file;
    }

    String text() {
        return text;
    }

    /** Where a line ends, its break not included. */
    int lineEnd(int line) {
        int end = line < file.lineCount() ? file.lineStart(line + 1) : text.length();
        int start = file.lineStart(line);
        if (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > start && line < file.lineCount() && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    /** What must not be shown of a line, in order and apart from each other. */
    List<Span> masks(int line) {
        List<Span> masks = masksByLine.get(line);
        if (masks == null) {
            masks = findMasks(line);
            masksByLine.put(line, masks);
        }
        return masks;
    }

    /** The text of a span with every secret in it masked, even one that the span only touches. */
    String masked(Span span) {
        StringBuilder shown = new StringBuilder(span.length());
        int at = span.start();
        int last = file.lineAt(span.end());
        for (int line = file.lineAt(span.start()); line <= last; line++) {
            for (Span mask : Spans.within(masks(line), at, span.end())) {
                shown.append(text, at, Math.max(at, mask.start())).append(Mask.TEXT);
                at = mask.end();
            }
        }
        if (at < span.end()) {
            shown.append(text, at, span.end());
        }
        return shown.toString();
    }

    /** Whether what must not be shown of a span stands in a text that takes its place. */
    boolean repeatsSecret(Span span, String replacement) {
        int last = file.lineAt(span.end());
        for (int line = file.lineAt(span.start()); line <= last; line++) {
            for (Span mask : Spans.within(masks(line), span.start(), span.end())) {
                int start = Math.max(mask.start(), span.start());
                int end = Math.min(mask.end(), span.end());
                if (start < end && replacement.contains(unquoted(text.substring(start, end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * A line, its break not included, with every secret in it masked.
     *
     * @param others values that must not be shown either
     */
    String maskedLine(int line, TellingValues others) {
        int start = file.lineStart(line);
        int end = lineEnd(line);
        List<Span> all = new ArrayList<>(masks(line));
        others.addOccurrences(text.substring(start, end), start, all);
        return Mask.over(Spans.merged(all), text, start, end);
    }

    /** The secrets of the file that are long enough to be known again elsewhere. */
    TellingValues values() {
        return values;
    }

    /** The same, with what is masked in any of its lines; what is long counts whatever it looks like. */
    TellingValues valuesInLines() {
        if (valuesInLines.isEmpty()) {
            Set<String> all = values(text, concealed);
            for (int line = 1; line <= file.lineCount(); line++) {
                for (Span mask : masks(line)) {
                    String value = text.substring(mask.start(), mask.end());
                    addValue(value, TellingValues.SHORTEST, all);
                    if (value.length() >= SHORTEST_TELLING_LINE) {
                        all.add(value);
                    }
                }
            }
            valuesInLines = Optional.of(new TellingValues(all));
        }
        return valuesInLines.get();
    }

    private List<Span> findMasks(int line) {
        List<Span> masks = findNamed(line);
        if (!masks.isEmpty() || (isRemarkAbove(line) && !findNamed(line + 1).isEmpty())) {
            List<Span> more = new ArrayList<>(masks);
            loose.addRemarked(file.lineStart(line), lineEnd(line), more);
            return Spans.merged(more);
        }
        return masks;
    }

    private boolean isRemarkAbove(int line) {
        return line < file.lineCount() && isRemark(line) && !isRemark(line + 1);
    }

    private boolean isRemark(int line) {
        int at = file.lineStart(line);
        int end = lineEnd(line);
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at < end && text.charAt(at) == '#';
    }

    /** Without what only stands beside a secret. */
    private List<Span> findNamed(int line) {
        int start = file.lineStart(line);
        int end = lineEnd(line);
        List<Span> masks = new ArrayList<>(2);
        for (Span secret : Spans.within(concealed, start, end)) {
            addWithoutIndentation(masks, Math.max(start, secret.start()), Math.min(end, secret.end()));
            addDecoded(masks, secret, end);
        }
        loose.addMasks(line, start, end, masks);
        if (!values.isEmpty()) {
            values.addOccurrences(text.substring(start, end), start, masks);
        }
        return Spans.merged(masks);
    }

    private void addWithoutIndentation(List<Span> masks, int start, int end) {
        int from = start;
        while (from < end && text.charAt(from) <= ' ') {
            from++;
        }
        if (from < end) {
            masks.add(new Span(from, end));
        }
    }

    /** People write beside a value what it decodes to, as {@code cGFzcw== # pass}; so near, a short text tells it too. */
    private void addDecoded(List<Span> masks, Span secret, int lineEnd) {
        if (secret.end() < lineEnd) {
            String decoded = EncodedText.decoded(unquoted(text.substring(secret.start(), secret.end())))
                    .orElse("")
                    .strip();
            int at = decoded.isEmpty() ? -1 : Spans.indexOf(text, decoded, secret.end(), lineEnd);
            while (at >= 0) {
                masks.add(new Span(at, at + decoded.length()));
                at = Spans.indexOf(text, decoded, at + decoded.length(), lineEnd);
            }
        }
    }

    private static Set<String> values(String text, List<Span> concealed) {
        Set<String> values = new TreeSet<>();
        for (Span secret : concealed) {
            int start = secret.start();
            for (int i = start; i <= secret.end(); i++) {
                if (i == secret.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                    boolean whole = start == secret.start() && i == secret.end();
                    addValue(text.substring(start, i), whole ? TellingValues.SHORTEST : SHORTEST_TELLING_LINE, values);
                    start = i + 1;
                }
            }
        }
        return values;
    }

    private static void addValue(String line, int shortest, Set<String> values) {
        String value = unquoted(line.strip());
        addIfTelling(value, shortest, values);
        addIfTelling(EncodedText.decoded(value).orElse("").strip(), shortest, values);
    }

    private static void addIfTelling(String value, int shortest, Set<String> values) {
        if (value.length() >= shortest && Placeholder.of(value) == Placeholder.LITERAL) {
            values.add(value);
        }
    }

    private static String unquoted(String value) {
        int length = value.length();
        boolean quoted = length > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(length - 1) == value.charAt(0);
        return quoted ? value.substring(1, length - 1) : value;
    }
}
