/**
 * The configuration file: finding it, reading it with places, and saying what is wrong with it. Knows nothing of command
 * lines, and nothing of how a run obeys it.
 */
@NullMarked
package dev.stslint.config;

import org.jspecify.annotations.NullMarked;
