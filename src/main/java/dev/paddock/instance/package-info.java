/** One Paddock per data folder: the lock, and the hand-over of a second start. */
@NullMarked
package dev.paddock.instance;

import org.jspecify.annotations.NullMarked;
