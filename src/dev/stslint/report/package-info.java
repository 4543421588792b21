/**
 * A run's result and the ways to write it down. Reporters are pure functions of the report: they decide nothing about
 * findings, and show no value that is concealed.
 */
@NullMarked
package dev.stslint.report;

import org.jspecify.annotations.NullMarked;
