package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;

import java.util.List;

/**
 * A place in a conversation.
 *
 * @param words what is to be seen there, as it is written; none for the beginning of the message
 */
record Quote(MessageId message, List<String> words) {}
