/** Conversations as files of their own, for people and for other programs. */
@NullMarked
package dev.paddock.exchange;

import org.jspecify.annotations.NullMarked;
