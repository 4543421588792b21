/**
 * Writes the table of API types that {@code stslint-core} ships, from the Java client of each supported Kubernetes release
 * and from the facts that it lacks. Part of the build, never of what users get.
 */
@NullMarked
package dev.stslint.apitable;

import org.jspecify.annotations.NullMarked;
