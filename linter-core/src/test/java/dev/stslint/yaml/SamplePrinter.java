package dev.stslint.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes content as YAML in one of its many forms: blocks and flows, all quotes, comments, anchors, blank lines. */
final class SamplePrinter {

    private static final String[] COMMENTS = {"", "", "", " # comment", "   #", " # 😀: {[\"'|", "  "};

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int anchors;
    private boolean behindBlockScalar;

    SamplePrinter(long seed) {
        this.random = new Random(seed);
    }

    /** The content as a document with line feeds. */
    String print(Sample sample) {
        if (chance(4)) {
            text.append("# top\n");
        }
        boolean inline = sample instanceof Sample.Text || sample instanceof Sample.Word || isEmpty(sample) || chance(4);
        if (inline) {
            printInline(sample, 1, false);
            endLine();
        } else {
            printBlock(sample, chance(4) ? 2 : 0);
        }
        return text.toString();
    }

    private void printBlock(Sample sample, int indentation) {
        String indent = " ".repeat(indentation);
        if (sample instanceof Sample.Items list) {
            for (Sample item : list.items()) {
                printGap(indentation);
                text.append(indent).append('-');
                printChild(item, indentation, true);
            }
        } else {
            for (Map.Entry<String, Sample> field :
                    ((Sample.Fields) sample).fields().entrySet()) {
                printGap(indentation);
                text.append(indent);
                if (chance(12)) {
                    text.append("? ");
                    printKey(field.getKey(), false);
                    text.append('\n').append(indent).append(':');
                } else {
                    printKey(field.getKey(), false);
                    text.append(chance(8) ? " :" : ":");
                }
                printChild(field.getValue(), indentation, false);
            }
        }
    }

    private void printChild(Sample child, int indentation, boolean item) {
        boolean scalar = child instanceof Sample.Text || child instanceof Sample.Word;
        if (scalar || isEmpty(child) || chance(5)) {
            text.append(chance(6) ? "   " : " ");
            printAnchor();
            printInline(child, indentation + 1 + random.nextInt(3), false);
            endLine();
            return;
        }
        int deeper = indentation + 1 + random.nextInt(4);
        if (item && chance(2) && child instanceof Sample.Fields) {
            printCompact(child, indentation);
            return;
        }
        if (chance(6)) {
            text.append(" &n").append(anchors++);
        }
        endLine();
        boolean indentless = !item && child instanceof Sample.Items && chance(2);
        printBlock(child, indentless ? indentation : deeper);
    }

    /** {@code - key: value}, the first key on the line of the dash. */
    private void printCompact(Sample child, int indentation) {
        int gap = 1 + random.nextInt(3);
        int mark = text.length();
        printBlock(child, indentation + 1 + gap);
        String block = text.substring(mark);
        text.setLength(mark);
        int start = 0;
        while (block.charAt(start) == '\n' || block.startsWith("#", start) || isBlankLine(block, start)) {
            start = block.indexOf('\n', start) + 1;
        }
        text.append(" ".repeat(gap)).append(block, start + indentation + 1 + gap, block.length());
    }

    private static boolean isBlankLine(String block, int start) {
        String line = block.substring(start, block.indexOf('\n', start)).strip();
        return line.isEmpty() || line.startsWith("#");
    }

    private void printGap(int indentation) {
        if (behindBlockScalar) {
            behindBlockScalar = false;
            text.append(chance(8) ? " ".repeat(random.nextInt(indentation + 1)) + "# behind\n" : "");
            return;
        }
        if (chance(8)) {
            text.append('\n');
        }
        if (chance(8)) {
            text.append(" ".repeat(random.nextInt(indentation + 3))).append("# between\n");
        }
        if (chance(12)) {
            text.append("  \n");
        }
    }

    private void printAnchor() {
        if (chance(10)) {
            text.append("&n").append(anchors++).append(' ');
        }
    }

    /** Ends the line, with a comment unless a block scalar has just ended. */
    private void endLine() {
        if (text.charAt(text.length() - 1) != '\n') {
            text.append(COMMENTS[random.nextInt(COMMENTS.length)]).append('\n');
        }
    }

    private void printKey(String key, boolean flow) {
        switch (random.nextInt(3)) {
            case 0 -> text.append(doubleQuoted(key, 0));
            case 1 -> text.append(isPrintable(key) ? singleQuoted(key, 0) : doubleQuoted(key, 0));
            default -> text.append(isPlain(key) ? key : doubleQuoted(key, 0));
        }
        if (flow && chance(8)) {
            text.append(' ');
        }
    }

