/**
 * What a rule says (a problem) and what a user gets (a finding): severity, words, places, fixes as text edits, and
 * fingerprints that survive moved lines. Knows nothing of YAML or Kubernetes objects.
 */
@NullMarked
package dev.stslint.finding;

import org.jspecify.annotations.NullMarked;
