package dev.paddock.app;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.History;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A history that is opened in the background, so that the window need not wait for it: whoever asks
 * before it is open waits, and whoever asks one that could not be opened gets the reason.
 */
final class OpeningHistory implements History {
    private final CompletableFuture<History> opening;

    OpeningHistory(Supplier<History> open, Executor background) {
        opening = CompletableFuture.supplyAsync(open, background);
    }

    @Override
    public List<Conversation> conversations() {
        return opened().conversations();
    }

    @Override
    public List<Conversation> search(String query) {
        return opened().search(query);
    }

    @Override
    public List<Message> messages(ConversationId conversation) {
        return opened().messages(conversation);
    }

    @Override
    public void save(Conversation conversation) {
        opened().save(conversation);
    }

    @Override
    public void save(Message message) {
        opened().save(message);
    }

    @Override
    public void append(MessageId answer, String reasoning, String content) {
        opened().append(answer, reasoning, content);
    }

    @Override
    public void saveTurn(Conversation conversation, Message question, Message answer) {
        opened().saveTurn(conversation, question, answer);
    }

    @Override
    public void delete(ConversationId conversation) {
        opened().delete(conversation);
    }

    @Override
    public void restore(ConversationId conversation) {
        opened().restore(conversation);
    }

    @Override
    public void purgeDeleted() {
        opened().purgeDeleted();
    }

    @Override
    public void closeInterrupted() {
        opened().closeInterrupted();
    }

    @Override
    public void close() {
        opening.thenAccept(History::close);
    }

    private History opened() {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof HistoryException why) {
                throw new HistoryException(why.kind(), String.valueOf(why.getMessage()), why);
            }
            throw failed;
        }
    }
}
