/** Volumes and claims: what is mounted, what is kept, what is lost. */
@NullMarked
package dev.stslint.rules.storage;

import org.jspecify.annotations.NullMarked;
