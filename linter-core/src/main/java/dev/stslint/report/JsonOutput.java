package dev.stslint.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Writes JSON documents, indented, with line feeds on every system. */
public final class JsonOutput {

    /** What stands in a document. */
    public interface Content {

        /** Writes everything between the start and the end of the document. */
        void write(JsonGenerator json) throws IOException;
    }

    /** A report or two a run: buffers need no pool, whose classes would have to be loaded. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new Indentation();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private JsonOutput() {}

    /**
     * Writes one document and a line feed.
     *
     * @throws IOException when {@code out} does
     */
    public static void write(Appendable out, Content content) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, new AppendableWriter(out))) {
            content.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.append('\n');
    }

    /** One document on one line, without a line feed. */
    static String line(Content content) {
        StringBuilder line = new StringBuilder(160);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new AppendableWriter(line))) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** Each value on a line of its own. Jackson's printer does the same, at a tenth of a start-up. */
    private static final class Indentation implements PrettyPrinter {

        private final StringBuilder line = new StringBuilder("\n");
        private int depth;

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            open(json, '{');
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            newLine(json);
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(',');
            newLine(json);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) {
            close(json, entries, '}');
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            open(json, '[');
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            newLine(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(',');
            newLine(json);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) {
            close(json, values, ']');
        }

        private void open(JsonGenerator json, char bracket) {
            json.writeRaw(bracket);
            depth++;
        }

        private void close(JsonGenerator json, int content, char bracket) {
            depth--;
            if (content > 0) {
                newLine(json);
            }
            json.writeRaw(bracket);
        }

        private void newLine(JsonGenerator json) {
            while (line.length() < 1 + 2 * depth) {
                line.append("  ");
            }
            line.setLength(1 + 2 * depth);
            json.writeRaw(line.toString());
        }
    }

    /** Leaves the flushing and closing of what it writes to to whoever opened that. */
    private static final class AppendableWriter extends Writer {

        private final Appendable out;

        AppendableWriter(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int start, int length) throws IOException {
            out.append(new String(characters, start, length));
        }

        @Override
        public void write(String text) throws IOException {
            out.append(text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
