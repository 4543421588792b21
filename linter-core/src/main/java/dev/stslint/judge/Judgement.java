package dev.stslint.judge;

import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Schema;
import dev.stslint.schema.SchemaFaults.Fault;
import java.util.List;

/** What the definition of its kind makes of an object. */
public final class Judgement {

    private final CustomKind kind;
    private final KubernetesObject object;
    private final List<Fault> faults;

    Judgement(CustomKind kind, KubernetesObject object, List<Fault> faults) {
        this.kind = kind;
        this.object = object;
        this.faults = List.copyOf(faults);
    }

    public CustomKind kind() {
        return kind;
    }

    /** Tells {@code sink} what does not fit, in the metadata too, which all kinds have in common. */
    public void tell(VersionRange targets, FaultSink sink) {
        Schema.checkMetadata(object, targets, sink);
        for (Fault fault : faults) {
            fault.tell(sink);
        }
    }
}
