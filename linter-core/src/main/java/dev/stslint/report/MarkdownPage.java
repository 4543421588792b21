package dev.stslint.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of Markdown as text for a terminal: headings stand out, code keeps its lines, all else is wrapped. Knows what
 * the pages of rules use: headings, paragraphs, lists, quotes, tables, fenced code, code spans, bold text and links.
 */
final class MarkdownPage {

    private static final String CODE_INDENT = "    ";

    private final int width;
    private final Styling styling;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private String firstIndent = "";
    private String indent = "";

    private MarkdownPage(int width, Styling styling) {
        this.width = width;
        this.styling = styling;
    }

    /** The page as text that ends with a line break. */
    static String render(String markdown, int width, Styling styling) {
        return new MarkdownPage(width, styling).rendered(markdown);
    }

    private String rendered(String markdown) {
        String fence = "";
        int depth = 0;
        for (String line : markdown.split("\\R", -1)) {
            String text = line.strip();
            if (!fence.isEmpty()) {
                if (text.startsWith(fence)) {
                    fence = "";
                    addBlank();
                } else {
                    addCode(line, depth);
                }
            } else if (text.startsWith("```") || text.startsWith("~~~")) {
                endParagraph();
                addBlank();
                fence = text.substring(0, 3);
                depth = line.indexOf(fence);
            } else if (text.isEmpty()) {
                endParagraph();
                addBlank();
            } else if (!text.startsWith("<!--")) {
                add(line, text);
            }
        }
        endParagraph();
        return out.toString().strip() + "\n";
    }

    private void add(String line, String text) {
        int marker = listMarker(text);
        if (text.startsWith("#")) {
            endParagraph();
            addHeading(text);
        } else if (text.startsWith("|")) {
            endParagraph();
            out.append(text).append('\n');
        } else if (text.startsWith(">")) {
            startParagraph("  | ", "  | ");
            paragraph.append(text.substring(1).strip());
        } else if (marker > 0) {
            endParagraph();
            String before = " ".repeat(line.indexOf(text));
            startParagraph(before + text.substring(0, marker), before + " ".repeat(marker));
            paragraph.append(text.substring(marker).strip());
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
        }
    }

    /** How long the marker of a list item is with the blank behind it; 0 for anything else. */
    private static int listMarker(String text) {
        if (text.startsWith("- ") || text.startsWith("* ")) {
            return 2;
        }
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0 && text.startsWith(". ", digits) ? digits + 2 : 0;
    }

    private void addHeading(String text) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        String title = plain(text.substring(level).strip());
        addBlank();
        if (styling == Styling.PLAIN) {
            out.append(title).append('\n');
            if (level < 3) {
                out.append((level == 1 ? "=" : "-").repeat(title.length())).append('\n');
            }
        } else {
            out.append(styling.strong()).append(title).append(styling.end()).append('\n');
        }
        addBlank();
    }

    /** Code keeps its own indentation, but not that of the list item it stands in. */
    private void addCode(String line, int depth) {
        int start = 0;
        while (start < Math.min(depth, line.length()) && line.charAt(start) == ' ') {
            start++;
        }
        String code = line.substring(start).stripTrailing();
        if (!code.isEmpty()) {
            out.append(CODE_INDENT).append(" ".repeat(depth));
            out.append(styling.code()).append(code).append(styling.end());
        }
        out.append('\n');
    }

    private void startParagraph(String first, String others) {
        if (!paragraph.isEmpty() && firstIndent.equals(first)) {
            paragraph.append(' ');
            return;
        }
        endParagraph();
        firstIndent = first;
        indent = others;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            wrap(words(paragraph.toString()));
            paragraph.setLength(0);
        }
        firstIndent = "";
        indent = "";
    }

    private void addBlank() {
        if (!out.isEmpty() && !endsWithBlank()) {
            out.append('\n');
        }
    }

    private boolean endsWithBlank() {
        int length = out.length();
        return length > 1 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n';
    }

    /** A word as it is written and as wide as it is seen. */
    private record Word(String text, int width) {}

    private void wrap(List<Word> words) {
        out.append(firstIndent);
        int column = firstIndent.length();
        boolean first = true;
        for (Word word : words) {
            if (!first && column + 1 + word.width > width) {
                out.append('\n').append(indent);
                column = indent.length();
                first = true;
            }
            if (!first) {
                out.append(' ');
                column++;
            }
            out.append(word.text);
            column += word.width;
            first = false;
        }
        out.append('\n');
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int seen = 0;
        String style = "";
        String line = withoutLinkMarkup(text) + " ";
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean code = style.equals("`");
            if (c == '`' && !style.equals("**")) {
                word.append(code ? "`" + styling.end() : styling.code() + "`");
                style = code ? "" : "`";
                seen++;
            } else if (!code && line.startsWith("**", i)) {
                word.append(style.isEmpty() ? styling.strong() : styling.end());
                style = style.isEmpty() ? "**" : "";
                i++;
            } else if (c != ' ') {
                word.append(c);
                seen++;
            } else if (seen > 0) {
                // A style ends with the word and starts again with the next, so that lines can be read alone.
                words.add(new Word(
                        style.isEmpty()
                                ? word.toString()
                                : word.append(styling.end()).toString(),
                        seen));
                word.setLength(0);
                word.append(style.isEmpty() ? "" : code ? styling.code() : styling.strong());
                seen = 0;
            }
        }
        return words;
    }

    private static String plain(String text) {
        return withoutLinkMarkup(text).replace("**", "");
    }

    /** {@code [text](address)} becomes {@code text (address)}; a page of another rule is known by its name. */
    private static String withoutLinkMarkup(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            code ^= c == '`';
            int middle = c == '[' && !code ? text.indexOf(']', i) : -1;
            int end = middle >= 0 && text.startsWith("](", middle) ? text.indexOf(')', middle) : -1;
            if (end < 0) {
                out.append(c);
                continue;
            }
            String address = text.substring(middle + 2, end);
            out.append(text, i + 1, middle);
            if (address.contains("://")) {
                out.append(" (").append(address).append(')');
            }
            i = end;
        }
        return out.toString();
    }
}
