package dev.paddock.app.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first word on the command line that belongs to no option may be; without one the window
 * opens. Its help is {@code cli.subcommand.<word>}.
 */
enum Subcommand {
    /** Opens the window with a model and starts the engine. */
    RUN("run", "MODEL");

    private final String word;
    private final String argument;

    Subcommand(String word, String argument) {
        this.word = word;
        this.argument = argument;
    }

    String word() {
        return word;
    }

    /** What the help calls the argument it needs. */
    String argument() {
        return argument;
    }

    /** All of them. */
    static String words() {
        return Stream.of(values()).map(Subcommand::word).collect(Collectors.joining(", "));
    }

    static Optional<Subcommand> of(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
