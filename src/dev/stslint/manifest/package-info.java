/**
 * All objects of a run and the questions between them: which Service governs a set, which pods a budget covers, whether
 * something that is named exists. Every "no" comes with its reason, because not found here is not "does not exist".
 * Follows kustomizations for names, namespaces, labels and replica counts. Knows nothing of rules and findings.
 */
@NullMarked
package dev.stslint.manifest;

import org.jspecify.annotations.NullMarked;
