/** What git says has changed, and the versions of files that it keeps. The one place that knows git. */
@NullMarked
package dev.stslint.change;

import org.jspecify.annotations.NullMarked;
