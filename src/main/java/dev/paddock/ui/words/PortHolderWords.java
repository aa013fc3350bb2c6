package dev.paddock.ui.words;

import dev.paddock.engine.check.PortHolder;

import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;

/** What is known of the program on a port, for those who want to see to it themselves. */
public final class PortHolderWords {
    private final Words words;

    public PortHolderWords(Words words) {
        this.words = words;
    }

    /** Some lines beside its name and its process; empty when the system tells no more. */
    public Optional<String> more(PortHolder holder) {
        var known = holder.more();
        if (known.equals(PortHolder.Details.NONE)) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        known.user().ifPresent(user -> lines.add(words.of("failure.holder.user", user)));
        known.since()
                .ifPresent(since -> lines.add(words.of("failure.holder.since", Date.from(since))));
        known.command().ifPresent(all -> lines.add(words.of("failure.holder.command", all)));
        return Optional.of(String.join("\n", lines));
    }
}
