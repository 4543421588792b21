/**
 * What makes a text a secret: names that promise one, shapes that give one away, and values that only stand in for one.
 * Works on strings and spans within them; knows nothing of YAML, Kubernetes or findings, so that rules and reports share
 * one vocabulary. Every scan is a single pass without regular expressions.
 */
@NullMarked
package dev.stslint.secret;

import org.jspecify.annotations.NullMarked;
