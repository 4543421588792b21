/** The facade: a request in, a report out. Everything between is put together here and nowhere else. */
@NullMarked
package dev.stslint.lint;

import org.jspecify.annotations.NullMarked;
