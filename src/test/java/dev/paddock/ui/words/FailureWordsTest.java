package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.EngineWarning.Exposure;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ExtraFile;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.Failure.ReservedArgument.Reason;
import dev.paddock.engine.Failure.VideoMemory;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.KillReport;
import dev.paddock.engine.KillReport.Memory;
import dev.paddock.engine.MemoryRequest;
import dev.paddock.engine.SpawnError;
import dev.paddock.engine.Stranger;
import dev.paddock.engine.check.PortHolder;
import dev.paddock.faults.Fault;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

class FailureWordsTest {
    private static final Path FILE = Path.of("/a/{0}'b.gguf");
    private static final EngineExit EXIT = new EngineExit(139);
    private static final List<String> LINES = List.of("first", "last");
    private static final Optional<MemoryRequest> ASKED =
            Optional.of(new MemoryRequest(310_411_264, Optional.of("Vulkan0")));
    private static final Failure CRASH = new Failure.Crashed(EXIT, LINES);

    private static final List<Failure> FAILURES =
            List.of(
                    new Failure.NoEngine(),
                    new Failure.NoModel(),
                    new Failure.EngineMissing(FILE),
                    new Failure.EngineNotExecutable(FILE),
                    new Failure.EngineWrongFormat(FILE),
                    new Failure.NoLlamaServer(FILE),
                    new Failure.LibraryMissing(FILE, Optional.of("libx.so")),
                    new Failure.LibraryMissing(FILE, Optional.empty()),
                    new Failure.LibraryBroken(FILE, "says"),
                    new Failure.BackendsMissing(FILE),
                    new Failure.ProcessorTooOld(FILE),
                    new Failure.BadModel(new ModelProblem.Missing(FILE)),
                    new Failure.ModelUnsupported(FILE, "x"),
                    new Failure.ModelRejected(FILE, "says"),
                    new Failure.ModelTooNew(FILE, "says"),
                    new Failure.PortTaken(8080),
                    new Failure.PortTaken(8080, Optional.of(new PortHolder("nginx", 42))),
                    new Failure.PortReserved(8080),
                    new Failure.InvalidArgument("-x", "says"),
                    new Failure.UnknownArgument("-x", Optional.of("0.7.0")),
                    new Failure.UnknownArgument("-x", Optional.empty()),
                    new Failure.ExtraFileRejected(ExtraFile.PROJECTOR, "says"),
                    new Failure.ExtraFileRejected(ExtraFile.DRAFT_MODEL, "says", ASKED),
                    new Failure.ExtraFileRejected(ExtraFile.ADAPTER, "says"),
                    new Failure.ExtraFileRejected(ExtraFile.CONTROL_VECTOR, "says"),
                    new Failure.WorkerUnreachable("127.0.0.1:1"),
                    new Failure.WillNotFit(8192, 3L << 30, 2L << 30, OptionalInt.of(4096)),
                    new Failure.WillNotFit(
                            8192, 3L << 30, 2L << 30, OptionalInt.empty(), Optional.of("CUDA0")),
                    new Failure.GpuUnsupported("says"),
                    new Failure.ReservedArgument("--port", Reason.REACHES_ENGINE),
                    new Failure.ReservedArgument("-hf", Reason.CHOOSES_MODEL),
                    new Failure.ReservedArgument("--version", Reason.ENDS_AT_ONCE),
                    new Failure.OutOfMemory("says"),
                    new Failure.OutOfVideoMemory(
                            VideoMemory.WEIGHTS, OptionalInt.of(8), "says", ASKED),
                    new Failure.OutOfVideoMemory(
                            VideoMemory.KV_CACHE, OptionalInt.empty(), "says", ASKED),
                    new Failure.OutOfVideoMemory(
                            VideoMemory.COMPUTE_BUFFERS, OptionalInt.empty(), "says", ASKED),
                    new Failure.OutOfVideoMemory(
                            VideoMemory.UNKNOWN, OptionalInt.empty(), "says", ASKED),
                    new Failure.BufferTooLarge("Vulkan0", "says"),
                    new Failure.ContextTooLarge(8192, "says"),
                    new Failure.GpuFault("says", true),
                    new Failure.ExitedEarly(EXIT, LINES),
                    new Failure.NotReadyInTime(Duration.ofSeconds(300), LINES),
                    new Failure.PortBlocked(8080),
                    new Failure.NotResponding(Symptom.HEALTH, Duration.ofSeconds(13)),
                    CRASH,
                    new Failure.Killed(EXIT, LINES),
                    killed(Memory.RAN_OUT),
                    killed(Memory.RAN_OUT_SOMEWHERE),
                    killed(Memory.DID_NOT_RUN_OUT),
                    new Failure.ClosedByOthers(EXIT),
                    new Failure.KeepsCrashing(4, CRASH),
                    new Failure.WillNotEnd(42_000));

