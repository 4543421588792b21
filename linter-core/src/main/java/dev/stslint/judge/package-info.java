/**
 * Schemas that come with a run: the definitions of custom resources, and the JSON Schemas of a house. Only here networknt and
 * Jackson's tree are known, and only where a schema applies to an object: loading them costs more than most runs.
 */
@NullMarked
package dev.stslint.judge;

import org.jspecify.annotations.NullMarked;
