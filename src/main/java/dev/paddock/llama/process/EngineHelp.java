package dev.paddock.llama.process;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The flags one build of llama-server knows, from its {@code --help}, and what it calls itself.
 * Flags come, go and change their spelling between builds, and an unknown one ends the engine.
 *
 * @param flags every spelling; empty when the help could not be read
 * @param valued those of them that want a value after them
 * @param traces whether its fourth level of logging is one above the usual that tells no chat
 * @param version as {@code --version} says it
 */
record EngineHelp(Set<String> flags, Set<String> valued, boolean traces, Optional<String> version) {
    private static final Pattern TRACES = Pattern.compile("^\\s+- 4: trace\\b", Pattern.MULTILINE);
    private static final String GONE = "argument has been removed";
    private static final Set<String> ESSENTIAL = Set.of("--host", "--port", "-m", "-c");
    private static final Pattern SPELLINGS = Pattern.compile("(-[^,\\s]+)(?:,\\s+(?=-))?");

    EngineHelp {
        flags = Set.copyOf(flags);
        valued = Set.copyOf(valued);
    }

    /** What is assumed of an engine whose help cannot be read: only what every build knew. */
    static EngineHelp unknown() {
        return new EngineHelp(Set.of(), Set.of(), false, Optional.empty());
    }

    /**
     * Reads the text: an option's line begins with its spellings, separated by commas; the name of
     * its value, if it has one, follows after one space, and its description after more.
     */
    static EngineHelp parse(String text) {
        var flags = new HashSet<String>();
        var valued = new HashSet<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("-") && !line.startsWith("---") && !line.contains(GONE)) {
                var spellings = new HashSet<String>();
                int end = spellings(line, spellings);
                flags.addAll(spellings);
                if (end + 1 < line.length() && line.charAt(end + 1) != ' ') {
                    valued.addAll(spellings);
                }
            }
        }
        return new EngineHelp(flags, valued, TRACES.matcher(text).find(), Optional.empty());
    }

    EngineHelp withVersion(Optional<String> text) {
        return new EngineHelp(flags, valued, traces, text);
    }

    /**
     * Whether it can be told what this build does not know. A text in a form we do not read, or of
     * another program, lacks what every build has.
     */
    boolean known() {
        return flags.containsAll(ESSENTIAL);
    }

    /** Underscores within a long flag are as good as dashes, to the engine. */
    boolean knows(String flag) {
        return flags.contains(dashed(flag));
    }

    boolean wantsValue(String flag) {
        return valued.contains(dashed(flag));
    }

    /** The first of these spellings that it knows. */
    Optional<String> spelling(String... spellings) {
        return List.of(spellings).stream().filter(this::knows).findFirst();
    }

    private static String dashed(String flag) {
        return flag.startsWith("--") ? flag.replace('_', '-') : flag;
    }

    /** Where the spellings of a line end. */
    private static int spellings(String line, Set<String> found) {
        var matcher = SPELLINGS.matcher(line);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            found.add(matcher.group(1));
            end = matcher.end();
            if (matcher.end() == matcher.end(1)) {
                break;
            }
        }
        return end;
    }
}
