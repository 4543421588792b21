/** Repairs as text: building the edits that rules offer, and applying edits to texts. */
@NullMarked
package dev.stslint.fix;

import org.jspecify.annotations.NullMarked;
