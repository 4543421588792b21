package dev.stslint.judge;

import dev.stslint.schema.FaultSink;
import java.util.List;

/** What the definition of its kind makes of an object. */
public final class Judgement {

    private final CustomKind kind;
    private final List<Fault> faults;

    Judgement(CustomKind kind, List<Fault> faults) {
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    /** Something that does not fit. */
    interface Fault {
        void tell(FaultSink sink);
    }

    public CustomKind kind() {
        return kind;
    }

    /** Tells {@code sink} what does not fit. */
    public void tell(FaultSink sink) {
        for (Fault fault : faults) {
            fault.tell(sink);
        }
    }
}
