package dev.stslint.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer to "which object does this name mean": found, missing though the input should hold it, or not to be known
 * from this input. Rules stay silent on the last.
 */
public sealed interface Lookup<T> {

    /** The object, when it is found. */
    Optional<T> found();

    /** The near misses, when it is missing; empty when it is found or cannot be known. */
    default Optional<Missing<T>> missing() {
        return Optional.empty();
    }

    /** Whether the input cannot tell. */
    default boolean isUnknown() {
        return false;
    }

    /** The object is in the input. */
    record Found<T>(T value) implements Lookup<T> {
        @Override
        public Optional<T> found() {
            return Optional.of(value);
        }
    }

    /**
     * The input should hold it and does not.
     *
     * @param nearMisses what may have been meant, the likeliest first
     */
    record Missing<T>(List<NearMiss<T>> nearMisses) implements Lookup<T> {

        @Override
        public Optional<T> found() {
            return Optional.empty();
        }

        @Override
        public Optional<Missing<T>> missing() {
            return Optional.of(this);
        }

        /** All near misses of a kind. */
        public List<T> allNear(NearMiss.Kind kind) {
            List<T> near = new ArrayList<>(1);
            for (NearMiss<T> miss : nearMisses) {
                if (miss.kind() == kind) {
                    near.add(miss.value());
                }
            }
            return near;
        }

        /** The first near miss of a kind. */
        public Optional<T> near(NearMiss.Kind kind) {
            for (NearMiss<T> miss : nearMisses) {
                if (miss.kind() == kind) {
                    return Optional.of(miss.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The input cannot tell.
     *
     * @param reason as "the name is filled in by something else"
     */
    record Unknown<T>(String reason) implements Lookup<T> {

        @Override
        public Optional<T> found() {
            return Optional.empty();
        }

        @Override
        public boolean isUnknown() {
            return true;
        }
    }

    /** The same answer for something that belongs to the object. */
    default <U> Optional<U> map(Function<T, U> mapping) {
        return found().map(mapping);
    }
}
