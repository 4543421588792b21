/** The Maven plugin: turns parameters into a request, calls the linter, and fails the build or not. */
@NullMarked
package dev.stslint.maven;

import org.jspecify.annotations.NullMarked;
