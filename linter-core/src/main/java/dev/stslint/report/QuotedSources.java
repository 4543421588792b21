package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Related;
import dev.stslint.finding.SuppressedFinding;
import dev.stslint.finding.TextEdit;
import dev.stslint.secret.EvidentSecrets;
import dev.stslint.secret.Mask;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.source.Spans;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a report quotes from. Each is read again when it is needed; the last few are kept. */
final class QuotedSources {

    private static final int MOST_CHARACTERS = 1 << 24;

    private final Concealment concealment;
    private final Map<SourceFile, Optional<QuotedSource>> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Optional<SourcesAhead> ahead;
    private int characters;

    QuotedSources(Concealment concealment) {
        this.concealment = concealment;
        this.ahead = Optional.empty();
    }

    /** For a report that goes through the findings in their order. */
    QuotedSources(LintReport report) {
        this.concealment = report.concealment();
        this.ahead = SourcesAhead.of(report.findings(), concealment);
    }

    /** The text of a file; empty when it no longer holds what was linted. */
    Optional<QuotedSource> of(SourceFile file) {
        Optional<QuotedSource> source = recent.get(file);
        if (source == null) {
            source = ahead.isPresent() ? ahead.get().read(file) : QuotedSource.of(file, concealment);
            recent.put(file, source);
            characters += file.length();
            forgetOldest();
        }
        return source;
    }

    /**
     * A finding's words without the secrets that may have got into them: those of the files it speaks of, passwords in
     * addresses, and known token shapes.
     */
    String words(Finding finding, String words) {
        List<Span> masks = new ArrayList<>(0);
        EvidentSecrets.addTellingValues(words, 0, masks);
        addQuotedAssignments(words, masks);
        addOccurrences(finding, words, masks);
        return masked(words, masks);
    }

    /** How and why a finding was set aside, in one phrase: {@code suppressed: a test database}. */
    String setAside(SuppressedFinding suppressed) {
        String why = justification(suppressed);
        if (suppressed.kind() == SuppressedFinding.Kind.EXTERNAL) {
            return why.isEmpty() ? "in the baseline" : why;
        }
        return why.isEmpty() ? "suppressed" : "suppressed: " + why;
    }

    /**
     * Why a finding was set aside, without the secrets that may stand in it. It is held to be a line of its file, where a
     * password may stand without backticks, and may repeat what only the lines there tell to be one.
     */
    String justification(SuppressedFinding suppressed) {
        String words = suppressed.justification();
        List<Span> masks = new ArrayList<>(0);
        EvidentSecrets.addFromText(words, 0, masks);
        if (suppressed.kind() == SuppressedFinding.Kind.IN_SOURCE && !words.isEmpty()) {
            Optional<QuotedSource> source = of(suppressed.place().file());
            if (source.isPresent()) {
                source.get().valuesInLines().addOccurrences(words, 0, masks);
            }
        }
        return words(suppressed.finding(), masked(words, masks));
    }

    /** The fixes that can be shown. One that inserts a secret cannot: masked, it would break the file it is applied to. */
    List<Fix> shownFixes(Finding finding) {
        List<Fix> shown = new ArrayList<>(1);
        for (Fix fix : finding.fixes()) {
            if (!insertsSecret(finding, fix)) {
                shown.add(fix);
            }
        }
        return shown;
    }

    private boolean insertsSecret(Finding finding, Fix fix) {
        for (TextEdit edit : fix.edits()) {
            if (repeatsSecret(edit) || isSecret(finding, edit.replacement())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a secret that the edit takes out comes back in what it puts there, as in quotes: however short it is. */
    private boolean repeatsSecret(TextEdit edit) {
        Optional<QuotedSource> source = of(edit.location().file());
        return source.isPresent() && source.get().repeatsSecret(edit.location().span(), edit.replacement());
    }

    private boolean isSecret(Finding finding, String inserted) {
        List<Span> masks = new ArrayList<>(0);
        for (String line : inserted.split("\n", -1)) {
            EvidentSecrets.addFromText(line, 0, masks);
        }
        EvidentSecrets.addTellingValues(inserted, 0, masks);
        addOccurrences(finding, inserted, masks);
        return !masks.isEmpty();
    }

    /** What rules put between backticks may be a line of the file. */
    private static void addQuotedAssignments(String words, List<Span> masks) {
        int open = words.indexOf('`');
        while (open >= 0) {
            int close = words.indexOf('`', open + 1);
            if (close < 0) {
                return;
            }
            EvidentSecrets.addFromText(words.substring(open + 1, close), open + 1, masks);
            open = words.indexOf('`', close + 1);
        }
    }

    /** Adds the places of secrets that stand in the files a finding speaks of. */
    private void addOccurrences(Finding finding, String words, List<Span> masks) {
        Set<SourceFile> files = new LinkedHashSet<>();
        files.add(finding.location().file());
        for (Related related : finding.related()) {
            files.add(related.location().file());
        }
        for (Fix fix : finding.fixes()) {
            for (TextEdit edit : fix.edits()) {
                files.add(edit.location().file());
            }
        }
        for (SourceFile file : files) {
            if (!concealment.in(file).isEmpty()) {
                Optional<QuotedSource> source = of(file);
                if (source.isPresent()) {
                    source.get().values().addOccurrences(words, 0, masks);
                }
            }
        }
    }

    private static String masked(String text, List<Span> masks) {
        return masks.isEmpty() ? text : Mask.over(Spans.merged(masks), text, 0, text.length());
    }

    private void forgetOldest() {
        Iterator<SourceFile> oldest = recent.keySet().iterator();
        while (characters > MOST_CHARACTERS && recent.size() > 1) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
