package dev.paddock.ui.chat;

import dev.paddock.chat.ConversationFiles;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.HistoryRecovery;
import dev.paddock.connection.Readiness;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the chat views work with.
 *
 * @param preferences hold the options and the presets for all conversations
 * @param engine that would answer
 * @param background for work that must not hold up the FX thread
 * @param later runs delayed tasks, on any thread
 * @param browser opens an address outside the app; called on the FX thread and must not block
 * @param history what is done with all of it, and with files of some of it
 */
public record ChatServices(
        Conversations conversations,
        Preferences preferences,
        Engine engine,
        Executor background,
        DelayedExecutor later,
        Consumer<URI> browser,
        HistoryServices history) {
    /**
     * @param recovery for a history that is damaged
     * @param files for conversations in files of their own
     */
    public record HistoryServices(HistoryRecovery recovery, ConversationFiles files) {}

    HistoryRecovery recovery() {
        return history.recovery();
    }

    ConversationFiles files() {
        return history.files();
    }

    /**
     * The engine as the chat needs it.
     *
     * @param before whether a message would start it
     * @param start called on the FX thread when a message waits for an engine that is off
     */
    public record Engine(
            Observable<Readiness> readiness, Observable<BeforeStart> before, Runnable start) {}
}
