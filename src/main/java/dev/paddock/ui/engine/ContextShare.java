package dev.paddock.ui.engine;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.ui.words.Words;

import java.util.OptionalInt;

/** Says how much context each conversation gets, and all of them together. */
final class ContextShare {
    private ContextShare() {}

    /**
     * @param trained the model's own context in tokens, when it is known
     */
    static String text(Words words, Options options, OptionalInt trained) {
        int slots = options.value(EngineOptions.PARALLEL_SLOTS);
        int size = options.value(EngineOptions.CONTEXT_SIZE);
        if (size == 0 && trained.isEmpty()) {
            return words.of("server.panel.share.unknown");
        }
        int each = size == 0 ? trained.getAsInt() : size;
        String sum = words.of("server.panel.share.each", each, (long) each * slots, slots);
        boolean beyond = trained.isPresent() && each > trained.getAsInt();
        return beyond ? sum + " " + words.of("server.panel.share.beyond", trained.getAsInt()) : sum;
    }
}
