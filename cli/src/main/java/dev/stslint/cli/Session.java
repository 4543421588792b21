package dev.stslint.cli;

import dev.stslint.lint.LintException;
import dev.stslint.report.ConciseReporter;
import dev.stslint.report.HarmlessText;
import dev.stslint.report.Palette;
import dev.stslint.report.Reporter;
import dev.stslint.report.TextReporter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The streams of a run and what surrounds them. Standard error carries everything but what was asked for. */
final class Session {

    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final StandardStream output;
    private final Writer outputWriter;
    private final Writer errorWriter;
    private final Environment environment;

    Session(InputStream input, OutputStream output, OutputStream error, Environment environment) {
        this.input = input;
        this.output = new StandardStream(output);
        this.outputWriter = new BufferedWriter(new OutputStreamWriter(this.output, environment.charset()), BUFFER);
        this.errorWriter = new OutputStreamWriter(
                new StandardStream(error),
                environment.errorIsTerminal() ? environment.charset() : StandardCharsets.UTF_8);
        this.environment = environment;
    }

    InputStream input() {
        return input;
    }

    /** Standard output. */
    Writer output() {
        return outputWriter;
    }

    /** Standard error. */
    Writer error() {
        return errorWriter;
    }

    Environment environment() {
        return environment;
    }

    /** Says something to the user, in a line of its own; names of files in it cannot steer the terminal. */
    void say(String message) throws IOException {
        errorWriter
                .append(PicocliModel.PROGRAM)
                .append(": ")
                .append(HarmlessText.of(message))
                .append('\n');
        errorWriter.flush();
    }

    /** Says why nothing could be done; what is wrong with the configuration goes where all goes that was not asked for. */
    void complain(LintException e) throws IOException {
        boolean colors = ColorChoice.AUTO.isOn(environment, environment.errorIsTerminal());
        complain(e, new TextReporter(colors ? Palette.COLOURED : Palette.PLAIN), "\n");
    }

    /** The same in lines, for programs that read some. */
    void complainInLines(LintException e) throws IOException {
        complain(e, new ConciseReporter(), "");
    }

    private void complain(LintException e, Reporter reporter, String end) throws IOException {
        if (e.report().isPresent()) {
            reporter.write(e.report().get(), errorWriter);
            errorWriter.append(end);
        }
        say(String.valueOf(e.getMessage()));
    }

    /** Whether standard output still takes what is written. */
    boolean isHeard() {
        return !output.hasFailed();
    }

    /** Writes out what is left, and gives the reason when standard output did not take all of it. */
    Optional<String> close() throws IOException {
        outputWriter.flush();
        errorWriter.flush();
        return output.failure();
    }
}
