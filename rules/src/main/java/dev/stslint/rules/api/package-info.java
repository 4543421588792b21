/** Rules about what the API server takes: kinds, versions, fields and their values. */
@NullMarked
package dev.stslint.rules.api;

import org.jspecify.annotations.NullMarked;
