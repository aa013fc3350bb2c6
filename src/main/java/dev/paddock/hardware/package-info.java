/** GPU, memory and processor figures of this machine. */
@NullMarked
package dev.paddock.hardware;

import org.jspecify.annotations.NullMarked;
