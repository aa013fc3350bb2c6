package dev.paddock.llama.process;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.MemoryRequest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What one text in the engine's log means. */
record LogRule(Pattern pattern, Meaning meaning) {
    private static final Pattern PREFIX = Pattern.compile("^[\\d.]+ [A-Z] ");

    /** What the engine goes on after is not what it ended with. */
    private static final Pattern WARNING =
            Pattern.compile("^(?:[\\d.]+ )?(?:W |warning:)", Pattern.CASE_INSENSITIVE);

    /** Turns a line that fits into a failure. */
    @FunctionalInterface
    interface Meaning {
        Failure of(Ended ended, Hit hit);
    }

    /**
     * The engine that ended.
     *
     * @param lines the last it said, without a debugger's
     */
    record Ended(LaunchPlan plan, EngineExit exit, boolean wasReady, List<String> lines) {
        /** What it asked for last and did not get. */
        Optional<MemoryRequest> request() {
            return MemoryRequests.of(lines);
        }
    }

    /**
     * A line that fits.
     *
     * @param line without the engine's time and level
     */
    record Hit(MatchResult found, String line) {
        String group(int number) {
            return found.group(number).strip();
        }

        /** The one group that fits, of those that stand for the same. */
        String anyGroup() {
            return IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
    }

    static LogRule when(String pattern, Meaning meaning) {
        return new LogRule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning);
    }

    /** The failure of the newest line that fits. */
    Optional<Failure> apply(Ended ended, List<String> lines) {
        for (String line : lines.reversed()) {
            var matcher = pattern.matcher(line);
            if (matcher.find() && !WARNING.matcher(line).lookingAt()) {
                return Optional.of(meaning.of(ended, new Hit(matcher.toMatchResult(), bare(line))));
            }
        }
        return Optional.empty();
    }

    /** Without the engine's time and level. */
    static String bare(String line) {
        return PREFIX.matcher(line).replaceFirst("").strip();
    }
}
