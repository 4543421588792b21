package dev.stslint.report;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON documents, indented, with line feeds on every system. */
public final class JsonOutput {

    /** What stands in a document. */
    public interface Content {

        /** Writes everything between the start and the end of the document. */
        void write(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
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
