package dev.stslint.kube;

/**
 * How far a PodDisruptionBudget lets its pods go down: a count or a percentage that must stay, or one that may be gone.
 *
 * @param amount a count, or the number before the percent sign
 */
public record DisruptionLimit(Kind kind, int amount, boolean isPercentage) {

    /** Neither field is written, which lets nothing go (facts: C2). */
    public static final DisruptionLimit UNSET = new DisruptionLimit(Kind.UNSET, 0, false);

    private static final int WHOLE = 100;

    /** Which of the two fields is written. */
    public enum Kind {
        MIN_AVAILABLE,
        MAX_UNAVAILABLE,
        UNSET
    }

    /** The count that it means of so many pods. Percentages are rounded up, whichever field they stand in (facts: C2). */
    public int of(int pods) {
        return isPercentage ? (int) (((long) amount * pods + WHOLE - 1) / WHOLE) : amount;
    }

    /** Whether the number of pods makes no difference to it: everything must stay. */
    public boolean keepsEverything() {
        return switch (kind) {
            case MIN_AVAILABLE -> isPercentage && amount == WHOLE;
            case MAX_UNAVAILABLE -> amount == 0;
            case UNSET -> true;
        };
    }

    /** As it is written: {@code 2} or {@code 50%}. */
    @Override
    public String toString() {
        return isPercentage ? amount + "%" : Integer.toString(amount);
    }
}
