/**
 * The Kubernetes API as its releases define it: which kinds there are, which fields they have, what those take; and the walk
 * over an object that finds what does not fit. Knows the table and no single field name.
 */
@NullMarked
package dev.stslint.schema;

import org.jspecify.annotations.NullMarked;
