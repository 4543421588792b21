package dev.stslint.cli;

import dev.stslint.lint.LintException;
import dev.stslint.lint.RequestWatch;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code lint --watch}: a run, and another one whenever something has changed that it read. It ends when the process is
 * told to, with the exit status of the last run; a run that is under way is finished first, so that none of its reports is
 * missing.
 */
final class WatchCommand {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Session session;
    private int status = Main.FAILED; // of no run at all

    WatchCommand(Session session) {
        this.session = session;
    }

    /** One run, which reports and gives its exit status. */
    interface Attempt {
        int run() throws IOException;
    }

    /** Runs until the process ends, or nobody reads standard output any more; once where there is nothing to watch. */
    int run(LintArguments arguments, Attempt attempt) throws LintException, IOException {
        try (RequestWatch watch =
                RequestWatch.of(arguments.request(session.environment(), session.input()), arguments.reports())) {
            if (!watch.hasInput()) {
                return attempt.run();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::end));
            say("watching, Ctrl-C ends", arguments);
            watch.cover();
            for (once(attempt); session.isHeard(); once(attempt)) {
                say("waiting", arguments); // whatever came of the run: editors' tasks look for its end
                say(watch.await() + " changed", arguments);
                watch.cover();
            }
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return status;
        }
    }

    private synchronized void once(Attempt attempt) throws IOException {
        status = attempt.run();
        session.output().flush();
        session.error().flush();
    }

    /** The JVM's own status would be that of the signal. */
    private synchronized void end() {
        Runtime.getRuntime().halt(status);
    }

    private void say(String what, LintArguments arguments) throws IOException {
        if (!arguments.quiet()) {
            session.say(CLOCK.format(LocalTime.now(ZoneId.systemDefault())) + " " + what);
        }
    }
}
