package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.HistoryException;
import dev.paddock.model.ModelProblem;
import dev.paddock.server.EngineExit;
import dev.paddock.server.Failure;
import dev.paddock.server.Failure.NotResponding.Symptom;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
                    new Failure.PortTaken(8080),
                    new Failure.InvalidArgument("-x", "says"),
                    new Failure.ReservedArgument("--port"),
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
                    new ModelProblem.NotGguf(FILE, "<htm"),
                    new ModelProblem.UnknownVersion(FILE, 99),
                    new ModelProblem.Truncated(FILE, 1, 2),
                    new ModelProblem.Damaged(FILE, "says"),
                    new ModelProblem.NotAMainModel(FILE, "clip"),
                    new ModelProblem.NotTheFirstPart(FILE, FILE),
                    new ModelProblem.PartMissing(FILE, FILE),
                    new ModelProblem.NotUnpacked(FILE, "says"));

    private static final List<ChatFailure> CHAT =
            List.of(
                    new ChatFailure.EngineNotReady(),
                    new ChatFailure.ConnectionLost("says"),
                    new ChatFailure.ContextOverflow(5000, 4096),
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
        var texts =
                Stream.concat(
                        FAILURES.stream().map(failures::of), PROBLEMS.stream().map(failures::of));
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
        assertEquals(Set.of(sealed.getPermittedSubclasses()), there);
    }

    @Test
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
                "It ended by itself (exit code 0xC0000409).",
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
