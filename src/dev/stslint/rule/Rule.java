package dev.stslint.rule;

import dev.stslint.source.Located;

/**
 * A rule: looks at one kind of thing and reports what is wrong with it. Stateless: one instance serves all threads.
 *
 * <p>A rule may ask about every object of the run, but reports on what it was given; other places go into the problem's
 * related places. So suppressions, baselines and "who owns this finding" stay simple.
 *
 * @param <T> what it looks at: a view of an object, or a part of one
 */
public interface Rule<T extends Located> {

    RuleMetadata metadata();

    Class<T> target();

    /** Reports zero, one or many problems of {@code target} to {@code context}. */
    void check(T target, RuleContext context);
}
