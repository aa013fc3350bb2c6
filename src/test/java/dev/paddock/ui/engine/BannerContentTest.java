package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.model.ModelProblem;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class BannerContentTest {
    private static final Failure NO_ENGINE = new Failure.NoEngine();
    private static final Failure TAKEN = new Failure.PortTaken(8080);

    @Test
    void aMissingEngineIsSaidBeforeAnyoneStarts() {
        assertEquals(
                new BannerContent.Broken(NO_ENGINE),
                BannerContent.of(new EngineState.Idle(), Optional.empty(), Optional.of(NO_ENGINE)));
    }

    @Test
    void aRefusedStartComesFirst() {
        assertEquals(
                new BannerContent.Broken(new Failure.NoModel()),
                BannerContent.of(
                        new EngineState.Failed(TAKEN),
                        Optional.of(new Failure.NoModel()),
                        Optional.empty()));
    }

    @Test
    void aRunningEngineNeedsNoWords() {
        assertEquals(
                new BannerContent.Nothing(),
                BannerContent.of(DemoParts.ready(), Optional.empty(), Optional.of(NO_ENGINE)));
    }

    @Test
    void aTakenPortOffersTheNextOne() {
        assertEquals(new Remedy.NextPort(8080), Remedy.against(TAKEN).getFirst());
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
    void anEngineThatIsNotAsAskedSaysSo() {
        var warning = new EngineWarning.ContextCapped(8192, 4096, 1);
        assertEquals(
                new BannerContent.Warned(List.of(warning)),
                BannerContent.of(DemoParts.ready(warning), Optional.empty(), Optional.empty()));
    }
}
