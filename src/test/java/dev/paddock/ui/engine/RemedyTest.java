package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.VideoMemory;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class RemedyTest {
    @Test
    void aShorterContextIsOfferedOnlyWhereItFreesTheCardsMemory() {
        assertEquals(
                List.of(
                        new Remedy.AutoLayers(),
                        new Remedy.FewerLayers(10),
                        new Remedy.ProcessorOnly(),
                        new Remedy.EditSettings()),
                full(VideoMemory.WEIGHTS));
        assertEquals(
                List.of(
                        new Remedy.HalveContext(),
                        new Remedy.KvCacheInRam(),
                        new Remedy.FewerLayers(10),
                        new Remedy.ProcessorOnly(),
                        new Remedy.EditSettings()),
                full(VideoMemory.KV_CACHE));
        assertEquals(
                List.of(
                        new Remedy.HalveContext(),
                        new Remedy.FewerLayers(10),
                        new Remedy.ProcessorOnly(),
                        new Remedy.EditSettings()),
                full(VideoMemory.COMPUTE_BUFFERS));
    }

    @Test
    void whatTheDeviceNeverTakesIsNotTriedAgainUnchanged() {
        var offered = Remedy.against(new Failure.BufferTooLarge("Vulkan0", "says"));
        assertFalse(offered.contains(new Remedy.StartAgain()), offered::toString);
        assertEquals(new Remedy.HalveContext(), offered.getFirst());
    }

    @Test
    void beforeTheStartOnlyWhatHelpsOnTheCardIsOffered() {
        var tooLarge =
                new Failure.WillNotFit(8192, 3, 2, OptionalInt.of(4096), Optional.of("CUDA0"));
        assertEquals(
                List.of(
                        new Remedy.UseContext(4096),
                        new Remedy.KvCacheInRam(),
                        new Remedy.AutoLayers(),
                        new Remedy.EditSettings()),
                Remedy.against(tooLarge));
        assertEquals(
                List.of(new Remedy.EditSettings(), new Remedy.ChooseModel()),
                Remedy.against(new Failure.WillNotFit(8192, 3, 2, OptionalInt.empty())));
    }

    private static List<Remedy> full(VideoMemory part) {
        return Remedy.against(
                new Failure.OutOfVideoMemory(part, OptionalInt.of(21), "says", Optional.empty()));
    }
}
