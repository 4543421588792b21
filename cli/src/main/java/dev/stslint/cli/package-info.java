/** The command line: reads arguments, calls the linter, turns its answer into an exit status. */
@NullMarked
package dev.stslint.cli;

import org.jspecify.annotations.NullMarked;
