/** What is measured, each stage of a run by itself; and the bare YAML parser, as the yardstick beside it. */
@NullMarked
package dev.stslint.benchmarks;

import org.jspecify.annotations.NullMarked;
