/** Steps between the compiled classes and the jar that people run. */
@NullMarked
package dev.stslint.packaging;

import org.jspecify.annotations.NullMarked;
