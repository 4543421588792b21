/**
 * YAML and JSON as kubectl reads them, as an immutable tree in which everything keeps its place. Owns the event stream
 * of the YAML library, document separators, scalars, merge and duplicate keys, and the limits on hostile input. Knows
 * nothing of Kubernetes kinds, rules or findings: what is wrong with a text is a {@link dev.stslint.yaml.YamlFault}.
 */
@NullMarked
package dev.stslint.yaml;

import org.jspecify.annotations.NullMarked;
