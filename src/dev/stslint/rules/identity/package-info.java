/** Names and DNS: what a set's pods are called, and what makes those names resolve. */
@NullMarked
package dev.stslint.rules.identity;

import org.jspecify.annotations.NullMarked;
