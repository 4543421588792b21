package dev.stslint.lint;

/**
 * What to repair and how.
 *
 * @param lint what to read. The rules that its selection names are the ones whose findings are repaired and reported; when
 *     it names none, all that are on
 * @param unsafe whether repairs that change behaviour are made too
 * @param preview whether the result is only looked at, so that it does not matter which files can be written
 */
public record FixRequest(LintRequest lint, boolean unsafe, boolean preview) {}
