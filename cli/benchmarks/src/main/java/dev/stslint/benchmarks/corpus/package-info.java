/** Writes manifests to measure with: a realistic mix of any size, and shapes that are hard on a linter. */
@NullMarked
package dev.stslint.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
