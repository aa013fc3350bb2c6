package dev.paddock.ui.words;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.ErrorLines;
import dev.paddock.engine.Failure;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.KillReport;
import dev.paddock.engine.MemoryRequest;
import dev.paddock.engine.NtStatus;
import dev.paddock.engine.SpawnError;
import dev.paddock.engine.Stranger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The failures of an engine in sentences, for the window and for the command line. */
public final class FailureWords {
    private static final int FIRST_SIGNAL = 128;
    private static final int LAST_SIGNAL = FIRST_SIGNAL + 31;

    private static final String HERE = "failure.asked.here";

    private final Words words;
    private final ModelProblemWords models;

    public FailureWords(Words words) {
        this.words = words;
        models = new ModelProblemWords(words);
    }

    /** Why the engine could not be started or did not go on. */
    public FailureText of(Failure failure) {
        return switch (failure) {
            case Failure.NoEngine _ -> text("noEngine");
            case Failure.NoModel _ -> text("noModel");
            case Failure.BadProgram bad -> of(bad);
            case Failure.BadModel(var problem) -> models.of(problem);
            case Failure.ModelUnsupported(var model, var architecture) ->
                    text("modelUnsupported", name(model), architecture);
            case Failure.ModelTooNew(var model, var says) -> text("modelTooNew", name(model), says);
            case Failure.ModelRejected(var model, var says) ->
                    text("modelRejected", name(model), says);
            case Failure.BadPort bad -> of(bad);
            case Failure.InvalidArgument(var argument, var says) ->
                    text("argument", argument, says);
            case Failure.UnknownArgument(var argument, var version) -> unknown(argument, version);
            case Failure.ExtraFileRejected bad -> extraFile(bad);
            case Failure.WorkerUnreachable(var address) -> text("worker", address);
            case Failure.ReservedArgument(var argument, var reason) ->
                    text(reserved(reason), argument);
            case Failure.TooLittleMemory less -> asking(less.request(), unnamed(less), of(less));
            case Failure.WillNotFit less -> willNotFit(less);
            case Failure.BufferTooLarge(var device, var says) ->
                    text("bufferTooLarge", device, says);
            case Failure.GpuUnsupported(var says) -> text("gpuUnsupported", says);
            case Failure.GpuFault(var says, _) -> text("gpu", says);
            case Failure.ExitedEarly(var exit, var lines) ->
                    text("exitedEarly", how(exit), last(lines));
            case Failure.NotReadyInTime(var silence, _) -> text("stalled", silence.toSeconds());
            case Failure.NotResponding silent -> of(silent);
            case Failure.Crashed(var exit, var lines) -> crashed(exit, lines);
            case Failure.Killed(var exit, _, var report) -> killed(exit, report);
            case Failure.ClosedByOthers _ -> text("closed");
            case Failure.KeepsCrashing(int times, var last) ->
                    text("keepsCrashing", times, of(last).cause());
            case Failure.WillNotEnd(long pid) -> text("willNotEnd", number(pid));
        };
    }

    private FailureText of(Failure.BadProgram bad) {
        return switch (bad) {
            case Failure.EngineMissing(var engine) -> text("engineMissing", engine);
            case Failure.EngineNotExecutable(var engine) -> text("engineNotExecutable", engine);
            case Failure.EngineWrongFormat(var engine) -> text("engineFormat", engine);
            case Failure.NoLlamaServer(var engine) -> text("noLlamaServer", engine);
            case Failure.LibraryMissing(var engine, var library) ->
                    library.map(named -> text("libraryMissing", engine, named))
                            .orElseGet(() -> text("libraryMissing.unnamed", engine));
            case Failure.LibraryBroken(var engine, var says) -> text("libraryBroken", engine, says);
            case Failure.BackendsMissing(var engine) -> text("backendsMissing", engine);
            case Failure.ProcessorTooOld(var engine) -> text("processor", engine);
            case Failure.SpawnFailed(var engine, var error, var says) ->
                    FailureText.because(words, spawn(engine, error, says), "spawn." + error);
        };
    }

