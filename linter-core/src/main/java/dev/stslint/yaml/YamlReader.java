package dev.stslint.yaml;

import dev.stslint.source.SourceText;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.EventSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a text into documents. One reader serves all threads, and reads many texts faster than one reader for each would.
 * It is also the border to SnakeYAML Engine, whose events become calls of {@link TreeBuilder} here, and whose places become
 * UTF-16 offsets.
 */
public final class YamlReader {

    private static final int BUFFER = 1024;
    private static final int LONG_LINE = 4 * BUFFER;

    private final YamlLimits limits;
    private final boolean engineOnly;
    private final List<Buffers> idle = new ArrayList<>(1);

    public YamlReader(YamlLimits limits) {
        this(limits, false);
    }

    private YamlReader(YamlLimits limits, boolean engineOnly) {
        this.limits = limits;
        this.engineOnly = engineOnly;
    }

    /** A reader that leaves everything to the engine: what the other way is compared with. */
    static YamlReader withoutSubset(YamlLimits limits) {
        return new YamlReader(limits, true);
    }

    /** Reads the whole text; never throws for what the text holds. */
    public YamlStream read(SourceText source) {
        String text = source.text();
        DocumentParser engine = new DocumentParser() {
            @Override
            public boolean parse(Chunk chunk, TreeBuilder builder, Repairs repairs, FaultLog faults) {
                return new Events(text, chunk, builder, repairs, faults).pass(settingsFor(chunk));
            }
        };
        Buffers buffers = takeBuffers();
        DocumentParser parser = engineOnly ? engine : new SubsetFirst(text, buffers, engine);
        YamlStream stream = new TextReading(source, limits, parser, buffers).stream();
        giveBack(buffers);
        return stream;
    }

    private synchronized Buffers takeBuffers() {
        return idle.isEmpty() ? new Buffers() : idle.remove(idle.size() - 1);
    }

    private synchronized void giveBack(Buffers buffers) {
        buffers.shrink();
        idle.add(buffers);
    }

    /** The parser copies what it has of a token once more for each buffer it fills: long lines need long buffers. */
    private static LoadSettings settingsFor(Chunk chunk) {
        return chunk.longestLine() > LONG_LINE ? EventSettings.of(chunk.longestLine() + 2) : Usual.SETTINGS;
    }

    /** Loaded with the first document that needs the engine. */
    private static final class Usual {
        private static final LoadSettings SETTINGS = EventSettings.of(BUFFER);
    }

    /** Leaves to the engine what the subset's parser does not know. */
    private static final class SubsetFirst implements DocumentParser {

        private final String text;
        private final Buffers buffers;
        private final DocumentParser engine;
        private @Nullable Chunk unfamiliar;

        SubsetFirst(String text, Buffers buffers, DocumentParser engine) {
            this.text = text;
            this.buffers = buffers;
            this.engine = engine;
        }

        @Override
        public boolean parse(Chunk chunk, TreeBuilder builder, Repairs repairs, FaultLog faults) {
            if (chunk == unfamiliar) {
                return engine.parse(chunk, builder, repairs, faults);
            }
            unfamiliar = chunk;
            return SubsetParser.parse(text, chunk, builder, buffers);
        }
    }

    /** The parser's events of one document, passed on to the builder. */
    private static final class Events {

        private final String text;
        private final Chunk chunk;
        private final TreeBuilder builder;
        private final Repairs repairs;
        private final FaultLog faults;
        private final GoGrammar grammar;
        private final int[] supplementary;

        Events(String text, Chunk chunk, TreeBuilder builder, Repairs repairs, FaultLog faults) {
            this.text = text;
            this.chunk = chunk;
            this.builder = builder;
            this.repairs = repairs;
            this.faults = faults;
            this.grammar = new GoGrammar(text, chunk, builder, faults);
            this.supplementary = chunk.supplementary();
        }

