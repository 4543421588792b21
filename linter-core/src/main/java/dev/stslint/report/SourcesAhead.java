package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.source.AheadTask;
import dev.stslint.source.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The files that a long report quotes from, read on threads of their own in the order of the findings, a few ahead of the
 * report, which mostly waits for them. Where the report is faster, or goes another way, it reads a file itself.
 */
final class SourcesAhead {

    private static final int FEWEST_FILES = 64;

    /** More are of no use to the report, which takes one file after the other. */
    private static final int MOST_THREADS = 2;

    /** Characters that are read and not yet asked for: so many that neither side waits for the other at each file. */
    private static final int MOST_AHEAD = 4 * 1024 * 1024;

    /** When nobody has asked for so long the report is written, or waits for whoever reads it. */
    private static final int PATIENCE_SECONDS = 2;

    private final Concealment concealment;
    private final Map<SourceFile, Reading> readings = new HashMap<>();
    private final Semaphore room = new Semaphore(MOST_AHEAD);

    /** The reading of a file. */
    private static final class Reading extends AheadTask<Optional<QuotedSource>> {

        /** How much of the room it takes. */
        private final int size;

        Reading(SourceFile file, Concealment concealment) {
            super(() -> QuotedSource.of(file, concealment));
            this.size = Math.min(file.length() + 1, MOST_AHEAD);
        }
    }

    private SourcesAhead(Concealment concealment) {
        this.concealment = concealment;
    }

    /** Starts to read what the findings of a report stand in; empty when those are few files. */
    static Optional<SourcesAhead> of(List<Finding> findings, Concealment concealment) {
        Set<SourceFile> files = new LinkedHashSet<>();
        for (Finding finding : findings) {
            files.add(finding.location().file());
        }
        if (files.size() < FEWEST_FILES) {
            return Optional.empty();
        }
        SourcesAhead ahead = new SourcesAhead(concealment);
        Queue<Reading> inOrder = new ConcurrentLinkedQueue<>();
        for (SourceFile file : files) {
            Reading reading = new Reading(file, concealment);
            ahead.readings.put(file, reading);
            inOrder.add(reading);
        }
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> ahead.run(inOrder), "stslint-ahead-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        return Optional.of(ahead);
    }

    private void run(Queue<Reading> inOrder) {
        try {
            Reading next = inOrder.poll();
            while (next != null && room.tryAcquire(next.size, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                next.run();
                next = inOrder.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the report goes on alone
        }
    }

    /** The text of a file, as {@link QuotedSource#of} gives it. */
    Optional<QuotedSource> read(SourceFile file) {
        Reading reading = readings.remove(file);
        if (reading == null) {
            return QuotedSource.of(file, concealment);
        }
        room.release(reading.size);
        return reading.result();
    }
}
