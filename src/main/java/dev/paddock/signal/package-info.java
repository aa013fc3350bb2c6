/** A value that can be watched, without JavaFX. */
@NullMarked
package dev.paddock.signal;

import org.jspecify.annotations.NullMarked;
