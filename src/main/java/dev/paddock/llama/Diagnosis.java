package dev.paddock.llama;

import dev.paddock.llama.LogRule.Ended;
import dev.paddock.server.EngineExit;
import dev.paddock.server.Failure;
import dev.paddock.server.LaunchPlan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the cause of an exit nobody asked for in the engine's last words and its exit code. */
final class Diagnosis {
    /** Of a ready engine only the very last words tell of its end. */
    private static final int LAST_WORDS = 12;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int HANGUP = 129;
    private static final int INTERRUPTED = 130;
    private static final int ILLEGAL_INSTRUCTION = 132;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final int WINDOWS_DLL_MISSING = 0xC0000135;
    private static final int WINDOWS_ILLEGAL_INSTRUCTION = 0xC000001D;

    private static final List<LogRule> WHILE_STARTING =
            Stream.of(
                            LogRules.INSTALLATION,
                            LogRules.ARGUMENTS,
                            LogRules.MEMORY,
                            LogRules.MODEL_FILE,
                            LogRules.GRAPHICS,
                            LogRules.MODEL)
                    .flatMap(List::stream)
                    .toList();

    private static final List<LogRule> WHEN_READY =
            Stream.of(LogRules.MEMORY, LogRules.GRAPHICS).flatMap(List::stream).toList();

    private Diagnosis() {}

    static Failure of(LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady) {
        var ended = new Ended(plan, exit, wasReady);
        var words =
                wasReady
                        ? lastLines.subList(
                                Math.max(0, lastLines.size() - LAST_WORDS), lastLines.size())
                        : lastLines;
        return first(wasReady ? WHEN_READY : WHILE_STARTING, ended, words)
                .orElseGet(() -> byExit(ended, lastLines));
    }

    private static Optional<Failure> first(List<LogRule> rules, Ended ended, List<String> lines) {
        return rules.stream()
                .map(rule -> rule.apply(ended, lines))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Failure byExit(Ended ended, List<String> lines) {
        var engine = ended.plan().engine();
        var exit = ended.exit();
        boolean wasReady = ended.wasReady();
        return switch (exit.code()) {
            case ILLEGAL_INSTRUCTION, WINDOWS_ILLEGAL_INSTRUCTION ->
                    new Failure.ProcessorTooOld(engine);
            case WINDOWS_DLL_MISSING -> new Failure.LibraryMissing(engine, "DLL");
            case KILLED -> new Failure.KilledBySystem(exit, lines);
            case HANGUP, INTERRUPTED, TERMINATED -> new Failure.ClosedByOthers(exit);
            case 0 ->
                    wasReady
                            ? new Failure.ClosedByOthers(exit)
                            : new Failure.ExitedEarly(exit, lines);
            case NOT_EXECUTABLE, NOT_FOUND -> unstartable(ended, lines);
            default ->
                    wasReady
                            ? new Failure.Crashed(exit, lines)
                            : new Failure.ExitedEarly(exit, lines);
        };
    }

    /** The shell's own codes: it found no program in the file, or was not let. */
    private static Failure unstartable(Ended ended, List<String> lines) {
        var engine = ended.plan().engine();
        boolean forbidden =
                lines.stream().anyMatch(line -> line.toLowerCase().contains("permission denied"));
        return forbidden
                ? new Failure.EngineNotExecutable(engine)
                : new Failure.EngineWrongFormat(engine);
    }
}
