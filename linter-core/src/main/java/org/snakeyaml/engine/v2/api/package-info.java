/** One class of ours in a package of SnakeYAML Engine; it says why. */
@NullMarked
package org.snakeyaml.engine.v2.api;

import org.jspecify.annotations.NullMarked;
