/**
 * What a rule is: its metadata and options, what it is given to look at, and the sets that rules come in. Knows nothing
 * of YAML nodes, files or reports.
 */
@NullMarked
package dev.stslint.rule;

import org.jspecify.annotations.NullMarked;
