package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.io.IOException;

/**
 * Every file and document with what became of it, and the sums, for {@code --verbose}: {@code files = read + skipped},
 * {@code documents = with objects + kustomizations + patches + empty + not Kubernetes + broken}.
 */
public final class AccountingListing {

    private final Accounting accounting;

    public AccountingListing(Accounting accounting) {
        this.accounting = accounting;
    }

    /**
     * Writes the listing.
     *
     * @throws IOException when {@code out} does
     */
    public void write(Appendable out) throws IOException {
        for (FileAccount file : accounting.files()) {
            writeFile(file, out);
        }
        for (String unjudged : accounting.unjudged()) {
            out.append(HarmlessText.of(unjudged)).append('\n');
        }
        for (Finding finding : accounting.outside()) {
            out.append(HarmlessText.of(finding.location() + ": " + finding.ruleId()))
                    .append(", outside the change\n");
        }
        writeFileSum(out);
        writeDocumentSum(out);
    }

    private static void writeFile(FileAccount file, Appendable out) throws IOException {
        out.append(HarmlessText.of(file.path())).append(": ");
        if (!file.isRead()) {
            out.append("skipped: ").append(HarmlessText.of(file.skipped())).append('\n');
            return;
        }
        out.append(Counted.of(file.documents().size(), "document"));
        out.append(file.taken() ? ", taken by a kustomization" : "");
        out.append(file.forReference() ? ", read for reference only\n" : "\n");
        for (DocumentAccount document : file.documents()) {
            out.append("  line ").append(Integer.toString(document.line())).append(": ");
            out.append(
                    document.outcome() == Outcome.OBJECTS
                            ? Counted.of(document.objects(), "object")
                            : document.outcome().text());
            out.append('\n');
        }
    }

    private void writeFileSum(Appendable out) throws IOException {
        out.append(Counted.of(accounting.files().size(), "file"))
                .append(" = ")
                .append(Integer.toString(accounting.filesRead()))
                .append(" read");
        String separator = " (";
        if (accounting.filesTaken() > 0) {
            out.append(separator)
                    .append(Integer.toString(accounting.filesTaken()))
                    .append(" taken from elsewhere");
            separator = ", ";
        }
        if (accounting.filesForReference() > 0) {
            out.append(separator)
                    .append(Integer.toString(accounting.filesForReference()))
                    .append(" for reference only");
            separator = ", ";
        }
        out.append(separator.equals(", ") ? ")" : "");
        out.append(" + ").append(Integer.toString(accounting.filesSkipped())).append(" skipped\n");
    }

    private void writeDocumentSum(Appendable out) throws IOException {
        out.append(Counted.of(accounting.documents(), "document"));
        String sign = " = ";
        for (Outcome outcome : Outcome.values()) {
            int count = accounting.documents(outcome);
            out.append(sign).append(Integer.toString(count)).append(' ').append(noun(outcome, count));
            sign = " + ";
        }
        out.append('\n');
        out.append(Counted.of(accounting.objects(), "object")).append('\n');
    }

    private static String noun(Outcome outcome, int count) {
        return switch (outcome) {
            case OBJECTS -> "with objects";
            case KUSTOMIZATION -> count == 1 ? "kustomization" : "kustomizations";
            case PATCH -> count == 1 ? "patch" : "patches";
            case EMPTY -> "empty";
            case NOT_KUBERNETES -> "not Kubernetes";
            case BROKEN -> "broken";
        };
    }
}
