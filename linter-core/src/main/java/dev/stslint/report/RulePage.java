package dev.stslint.report;

import java.util.ArrayList;
import java.util.List;

/** A rule's Markdown page in the forms that other tools show: its first words, all of it, and all of it as plain text. */
final class RulePage {

    private static final String FENCE = "```";

    private final List<String> lines;

    private RulePage(List<String> lines) {
        this.lines = lines;
    }

    static RulePage of(String markdown) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < markdown.length()) {
            int end = markdown.indexOf('\n', start);
            if (end < 0) {
                end = markdown.length();
            }
            lines.add(markdown.substring(start, end).stripTrailing());
            start = end + 1;
        }
        if (!lines.isEmpty() && lines.get(0).startsWith("# ")) {
            lines.remove(0);
        }
        return new RulePage(lines);
    }

    /** The page without its title, line by line. */
    List<String> lines() {
        return lines;
    }

    /** The first paragraph, on one line; empty when there is none. */
    String firstParagraph() {
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            boolean isText = !line.isEmpty() && !line.startsWith("#") && !line.startsWith(FENCE);
            if (isText) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return paragraph.toString();
    }

    /** The page without its title, and without what follows a fence's language: that is for our own tests. */
    String markdown() {
        StringBuilder page = new StringBuilder();
        for (String line : lines) {
            int blank = line.startsWith(FENCE) ? line.indexOf(' ') : -1;
            page.append(blank < 0 ? line : line.substring(0, blank)).append('\n');
        }
        return page.toString().strip();
    }

    /** The page without marks, except for code between backticks. */
    String text() {
        StringBuilder page = new StringBuilder();
        boolean inCode = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                inCode = !inCode;
            } else if (inCode) {
                page.append("    ").append(line).append('\n');
            } else {
                page.append(withoutLinks(withoutHeading(line))).append('\n');
            }
        }
        return page.toString().strip();
    }

    /** A heading without its marks; other lines unchanged. */
    static String withoutHeading(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        return marks > 0 && marks < line.length() && line.charAt(marks) == ' ' ? line.substring(marks + 1) : line;
    }

    /** {@code [words](address)} becomes {@code words (address)}. */
    private static String withoutLinks(String line) {
        int middle = line.indexOf("](");
        int open = middle < 0 ? -1 : line.lastIndexOf('[', middle);
        int close = middle < 0 ? -1 : line.indexOf(')', middle);
        if (open < 0 || close < 0) {
            return line;
        }
        return line.substring(0, open)
                + line.substring(open + 1, middle)
                + " ("
                + line.substring(middle + 2, close)
                + ")"
                + withoutLinks(line.substring(close + 1));
    }
}
