package dev.stslint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Tells somebody who waits that something goes on: after a second, a line that counts the seconds and goes away. */
final class ProgressLine implements AutoCloseable {

    private static final long SECOND = 1000;

    private final Writer terminal;
    private final long period;
    private final @Nullable Thread thread;
    private boolean ended;

    private ProgressLine(boolean shown, Writer terminal, long period) {
        this.terminal = terminal;
        this.period = period;
        this.thread = shown ? new Thread(this::count, "stslint-progress") : null;
    }

    /** @param shown whether anybody looks */
    static ProgressLine start(boolean shown, Writer terminal) {
        return start(shown, terminal, SECOND);
    }

    /** @param period milliseconds until the line appears, and until it counts on */
    static ProgressLine start(boolean shown, Writer terminal, long period) {
        ProgressLine line = new ProgressLine(shown, terminal, period);
        if (line.thread != null) {
            line.thread.setDaemon(true);
            line.thread.start();
        }
        return line;
    }

    /** Takes the line away again. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count() {
        try {
            long start = System.nanoTime();
            boolean drawn = false;
            while (!ended) {
                wait(period);
                if (!ended) {
                    draw("\rlinting ... " + (System.nanoTime() - start) / 1_000_000_000L + " s");
                    drawn = true;
                }
            }
            if (drawn) {
                draw("\r\u001b[K");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(String text) {
        try {
            terminal.append(text).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
