/**
 * Kubernetes objects as typed views over the tree: the one place that knows field names, defaults and what a value means
 * to the API server. A view never copies values out of the tree; it answers with a {@link dev.stslint.kube.Field}, which
 * knows its place even when the field is absent. Knows nothing of other objects, rules or findings.
 */
@NullMarked
package dev.stslint.kube;

import org.jspecify.annotations.NullMarked;