    private static String unnamed(Failure.TooLittleMemory less) {
        return less instanceof Failure.OutOfVideoMemory ? "failure.asked.card" : HERE;
    }

    private FailureText of(Failure.TooLittleMemory less) {
        return switch (less) {
            case Failure.OutOfMemory(var says, _, _) -> text("memory", says);
            case Failure.OutOfVideoMemory(var part, _, var says, _) ->
                    text("videoMemory." + part, says);
            case Failure.ContextTooLarge(int tokens, var says, _, _) ->
                    tokens == 0 ? text("contextTrained", says) : text("context", tokens, says);
        };
    }

    private FailureText of(Failure.BadPort bad) {
        String port = number(bad.port());
        return switch (bad) {
            case Failure.PortTaken(_, var holder) ->
                    holder.map(by -> text("portTakenBy", port, by.program(), number(by.pid())))
                            .orElseGet(() -> text("portTaken", port));
            case Failure.PortReserved _ -> text("portReserved", port);
            case Failure.PortBlocked _ -> text("portBlocked", port);
            case Failure.StrangerOnPort(_, var who) ->
                    FailureText.because(words, of(who, port), "stranger", port);
        };
    }

    private static String reserved(Failure.ReservedArgument.Reason reason) {
        return switch (reason) {
            case REACHES_ENGINE -> "reservedArgument";
            case CHOOSES_MODEL -> "reservedArgument.model";
            case ENDS_AT_ONCE -> "reservedArgument.ends";
        };
    }

    private FailureText unknown(String argument, Optional<String> version) {
        return version.map(build -> text("unknownArgumentOf", argument, build))
                .orElseGet(() -> text("unknownArgument", argument));
    }

    private FailureText crashed(EngineExit exit, List<String> lines) {
        return ErrorLines.reason(lines)
                .map(reason -> text("crashedSaying", how(exit), reason))
                .orElseGet(() -> text("crashed", how(exit)));
    }

    private FailureText willNotFit(Failure.WillNotFit less) {
        int tokens = less.contextSize();
        String needed = bytes(less.neededBytes());
        String free = bytes(less.freeBytes());
        return less.device()
                .map(card -> text("willNotFit.card", tokens, needed, free, card))
                .orElseGet(() -> text("willNotFit", tokens, needed, free));
    }

    private FailureText killed(EngineExit exit, KillReport report) {
        var text = text("killed." + report.memory(), how(exit));
        return report.freeBytes().isPresent()
                ? text.withCause(
                        text.cause()
                                + " "
                                + words.of(
                                        "failure.killed.free",
                                        bytes(report.freeBytes().getAsLong())))
                : text;
    }

    private String spawn(Path engine, SpawnError error, String says) {
        if (error != SpawnError.OTHER) {
            return words.of("failure.spawn." + error + ".cause", engine);
        }
        return says.isEmpty()
                ? words.of("failure.spawn.silent", engine)
                : words.of("failure.spawn.OTHER.cause", engine, says);
    }

    private String of(Stranger who, String port) {
        String family = "failure.stranger.";
        return switch (who) {
            case Stranger.OtherKey _ -> words.of(family + "otherKey", port);
            case Stranger.OtherModel(var model) -> words.of(family + "otherModel", port, model);
            case Stranger.NoModel _ -> words.of(family + "noModel", port);
            case Stranger.NoLlamaServer _ -> words.of(family + "noLlamaServer", port);
            case Stranger.OtherStatus(int status) ->
                    words.of(family + "otherStatus", port, number(status));
        };
    }

    private FailureText of(Failure.NotResponding silent) {
        String family = "failure.notResponding";
        String cause =
                switch (silent.symptom()) {
                    case HEALTH -> words.of(family + ".health", silent.silence().toSeconds());
                    case ANSWER -> words.of(family + ".answer");
                    case TRIAL -> words.of(family + ".trial");
                };
        return FailureText.because(words, cause, "notResponding");
    }

