package dev.stslint.benchmarks.corpus;

import java.util.SplittableRandom;

/** Chance that is the same on every machine and in every run: all there is to a corpus follows from its seed. */
final class Dice {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** Of real repositories one byte in twenty stands in a file that goes beyond Latin-1. */
    private static final int WIDE_PER_MILLE = 50;

    private final SplittableRandom random;
    private final boolean wide;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
        this.wide = perMille(WIDE_PER_MILLE);
    }

    /** Whether whoever writes here writes more than English: few do, and then not once in a while. */
    boolean isWide() {
        return wide;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** From {@code least} to {@code most}, small ones far more often: as sizes of real files are spread. */
    int skewed(int least, int most) {
        double x = random.nextDouble();
        return least + (int) ((most - least) * x * x * x);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    boolean perMille(int chances) {
        return random.nextInt(1000) < chances;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** So many letters and digits, as a generated password has them. */
    String token(int length) {
        StringBuilder token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** So many hexadecimal digits. */
    String hex(int length) {
        StringBuilder hex = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
