/**
 * What becomes of findings before they are reported: which of them somebody has set aside, and what is wrong with how that
 * was said. Knows nothing of how findings are made or shown.
 */
@NullMarked
package dev.stslint.filter;

import org.jspecify.annotations.NullMarked;
