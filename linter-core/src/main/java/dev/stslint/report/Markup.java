package dev.stslint.report;

import java.io.IOException;

/**
 * Elements and text on their way out, as XML and HTML both read them. Whatever is given as text or as an attribute's value
 * is data: it is escaped, and characters that XML does not know, or that would turn the direction of writing, become
 * something that can be seen. Whoever opens an element closes it.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(4096);

    /** Opens an element. */
    Markup open(String element, String... attributes) {
        return start(element, attributes).raw(">");
    }

    /** An element without content, in the form that XML and SVG want. */
    Markup empty(String element, String... attributes) {
        return start(element, attributes).raw("/>");
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** Data: line breaks and tabs stay. */
    Markup text(String text) {
        return escaped(text, false);
    }

    /** Markup of our own, never data. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A line break between elements. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** Hands over what there is. */
    void flush(Appendable target) throws IOException {
        target.append(out);
        out.setLength(0);
    }

    /** @param attributes names and values in turn */
    private Markup start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1], true).raw("\"");
        }
        return this;
    }

    private Markup escaped(String text, boolean isAttribute) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(isAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(isAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(isAttribute ? "&#9;" : "\t");
                default -> {
                    if (isShown(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(HarmlessText.picture(c));
                    }
                }
            }
            i += Character.charCount(c);
        }
        return this;
    }

    /** The last two code points of each plane are none of XML's first, and no characters anywhere. */
    private static boolean isShown(int codePoint) {
        return HarmlessText.isHarmless(codePoint) && (codePoint & 0xFFFE) != 0xFFFE;
    }
}
