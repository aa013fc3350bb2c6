package dev.paddock.option;

import java.util.List;
import java.util.Optional;

/**
 * What an option is called by the engine.
 *
 * @param flags on a command line, the plainest first; never empty
 * @param field in the body of a request; empty for what only a start can set
 */
public record Spelling(List<String> flags, Optional<String> field) {
    public Spelling {
        flags = List.copyOf(flags);
    }

    static Spelling flags(String... flags) {
        return new Spelling(List.of(flags), Optional.empty());
    }

    static Spelling field(String field, String... flags) {
        return new Spelling(List.of(flags), Optional.of(field));
    }
}
