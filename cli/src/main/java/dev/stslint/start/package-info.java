/** The start of {@code java -jar}: takes the classes of the command out of its jar faster than the JVM does. */
@NullMarked
package dev.stslint.start;

import org.jspecify.annotations.NullMarked;
