package dev.stslint.yaml;

import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.List;

/**
 * What holds for every text, whatever it is: reading does not throw, documents and separator lines cover the text,
 * everything stands inside of what it belongs to, the characters of a scalar read as that scalar, and nothing depends on
 * which parser read it.
 */
final class TreeInvariants {

    private static final YamlReader READER = new YamlReader(YamlLimits.DEFAULT);
    private static final YamlReader ENGINE = YamlReader.withoutSubset(YamlLimits.DEFAULT);

    private final String text;
    private final YamlStream stream;

    private TreeInvariants(String text, YamlStream stream) {
        this.text = text;
        this.stream = stream;
    }

    /** Reads the text and checks what was read. */
    static YamlStream check(String text) {
        SourceText source = SourceFile.of("test.yaml", text);
        YamlStream stream = READER.read(source);
        TreeInvariants invariants = new TreeInvariants(source.text(), stream);
        invariants.check();
        invariants.require(
                TreeListing.of(stream).equals(TreeListing.of(ENGINE.read(source))),
                "the engine and the parser of the subset read it differently");
        return stream;
    }

    private void check() {
        checkFaults();
        if (stream.template()) {
            require(stream.documents().isEmpty(), "a template has documents");
            return;
        }
        checkCover();
        for (YamlDocument document : stream.documents()) {
            require(
                    document.root().isPresent() == (document.state() == YamlDocument.State.READ),
                    "a root and a state that do not fit");
            checkComments(document);
            if (document.root().isPresent()) {
                YamlNode root = document.root().get();
                require(document.span().contains(root.span()), "a root outside of its document");
                check(document, root, 0);
            }
        }
    }

    private void checkFaults() {
        int last = 0;
        for (YamlFault fault : stream.faults()) {
            Span span = fault.location().span();
            require(span.end() <= text.length() && span.start() >= last, "faults out of order or outside of the text");
            require(!fault.message().isEmpty() && fault.message().length() <= 100, fault.message());
            require(fault.message().indexOf('\n') < 0 && !fault.message().endsWith("."), fault.message());
            last = span.start();
        }
    }

    private void checkCover() {
        int at = 0;
        for (int i = 0; i < stream.documents().size(); i++) {
            YamlDocument document = stream.documents().get(i);
            require(document.index() == i, "a wrong index");
            at = checkGap(at, document.span().start());
            require(document.span().start() == at, "a gap in front of a document");
            at = document.span().end();
        }
        require(checkGap(at, text.length()) == text.length(), "something is left behind the last document");
    }

    /** Between documents there is nothing but a separator line. */
    private int checkGap(int from, int to) {
        if (from == to) {
            return to;
        }
        require(from < to, "documents that overlap");
        require(text.startsWith("---", from), "a gap that is no separator");
        int lineEnd = from;
        while (lineEnd < to && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int next = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length());
        require(next == to, "a separator of more than one line");
        return to;
    }

    private void checkComments(YamlDocument document) {
        int last = document.span().start();
        for (YamlComment comment : document.comments()) {
            require(comment.span().start() >= last, "comments out of order");
            require(document.span().contains(comment.span()), "a comment outside of its document");
            require(text.charAt(comment.span().start()) == '#', "a comment without a hash");
            last = comment.span().end();
        }
    }

    private void check(YamlDocument document, YamlNode node, int depth) {
        require(depth <= YamlLimits.DEFAULT.depth(), "too deep");
        if (node instanceof YamlAlias) {
            require(text.charAt(node.start()) == '*', "an alias without a star");
        } else if (node instanceof YamlScalar scalar) {
            checkScalar(document, scalar);
        } else if (node instanceof YamlSequence sequence) {
            int last = node.start();
            for (int i = 0; i < sequence.size(); i++) {
                last = checkChild(document, node, sequence.item(i), last, depth);
            }
        } else {
            YamlMapping written = ((YamlMapping) node).written();
            int last = node.start();
            for (int i = 0; i < written.size(); i++) {
                last = checkChild(document, node, written.key(i), last, depth);
                last = checkChild(document, node, written.value(i), last, depth);
            }
        }
    }

    private int checkChild(YamlDocument document, YamlNode parent, YamlNode child, int last, int depth) {
        require(parent.span().contains(child.span()), "a child outside of its parent");
        require(child.start() >= last, "children that overlap");
        check(document, child, depth + 1);
        return child.end();
    }

    private void checkScalar(YamlDocument document, YamlScalar scalar) {
        String source = text.substring(scalar.start(), scalar.end());
        String whole = text.substring(document.span().start(), document.span().end());
        boolean tagged = whole.indexOf('!') >= 0;
        if (tagged
                || source.indexOf('\uFEFF') >= 0
                || (source.isEmpty() && scalar.text().isEmpty())) {
            return;
        }
        int column = YamlText.blockColumn(text, document.span().start(), scalar.start());
        List<String> readings = List.of(
                source,
                " " + source,
                " ".repeat(column) + "v: " + source + (source.endsWith("\r") ? "\r" : "\n"),
                "[" + source + "]",
                "[" + source + "\n]",
                "{\"v\":" + source + "}",
                source + ": v");
        for (String reading : readings) {
            if (reads(reading, scalar)) {
                return;
            }
        }
        require(
                false,
                "a scalar that does not read as itself: " + scalar.style() + " <" + source + "> in <" + whole + ">");
    }

    /** Whether a text consists of that scalar, or of a list or mapping with nothing else in it. */
    private static boolean reads(String reading, YamlScalar scalar) {
        YamlStream stream = READER.read(SourceFile.of("scalar", reading));
        if (stream.documents().isEmpty() || stream.documents().get(0).root().isEmpty()) {
            return false;
        }
        YamlNode root = stream.documents().get(0).root().get();
        if (root instanceof YamlMapping mapping && mapping.size() == 1) {
            return isSame(mapping.value(0), scalar) || isSame(mapping.key(0), scalar);
        }
        return isSame(root instanceof YamlSequence sequence && sequence.size() == 1 ? sequence.item(0) : root, scalar);
    }

    private static boolean isSame(YamlNode node, YamlScalar scalar) {
        return node instanceof YamlScalar other
                && other.text().equals(scalar.text())
                && other.type() == scalar.type()
                && other.style() == scalar.style();
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
