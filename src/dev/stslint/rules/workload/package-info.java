/** The right controller for what runs. */
@NullMarked
package dev.stslint.rules.workload;

import org.jspecify.annotations.NullMarked;
