package dev.stslint.finding;

/**
 * A repair that was not made.
 *
 * @param reason fit for users
 * @param failed whether the job was not done as asked: a file that cannot be written, a fault of stslint. A repair that
 *     would only bring another finding is no failure
 */
public record Refusal(Repair repair, String reason, boolean failed) {}
