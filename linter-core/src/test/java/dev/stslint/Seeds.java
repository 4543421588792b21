package dev.stslint;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Checks what holds for all inputs on many random ones. Other inputs each time; a failure names the seed of its input, and
 * {@code -Dseed=…} checks that one alone.
 */
public final class Seeds {

    private Seeds() {}

    /** Runs a check, each time with another source of randomness. */
    public static void check(int tries, Consumer<Random> property) {
        String given = System.getProperty("seed");
        if (given != null) {
            property.accept(new Random(Long.parseLong(given)));
            return;
        }
        Random seeds = new Random();
        for (int i = 0; i < tries; i++) {
            long seed = seeds.nextLong();
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("does not hold for -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
