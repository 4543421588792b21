/**
 * Text and places in it: files as they were read, spans of UTF-16 offsets, lines and columns, and the way from the
 * paths a user names to the files below them. Knows nothing of YAML, Kubernetes or findings.
 */
@NullMarked
package dev.stslint.source;

import org.jspecify.annotations.NullMarked;
