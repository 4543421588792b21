package dev.stslint.lint;

import dev.stslint.finding.Applicability;
import dev.stslint.finding.FileChange;
import dev.stslint.finding.Finding;
import dev.stslint.finding.Fix;
import dev.stslint.finding.Refusal;
import dev.stslint.finding.Repair;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.EditedPlaces;
import dev.stslint.fix.FileChanges;
import dev.stslint.fix.FixApplier;
import dev.stslint.report.Concealment;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FixReport;
import dev.stslint.report.LintReport;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.source.UnreadableSourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Repairs texts until nothing is left to repair: applies the fixes that do not get into each other's way, lints again,
 * and takes the rest in the next round. What would add a finding is not applied.
 */
final class FixRun {

    private static final int MOST_ROUNDS = 10;

    private final Linter linter;
    private final FixRequest request;
    private final byte[] standardInput;
    private final Map<SourceFile, String> texts = new HashMap<>();
    private final Map<String, String> foreign = new HashMap<>();
    private final Map<String, FileChange> changes = new LinkedHashMap<>();
    private final List<Repair> repaired = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<String> refusedKeys = new HashSet<>();
    private Concealment concealment = Concealment.NONE;
    private State current;

    FixRun(Linter linter, FixRequest request) throws LintException {
        this.linter = linter;
        this.request = request;
        this.standardInput = bytesOfStandardInput(request.lint());
        this.current = look(EditedFiles.NONE);
        for (FileAccount file : current.report.accounting().files()) {
            if (file.forReference()) {
                foreign.put(file.path(), "is read for reference only");
            } else if (file.taken()) {
                foreign.put(file.path(), "lies outside of the paths that were named");
            }
        }
    }

    /** Texts, and what is found in them. */
    private record State(EditedFiles texts, LintReport report, List<Finding> watched) {}

