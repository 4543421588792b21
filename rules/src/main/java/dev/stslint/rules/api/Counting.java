package dev.stslint.rules.api;

import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Format;
import dev.stslint.schema.Lifetime;
import dev.stslint.schema.Misfit;
import dev.stslint.schema.Place;
import dev.stslint.secret.Mask;
import dev.stslint.source.NearestNames;
import java.util.List;
import java.util.Optional;

/** How many faults there are, and where the first is. */
final class Counting implements FaultSink {

    private int count;
    private String first = "";

    int count() {
        return count;
    }

    /** The first fault in a few words; empty when there is none. */
    String first() {
        return first;
    }

    private void add(Place place, String verdict) {
        if (count++ == 0) {
            first = "`" + Mask.secretsIn(place.fieldPath()) + "` " + verdict;
        }
    }

    @Override
    public void unknownField(Place place, NearestNames near, Optional<String> home) {
        add(place, "is unknown");
    }

    @Override
    public void fieldOfOtherReleases(Place place, Lifetime lifetime) {
        add(place, "exists " + lifetime.words());
    }

    @Override
    public void wrongType(Place place, Misfit misfit) {
        add(place, "must be " + misfit.wanted());
    }

    @Override
    public void missingField(Place place) {
        add(place, "is missing");
    }

    @Override
    public void valueNotTaken(Place place, String text, List<String> taken, Optional<Lifetime> lifetime) {
        add(place, "takes other values");
    }

    @Override
    public void outOfRange(Place place, String number, long least, long most) {
        add(place, "is out of bounds");
    }

    @Override
    public void malformed(Place place, Format format, boolean isKey, String reason) {
        add(place, "is no " + format.title());
    }

    @Override
    public void twin(Place place, Place earlier, List<String> keys) {
        add(place, "is there twice");
    }

    @Override
    public void excludes(Place place, Place other) {
        add(place, "excludes `" + other.name() + "`");
    }

    @Override
    public void noneOf(Place place, List<String> fields) {
        add(place, "says nothing of what it is");
    }
}
