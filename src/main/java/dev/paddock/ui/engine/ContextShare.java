package dev.paddock.ui.engine;

import dev.paddock.engine.ServerSettings;
import dev.paddock.ui.words.Figures;
import dev.paddock.ui.words.Words;

import java.util.OptionalInt;

/** Says how much context each slot gets. */
final class ContextShare {
    private ContextShare() {}

    /**
     * @param trained the model's own context in tokens, when it is known
     */
    static String text(Words words, ServerSettings settings, OptionalInt trained) {
        int slots = settings.parallelSlots();
        if (settings.contextSize() == 0 && trained.isEmpty()) {
            return words.of("server.panel.share.unknown");
        }
        int total = settings.contextSize() == 0 ? trained.getAsInt() : settings.contextSize();
        String perSlot = Figures.count(total / slots);
        String sum =
                slots == 1
                        ? words.of("server.panel.share.one", perSlot)
                        : words.of("server.panel.share.many", perSlot, Figures.count(total), slots);
        boolean beyond = trained.isPresent() && total / slots > trained.getAsInt();
        return beyond
                ? sum
                        + " "
                        + words.of("server.panel.share.beyond", Figures.count(trained.getAsInt()))
                : sum;
    }
}
