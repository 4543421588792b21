package dev.stslint.schema;

import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of an object does not fit its kind: found by one walk over it, told to each who asks. */
public final class SchemaFaults {

    private final List<Fault> faults;

    private SchemaFaults(List<Fault> faults) {
        this.faults = faults;
    }

    /** Something that does not fit. */
    public interface Fault {
        void tell(FaultSink sink);
    }

    static SchemaFaults of(List<Fault> faults) {
        return new SchemaFaults(List.copyOf(faults));
    }

    /** Tells all, in the order in which they were found. */
    public void tell(FaultSink sink) {
        for (Fault fault : faults) {
            fault.tell(sink);
        }
    }

    /** Writes down what it is told. */
    static final class Recording implements FaultSink {

        private final List<Fault> faults = new ArrayList<>(0);

        List<Fault> faults() {
            return faults;
        }

        @Override
        public void unknownField(Place place, NearestNames near, Optional<String> home) {
            faults.add(sink -> sink.unknownField(place, near, home));
        }

        @Override
        public void fieldOfOtherReleases(Place place, Lifetime lifetime) {
            faults.add(sink -> sink.fieldOfOtherReleases(place, lifetime));
        }

        @Override
        public void wrongType(Place place, Misfit misfit) {
            faults.add(sink -> sink.wrongType(place, misfit));
        }

        @Override
        public void missingField(Place place) {
            faults.add(sink -> sink.missingField(place));
        }

        @Override
        public void valueNotTaken(Place place, String text, List<String> taken, Optional<Lifetime> lifetime) {
            faults.add(sink -> sink.valueNotTaken(place, text, taken, lifetime));
        }

        @Override
        public void outOfRange(Place place, String number, long least, long most) {
            faults.add(sink -> sink.outOfRange(place, number, least, most));
        }

        @Override
        public void malformed(Place place, Format format, boolean isKey, String reason) {
            faults.add(sink -> sink.malformed(place, format, isKey, reason));
        }

        @Override
        public void twin(Place place, Place earlier, List<String> keys) {
            faults.add(sink -> sink.twin(place, earlier, keys));
        }

        @Override
        public void excludes(Place place, Place other) {
            faults.add(sink -> sink.excludes(place, other));
        }

        @Override
        public void noneOf(Place place, List<String> fields) {
            faults.add(sink -> sink.noneOf(place, fields));
        }

        @Override
        public void beyond(Place place, Limit limit) {
            faults.add(sink -> sink.beyond(place, limit));
        }

        @Override
        public void versionNotServed(Place place, Place defined, List<String> served) {
            faults.add(sink -> sink.versionNotServed(place, defined, served));
        }

        @Override
        public void unusableSchema(Place place, String kind, String reason) {
            faults.add(sink -> sink.unusableSchema(place, kind, reason));
        }
    }
}
