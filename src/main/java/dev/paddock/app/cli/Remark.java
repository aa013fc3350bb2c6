package dev.paddock.app.cli;

import dev.paddock.option.Option;
import dev.paddock.ui.words.Words;

import java.util.List;

/**
 * Something on the command line that was understood, but should be said otherwise.
 *
 * @param given as it stands there
 * @param taken what it was taken for
 * @param option that it sets
 * @param arguments that say the same once more
 */
public record Remark(
        Kind kind, String given, String taken, Option<?> option, List<String> arguments) {
    /** Its words are {@code cli.remark.<constant>}. */
    public enum Kind {
        OUT_OF_USE,
        OTHER_SPELLING,
        TWICE
    }

    public Remark {
        arguments = List.copyOf(arguments);
    }

    public String sentence(Words words) {
        return words.of("cli.remark." + kind, given, taken);
    }
}
