/** Conversations, messages, and the session that streams an answer into them. */
@NullMarked
package dev.paddock.chat;

import org.jspecify.annotations.NullMarked;
