package dev.stslint.lint;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Today by the system's clock. A class of its own, so that nothing of the calendar is loaded before somebody asks. */
public final class SystemDate implements Supplier<LocalDate> {

    @Override
    public LocalDate get() {
        return LocalDate.now();
    }
}
