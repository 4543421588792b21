package dev.stslint.cli;

import dev.stslint.finding.VersionRange;
import dev.stslint.lint.LintException;
import dev.stslint.lint.Linter;
import dev.stslint.lint.OptionValues;
import dev.stslint.report.ExplainedRule;
import dev.stslint.report.InternalFault;
import dev.stslint.report.RuleTable;
import dev.stslint.report.Styling;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rules.BuiltinRules;
import dev.stslint.source.NearestNames;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/** The {@code stslint} command. */
public final class Main {

    /** The exit status of a job that could not be done. */
    static final int FAILED = 2;

    private final Linter linter;
    private final Session session;

    Main(Linter linter, Session session) {
        this.linter = linter;
        this.session = session;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        int status = run(
                args,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Environment.ofProcess());
        // Everything is flushed, and nothing hooks into the end: System.exit would cost some milliseconds more.
        Runtime.getRuntime().halt(status);
    }

    /** Runs the command and gives its exit status. */
    static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Environment environment) {
        return new Main(new Linter(new BuiltinRules()), new Session(in, out, err, environment)).run(List.of(args));
    }

    /** Runs one command line. No exception leaves this method. */
    int run(List<String> arguments) {
        int status;
        try {
            status = attempt(arguments);
            Optional<String> failure = session.close();
            if (failure.isPresent()) {
                session.say("cannot write standard output: " + failure.get());
                status = FAILED;
            }
        } catch (IOException e) {
            status = FAILED;
        }
        return status;
    }

    private int attempt(List<String> arguments) throws IOException {
        try {
            return execute(CommandLineReader.read(arguments));
        } catch (UsageException e) {
            session.say(e.getMessage());
            String command =
                    e.command() == Command.LINT ? "" : " " + e.command().id();
            session.say("try `" + PicocliModel.PROGRAM + command + " --help`");
        } catch (LintException e) {
            session.complain(e);
        } catch (IOException e) {
            // Standard streams tell of their failures at the end: what fails here is the jar, which somebody has
            // replaced.
            session.say("internal error: a part of stslint itself cannot be read: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            session.say(notEnoughMemory());
        } catch (RuntimeException | Error e) {
            session.say(InternalFault.HEADLINE);
            session.error().append(InternalFault.trace(e));
        }
        return FAILED;
    }

    private int execute(CommandLineWords words) throws UsageException, LintException, IOException {
        if (words.has(Option.HELP)) {
            session.output().append(help(words));
            return 0;
        }
        if (words.has(Option.VERSION)) {
            session.output().append(versions());
            return 0;
        }
        return switch (words.command()) {
            case LINT -> lint(words);
            case FIX ->
                new FixCommand(linter, session)
                        .run(LintArguments.of(words), words.has(Option.UNSAFE), words.has(Option.DIFF));
            case BASELINE -> new BaselineCommand(linter, session).run(LintArguments.of(words));
            case EXPLAIN -> explain(words);
            case RULES -> rules(words);
            case CONFIG -> config(words);
            case COMPLETION -> completion(words);
        };
    }

    private int lint(CommandLineWords words) throws UsageException, LintException, IOException {
        if (!words.named() && !words.operands().isEmpty()) {
            rejectMistypedCommand(words.operands().get(0));
        }
        LintArguments arguments = LintArguments.of(words);
        return words.has(Option.WATCH) ? watch(arguments) : new LintCommand(linter, session).run(arguments);
    }

    private int watch(LintArguments arguments) throws UsageException, LintException, IOException {
        if (arguments.paths().contains("-")) {
            throw new UsageException(Command.LINT, "`--watch` needs files or directories; `-` is read once");
        }
        if (arguments.changed().isPresent() && arguments.changed().get().isEmpty()) {
            throw new UsageException(
                    Command.LINT, "`--watch` does not see git's index: name a commit, as in `--changed=HEAD`");
        }
        return new WatchCommand(session).run(arguments, () -> {
            try {
                return new LintCommand(linter, session).run(arguments);
            } catch (LintException e) {
                session.complain(e);
                return FAILED;
            }
        });
    }

    private int explain(CommandLineWords words) throws UsageException, LintException, IOException {
        RuleMetadata rule = linter.rule(words.operands().get(0));
        boolean colors = colors(LintArguments.color(words));
        session.output()
                .append(ExplainedRule.of(rule, linter)
                        .text(session.environment().width(), colors ? Styling.COLORED : Styling.PLAIN));
        return 0;
    }

    private int rules(CommandLineWords words) throws UsageException, IOException {
        RuleTable table = new RuleTable(linter.rules());
        String format = words.last(Option.TABLE_FORMAT, "text");
        switch (format) {
            case "text" -> table.writeText(session.output());
            case "json" -> table.writeJson(session.output());
            default ->
                throw new UsageException(
                        Command.RULES,
                        "`--format`: "
                                + OptionValues.unknown("format", format, RuleTable.FORMATS)
                                        .getMessage());
        }
        return 0;
    }

    private int config(CommandLineWords words) throws UsageException, LintException, IOException {
        LintArguments arguments = LintArguments.of(words);
        linter.listing(arguments.request(session.environment(), session.input()))
                .write(session.output());
        return 0;
    }

    private int completion(CommandLineWords words) throws LintException, IOException {
        session.output().append(CompletionScript.of(words.operands().get(0), linter.rules()));
        return 0;
    }

    private String help(CommandLineWords words) throws UsageException {
        boolean colors = colors(LintArguments.color(words));
        int width = session.environment().width();
        return words.named() ? PicocliModel.help(words.command(), width, colors) : PicocliModel.help(width, colors);
    }

    /** The version of stslint, as its jar knows it. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0-unpackaged" : version;
    }

    private String versions() {
        return PicocliModel.PROGRAM + " " + version() + "\n"
                + linter.rules().size() + " rules\n"
                + "Kubernetes " + VersionRange.SUPPORTED + "\n"
                + "Java " + Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")\n";
    }

    private boolean colors(ColorChoice choice) {
        return choice.isOn(session.environment(), session.environment().outputIsTerminal());
    }

    /** Without a command a word is a path; one that is none but nearly a command was meant as that. */
    private void rejectMistypedCommand(String word) throws UsageException {
        if (exists(word)) {
            return;
        }
        NearestNames nearest = Command.nearest(word);
        if (!nearest.names().isEmpty()) {
            throw new UsageException(
                    Command.LINT, "`" + word + "` is neither a command nor a path" + nearest.question());
        }
    }

    private boolean exists(String path) {
        try {
            return Files.exists(session.environment().workingDirectory().resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Most manifests take three times their size while they are linted; five times when all of them make pods. */
    private static String notEnoughMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "the input does not fit into " + megabytes + " MB of memory, and takes up to five times its size; "
                + "-Xmx" + (2 * megabytes + 1023) / 1024
                + "g gives at least twice as much, in STSLINT_JAVA_OPTS or right after `java`";
    }
}