    private static final List<EngineWarning> CAUTIONS =
            List.of(
                    new EngineWarning.NoGpu("says"),
                    new EngineWarning.DeviceUnused("Vulkan0"),
                    new EngineWarning.GpuDriver("says"),
                    new EngineWarning.NoDriver("libcuda.so.1"),
                    new EngineWarning.BackendSkipped("libggml-cuda.so", "says"),
                    new EngineWarning.ContextCapped(8192, 4096, 1),
                    new EngineWarning.ContextCapped(8192, 4096, 2),
                    new EngineWarning.WorkerLeftOut("127.0.0.1:1"),
                    exposing(Exposure.WEB_PAGES),
                    exposing(Exposure.TOOLS),
                    exposing(Exposure.FILES),
                    exposing(Exposure.PROMPTS),
                    exposing(Exposure.WORKERS));

    private static EngineWarning exposing(Exposure what) {
        return new EngineWarning.PrivacyWeakened("--an-argument", what);
    }

    private static final List<Stranger> STRANGERS =
            List.of(
                    new Stranger.OtherKey(),
                    new Stranger.OtherModel("/m/o.gguf"),
                    new Stranger.NoModel(),
                    new Stranger.NoLlamaServer(),
                    new Stranger.OtherStatus(418));

    private static Failure killed(Memory memory) {
        return new Failure.Killed(EXIT, LINES, new KillReport(memory, OptionalLong.of(3L << 30)));
    }

    private final FailureWords failures = new FailureWords(new Words());

    @Test
    void everyFailureHasItsWords() {
        var all = Stream.of(FAILURES, spawns(), strangers()).flatMap(List::stream).toList();
        Samples.assertCovers(Failure.class, all);
        Samples.assertCovers(EngineWarning.class, CAUTIONS);
        Samples.assertCovers(Stranger.class, STRANGERS);
        Stream.concat(all.stream().map(failures::of), CAUTIONS.stream().map(failures::of))
                .forEach(Samples::assertFilled);
    }

    private static List<Failure> spawns() {
        return Stream.of(SpawnError.values())
                .flatMap(
                        error ->
                                Stream.of("", "says")
                                        .map(says -> new Failure.SpawnFailed(FILE, error, says)))
                .map(Failure.class::cast)
                .toList();
    }

    private static List<Failure> strangers() {
        return STRANGERS.stream()
                .map(who -> (Failure) new Failure.StrangerOnPort(8080, who))
                .toList();
    }

    @Test
    void whoAnswersOnThePortIsSaidInOurOwnWords() {
        assertEquals(
                List.of(
                        "A server on port 8080 does not take the key of the engine Paddock"
                                + " started.",
                        "Another llama-server on port 8080 has loaded /m/o.gguf.",
                        "A server on port 8080 has no model, so it is not the engine Paddock"
                                + " started.",
                        "What answers on port 8080 is no llama-server.",
                        "What answers on port 8080 does so with status 418, as no starting engine"
                                + " does."),
                strangers().stream().map(failures::of).map(FailureText::cause).toList());
    }

