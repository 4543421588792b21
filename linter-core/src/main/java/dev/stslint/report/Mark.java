package dev.stslint.report;

import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;

/**
 * Something to underline in a file.
 *
 * @param span what a finding names, without the blanks at its end when it ends on a later line
 * @param label beside the underline; may be empty
 * @param isPrimary whether it is the finding's own place
 */
record Mark(Span span, int firstLine, int lastLine, String label, boolean isPrimary) {

    static Mark of(QuotedSource source, Span span, String label, boolean isPrimary) {
        SourceFile file = source.file();
        int first = file.lineAt(span.start());
        int end = span.end();
        while (end > span.start() && file.lineAt(end) > first && source.text().charAt(end - 1) <= ' ') {
            end--;
        }
        return new Mark(new Span(span.start(), end), first, file.lineAt(end), label, isPrimary);
    }

    boolean isOnOneLine() {
        return firstLine == lastLine;
    }

    String sign() {
        return isPrimary ? "^" : "-";
    }
}
