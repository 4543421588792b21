package dev.stslint.rule;

import java.util.List;
import java.util.Optional;

/** A named list of rules with their pages. */
public interface RulePack {

    /** All rules of the pack, sorted by id. */
    List<Rule<?>> rules();

    /** The page of a rule, or of one of the engine's own findings, in Markdown. */
    Optional<String> page(String ruleId);
}
