package dev.paddock.option;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.GPU_LAYERS;
import static dev.paddock.option.EngineOptions.PORT;
import static dev.paddock.option.SamplingOptions.TOP_K;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What options and chains of them are to those who compare, list and send them. */
class OptionValuesTest {
    private static final Options TWO = Options.of(PORT, 9000).with(TOP_K, 5);

    @Test
    void equalValuesAreEqualOptionsWhateverTheirOrder() {
        var swapped = Options.of(TOP_K, 5).with(PORT, 9000);
        assertEquals(TWO, swapped);
        assertEquals(TWO.hashCode(), swapped.hashCode());
        assertNotEquals(TWO, TWO.with(PORT, 9001));
        assertNotEquals(TWO, TWO.without(PORT));
        var unknown = Options.fromJson(Map.of("newer", 1), EngineOptions.CATALOGUE).options();
        assertNotEquals(Options.EMPTY, unknown);
        assertFalse(unknown.isEmpty(), "what is unknown is kept");
        assertTrue(Options.EMPTY.isEmpty());
    }

    @Test
    void whatIsSetIsListed() {
        assertEquals(Set.of(PORT, TOP_K), TWO.set());
        assertTrue(TWO.has(PORT));
        assertFalse(TWO.has(CONTEXT_SIZE));
        assertEquals("{port=9000, topK=5}", TWO.toString());
    }

    @Test
    void theOptionsOfOneCatalogueAreToldFromTheOthers() {
        assertTrue(EngineOptions.CATALOGUE.contains(PORT));
        assertFalse(EngineOptions.CATALOGUE.contains(TOP_K));
        assertEquals(Options.of(PORT, 9000), TWO.in(EngineOptions.CATALOGUE));
        assertEquals(Options.of(TOP_K, 5), TWO.in(SamplingOptions.CATALOGUE));
    }

    @Test
    void chainsOfEqualLinksAreEqual() {
        var chain = OptionChain.EMPTY.with(Origin.APP, TWO);
        assertEquals(OptionChain.EMPTY.with(Origin.APP, TWO), chain);
        assertEquals(OptionChain.EMPTY.with(Origin.APP, TWO).hashCode(), chain.hashCode());
        assertNotEquals(OptionChain.EMPTY.with(Origin.MODEL, TWO), chain);
        assertNotEquals(OptionChain.EMPTY.hashCode(), chain.hashCode());
        assertEquals("{APP={port=9000, topK=5}}", chain.toString());
    }

    @Test
    void whatIsLeftToTheEngineIsNotSent() {
        assertTrue(GPU_LAYERS.kind().automatic(new GpuLayers.Auto()));
        assertFalse(GPU_LAYERS.kind().automatic(new GpuLayers.None()));
        assertTrue(EngineOptions.FLASH_ATTENTION.kind().automatic(FlashAttention.AUTO));
        assertFalse(EngineOptions.FLASH_ATTENTION.kind().automatic(FlashAttention.ON));
        assertFalse(PORT.kind().automatic(9000));
    }

    @Test
    void layersAreANumberOrAWord() {
        assertEquals(7, GPU_LAYERS.kind().toJson(new GpuLayers.Count(7)));
        assertEquals("all", GPU_LAYERS.kind().toJson(new GpuLayers.All()));
        assertTrue(GPU_LAYERS.kind().allows(new GpuLayers.Count(1)));
        assertFalse(GPU_LAYERS.kind().allows(new GpuLayers.Count(0)));
        assertTrue(GPU_LAYERS.kind().allows(new GpuLayers.None()));
    }

    /** Blocks of 32 with their scales, as the engine packs them. */
    @Test
    void aCachesElementsTakeSoManyBytes() {
        assertEquals(2, CacheType.F16.bytesPerElement());
        assertEquals(34.0 / 32, CacheType.Q8_0.bytesPerElement());
        assertEquals(18.0 / 32, CacheType.Q4_0.bytesPerElement());
    }

    @Test
    void listsOfTextsHaveTheirBounds() {
        var two = new TextList(2);
        assertTrue(two.parse("a\nb").isPresent());
        assertFalse(two.parse("a\nb\nc").isPresent());
        assertEquals(List.of("x"), two.fromJson("x").orElseThrow());
        assertFalse(two.allows(List.of("a", "")), "an empty text is found at once");
        assertFalse(two.fromJson(List.of("a", 1)).isPresent());
    }

    @Test
    void aFlagIsItsFirstSpelling() {
        assertEquals("--temp", SamplingOptions.TEMPERATURE.flag());
        assertEquals("temperature", SamplingOptions.TEMPERATURE.toString());
    }
}