    private void printInline(Sample sample, int indentation, boolean flow) {
        if (sample instanceof Sample.Word word) {
            text.append(word.written());
        } else if (sample instanceof Sample.Text content) {
            printText(content.content(), indentation, flow);
        } else if (sample instanceof Sample.Items list) {
            text.append('[');
            List<Sample> items = list.items();
            for (int i = 0; i < items.size(); i++) {
                printFlowGap(indentation);
                printInline(items.get(i), indentation, true);
                printFlowEnd(i + 1 < items.size(), indentation);
            }
            printFlowGap(indentation);
            text.append(']');
        } else {
            text.append('{');
            List<Map.Entry<String, Sample>> fields =
                    new ArrayList<>(((Sample.Fields) sample).fields().entrySet());
            for (int i = 0; i < fields.size(); i++) {
                printFlowGap(indentation);
                printKey(fields.get(i).getKey(), true);
                text.append(": ");
                printInline(fields.get(i).getValue(), indentation, true);
                printFlowEnd(i + 1 < fields.size(), indentation);
            }
            printFlowGap(indentation);
            text.append('}');
        }
    }

    private void printFlowEnd(boolean more, int indentation) {
        if (chance(8)) {
            printFlowGap(indentation);
        }
        if (more || chance(6)) {
            text.append(',');
        }
    }

    private void printFlowGap(int indentation) {
        if (chance(8)) {
            text.append(chance(2) ? " # in a flow\n" : "\n").append(" ".repeat(indentation));
        } else if (chance(2)) {
            text.append(' ');
        }
    }

    private void printText(String content, int indentation, boolean flow) {
        int style = random.nextInt(flow ? 3 : 5);
        if (style == 0 && isPlain(content)) {
            text.append(folded(content, indentation));
        } else if (style == 1 && isPrintable(content)) {
            text.append(singleQuoted(content, indentation));
        } else if (style >= 3 && isBlockable(content)) {
            printBlockScalar(content, indentation, style == 4);
        } else {
            text.append(doubleQuoted(content, indentation));
        }
    }

    private void printBlockScalar(String content, int indentation, boolean fold) {
        int trailing = 0;
        while (trailing < content.length() && content.charAt(content.length() - 1 - trailing) == '\n') {
            trailing++;
        }
        String body = content.substring(0, content.length() - trailing);
        boolean folding = fold && body.indexOf('\n') < 0 && !body.startsWith(" ");
        text.append(folding ? '>' : '|').append(trailing == 0 ? "-" : trailing == 1 ? "" : "+");
        text.append(chance(6) ? " # header" : "").append('\n');
        String indent = " ".repeat(indentation);
        for (String line : (folding ? folded(body, 0) : body).split("\n", -1)) {
            text.append(line.isEmpty() ? "" : indent).append(line).append('\n');
        }
        text.append("\n".repeat(Math.max(0, trailing - 1)));
        behindBlockScalar = true;
    }

    private String singleQuoted(String content, int indentation) {
        return "'" + folded(content.replace("'", "''"), indentation) + "'";
    }

    private String doubleQuoted(String content, int indentation) {
        StringBuilder quoted = new StringBuilder("\"");
        content.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0) || (c > 0x7F && chance(4))) {
                        quoted.append(c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08X", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return folded(quoted.toString(), indentation) + "\"";
    }

    /** Breaks lines at some of the single spaces between words; not where {@code indentation} is 0, as in keys. */
    private String folded(String content, int indentation) {
        StringBuilder lines = new StringBuilder(content);
        for (int i = content.length() - 2; i > 1 && indentation > 0; i--) {
            boolean between = content.charAt(i) == ' '
                    && Character.isLetter(content.charAt(i - 1))
                    && Character.isLetter(content.charAt(i + 1));
            if (between && chance(5)) {
                lines.replace(i, i + 1, "\n" + " ".repeat(indentation));
            }
        }
        return lines.toString();
    }

    private static boolean isPlain(String content) {
        if (content.isEmpty() || ScalarResolver.typeOf(content) != ScalarType.STRING) {
            return false;
        }
        return content.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " _./".indexOf(c) >= 0 || c > 0x10000)
                && !content.startsWith(" ")
                && !content.endsWith(" ")
                && !content.startsWith("...")
                && content.indexOf("  ") < 0;
    }

    /** Whether it can stand in single quotes on one line. */
    private static boolean isPrintable(String content) {
        return content.codePoints().allMatch(c -> (c >= ' ' && c < 0x7F) || c >= 0xA0);
    }

    /** Whether a block scalar without an explicit indentation can hold it. */
    private static boolean isBlockable(String content) {
        String lines = content.replace("\n", "");
        return isPrintable(lines) && !content.isEmpty() && !content.startsWith(" ") && !content.startsWith("\n");
    }

    private static boolean isEmpty(Sample sample) {
        return (sample instanceof Sample.Items list && list.items().isEmpty())
                || (sample instanceof Sample.Fields fields && fields.fields().isEmpty());
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }
}
