/** Updates and start order. */
@NullMarked
package dev.stslint.rules.rollout;

import org.jspecify.annotations.NullMarked;