        /** Passes them on to the end; answers whether it was the end, or there is something to repair first. */
        boolean pass(LoadSettings settings) {
            try {
                Iterator<Event> events =
                        new ParserImpl(settings, new StreamReader(settings, new ChunkText(text, chunk, repairs)));
                boolean more = true;
                while (more && !builder.isStopped()) {
                    more = pass(next(events));
                }
                return true;
            } catch (MarkedYamlEngineException e) {
                int at = e.getProblemMark().map(this::offset).orElse(chunk.end());
                int contextAt = e.getContextMark().map(this::offset).orElse(at);
                return stop(String.valueOf(e.getContext()), contextAt, String.valueOf(e.getProblem()), at);
            } catch (YamlEngineException e) {
                int at = behindLastLeaf();
                int quote = YamlText.indexOf(text, "\"", at, chunk.end());
                int escape = quote < 0 ? -1 : new DoubleQuoted(text, quote, chunk.end()).firstUnknown();
                return escape < 0
                        ? stop("", at, String.valueOf(e.getMessage()), at)
                        : stop("while scanning a double-quoted scalar", quote, "it has an unknown escape", escape + 1);
            }
        }

        /** The parser answers some texts with what it does not mean to throw, as numbers that do not fit into an escape. */
        private Event next(Iterator<Event> events) {
            try {
                return events.next();
            } catch (YamlEngineException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new YamlEngineException("it cannot be parsed", e);
            }
        }

        private int behindLastLeaf() {
            int[] leaves = builder.leaves();
            int last = leaves.length == 0 ? chunk.start() : leaves[leaves.length - 1];
            return YamlText.afterWhiteAndComments(text, last, chunk.end());
        }

        private boolean stop(String context, int contextAt, String problem, int at) {
            if (repairs.repair(problem, contextAt, at)) {
                return false;
            }
            if (problem.startsWith("expected '<document end>'")) {
                reportIgnored(at);
                return true;
            }
            SyntaxProblem syntax =
                    new SyntaxProblem(chunk, text, context, contextAt, problem, at, builder.openBracket());
            syntax.report(faults);
            builder.reject();
            if (syntax.isInQuotes()) {
                builder.addLeaf(contextAt, at);
            }
            return true;
        }

