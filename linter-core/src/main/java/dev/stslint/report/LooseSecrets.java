package dev.stslint.report;

import static dev.stslint.secret.EvidentSecrets.addIfInTheOpen;

import dev.stslint.secret.EvidentSecrets;
import dev.stslint.secret.Placeholder;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.TokenShape;
import dev.stslint.source.NearestNames;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import dev.stslint.source.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The second net: secrets in a text that no parser may have understood. Looks at lines, and at the lines around them:
 *
 * <ul>
 *   <li>{@link EvidentSecrets};
 *   <li>{@code value: x} beside {@code name: DB_PASSWORD} or {@code path: /stringData/x}, and the item after {@code - --password};
 *   <li>the lines of a block scalar under a sensitive key, and of a private key;
 *   <li>everything under {@code data} and {@code stringData} of a {@code kind: Secret}, and what a Secret is generated of;
 *   <li>{@code -px} as an item of its own, whatever program it is for;
 *   <li>in a comment beside a secret or above it, words that look like one.
 * </ul>
 *
 * <p>It may hide too much: that costs a reader a look into the file. References, markers to fill, paths and the like stay
 * visible.
 */
final class LooseSecrets {

    /** How far a list item's name may stand from its value. */
    private static final int NEIGHBOURHOOD = 3;

    private static final int LONGEST_BLOCK = 400;

    private static final int SHORTEST_PASSWORD = 7;

    /** Further than this the braces around a name are not looked into, so that no line makes the reading slow. */
    private static final int LONGEST_PAIRS = 400;

    private static final int SHORTEST_REMARKED = 6;

    private static final Set<String> ENCODINGS = Set.of("base64", "sha256", "sha512");
    private static final List<String> VALUE = List.of("value");
    private static final List<String> POINTER = List.of("path");
    private static final List<String> OF_OPERATIONS = List.of("op", "path", "from");
    private static final List<String> NAME = List.of("name", "key");

    /** Most texts hold none of them. */
    private static final WordSearch SIGNS_OF_REGIONS = WordSearch.forAny("private key", "secret");

    private final YamlLines lines;
    private final List<Span> regions;

    LooseSecrets(SourceFile file, String text) {
        this.lines = new YamlLines(file, text);
        this.regions = regions(text, lines);
    }

    /** Adds what a line from {@code start} to {@code end} must not show. */
    void addMasks(int line, int start, int end, List<Span> masks) {
        for (Span region : Spans.within(regions, start, end)) {
            masks.add(new Span(Math.max(start, region.start()), Math.min(end, region.end())));
        }
        String text = lines.text().substring(start, end);
        EvidentSecrets.addFromText(text, start, masks);
        addPairsInBraces(start, end, masks);
        addFromNeighbours(line, masks);
    }

