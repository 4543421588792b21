package dev.stslint.source;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that is worked out before anybody asks for it, by a thread of its own; or, if that comes too late, by who asks. */
public class AheadTask<T> extends FutureTask<T> {

    private final Supplier<T> work;

    /** @param work may be done a second time: where it has failed, so that it fails for who asks */
    public AheadTask(Supplier<T> work) {
        super(work::get);
        this.work = work;
    }

    /** Lets another thread begin with it. */
    public final void start() {
        ForkJoinPool.commonPool().execute(this);
    }

    /** What comes of it: at once when it is done, else as soon as the other thread or this one has done it. */
    public final T result() {
        run();
        try {
            return get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // it fails here once more, where the failure is told
        }
        return work.get();
    }
}