        /** Passes an event on; answers whether more are wanted. */
        private boolean pass(Event event) {
            switch (event.getEventId()) {
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> alias((AliasEvent) event);
                case MappingStart -> {
                    CollectionStartEvent start = (CollectionStartEvent) event;
                    builder.startMapping(contentStart(start), isFlow(start), anchor(start));
                }
                case SequenceStart -> {
                    CollectionStartEvent start = (CollectionStartEvent) event;
                    builder.startSequence(contentStart(start), isFlow(start), anchor(start));
                }
                case MappingEnd, SequenceEnd -> builder.endCollection(end(event));
                case DocumentEnd -> {
                    reportIgnored(end(event));
                    return false;
                }
                case StreamEnd -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }

        private void alias(AliasEvent event) {
            String name = event.getAlias().getValue();
            int start = start(event);
            int end = end(event);
            grammar.checkName(name, start, end);
            builder.alias(start, end, name);
        }

        private void scalar(ScalarEvent event) {
            String anchor = anchor(event);
            String tag = event.getTag().orElse(null);
            String value = event.getValue();
            YamlScalar.Style style = style(event.getScalarStyle());
            int start = start(event);
            int end = end(event);
            if (anchor != null || tag != null) {
                boolean empty = style == YamlScalar.Style.PLAIN && value.isEmpty();
                start = empty ? end : afterProperties(start, properties(anchor != null, tag != null));
            }
            switch (style) {
                case LITERAL, FOLDED -> {
                    BlockScalar block = new BlockScalar(text, start, end);
                    value = repairs.content(block, start, end, value);
                    grammar.checkBlockScalar(block);
                    end = block.end(value);
                }
                case DOUBLE_QUOTED -> {
                    value = repairs.content(start, end, value);
                    grammar.checkDoubleQuoted(start, end);
                }
                case PLAIN -> {
                    if (builder.isInFlow()) {
                        grammar.checkFlowPlain(start, end);
                    }
                }
                default -> {}
            }
            builder.scalar(start, end, value, style, anchor, tag);
        }

        private @Nullable String anchor(NodeEvent event) {
            if (event.getAnchor().isEmpty()) {
                return null;
            }
            String name = event.getAnchor().get().getValue();
            int start = text.indexOf('&', start(event));
            grammar.checkName(name, start, start + 1 + name.length());
            return name;
        }

        private int contentStart(CollectionStartEvent event) {
            int count = properties(event.getAnchor().isPresent(), event.getTag().isPresent());
            return count == 0 ? start(event) : afterProperties(start(event), count);
        }

        private static int properties(boolean anchor, boolean tag) {
            return (anchor ? 1 : 0) + (tag ? 1 : 0);
        }

        /** Where the node itself starts, behind so many tags and anchors. */
        private int afterProperties(int start, int count) {
            int i = start;
            for (int property = 0; property < count; property++) {
                boolean verbatim = text.startsWith("!<", i);
                while (i < chunk.end()
                        && !YamlText.isWhite(text.charAt(i))
                        && (verbatim || ",[]{}".indexOf(text.charAt(i)) < 0)) {
                    i++;
                }
                i = YamlText.afterWhiteAndComments(text, i, chunk.end());
            }
            return i;
        }

        /** What stands behind the end of the first YAML document, up to the next separator, is never read. */
        private void reportIgnored(int documentEnd) {
            int first = -1;
            int last = -1;
            boolean ended = documentEnd >= 3 && text.startsWith("...", documentEnd - 3);
            int i = YamlText.afterWhiteAndComments(text, documentEnd, chunk.end());
            while (i < chunk.end()) {
                int lineEnd = YamlText.lineEnd(text, i, chunk.end());
                boolean dots = text.startsWith("...", i) && YamlText.afterWhite(text, i + 3, lineEnd) == lineEnd;
                if (!dots) {
                    first = first < 0 ? i : first;
                    last = YamlText.beforeWhite(text, i, lineEnd);
                }
                i = YamlText.afterWhiteAndComments(text, lineEnd, chunk.end());
            }
            if (first >= 0) {
                faults.add(
                        YamlFault.Kind.IGNORED_CONTENT,
                        first,
                        last,
                        "kubectl never reads this, the document has ended above",
                        ended ? "only a line with `---` starts another document" : "probably wrong indentation");
            }
        }

        private static boolean isFlow(CollectionStartEvent event) {
            return event.getFlowStyle() == FlowStyle.FLOW;
        }

        private static YamlScalar.Style style(ScalarStyle style) {
            return switch (style) {
                case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
                case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
                case LITERAL -> YamlScalar.Style.LITERAL;
                case FOLDED -> YamlScalar.Style.FOLDED;
                default -> YamlScalar.Style.PLAIN;
            };
        }

        private int start(Event event) {
            return offset(event.getStartMark().orElseThrow());
        }

        private int end(Event event) {
            return offset(event.getEndMark().orElseThrow());
        }

        /** The parser counts code points. */
        private int offset(Mark mark) {
            int index = mark.getIndex();
            int offset = chunk.start() + index;
            if (supplementary.length > 0) {
                int before = Arrays.binarySearch(supplementary, index);
                offset += before < 0 ? -before - 1 : before;
            }
            return Math.min(offset, chunk.end());
        }
    }

    /** The characters of one document, which kubectl gives a line break at its end where there is none. */
    private static final class ChunkText extends Reader {

        private final String text;
        private final Repairs repairs;
        private final int end;
        private int at;
        private boolean finished;

        ChunkText(String text, Chunk chunk, Repairs repairs) {
            this.text = text;
            this.repairs = repairs;
            this.at = chunk.start();
            this.end = chunk.end();
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (at == end) {
                return finish(buffer, offset);
            }
            int count = Math.min(length, end - at);
            text.getChars(at, at + count, buffer, offset);
            repairs.apply(at, count, buffer, offset);
            at += count;
            return count;
        }

        private int finish(char[] buffer, int offset) {
            if (finished || YamlText.isBreak(text.charAt(end - 1))) {
                return -1;
            }
            buffer[offset] = '\n';
            finished = true;
            return 1;
        }

        @Override
        public void close() {}
    }
}
