package dev.stslint;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Checks what holds for all inputs on many random ones: the same ones each time, so that a build that passed passes again.
 * {@code -Dseed=random} looks for others; a failure names the seed of its input, and {@code -Dseed=…} checks that one alone.
 */
public final class Seeds {

    private static final String RANDOM = "random";
    private static final long FIRST = 20_261_125;

    private Seeds() {}

    /** Runs a check, each time with another source of randomness. */
    public static void check(int tries, Consumer<Random> property) {
        String given = System.getProperty("seed");
        if (given != null && !given.equals(RANDOM)) {
            property.accept(new Random(Long.parseLong(given)));
            return;
        }
        Random seeds = given == null ? new Random(FIRST) : new Random();
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
