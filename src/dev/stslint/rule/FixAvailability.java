package dev.stslint.rule;

/** Whether a rule offers fixes. */
public enum FixAvailability {
    NEVER,
    SOMETIMES
}
