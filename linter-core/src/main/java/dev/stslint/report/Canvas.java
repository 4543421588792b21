package dev.stslint.report;

import dev.stslint.report.Palette.Style;

/** Rows of a code frame behind its gutter of line numbers. Blanks at the end of a row are not written. */
final class Canvas {

    private final StringBuilder out;
    private final Palette palette;
    private final int gutter;
    private final StringBuilder blanks = new StringBuilder();

    Canvas(StringBuilder out, Palette palette, int lastLine) {
        this.out = out;
        this.palette = palette;
        this.gutter = Integer.toString(lastLine).length();
    }

    /** Starts a row of source. */
    void row(int line) {
        String number = Integer.toString(line);
        spaces(gutter - number.length());
        write(Style.FRAME, number);
        spaces(1);
        write(Style.FRAME, "|");
        spaces(1);
    }

    /** Starts a row without a number. */
    void row() {
        spaces(gutter + 1);
        write(Style.FRAME, "|");
        spaces(1);
    }

    /** Starts a row for lines that are left out; the two columns before the text come next. */
    void elision() {
        write(Style.FRAME, "...");
        spaces(gutter);
    }

    /** A row with a sign where the gutter ends: an arrow, colons, an equals sign. */
    void edge(int shift, String sign) {
        spaces(gutter + shift);
        write(Style.FRAME, sign);
        spaces(1);
    }

    void spaces(int count) {
        for (int i = 0; i < count; i++) {
            blanks.append(' ');
        }
    }

    void tab() {
        blanks.append('\t');
    }

    void write(Style style, String text) {
        if (!text.isEmpty()) {
            out.append(blanks);
            blanks.setLength(0);
            palette.append(out, style, text);
        }
    }

    void endRow() {
        blanks.setLength(0);
        out.append('\n');
    }
}
