package dev.stslint.schema;

import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down every fault in a few words. */
final class Recorder implements FaultSink {

    private final List<String> structural = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** Those that JSON Schema has words for. */
    List<String> structural() {
        return structural;
    }

    /** Formats and twins. */
    List<String> others() {
        return others;
    }

    @Override
    public void unknownField(Place place, NearestNames near, Optional<String> home) {
        structural.add(place.fieldPath() + " unknown, near " + near.names() + ", home " + home.orElse("none"));
    }

    @Override
    public void fieldOfOtherReleases(Place place, Lifetime lifetime) {
        structural.add(place.fieldPath() + " exists " + lifetime.words());
    }

    @Override
    public void wrongType(Place place, Misfit misfit) {
        structural.add(place.fieldPath() + " wants " + misfit.wanted() + ", is "
                + misfit.found().title());
    }

    @Override
    public void missingField(Place place) {
        structural.add(place.fieldPath() + " missing");
    }

    @Override
    public void valueNotTaken(Place place, String text, List<String> taken, Optional<Lifetime> lifetime) {
        structural.add(place.fieldPath() + " takes " + taken);
    }

    @Override
    public void outOfRange(Place place, String number, long least, long most) {
        structural.add(place.fieldPath() + " out of range");
    }

    @Override
    public void malformed(Place place, Format format, boolean isKey, String reason) {
        others.add(place.fieldPath() + (isKey ? " key" : "") + " is no " + format.title() + ": " + reason);
    }

    @Override
    public void twin(Place place, Place earlier, List<String> keys) {
        others.add(place.fieldPath() + " twin by " + keys);
    }

    @Override
    public void excludes(Place place, Place other) {
        structural.add(place.fieldPath() + " excludes " + other.fieldPath());
    }

    @Override
    public void noneOf(Place place, List<String> fields) {
        structural.add(place.fieldPath() + " has none of " + fields);
    }
}