    /** Adds of a line's comment the words with letters and digits: beside a secret, such a word is likely another one. */
    void addRemarked(int start, int end, List<Span> masks) {
        String text = lines.text();
        int hash = Spans.indexOf(text, "#", start, end);
        int from = hash < 0 ? end : hash + 1;
        while (from < end) {
            while (from < end && !isOfWord(text.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < end && isOfWord(text.charAt(to))) {
                to++;
            }
            int last = to;
            while (last > from && ".:!?".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            Span word = behindName(text, from, last);
            if (looksLikeSecret(lines.part(word))) {
                masks.add(word);
            }
            from = to;
        }
    }

    /** Of {@code port=5432} the value; signs at the end are padding. */
    private static Span behindName(String text, int start, int end) {
        int content = end;
        while (content > start && text.charAt(content - 1) == '=') {
            content--;
        }
        return new Span(Math.max(start, text.lastIndexOf('=', content - 1) + 1), end);
    }

    private static boolean isOfWord(char c) {
        return c > ' ' && "\"'`,;()[]{}<>".indexOf(c) < 0;
    }

    /** Not dates, versions, addresses, paths, the names of issues, and of how things are encoded. */
    private static boolean looksLikeSecret(String word) {
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(word.charAt(i)) ? 1 : 0;
        }
        boolean isIssue = word.indexOf('-') > 0 && digits == word.length() - word.lastIndexOf('-') - 1;
        return letters > 1
                && digits > 0
                && !isIssue
                && word.length() >= SHORTEST_REMARKED
                && word.indexOf('/') < 0
                && !ENCODINGS.contains(word)
                && Placeholder.of(word).isInTheOpen();
    }

    /** {@code {name: DB_PASSWORD, value: x}}, as often as it stands on the line, and however the second key is written. */
    private void addPairsInBraces(int start, int end, List<Span> masks) {
        String text = lines.text();
        int open = Spans.indexOf(text, "{", start, end);
        while (open >= 0) {
            int close = FlowPairs.end(text, open, Math.min(end, open + LONGEST_PAIRS));
            for (FlowPairs.Pair pair : FlowPairs.in(text, open + 1, close)) {
                if (SensitiveName.matches(lines.part(pair.value()))
                        && isAsGoodAs(NAME, pair.key().toLowerCase(Locale.ROOT))
                        && !isReference(text, start, open)) {
                    addOthers(pair, open + 1, close, masks);
                } else if (leadsToSecret(lines.part(pair.value())) && isAsGoodAs(POINTER, pair.key())) {
                    addOperands(open + 1, close, masks);
                }
            }
            open = Spans.indexOf(text, "{", open + 1, end);
        }
    }

    /** {@code {op: add, path: /stringData/x, value: y}}: what a JSON patch puts into a secret place. */
    private void addOperands(int from, int close, List<Span> masks) {
        boolean isOperand = false;
        for (FlowPairs.Pair pair : FlowPairs.in(lines.text(), from, close)) {
            isOperand = isValue(pair.key()) || (isOperand && !OF_OPERATIONS.contains(pair.key()));
            if (isOperand) {
                addIfInTheOpen(lines.text(), pair.value(), 0, masks);
            }
        }
    }

    private void addOthers(FlowPairs.Pair name, int from, int close, List<Span> masks) {
        for (FlowPairs.Pair other : FlowPairs.in(lines.text(), from, close)) {
            if (!other.value().equals(name.value())) {
                addIfInTheOpen(lines.text(), other.value(), 0, masks);
            }
        }
    }

    /** {@code secretKeyRef: {name: db, key: password}}: names of what holds a secret. */
    private static boolean isReference(String text, int start, int open) {
        int end = open;
        while (end > start && "\": ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.startsWith("Ref", end - 3) || text.startsWith("Reference", end - 9);
    }

    /** {@code - -px}: what clients of MySQL take for a password. A word in small letters is more likely a bundle of options. */
    private static boolean isGluedPassword(String item) {
        boolean isMixed = false;
        for (int i = 2; i < item.length(); i++) {
            isMixed |= !Character.isLowerCase(item.charAt(i)) && !Character.isDigit(item.charAt(i));
        }
        return item.length() > SHORTEST_PASSWORD && item.startsWith("-p") && isMixed && item.indexOf('=') < 0;
    }

    private void addFromNeighbours(int line, List<Span> masks) {
        YamlLines.Entry entry = lines.entry(line);
        if (isValue(entry.key()) && hasSensitiveSibling(line, entry.column())) {
            addIfInTheOpen(lines.text(), entry.value(), 0, masks);
        } else if (entry.isItem() && entry.key().isEmpty() && line > 1 && isSensitiveOption(line - 1)) {
            addIfInTheOpen(lines.text(), entry.value(), 0, masks);
        } else if (entry.isItem() && entry.key().isEmpty() && isGluedPassword(lines.part(entry.value()))) {
            addIfInTheOpen(
                    lines.text(),
                    new Span(entry.value().start() + 2, entry.value().end()),
                    0,
                    masks);
        } else if (isUnderSensitiveKey(line, entry)) {
            addIfInTheOpen(lines.text(), entry.content(), 0, masks);
        }
    }

    private static boolean isValue(String key) {
        return isAsGoodAs(VALUE, key);
    }

    /** A misspelt {@code valeu} holds the same, and is shown because it is misspelt. */
    private static boolean isAsGoodAs(List<String> names, String key) {
        return names.contains(key) || !NearestNames.of(key, names).names().isEmpty();
    }

    /** Whether {@code name: DB_PASSWORD} stands in the same list item as the line. */
    private boolean hasSensitiveSibling(int line, int column) {
        for (int i = line; i > 0 && i >= line - NEIGHBOURHOOD; i--) {
            YamlLines.Entry entry = lines.entry(i);
            if (isSensitiveNameAt(entry, column)) {
                return true;
            }
            if (entry.isItem() || entry.column() < column) {
                break;
            }
        }
        for (int i = line + 1; i <= lines.count() && i <= line + NEIGHBOURHOOD; i++) {
            YamlLines.Entry entry = lines.entry(i);
            if (entry.isItem() || entry.column() < column) {
                break;
            }
            if (isSensitiveNameAt(entry, column)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSensitiveNameAt(YamlLines.Entry entry, int column) {
        if (entry.column() != column) {
            return false;
        }
        String value = lines.part(entry.value());
        return (SensitiveName.matches(value) && isAsGoodAs(NAME, entry.key()))
                || (leadsToSecret(value) && isAsGoodAs(POINTER, entry.key()));
    }

    /** {@code /stringData/x}, {@code /spec/password}: where a JSON patch puts a value. */
    private static boolean leadsToSecret(String pointer) {
        return pointer.startsWith("/")
                && (pointer.startsWith("/data")
                        || pointer.startsWith("/stringData")
                        || SensitiveName.matches(pointer.substring(pointer.lastIndexOf('/') + 1)));
    }

    private boolean isSensitiveOption(int line) {
        YamlLines.Entry entry = lines.entry(line);
        String option = entry.isItem() && entry.key().isEmpty() ? lines.part(entry.value()) : "";
        return option.startsWith("-") && option.indexOf('=') < 0 && SensitiveName.matches(option);
    }

    /** Whether the line belongs to a block scalar, and to a secret one; or to a mapping that stands in the place of a value. */
    private boolean isUnderSensitiveKey(int line, YamlLines.Entry entry) {
        if (entry.content().isEmpty()) {
            return false;
        }
        int owner = entry.indentation() == 0 ? 0 : lines.ownerOf(line, entry.indentation(), LONGEST_BLOCK);
        if (owner == 0) {
            return false;
        }
        YamlLines.Entry key = lines.entry(owner);
        boolean isBlock = key.opensBlock();
        return (isBlock && SensitiveName.matches(key.key()))
                || ((isBlock || key.value().isEmpty())
                        && isValue(key.key())
                        && hasSensitiveSibling(owner, key.column()));
    }

    /** What spans lines: private keys, and what Secrets hold. */
    private static List<Span> regions(String text, YamlLines lines) {
        List<Span> regions = new ArrayList<>(0);
        if (!SIGNS_OF_REGIONS.mayBeIn(text)) {
            return regions;
        }
        if (text.contains("PRIVATE KEY")) {
            for (TokenShape.Match match : TokenShape.in(text)) {
                if (match.shape() == TokenShape.PRIVATE_KEY) {
                    regions.add(match.span());
                }
            }
        }
        if (text.contains("Secret")) {
            SecretData.addTo(regions, lines);
        }
        if (text.contains("secretGenerator")) {
            SecretData.addGenerated(regions, lines);
        }
        return Spans.merged(regions);
    }
}
