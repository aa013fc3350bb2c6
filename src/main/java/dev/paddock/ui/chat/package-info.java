/** Conversation list, transcript and composer. */
@NullMarked
package dev.paddock.ui.chat;

import org.jspecify.annotations.NullMarked;
