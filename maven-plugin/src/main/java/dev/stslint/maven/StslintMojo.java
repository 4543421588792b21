package dev.stslint.maven;

import dev.stslint.lint.LintException;
import dev.stslint.lint.Linter;
import dev.stslint.report.InternalFault;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.TextReporter;
import dev.stslint.rules.BuiltinRules;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A goal. What it throws tells Maven, and so the user, what to do; never how the linter got there. */
abstract class StslintMojo extends AbstractMojo {

    /** The meaning of a parameter's value, or a complaint about it. */
    interface Meaning<T> {
        T read() throws LintException;
    }

    private final Linter linter = new Linter(new BuiltinRules());

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            run();
        } catch (LintException e) {
            if (e.report().isPresent()) {
                show(e.report().get());
            }
            throw new MojoExecutionException(GoalWords.in(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            log().error(InternalFault.HEADLINE);
            log().error(InternalFault.trace(e));
            throw new MojoExecutionException("stslint failed, see " + LintReport.INTERNAL_ERROR + " above");
        }
    }

    abstract void run() throws LintException, IOException, MojoExecutionException, MojoFailureException;

    /** How findings are shown in the log. */
    TextReporter text() {
        return new TextReporter(Palette.PLAIN);
    }

    final Linter linter() {
        return linter;
    }

    final BuildLog log() {
        return new BuildLog(getLog());
    }

    /** Reads a value, and says whose it is when it means nothing. */
    static <T> T read(String parameter, Meaning<T> meaning) throws LintException {
        try {
            return meaning.read();
        } catch (LintException e) {
            throw new LintException("<" + parameter + ">: " + e.getMessage());
        }
    }

    static String version() {
        String version = StslintMojo.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0-unpackaged" : version;
    }

    /** What is wrong with the configuration, each with its place. */
    private void show(LintReport mistakes) throws MojoExecutionException {
        StringBuilder text = new StringBuilder();
        try {
            text().write(mistakes, text);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        log().error(text);
    }
}
