package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.monitor.DeviceSnapshot.Gpu;

import org.junit.jupiter.api.Test;

import oshi.hardware.GraphicsCard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class GpusTest {
    private static final long GIB = 1L << 30;
    private static final NvidiaDriver NO_DRIVER = driver(Optional.empty());
    private static final NvidiaDriver DRIVER = driver(Optional.of("0000:01:00.0"));

    @Test
    void showsNameMemoryAndLoad() {
        var card =
                new FakeCard(
                        "GA102 [GeForce RTX 3090]",
                        "NVIDIA Corporation (0x10de)",
                        24 * GIB,
                        3 * GIB,
                        50);
        assertEquals(
                List.of(gpu("NVIDIA GeForce RTX 3090", 24 * GIB, 3 * GIB, 0.5)),
                read(NO_DRIVER, card));
    }

    @Test
    void namesCardsAsTheirMakersDo() {
        assertEquals(
                List.of("AMD Radeon RX 7900 XTX", "Intel Arc A770", "Apple M3 Max", "NVIDIA H200"),
                List.of(
                        name("Navi 31 [Radeon RX 7900 XTX]", "Advanced Micro Devices (0x1002)"),
                        name("Intel Arc A770", "Intel Corporation"),
                        name("Apple M3 Max", "Apple (0x106b)"),
                        name("NVIDIA H200", "NVIDIA")));
    }

    @Test
    void leavesOutWhatCannotCompute() {
        assertEquals(
                List.of(),
                read(
                        NO_DRIVER,
                        new FakeCard("GD 5446", "Cirrus Logic (0x1013)", GIB, -1, -1),
                        new FakeCard("QXL paravirtual", "Red Hat, Inc. (0x1b36)", GIB, -1, -1),
                        new FakeCard("Virtio 1.0 GPU", "Red Hat, Inc. (0x1af4)", 0, -1, -1),
                        new FakeCard("Basic Display", "(Standard display types)", 0, -1, -1),
                        new FakeCard("ASPEED Graphics", "ASPEED Technology (0x1a03)", 0, -1, -1),
                        new FakeCard("unknown", "unknown", GIB, -1, -1)));
    }

    @Test
    void doesNotTakeTheAddressWindowForTheMemory() {
        var amd = new FakeCard("Navi", "AMD (0x1002)", 288L << 20, 3 * GIB, -1);
        assertEquals(
                List.of(new Gpu("AMD Navi", 0, OptionalLong.of(3 * GIB), OptionalDouble.empty())),
                read(NO_DRIVER, amd));
    }

    @Test
    void asksTheDriverOfACardWithoutFigures() {
        var silent = new FakeCard("GH100 [H200]", "NVIDIA (0x10de)", 288L << 20, -1, -1);
        assertEquals(List.of(gpu("NVIDIA H200", 141 * GIB, 2 * GIB, 0.25)), read(DRIVER, silent));
    }

    @Test
    void asksTheDriverWhereNoCardIsListed() {
        assertEquals(List.of(gpu("NVIDIA", 141 * GIB, 2 * GIB, 0.25)), read(DRIVER));
        assertEquals(List.of(), read(NO_DRIVER));
    }

    @Test
    void doesNotCountACardTwice() {
        var card = new FakeCard("NVIDIA L4", "NVIDIA", 24 * GIB, GIB, 0);
        assertEquals(List.of(gpu("NVIDIA L4", 24 * GIB, GIB, 0)), read(DRIVER, card));
    }

    @Test
    void closesEverySession() {
        var card = new FakeCard("NVIDIA L4", "NVIDIA", 24 * GIB, GIB, 0);
        var gpus = new Gpus(List.of(card), DRIVER);
        assertEquals(1, card.openSessions());
        gpus.read();
        gpus.close();
        assertEquals(0, card.openSessions());
    }

    private static String name(String card, String vendor) {
        return read(NO_DRIVER, new FakeCard(card, vendor, GIB, 0, 0)).getFirst().name();
    }

    private static List<Gpu> read(NvidiaDriver driver, GraphicsCard... cards) {
        try (var gpus = new Gpus(List.of(cards), driver)) {
            return gpus.read();
        }
    }

    private static Gpu gpu(String name, long total, long used, double load) {
        return new Gpu(name, total, OptionalLong.of(used), OptionalDouble.of(load));
    }

    private static NvidiaDriver driver(Optional<String> id) {
        return new NvidiaDriver() {
            @Override
            public Optional<String> onlyCard() {
                return id;
            }

            @Override
            public long vramTotal(String card) {
                return 141 * GIB;
            }

            @Override
            public long vramUsed(String card) {
                return 2 * GIB;
            }

            @Override
            public double load(String card) {
                return 25;
            }
        };
    }
}
