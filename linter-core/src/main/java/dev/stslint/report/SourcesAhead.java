package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.source.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

    /** Read and not yet asked for. */
    private static final int MOST_AHEAD = 8;

    /** When nobody has asked for so long the report is written, or waits for whoever reads it. */
    private static final int PATIENCE_SECONDS = 2;

    private final Concealment concealment;
    private final Map<SourceFile, FutureTask<Optional<QuotedSource>>> tasks = new HashMap<>();
    private final Semaphore room = new Semaphore(MOST_AHEAD);

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
        Queue<FutureTask<Optional<QuotedSource>>> inOrder = new ConcurrentLinkedQueue<>();
        for (SourceFile file : files) {
            FutureTask<Optional<QuotedSource>> task = new FutureTask<>(() -> QuotedSource.of(file, concealment));
            ahead.tasks.put(file, task);
            inOrder.add(task);
        }
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> ahead.run(inOrder), "stslint-ahead-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        return Optional.of(ahead);
    }

    private void run(Queue<FutureTask<Optional<QuotedSource>>> inOrder) {
        try {
            FutureTask<Optional<QuotedSource>> next = inOrder.poll();
            while (next != null && room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                next.run();
                next = inOrder.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the report goes on alone
        }
    }

    /** The text of a file, as {@link QuotedSource#of} gives it. */
    Optional<QuotedSource> read(SourceFile file) {
        FutureTask<Optional<QuotedSource>> task = tasks.remove(file);
        if (task == null) {
            return QuotedSource.of(file, concealment);
        }
        room.release();
        task.run(); // nothing when it is done; else now, or as soon as the thread has done it
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // it fails here once more, where the failure is told
        }
        return QuotedSource.of(file, concealment);
    }
}
