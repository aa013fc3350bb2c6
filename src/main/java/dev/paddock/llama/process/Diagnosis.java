package dev.paddock.llama.process;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.ErrorLines;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.NtStatus;
import dev.paddock.llama.process.LogRule.Ended;
import dev.paddock.model.ModelProblem;

import java.util.List;
import java.util.Locale;
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
    private static final int BUS_ERROR = 135;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    private static final List<LogRule> WHILE_STARTING =
            Stream.of(
                            LogRules.INSTALLATION,
                            LogRules.ARGUMENTS,
                            ExtraFileRules.ALL,
                            DeviceRules.MEMORY,
                            LogRules.MODEL_FILE,
                            DeviceRules.GRAPHICS,
                            LogRules.MODEL)
                    .flatMap(List::stream)
                    .toList();

    private static final List<LogRule> WHEN_READY =
            Stream.of(DeviceRules.MEMORY, DeviceRules.GRAPHICS).flatMap(List::stream).toList();

    private Diagnosis() {}

    static Failure of(LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady) {
        var said = ErrorLines.withoutTrace(lastLines);
        var words =
                wasReady ? said.subList(Math.max(0, said.size() - LAST_WORDS), said.size()) : said;
        var ended = new Ended(plan, exit, wasReady, words);
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
            case ILLEGAL_INSTRUCTION, NtStatus.ILLEGAL_INSTRUCTION ->
                    new Failure.ProcessorTooOld(engine);
            case NtStatus.DLL_NOT_FOUND -> new Failure.LibraryMissing(engine, Optional.empty());
            case NtStatus.INVALID_IMAGE_FORMAT,
                    NtStatus.ENTRYPOINT_NOT_FOUND,
                    NtStatus.DLL_INIT_FAILED ->
                    new Failure.LibraryBroken(engine, status(exit));
            case NtStatus.NO_MEMORY, NtStatus.COMMITMENT_LIMIT ->
                    new Failure.OutOfMemory(status(exit));
            case BUS_ERROR, NtStatus.IN_PAGE_ERROR ->
                    new Failure.BadModel(new ModelProblem.LostWhileRead(ended.plan().model()));
            case KILLED -> new Failure.Killed(exit, lines);
            case HANGUP, INTERRUPTED, TERMINATED, NtStatus.CONTROL_C_EXIT ->
                    new Failure.ClosedByOthers(exit);
            // One that said nothing at all never began.
            case 0 ->
                    wasReady || !lines.isEmpty()
                            ? new Failure.ClosedByOthers(exit)
                            : new Failure.ExitedEarly(exit, lines);
            case NOT_EXECUTABLE, NOT_FOUND, NtStatus.ACCESS_DENIED -> unstartable(ended, lines);
            default ->
                    wasReady
                            ? new Failure.Crashed(exit, lines)
                            : new Failure.ExitedEarly(exit, lines);
        };
    }

    private static String status(EngineExit exit) {
        return NtStatus.name(exit.code()).orElse("");
    }

    /** The shell's own codes: it found no program in the file, or was not let. */
    private static Failure unstartable(Ended ended, List<String> lines) {
        var engine = ended.plan().engine();
        boolean forbidden =
                ended.exit().code() == NtStatus.ACCESS_DENIED
                        || lines.stream()
                                .anyMatch(
                                        line ->
                                                line.toLowerCase(Locale.ROOT)
                                                        .contains("permission denied"));
        return forbidden
                ? new Failure.EngineNotExecutable(engine)
                : new Failure.EngineWrongFormat(engine);
    }
}
