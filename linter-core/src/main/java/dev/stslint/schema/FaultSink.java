package dev.stslint.schema;

import dev.stslint.source.NearestNames;
import java.util.List;
import java.util.Optional;

/** Is told what does not fit while an object is walked over; each who asks listens to what concerns it. */
public interface FaultSink {

    /**
     * A field that no release of the table has.
     *
     * @param near the fields that were perhaps meant
     * @param home where in the object a field of this name belongs, as {@code spec.template.spec}
     */
    default void unknownField(Place place, NearestNames near, Optional<String> home) {}

    /** A field that some of the target releases do not have. */
    default void fieldOfOtherReleases(Place place, Lifetime lifetime) {}

    /** A value of another type than its field's. */
    default void wrongType(Place place, Misfit misfit) {}

    /** A field that must be there, or is null, which is the same. */
    default void missingField(Place place) {}

    /**
     * A text that is not among those that the field takes.
     *
     * @param taken by all target releases
     * @param lifetime of the text, where some releases take it
     */
    default void valueNotTaken(Place place, String text, List<String> taken, Optional<Lifetime> lifetime) {}

    /**
     * A whole number out of bounds.
     *
     * @param most {@link Long#MAX_VALUE} where there is no most
     */
    default void outOfRange(Place place, String number, long least, long most) {}

    /**
     * A text, or where {@code isKey} the name of a map's entry, without the form it must have.
     *
     * @param reason what is wrong with it
     */
    default void malformed(Place place, Format format, boolean isKey, String reason) {}

    /**
     * An item that is equal to an earlier one in what tells them apart.
     *
     * @param keys the fields that do
     */
    default void twin(Place place, Place earlier, List<String> keys) {}

    /** Two fields that exclude each other. */
    default void excludes(Place place, Place other) {}

    /** None of the fields that one must be set of. */
    default void noneOf(Place place, List<String> fields) {}

    /** A value beyond a limit that a schema sets besides its type. */
    default void beyond(Place place, Limit limit) {}

    /**
     * A version of a custom kind that its definition does not serve.
     *
     * @param defined where the definition says so
     * @param served the versions that it does serve
     */
    default void versionNotServed(Place place, Place defined, List<String> served) {}

    /**
     * A part of a definition that makes no schema, so that nothing can be held against it.
     *
     * @param kind and version that it defines, for people
     * @param reason what is wrong with the part
     */
    default void unusableSchema(Place place, String kind, String reason) {}
}
