package dev.paddock.app;

import dev.paddock.chat.Conversation;
import dev.paddock.engine.EngineState;
import dev.paddock.option.OptionChain;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;

import java.util.function.Function;

/** What holds for the next answer of a conversation. */
final class AnswerOptions {
    private AnswerOptions() {}

    /** By the settings, for the model that runs; another may be chosen by now. */
    static Function<Conversation, OptionChain> of(
            Preferences preferences, Observable<EngineState> engine) {
        return one -> {
            var settings = preferences.settings().value();
            return settings.chain(engine.value(), one.id().value(), one.options());
        };
    }
}
