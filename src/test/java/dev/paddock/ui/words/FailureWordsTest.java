package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.HistoryException;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.Failure.ReservedArgument.Reason;
import dev.paddock.engine.check.PortHolder;
import dev.paddock.faults.Fault;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class FailureWordsTest {
    private static final Path FILE = Path.of("/a/{0}'b.gguf");
    private static final EngineExit EXIT = new EngineExit(139);
    private static final List<String> LINES = List.of("first", "last");
    private static final Failure CRASH = new Failure.Crashed(EXIT, LINES);

    private static final List<Failure> FAILURES =
            List.of(
                    new Failure.NoEngine(),
                    new Failure.NoModel(),
                    new Failure.EngineMissing(FILE),
                    new Failure.EngineNotExecutable(FILE),
                    new Failure.EngineWrongFormat(FILE),
                    new Failure.LibraryMissing(FILE, "libx.so"),
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
                    new Failure.ExtraFileRejected("says"),
                    new Failure.WillNotFit(8192, 3L << 30, 2L << 30, OptionalInt.of(4096)),
                    new Failure.GpuUnsupported("says"),
                    new Failure.ReservedArgument("--port", Reason.REACHES_ENGINE),
                    new Failure.ReservedArgument("-hf", Reason.CHOOSES_MODEL),
                    new Failure.ReservedArgument("--version", Reason.ENDS_AT_ONCE),
                    new Failure.OutOfMemory("says"),
                    new Failure.OutOfVideoMemory("says"),
                    new Failure.ContextTooLarge(8192, "says"),
                    new Failure.GpuFault("says", EXIT, true),
                    new Failure.ExitedEarly(EXIT, LINES),
                    new Failure.NotReadyInTime(Duration.ofSeconds(300), LINES),
                    new Failure.PortBlocked(8080),
                    new Failure.NotResponding(Symptom.HEALTH, Duration.ofSeconds(13)),
                    CRASH,
                    new Failure.KilledBySystem(EXIT, LINES),
                    new Failure.ClosedByOthers(EXIT),
                    new Failure.StrangerOnPort(8080, "x"),
                    new Failure.KeepsCrashing(4, CRASH),
                    new Failure.SpawnFailed(FILE, "says"),
                    new Failure.WillNotEnd(42_000));

    private static final List<ModelProblem> PROBLEMS =
            List.of(
                    new ModelProblem.Missing(FILE),
                    new ModelProblem.Unreadable(FILE, "says"),
                    new ModelProblem.LostWhileRead(FILE),
                    new ModelProblem.NotGguf(FILE, "<htm"),
                    new ModelProblem.UnknownVersion(FILE, 99),
                    new ModelProblem.Truncated(FILE, 1, 2),
                    new ModelProblem.Damaged(FILE, "says"),
                    new ModelProblem.NotAMainModel(FILE, "clip"),
                    new ModelProblem.NotTheFirstPart(FILE, FILE),
                    new ModelProblem.PartMissing(FILE, FILE),
                    new ModelProblem.NotUnpacked(FILE, "says"));

    private static final List<EngineWarning> CAUTIONS =
            List.of(
                    new EngineWarning.NoGpu("says"),
                    new EngineWarning.GpuDriver("says"),
                    new EngineWarning.NoDriver("libcuda.so.1"),
                    new EngineWarning.BackendSkipped("libggml-cuda.so", "says"),
                    new EngineWarning.ContextCapped(8192, 4096, 1),
                    new EngineWarning.ContextCapped(8192, 4096, 2),
                    new EngineWarning.PrivacyWeakened("--cors-origins"));

    private static final List<ChatFailure> CHAT =
            List.of(
                    new ChatFailure.EngineNotReady(),
                    new ChatFailure.ConnectionLost("says"),
                    new ChatFailure.ContextOverflow(5000, 4096),
                    new ChatFailure.ContextFull(),
                    new ChatFailure.Unauthorized(),
                    new ChatFailure.Rejected(500, "says"),
                    new ChatFailure.BrokenStream("says"),
                    new ChatFailure.NotSaved(HistoryException.Kind.OTHER, "says"));

    private final FailureWords failures = new FailureWords(new Words());

    @Test
    void everyFailureHasItsWords() {
        assertCovers(Failure.class, FAILURES);
        assertCovers(ModelProblem.class, PROBLEMS);
        assertCovers(ChatFailure.class, CHAT);
        assertCovers(EngineWarning.class, CAUTIONS);
        var texts =
                Stream.of(
                                FAILURES.stream().map(failures::of),
                                PROBLEMS.stream().map(failures::of),
                                CAUTIONS.stream().map(failures::of))
                        .flatMap(each -> each);
        texts.forEach(
                text -> {
                    assertFalse(text.title().isBlank() || text.cause().isBlank());
                    assertFilled(text.toString());
                });
        CHAT.stream().map(failures::of).forEach(FailureWordsTest::assertFilled);
    }

    private static void assertFilled(String text) {
        assertFalse(text.isBlank());
        assertFalse(text.replace("/a/{0}'b", "").replace("{0}'b", "").contains("{"), text);
    }

    private static void assertCovers(Class<?> sealed, List<?> samples) {
        var there = samples.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(kinds(sealed).collect(Collectors.toSet()), there);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FailureWordsTest::kinds)
                : Stream.of(type);
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
                "It ended before it was ready (signal 11). Its last line was: last",
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
    void whatTheEngineAndItsModelSaidIsInTheSentences() {
        assertEquals(
                "It ended by itself (signal 6). The log says: x.cpp:7: GGML_ASSERT(a) failed",
                failures.of(
                                new Failure.Crashed(
                                        new EngineExit(134),
                                        List.of("x.cpp:7: GGML_ASSERT(a) failed", "[New LWP 1]")))
                        .cause());
        assertEquals(
                "It ended by itself (exit code 0xC0000409, STATUS_STACK_BUFFER_OVERRUN).",
                failures.of(new Failure.Crashed(new EngineExit(0xC0000409), LINES)).cause());
        assertEquals(
                "m.gguf has 1,250 MB of 2,000.5 MB.",
                failures.of(
                                new ModelProblem.Truncated(
                                        Path.of("m.gguf"), 1_250_000_000L, 2_000_500_000L))
                        .cause());
        assertEquals(
                "There is not enough memory for a context of 131,072 tokens: says",
                failures.of(new Failure.ContextTooLarge(131_072, "says")).cause());
    }
}