    @Test
    void whatTheSystemSaysOfAStartIsQuotedOnlyWhereItIsNotKnown() {
        assertEquals(
                "There is not enough memory to start /e. Close other programs, then start it"
                        + " again.",
                failures.of(
                                new Failure.SpawnFailed(
                                        Path.of("/e"), SpawnError.NO_MEMORY, "Cannot allocate"))
                        .sentence());
        assertEquals(
                "The system refused to start /e; it says “Too many levels”. Choose another engine,"
                        + " or mend what the system names.",
                failures.of(
                                new Failure.SpawnFailed(
                                        Path.of("/e"), SpawnError.OTHER, "Too many levels"))
                        .sentence());
    }

    @Test
    void aTrialThatWasRefusedWithoutAWordHasASentenceToo() {
        assertEquals(
                "It answers with status 500, but generates nothing",
                failures.of(new HealthCheck.Result.Refused(500, "")));
        assertEquals(
                "It answers, but generates nothing (500): no",
                failures.of(new HealthCheck.Result.Refused(500, "no")));
    }

    @Test
    @Fault(41)
    void namesAndNumbersAreInTheSentences() {
        assertEquals(
                new FailureText(
                        "Port 8080 is in use",
                        "Another program already listens on port 8080.",
                        "Take another port, or close that program."),
                failures.of(new Failure.PortTaken(8080)));
        assertEquals(
                "It ended before it was ready (signal 11, SIGSEGV). Its last line was: last",
                failures.of(new Failure.ExitedEarly(EXIT, LINES)).cause());
        assertEquals(
                "nginx (process 42000) already listens on port 8080.",
                failures.of(
                                new Failure.PortTaken(
                                        8080, Optional.of(new PortHolder("nginx", 42_000))))
                        .cause());
        assertEquals(
                "A context of 131,072 tokens needs 16.0 GiB at once; there are 8.0 GiB.",
                failures.of(
                                new Failure.WillNotFit(
                                        131_072, 16L << 30, 8L << 30, OptionalInt.empty()))
                        .cause());
    }

    @Test
    void anEngineThatSaidNothingLeavesNoGap() {
        assertEquals(
                "It ended before it was ready (signal 11, SIGSEGV). The log tells more.",
                failures.of(new Failure.ExitedEarly(EXIT, List.of())).sentence());
    }

    @Test
    void whatTheEngineAndItsModelSaidIsInTheSentences() {
        assertEquals(
                "It ended by itself (signal 6, SIGABRT). The log says: x.cpp:7: GGML_ASSERT(a)"
                        + " failed",
                failures.of(
                                new Failure.Crashed(
                                        new EngineExit(134),
                                        List.of("x.cpp:7: GGML_ASSERT(a) failed", "[New LWP 1]")))
                        .cause());
        assertEquals(
                "It ended by itself (exit code 0xC0000409, STATUS_STACK_BUFFER_OVERRUN).",
                failures.of(new Failure.Crashed(new EngineExit(0xC0000409), LINES)).cause());
        assertEquals(
                "There is not enough memory for a context of 131,072 tokens: says",
                failures.of(new Failure.ContextTooLarge(131_072, "says")).cause());
    }

    @Test
    void howMuchMemoryWasAskedForAndWhereIsInTheSentences() {
        assertEquals(
                "The graphics card’s memory is too small for so much of the model’s weights: says"
                        + " It asked for 296 MiB at once on Vulkan0.",
                failures.of(
                                new Failure.OutOfVideoMemory(
                                        VideoMemory.WEIGHTS, OptionalInt.empty(), "says", ASKED))
                        .cause());
        var here = Optional.of(new MemoryRequest(1L << 31, Optional.empty()));
        assertEquals(
                "The graphics card had no more memory to give while the engine was at work: says"
                        + " It asked the card for 2.0 GiB at once.",
                failures.of(
                                new Failure.OutOfVideoMemory(
                                        VideoMemory.UNKNOWN, OptionalInt.empty(), "says", here))
                        .cause());
        assertEquals(
                "The model itself fits into memory, but not the draft model beside it. It asked for"
                        + " 2.0 GiB at once in the computer’s own memory.",
                failures.of(new Failure.ExtraFileRejected(ExtraFile.DRAFT_MODEL, "says", here))
                        .cause());
    }
}
