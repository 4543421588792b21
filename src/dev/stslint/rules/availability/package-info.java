/** Disruption budgets, quorum, probes and spread. */
@NullMarked
package dev.stslint.rules.availability;

import org.jspecify.annotations.NullMarked;