    FixReport report() throws LintException {
        LintReport before = current.report;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Repair> next = repairsOf(current);
            if (next.isEmpty()) {
                break;
            }
            apply(current.texts, new ArrayList<>(), next);
        }
        List<FileChange> onDisk = new ArrayList<>();
        for (FileChange change : changes.values()) {
            if (change.before().file().origin().isPresent()
                    && !change.before().text().equals(change.after().text())) {
                onDisk.add(change);
            }
        }
        onDisk.sort(Comparator.comparing(FileChange::path));
        return new FixReport(
                before,
                current.report,
                List.copyOf(repaired),
                List.copyOf(refused),
                List.copyOf(onDisk),
                changeOfStandardInput(),
                concealment);
    }

    /** The first fix of each finding that may be applied, as far as they stand apart. */
    private List<Repair> repairsOf(State state) {
        List<Repair> chosen = new ArrayList<>();
        Map<SourceFile, List<TextEdit>> taken = new HashMap<>();
        Set<List<TextEdit>> known = new HashSet<>();
        for (Finding finding : state.report.findings()) {
            Optional<Repair> repair = repairOf(finding);
            if (repair.isEmpty()) {
                continue;
            }
            Fix fix = repair.get().fix();
            if (known.contains(fix.edits())) {
                chosen.add(repair.get());
            } else if (isApart(fix, taken)) {
                chosen.add(repair.get());
                known.add(fix.edits());
                for (TextEdit edit : fix.edits()) {
                    taken.computeIfAbsent(edit.location().file(), file -> new ArrayList<>(2))
                            .add(edit);
                }
            }
        }
        return chosen;
    }

    private static boolean isApart(Fix fix, Map<SourceFile, List<TextEdit>> taken) {
        for (TextEdit edit : fix.edits()) {
            if (!FixApplier.isApart(fix, taken.getOrDefault(edit.location().file(), List.of()))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Repair> repairOf(Finding finding) {
        for (Fix fix : finding.fixes()) {
            Repair repair = new Repair(finding, fix);
            if ((request.unsafe() || fix.applicability() == Applicability.SAFE) && !refusedKeys.contains(key(repair))) {
                Optional<String> reason = foreignIn(fix);
                Optional<String> obstacle = reason.isPresent() ? reason : obstacle(fix);
                if (obstacle.isEmpty()) {
                    return Optional.of(repair);
                }
                refuse(repair, obstacle.get(), reason.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** Only what was named is ours to change: what lies elsewhere has other users too. */
    private Optional<String> foreignIn(Fix fix) {
        for (TextEdit edit : fix.edits()) {
            String path = edit.location().file().path();
            String reason = foreign.get(path);
            if (reason != null) {
                return Optional.of("`" + path + "` " + reason);
            }
        }
        return Optional.empty();
    }

    private Optional<String> obstacle(Fix fix) {
        for (TextEdit edit : fix.edits()) {
            SourceFile file = edit.location().file();
            Optional<String> text = texts.containsKey(file) ? Optional.of(texts.get(file)) : file.text();
            if (text.isEmpty()) {
                return Optional.of("`" + file.path() + "` has changed since it was read");
            }
            texts.put(file, text.get());
            if (file.origin().isEmpty() && request.lint().changed().isPresent()) {
                return Optional.of("`" + file.path() + "` was read from git, and the working tree differs");
            }
            boolean isStandardInput =
                    file.origin().isEmpty() && file.path().equals(request.lint().standardInputName());
            if (!request.preview() && !isStandardInput) {
                Optional<String> obstacle = FileChanges.obstacle(file);
                if (obstacle.isPresent()) {
                    return Optional.of("`" + file.path() + "` " + obstacle.get());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Applies repairs on top of others of the same round. When that would add a finding, it is the repairs of one half or the
     * other that do.
     */
    private void apply(EditedFiles base, List<Repair> accepted, List<Repair> more) throws LintException {
        List<Repair> all = new ArrayList<>(accepted);
        all.addAll(more);
        Map<String, FileChange> edited = new LinkedHashMap<>(changes);
        State next = look(edited(base, all, edited));
        Optional<Finding> added = firstAdded(current.watched, accepted, next.watched, more);
        if (added.isEmpty()) {
            accepted.addAll(more);
            repaired.addAll(more);
            changes.putAll(edited);
            current = next;
        } else if (more.size() == 1) {
            boolean isBroken = added.get().ruleId().equals(EngineRules.INVALID_YAML.id());
            refuse(
                    more.get(0),
                    isBroken
                            ? "it would leave a document that does not parse, which is a fault of stslint"
                            : "it would bring `" + added.get().ruleId() + "` at "
                                    + added.get().location(),
                    isBroken);
        } else {
            int half = more.size() / 2;
            apply(base, accepted, more.subList(0, half));
            apply(base, accepted, more.subList(half, more.size()));
        }
    }

    private EditedFiles edited(EditedFiles base, List<Repair> repairs, Map<String, FileChange> results) {
        List<TextEdit> edits = edits(repairs);
        Set<SourceFile> files = new LinkedHashSet<>();
        for (TextEdit edit : edits) {
            files.add(edit.location().file());
        }
        EditedFiles edited = base;
        for (SourceFile file : files) {
            String text = texts.getOrDefault(file, "");
            SourceText after = file.withText(FixApplier.apply(file, text, edits));
            String key = file.origin().map(Object::toString).orElse("");
            FileChange known = results.get(key);
            results.put(key, new FileChange(known == null ? new SourceText(file, text) : known.before(), after));
            edited = edited.with(after);
        }
        return edited;
    }

    /** What repairs edit, each edit once. */
    private static List<TextEdit> edits(List<Repair> repairs) {
        List<TextEdit> edits = new ArrayList<>();
        for (Repair repair : repairs) {
            for (TextEdit edit : repair.fix().edits()) {
                if (!edits.contains(edit)) {
                    edits.add(edit);
                }
            }
        }
        return edits;
    }

    /** Lints texts. What the user's selection leaves out is watched too: no repair may add a finding of it. */
    private State look(EditedFiles edited) throws LintException {
        RuleSelection selection = request.lint().selection();
        LintReport report = lint(selection, edited);
        if (selection.select().isEmpty()) {
            return new State(edited, report, report.findings());
        }
        Map<String, Finding> watched = new LinkedHashMap<>();
        RuleSelection all =
                new RuleSelection(selection.profile(), List.of(), selection.ignore(), selection.severities());
        for (Finding finding : lint(all, edited).findings()) {
            watched.put(finding.fingerprint().exact(), finding);
        }
        for (Finding finding : report.findings()) {
            watched.put(finding.fingerprint().exact(), finding);
        }
        return new State(edited, report, List.copyOf(watched.values()));
    }

    private LintReport lint(RuleSelection selection, EditedFiles edited) throws LintException {
        LintReport report = linter.lint(
                request.lint()
                        .withSelection(selection)
                        .withStandardInput(
                                new ByteArrayInputStream(standardInput),
                                request.lint().standardInputName()),
                edited);
        concealment = concealment.and(report.concealment());
        return report;
    }

    /**
     * A finding, warning or above, that was not there before: neither the same one, nor one of the same rule at the same place
     * or on the same object that has only got another name or place by the repair, nor one that a corrected name uncovers.
     * What the repairs were for does not count as such.
     *
     * @param accepted repairs that the texts of {@code before} hold
     * @param repairs that the texts of {@code after} hold besides
     */
    private static Optional<Finding> firstAdded(
            List<Finding> before, List<Repair> accepted, List<Finding> after, List<Repair> repairs) {
        Map<String, Integer> gone = new HashMap<>();
        for (Finding finding : before) {
            gone.merge(exactKey(finding), 1, Integer::sum);
        }
        List<Finding> others = new ArrayList<>();
        for (Finding finding : after) {
            if (!take(gone, exactKey(finding))) {
                others.add(finding);
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<String> meant = new HashSet<>();
        for (Repair repair : repairs) {
            meant.add(exactKey(repair.finding()));
        }
        List<Finding> left = new ArrayList<>();
        for (Finding finding : before) {
            String key = exactKey(finding);
            if (!meant.contains(key) && take(gone, key)) {
                left.add(finding);
            }
        }
        EditedPlaces earlier = new EditedPlaces(edits(accepted));
        List<Repair> all = new ArrayList<>(accepted);
        all.addAll(repairs);
        EditedPlaces later = new EditedPlaces(edits(all));
        Map<String, Integer> gonePlaces = new HashMap<>();
        for (Finding finding : left) {
            gonePlaces.merge(placeKey(finding, earlier), 1, Integer::sum);
        }
        others.removeIf(finding -> take(gonePlaces, placeKey(finding, later)));
        Map<String, Integer> goneObjects = new HashMap<>();
        for (Finding finding : left) {
            if (take(gonePlaces, placeKey(finding, earlier))) {
                goneObjects.merge(objectKey(finding), 1, Integer::sum);
            }
        }
        for (Finding finding : others) {
            if (finding.severity().isAtLeast(Severity.WARNING)
                    && !take(goneObjects, objectKey(finding))
                    && !isUncovered(finding, repairs)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a finding speaks of a field, or of something in it, whose name alone a repair has corrected: what stands there was
     * wrong all along, and nobody has read it.
     */
    private static boolean isUncovered(Finding finding, List<Repair> repairs) {
        for (Repair repair : repairs) {
            Finding cause = repair.finding();
            List<TextEdit> edits = repair.fix().edits();
            boolean isRenaming = edits.size() == 1 && edits.get(0).location().equals(cause.location());
            if (isRenaming
                    && cause.object().equals(finding.object())
                    && cause.location()
                            .file()
                            .path()
                            .equals(finding.location().file().path())) {
                String owner = cause.fieldPath().substring(0, cause.fieldPath().lastIndexOf('.') + 1);
                String field = owner + edits.get(0).replacement();
                if (finding.fieldPath().equals(field)
                        || finding.fieldPath().startsWith(field + '.')
                        || finding.fieldPath().startsWith(field + '[')) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean take(Map<String, Integer> counts, String key) {
        Integer count = counts.get(key);
        if (count == null || count == 0) {
            return false;
        }
        counts.put(key, count - 1);
        return true;
    }

    private static String exactKey(Finding finding) {
        return finding.severity().id() + ' ' + finding.fingerprint().exact();
    }

    /** The same for an error and a warning: what was wrong may only have got graver. */
    private static String placeKey(Finding finding, EditedPlaces places) {
        Span span = places.origin(finding.location());
        return finding.severity().isAtLeast(Severity.WARNING)
                + " "
                + finding.ruleId()
                + ' '
                + finding.location().file().path()
                + ' '
                + span.start()
                + ' '
                + span.end();
    }

    private static String objectKey(Finding finding) {
        return finding.severity().id()
                + ' '
                + finding.ruleId()
                + ' '
                + finding.location().file().path()
                + ' '
                + finding.object();
    }

    private void refuse(Repair repair, String reason, boolean failed) {
        if (refusedKeys.add(key(repair))) {
            refused.add(new Refusal(repair, reason, failed));
        }
    }

    private static String key(Repair repair) {
        return repair.finding().fingerprint().exact() + ' ' + repair.fix().title();
    }

    private Optional<FileChange> changeOfStandardInput() {
        FileChange change = changes.get("");
        if (change != null || !request.lint().paths().contains("-")) {
            return Optional.ofNullable(change);
        }
        try {
            SourceText text = FileReading.READER.read(
                    new ByteArrayInputStream(standardInput), request.lint().standardInputName());
            return Optional.of(new FileChange(text, text));
        } catch (UnreadableSourceException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytesOfStandardInput(LintRequest request) throws LintException {
        if (!request.paths().contains("-")) {
            return new byte[0];
        }
        try {
            return request.standardInput().readAllBytes();
        } catch (IOException e) {
            throw new LintException("cannot read standard input: " + e.getMessage());
        }
    }
}
