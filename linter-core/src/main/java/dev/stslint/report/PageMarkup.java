package dev.stslint.report;

import java.util.List;
import java.util.Set;

/**
 * A rule's Markdown page as HTML. Knows what such pages use: headings, paragraphs, lists, quotes, tables, fenced code, code
 * spans, bold text and links. Everything else is text: a page can bring no markup of its own.
 */
final class PageMarkup {

    private static final String FENCE = "```";

    private final Markup html;
    private final Set<String> rules;

    /** The element that the lines so far are in: {@code p}, {@code li}, {@code blockquote}, {@code td}; empty between. */
    private String block = "";

    private String list = "";

    /** @param rules the ids of the rules whose pages can be linked to */
    PageMarkup(Markup html, Set<String> rules) {
        this.html = html;
        this.rules = rules;
    }

    /** Writes a page without its title. */
    void write(List<String> lines) {
        boolean inCode = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith(FENCE)) {
                if (inCode) {
                    html.close("code").close("pre").line();
                } else {
                    endList();
                    html.open("pre").open("code");
                }
                inCode = !inCode;
            } else if (inCode) {
                html.text(line).line();
            } else {
                add(text);
            }
        }
        if (inCode) {
            html.close("code").close("pre").line();
        }
        endList();
    }

    private void add(String text) {
        int marker = listMarker(text);
        if (text.isEmpty() || text.startsWith("<!--")) {
            endBlock();
        } else if (text.startsWith("#")) {
            endList();
            html.open("h4");
            inline(RulePage.withoutHeading(text));
            html.close("h4").line();
        } else if (text.startsWith("|")) {
            addTableRow(text);
        } else if (text.startsWith(">")) {
            start("blockquote");
            inline(text.substring(1).strip());
        } else if (marker > 0) {
            endBlock();
            startList(Character.isDigit(text.charAt(0)) ? "ol" : "ul");
            start("li");
            inline(text.substring(marker).strip());
        } else {
            if (block.isEmpty()) {
                endList();
            }
            start(block.isEmpty() ? "p" : block);
            inline(text);
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

    private void addTableRow(String text) {
        String cell = list.equals("table") ? "td" : "th";
        startList("table");
        String cells = text.endsWith("|") ? text.substring(1, text.length() - 1) : text.substring(1);
        boolean isRule = cells.chars().allMatch(c -> "-:| ".indexOf(c) >= 0);
        if (!isRule) {
            html.open("tr");
            for (String content : cells.split("\\|", -1)) {
                html.open(cell);
                inline(content.strip());
                html.close(cell);
            }
            html.close("tr").line();
        }
    }

    private void start(String element) {
        if (block.equals(element)) {
            html.text(" ");
        } else {
            endBlock();
            html.open(element);
            block = element;
        }
    }

    private void endBlock() {
        if (!block.isEmpty()) {
            html.close(block).line();
            block = "";
        }
    }

    private void startList(String element) {
        if (!list.equals(element)) {
            endList();
            html.open(element).line();
            list = element;
        }
    }

    private void endList() {
        endBlock();
        if (!list.isEmpty()) {
            html.close(list).line();
            list = "";
        }
    }

    private void inline(String text) {
        int at = 0;
        int plain = 0;
        while (at < text.length()) {
            int end = -1;
            if (text.charAt(at) == '`') {
                end = text.indexOf('`', at + 1);
                if (end > 0) {
                    html.text(text.substring(plain, at)).element("code", text.substring(at + 1, end));
                }
            } else if (text.startsWith("**", at)) {
                int close = text.indexOf("**", at + 2);
                if (close > 0) {
                    html.text(text.substring(plain, at)).open("strong");
                    inline(text.substring(at + 2, close));
                    html.close("strong");
                    end = close + 1;
                }
            } else if (text.charAt(at) == '[') {
                int middle = text.indexOf("](", at);
                int close = middle < 0 ? -1 : text.indexOf(')', middle);
                if (close > 0) {
                    html.text(text.substring(plain, at));
                    link(text.substring(at + 1, middle), text.substring(middle + 2, close));
                    end = close;
                }
            }
            at = end > 0 ? end + 1 : at + 1;
            plain = end > 0 ? at : plain;
        }
        html.text(text.substring(plain));
    }

    /** Only to the web, and to rules that are on this page. */
    private void link(String text, String address) {
        String rule = address.endsWith(".md") ? address.substring(0, address.length() - ".md".length()) : "";
        if (address.startsWith("https://") || address.startsWith("http://")) {
            html.open("a", "href", address, "rel", "noreferrer");
            inline(text);
            html.close("a");
        } else if (rules.contains(rule)) {
            html.open("a", "href", "#rule-" + rule);
            inline(text);
            html.close("a");
        } else {
            inline(text);
        }
    }
}
