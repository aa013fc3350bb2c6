/** Slots, speed, memory and the log. */
@NullMarked
package dev.paddock.ui.status;

import org.jspecify.annotations.NullMarked;
