/** Credentials that stand in the open. */
@NullMarked
package dev.stslint.rules.secrets;

import org.jspecify.annotations.NullMarked;
