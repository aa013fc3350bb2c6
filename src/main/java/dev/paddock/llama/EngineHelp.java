package dev.paddock.llama;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flags one build of llama-server knows, from its {@code --help}. Flags come, go and change
 * their spelling between builds, and an unknown one ends the engine.
 *
 * @param flags every spelling; empty when the help could not be read
 */
record EngineHelp(Set<String> flags) {
    private static final String GONE = "argument has been removed";

    EngineHelp {
        flags = Set.copyOf(flags);
    }

    /** What is assumed of an engine whose help cannot be read: only what every build knew. */
    static EngineHelp unknown() {
        return new EngineHelp(Set.of());
    }

    /**
     * Reads the text: an option's line begins with its spellings, separated by commas, before the
     * name of its value and its description.
     */
    static EngineHelp parse(String text) {
        var flags = new HashSet<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("-") && !line.startsWith("---") && !line.contains(GONE)) {
                addSpellings(line, flags);
            }
        }
        return new EngineHelp(flags);
    }

    boolean knows(String flag) {
        return flags.contains(flag);
    }

    /** The first of these spellings that it knows. */
    Optional<String> spelling(String... spellings) {
        return List.of(spellings).stream().filter(this::knows).findFirst();
    }

    private static void addSpellings(String line, Set<String> flags) {
        for (String word : line.split("[,\\s]+")) {
            if (!word.startsWith("-")) {
                return;
            }
            flags.add(word);
        }
    }
}
