/** Environment variables and configuration references. */
@NullMarked
package dev.stslint.rules.environment;

import org.jspecify.annotations.NullMarked;
