/** The built-in rules: one file each, in a package a category; their list; their pages. */
@NullMarked
package dev.stslint.rules;

import org.jspecify.annotations.NullMarked;
