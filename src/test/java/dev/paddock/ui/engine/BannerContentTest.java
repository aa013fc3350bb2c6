package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.model.ModelProblem;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.common.Severity;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class BannerContentTest {
    private static final Failure NO_ENGINE = new Failure.NoEngine();
    private static final Failure TAKEN = new Failure.PortTaken(8080);

    private static final EngineLocation NOWHERE = new EngineLocation.NotFound(NO_ENGINE);
    private static final EngineLocation FOUND =
            new EngineLocation.Found(Path.of("engine"), EngineLocation.Origin.SETTINGS);

    @Test
    void aMissingEngineIsSaidBeforeAnyoneStarts() {
        assertEquals(
                new BannerContent.Broken(NO_ENGINE),
                BannerContent.of(new EngineState.Idle(), Optional.empty(), NOWHERE));
    }

    @Test
    void aRefusedStartComesFirst() {
        assertEquals(
                new BannerContent.Broken(new Failure.NoModel()),
                BannerContent.of(
                        new EngineState.Failed(TAKEN),
                        Optional.of(new Failure.NoModel()),
                        NOWHERE));
    }

    @Test
    void whyARunningEngineWasNotReplacedIsTold() {
        assertEquals(
                new BannerContent.Broken(TAKEN),
                BannerContent.of(DemoParts.ready(), Optional.of(TAKEN), FOUND));
    }

    @Test
    void anEngineFoundSinceEndsWhatItsAbsenceOrItsFaultCaused() {
        assertEquals(
                new BannerContent.Nothing(),
                BannerContent.of(new EngineState.Idle(), Optional.of(NO_ENGINE), FOUND));
        var damaged = new Failure.LibraryBroken(Path.of("old"), "says");
        assertEquals(
                new BannerContent.Nothing(),
                BannerContent.of(new EngineState.Failed(damaged), Optional.empty(), FOUND));
        var present = new Failure.LibraryBroken(Path.of("engine"), "says");
        assertEquals(
                new BannerContent.Broken(present),
                BannerContent.of(new EngineState.Failed(present), Optional.empty(), FOUND));
        assertEquals(
                new BannerContent.Broken(TAKEN),
                BannerContent.of(new EngineState.Failed(TAKEN), Optional.empty(), FOUND));
    }

    @Test
    void whyItRestartsIsToldUntilItRunsAgain() {
        var nothing = new BannerContent.Nothing();
        var loading = new EngineState.Loading(DemoParts.ready().engine().plan(), Instant.EPOCH, 1);
        var retrying = new BannerContent.Retrying(TAKEN, 2, Instant.EPOCH);
        var restarting = nothing.after(retrying, loading);

        assertEquals(new BannerContent.Restarting(TAKEN, 2), restarting);
        assertEquals(restarting, nothing.after(restarting, loading));
        assertEquals(nothing, nothing.after(nothing, loading));
        assertEquals(nothing, nothing.after(restarting, DemoParts.ready()));
        assertEquals(nothing, nothing.after(restarting, new EngineState.Idle()));
    }

    @Test
    void aRunningEngineNeedsNoWords() {
        assertEquals(
                new BannerContent.Nothing(),
                BannerContent.of(DemoParts.ready(), Optional.empty(), NOWHERE));
    }

    @Test
    void aTakenPortOffersTheNextOne() {
        assertEquals(new Remedy.FreePort(), Remedy.against(TAKEN).getFirst());
    }

    @Test
    void aLaterPartOffersTheFirst() {
        var first = Path.of("m-00001-of-00002.gguf");
        var problem = new ModelProblem.NotTheFirstPart(Path.of("m-00002-of-00002.gguf"), first);

        assertEquals(
                new Remedy.UseModel(first),
                Remedy.against(new Failure.BadModel(problem)).getFirst());
    }

    @Test
    void tooLittleMemoryOffersASmallerContext() {
        assertInstanceOf(
                Remedy.HalveContext.class,
                Remedy.against(new Failure.OutOfMemory("failed to allocate")).getFirst());
    }

    @Test
    void theLargestContextThatFitsIsOfferedWhereItIsKnown() {
        assertEquals(
                new Remedy.UseContext(8192),
                Remedy.against(
                                new Failure.ContextTooLarge(
                                        65_536, "x", OptionalInt.of(8192), Optional.empty()))
                        .getFirst());
        assertEquals(
                new Remedy.UseContext(8192),
                Remedy.against(new Failure.WillNotFit(65_536, 2, 1, OptionalInt.of(8192)))
                        .getFirst());
    }

    @Test
    void anArgumentInTheWayCanBeDropped() {
        assertEquals(
                new Remedy.DropArgument("--x"),
                Remedy.against(new Failure.UnknownArgument("--x", Optional.empty())).getFirst());
    }

    @Test
    void whatOthersSeeOrDoIsAWarning() {
        var slower = new EngineWarning.ContextCapped(8192, 4096, 1);
        var open = new EngineWarning.PrivacyWeakened("--tools", EngineWarning.Exposure.TOOLS);
        assertEquals(Severity.NEUTRAL, new BannerContent.Warned(List.of(slower)).severity());
        assertEquals(Severity.WARNING, new BannerContent.Warned(List.of(slower, open)).severity());
    }

    @Test
    void anEngineThatIsNotAsAskedSaysSo() {
        var warning = new EngineWarning.ContextCapped(8192, 4096, 1);
        assertEquals(
                new BannerContent.Warned(List.of(warning)),
                BannerContent.of(DemoParts.ready(warning), Optional.empty(), FOUND));
    }
}
