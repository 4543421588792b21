package dev.stslint.lint;

import dev.stslint.report.LintReport;

/**
 * What came of writing a baseline.
 *
 * @param report what was found, all of which the baseline holds now
 * @param written whether it was written: only what was done in full is worth to be kept
 * @param size how many findings it holds
 * @param added how many of them it did not hold before
 * @param removed how many that it held before are gone
 */
public record BaselineUpdate(LintReport report, boolean written, int size, int added, int removed) {

    /**
     * What it comes to, for people.
     *
     * @param file the baseline, as users know it
     */
    public String summary(String file) {
        return written
                ? "`" + file + "` holds " + size + (size == 1 ? " finding" : " findings") + ": " + added + " new, "
                        + removed + " gone"
                : "`" + file + "` is not written, because not everything could be checked";
    }
}
