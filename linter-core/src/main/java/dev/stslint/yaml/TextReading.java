package dev.stslint.yaml;

import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One text while it is read: JSON values as long as there are some, then YAML documents. */
final class TextReading {

    private static final int[] NO_LEAVES = {};

    /** A template shows itself at its first faults. */
    private static final int FAULTS_NEAR_MARKUP = 5;

    private final SourceText source;
    private final String text;
    private final YamlLimits limits;
    private final DocumentParser parser;
    private final FaultLog faults;
    private final Buffers buffers;
    private final List<YamlDocument> documents = new ArrayList<>(1);
    private @Nullable Span markup;

    TextReading(SourceText source, YamlLimits limits, DocumentParser parser, Buffers buffers) {
        this.source = source;
        this.text = source.text();
        this.limits = limits;
        this.parser = parser;
        this.buffers = buffers;
        this.faults = new FaultLog(source);
    }

    YamlStream stream() {
        int start = JsonParser.mayStart(text) ? readJson() : 0;
        for (Chunk chunk : DocumentSplitter.split(source, start, buffers, faults)) {
            read(chunk);
            if (markup != null) {
                return template(markup);
            }
        }
        return new YamlStream(source.file(), List.copyOf(documents), faults.inOrder(), false);
    }

    private YamlStream template(Span place) {
        YamlFault fault = new YamlFault(
                YamlFault.Kind.UNRENDERED_TEMPLATE,
                source.at(place.start(), place.end()),
                "the file is a template that has not been rendered",
                "",
                List.of());
        return new YamlStream(source.file(), List.of(), List.of(fault), true);
    }

    /** Reads as many JSON values as there are; answers where they end. */
    private int readJson() {
        int start = 0;
        int next = JsonParser.afterBlanks(text, 0);
        while (next < text.length()) {
            int before = faults.size();
            TreeBuilder builder = new TreeBuilder(text, limits, faults, buffers);
            int end = new JsonParser(text, next, builder).read();
            if (end < 0) {
                faults.truncate(before);
                reportMixture(next);
                return start;
            }
            next = builder.isStopped() ? text.length() : JsonParser.afterBlanks(text, end);
            add(start, next, builder, List.of());
            start = next;
        }
        return next;
    }

    /** Behind a single JSON value kubectl goes on with YAML, behind two or more it gives up. */
    private void reportMixture(int at) {
        if (documents.size() > 1) {
            faults.add(
                    YamlFault.Kind.IGNORED_CONTENT,
                    at,
                    at + 1,
                    "kubectl reads nothing but JSON behind two JSON objects",
                    "from here on this is none");
        }
    }

    private void read(Chunk chunk) {
        CommentScanner comments = new CommentScanner(text, chunk);
        if (chunk.isBlank()) {
            add(chunk, YamlDocument.State.EMPTY, comments.between(NO_LEAVES));
        } else if (chunk.forbidden() >= 0) {
            reportForbidden(chunk.forbidden());
            add(chunk, YamlDocument.State.BROKEN, comments.onTheirOwn());
        } else if (chunk.directive() >= 0) {
            reportDirective(chunk);
            add(chunk, YamlDocument.State.BROKEN, comments.onTheirOwn());
        } else {
            parse(chunk, comments);
        }
    }

    private void parse(Chunk chunk, CommentScanner comments) {
        int before = faults.size();
        Repairs repairs = new Repairs(text, chunk);
        TreeBuilder builder = new TreeBuilder(text, limits, faults, buffers);
        while (!parser.parse(chunk, builder, repairs, faults)) {
            faults.truncate(before);
            builder = new TreeBuilder(text, limits, faults, buffers);
        }
        if (builder.isBroken()) {
            findMarkup(chunk, builder.leaves(), before);
            add(chunk, YamlDocument.State.BROKEN, comments.onTheirOwn());
        } else {
            List<YamlComment> found =
                    chunk.nextHash(chunk.start()) < 0 ? List.of() : comments.between(builder.leaves());
            new GoGrammar(text, chunk, builder, faults).checkTabs(found);
            add(chunk.start(), chunk.end(), builder, found);
        }
    }

    private void findMarkup(Chunk chunk, int[] leaves, int firstFault) {
        TemplateMarkup template = new TemplateMarkup(text, chunk.start(), chunk.end(), leaves);
        int last = Math.min(faults.size(), firstFault + FAULTS_NEAR_MARKUP);
        for (int i = firstFault; i < last && markup == null; i++) {
            markup = template.near(faults.placeOf(i));
        }
    }

    private void reportForbidden(int at) {
        String code = Integer.toHexString(0x10000 | text.charAt(at)).substring(1);
        faults.add(
                YamlFault.Kind.SYNTAX,
                at,
                at + 1,
                "control character U+" + code.toUpperCase(Locale.ROOT) + " is not allowed in YAML",
                "kubectl rejects the document for it");
    }

    private void reportDirective(Chunk chunk) {
        faults.add(
                YamlFault.Kind.SYNTAX,
                chunk.directive(),
                YamlText.lineEnd(text, chunk.directive(), chunk.end()),
                "kubectl takes no `%` directives",
                "delete this line");
    }

    private void add(int start, int end, TreeBuilder builder, List<YamlComment> comments) {
        YamlNode root = builder.complete();
        YamlDocument.State state = YamlDocument.State.READ;
        if (builder.isBroken()) {
            state = YamlDocument.State.BROKEN;
            root = null;
        } else if (root == null || (root instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL)) {
            state = YamlDocument.State.EMPTY;
            root = null;
        }
        documents.add(new YamlDocument(source.file(), documents.size(), new Span(start, end), state, root, comments));
    }

    private void add(Chunk chunk, YamlDocument.State state, List<YamlComment> comments) {
        Span span = new Span(chunk.start(), chunk.end());
        documents.add(new YamlDocument(source.file(), documents.size(), span, state, null, comments));
    }
}