    /** What a trial generation came to. */
    public String of(HealthCheck.Result result) {
        return switch (result) {
            case HealthCheck.Result.Generated(var took) ->
                    words.of(
                            result.isSlow() ? "check.generatedSlowly" : "check.generated",
                            words.figures().count(took.toMillis()));
            case HealthCheck.Result.AtWork _ -> words.of("check.atWork");
            case HealthCheck.Result.Refused(int status, var says) ->
                    says.isBlank()
                            ? words.of("check.refused.silent", number(status))
                            : words.of("check.refused", number(status), says);
            case HealthCheck.Result.Slow(var waited) -> words.of("check.slow", waited.toSeconds());
            case HealthCheck.Result.NoAnswer(var waited) ->
                    words.of("check.noAnswer", waited.toSeconds());
        };
    }

    /** What is not as it was asked for, though the engine runs. */
    public FailureText of(EngineWarning warning) {
        return switch (warning) {
            case EngineWarning.NoGpu(var says) -> text("warning.noGpu", says);
            case EngineWarning.DeviceUnused(var device) -> text("warning.unused", device);
            case EngineWarning.GpuDriver(var says) -> text("warning.driver", says);
            case EngineWarning.NoDriver(var missing) -> text("warning.noDriver", missing);
            case EngineWarning.BackendSkipped(var library, var says) ->
                    text("warning.backend", library, says);
            case EngineWarning.ContextCapped(int asked, int perSlot, int slots) ->
                    text("warning.capped", asked, perSlot, slots);
            case EngineWarning.WorkerLeftOut(var address) -> text("warning.worker", address);
            case EngineWarning.PrivacyWeakened(var argument, var exposed) -> {
                String key = "failure.warning.privacy." + exposed;
                yield new FailureText(
                        words.of(key + ".title"),
                        words.of(key + ".cause", argument),
                        words.of("failure.warning.privacy.remedy"));
            }
        };
    }

    private FailureText text(String key, Object... values) {
        return FailureText.of(words, key, values);
    }

    private static String name(Path path) {
        return ModelProblemWords.name(path);
    }

    private String how(EngineExit exit) {
        int code = exit.code();
        if (code > FIRST_SIGNAL && code <= LAST_SIGNAL) {
            String signal = number(code - FIRST_SIGNAL);
            return SignalName.of(code - FIRST_SIGNAL)
                    .map(name -> words.of("failure.bySignal.named", signal, name))
                    .orElseGet(() -> words.of("failure.bySignal", signal));
        }
        return NtStatus.name(code)
                .map(name -> words.of("failure.byStatus", hex(code), name))
                .orElseGet(() -> words.of("failure.byCode", code < 0 ? hex(code) : number(code)));
    }

    private String last(java.util.List<String> lines) {
        Optional<String> last =
                lines.reversed().stream().filter(line -> !line.isBlank()).findFirst();
        return ErrorLines.reason(lines)
                .filter(reason -> !last.map(String::strip).equals(Optional.of(reason)))
                .map(reason -> words.of("failure.reasonLine", reason))
                .or(() -> last.map(line -> words.of("failure.lastLine", line.strip())))
                .orElse("");
    }

    private FailureText extraFile(Failure.ExtraFileRejected bad) {
        String key = "extraFile." + bad.file();
        return bad.request().isPresent()
                ? asking(bad.request(), HERE, text(key + ".memory"))
                : text(key, bad.engineSays());
    }

    /** How much, and on which device: the line that ended the engine seldom says it. */
    private FailureText asking(Optional<MemoryRequest> request, String unnamed, FailureText text) {
        return request.map(it -> text.withCause(text.cause() + " " + asked(it, unnamed)))
                .orElse(text);
    }

    /**
     * @param unnamed the words where no device is named
     */
    private String asked(MemoryRequest request, String unnamed) {
        return request.device()
                .map(on -> words.of("failure.asked", bytes(request.bytes()), on))
                .orElseGet(() -> words.of(unnamed, bytes(request.bytes())));
    }

    /** Windows says what happened in numbers that are only known in hexadecimal. */
    private static String hex(int code) {
        return "0x%08X".formatted(code);
    }

    /** Without thousands separators: a port or a process is no quantity. */
    private static String number(long number) {
        return Long.toString(number);
    }

    private String bytes(long count) {
        return words.figures().bytes(count);
    }
}
