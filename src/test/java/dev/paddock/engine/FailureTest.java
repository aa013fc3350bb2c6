package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.Failure.ReservedArgument.Reason;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which failures bring lines to show, and which are worth another try. */
class FailureTest {
    private static final Path FILE = Path.of("file");
    private static final EngineExit EXIT = new EngineExit(139);
    private static final List<String> LINES = List.of("last words");
    private static final Failure CRASH = new Failure.Crashed(EXIT, LINES);
    private static final Failure SILENT =
            new Failure.NotResponding(Symptom.HEALTH, Duration.ofSeconds(9));
    private static final Failure FAULT_WHILE_READY = new Failure.GpuFault("says", true);

    private static final List<Failure> WITH_LINES =
            List.of(
                    CRASH,
                    new Failure.ExitedEarly(EXIT, LINES),
                    new Failure.NotReadyInTime(Duration.ofSeconds(60), LINES),
                    new Failure.Killed(EXIT, LINES));

    private static final List<Failure> WITHOUT_LINES =
            List.of(
                    new Failure.NoEngine(),
                    new Failure.NoModel(),
                    new Failure.EngineMissing(FILE),
                    new Failure.SpawnFailed(FILE, SpawnError.OTHER, "says"),
                    new Failure.PortTaken(8080),
                    new Failure.StrangerOnPort(8080, new Stranger.NoModel()),
                    new Failure.BadModel(new ModelProblem.Missing(FILE)),
                    new Failure.ModelUnsupported(FILE, "architecture"),
                    new Failure.ModelTooNew(FILE, "says"),
                    new Failure.ModelRejected(FILE, "reason"),
                    new Failure.InvalidArgument("-x", "says"),
                    new Failure.UnknownArgument("-x", Optional.empty()),
                    new Failure.ReservedArgument("--port", Reason.REACHES_ENGINE),
                    new Failure.OutOfMemory("says"),
                    new Failure.OutOfVideoMemory(
                            Failure.VideoMemory.WEIGHTS,
                            OptionalInt.empty(),
                            "says",
                            Optional.empty()),
                    new Failure.BufferTooLarge("Vulkan0", "says"),
                    new Failure.ContextTooLarge(4096, "says"),
                    new Failure.WillNotFit(4096, 2, 1, OptionalInt.empty()),
                    new Failure.GpuUnsupported("says"),
                    new Failure.GpuFault("says", false),
                    FAULT_WHILE_READY,
                    new Failure.ExtraFileRejected(Failure.ExtraFile.ADAPTER, "says"),
                    new Failure.WorkerUnreachable("127.0.0.1:1"),
                    new Failure.ClosedByOthers(EXIT),
                    new Failure.WillNotEnd(42),
                    SILENT);

    @Test
    void theLastLinesAreShownWhereTheyAreAllThereIs() {
        for (var failure : WITH_LINES) {
            assertEquals(Optional.of(LINES), failure.evidence(), failure::toString);
        }
        for (var failure : WITHOUT_LINES) {
            assertEquals(Optional.empty(), failure.evidence(), failure::toString);
        }
    }

    @Test
    void whatKeepsCrashingShowsTheLinesOfTheLastCrash() {
        assertEquals(Optional.of(LINES), new Failure.KeepsCrashing(4, CRASH).evidence());
        assertEquals(Optional.empty(), new Failure.KeepsCrashing(4, SILENT).evidence());
    }

    @Test
    void anEngineThatWasWellIsTriedAgain() {
        for (var failure :
                List.of(CRASH, SILENT, FAULT_WHILE_READY, new Failure.Killed(EXIT, LINES))) {
            assertTrue(failure.worthRetrying(), failure::toString);
        }
        for (var failure : WITHOUT_LINES) {
            boolean well = failure.equals(SILENT) || failure.equals(FAULT_WHILE_READY);
            assertEquals(well, failure.worthRetrying(), failure::toString);
        }
        assertFalse(new Failure.ExitedEarly(EXIT, LINES).worthRetrying());
    }
}
