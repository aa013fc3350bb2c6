package dev.paddock.hardware;

import dev.paddock.monitor.DeviceSnapshot.Gpu;

import oshi.hardware.GpuStats;
import oshi.hardware.GraphicsCard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The graphics cards an engine could compute on, each with its open statistics session. Not safe
 * for several threads.
 */
final class Gpus implements AutoCloseable {
    /**
     * Where a driver says nothing, OSHI falls back on the size of the card's address window on the
     * bus, commonly 256 MiB. No card with so little memory is of use to us.
     */
    private static final long LEAST_CREDIBLE_VRAM = 512L << 20;

    private final List<Source> sources = new ArrayList<>();

    /** One card and how its figures are had. */
    private interface Source extends AutoCloseable {
        Gpu read();

        @Override
        void close();
    }

    /**
     * @param nvidiaDriver asked when {@code cards} have no figures of an NVIDIA card
     */
    Gpus(List<GraphicsCard> cards, NvidiaDriver nvidiaDriver) {
        boolean nvidiaKnown = false;
        for (var card : cards) {
            var vendor = GpuVendor.of(card);
            if (vendor.isEmpty()) {
                continue;
            }
            var source = new Card(card, vendor.get().shownName(card.getName()));
            if (vendor.get() != GpuVendor.NVIDIA) {
                sources.add(source);
            } else if (source.read().vramUsedBytes().isPresent()) {
                sources.add(source);
                nvidiaKnown = true;
            } else {
                sources.add(known(nvidiaDriver, source.name()).orElse(source));
                nvidiaKnown = true;
            }
        }
        if (!nvidiaKnown) {
            known(nvidiaDriver, GpuVendor.NVIDIA.label()).ifPresent(sources::add);
        }
    }

    List<Gpu> read() {
        return sources.stream().map(Source::read).toList();
    }

    @Override
    public void close() {
        sources.forEach(Source::close);
        sources.clear();
    }

    private static java.util.Optional<Source> known(NvidiaDriver driver, String name) {
        Function<String, Source> found = id -> new Driver(name, driver, id);
        return driver.onlyCard().map(found);
    }

    /** As OSHI finds it. */
    private record Card(String name, long total, GpuStats session) implements Source {
        Card(GraphicsCard card, String name) {
            this(name, card.getVRam(), card.createStatsSession());
        }

        @Override
        public Gpu read() {
            return gpu(name, total, session.getVramUsed(), session.getGpuUtilization());
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /** As NVIDIA's library finds it. */
    private record Driver(String name, NvidiaDriver driver, String id) implements Source {
        @Override
        public Gpu read() {
            return gpu(name, driver.vramTotal(id), driver.vramUsed(id), driver.load(id));
        }

        @Override
        public void close() {
            // each question opens and closes the library by itself
        }
    }

    /** Negative figures mean unknown, to OSHI. */
    private static Gpu gpu(String name, long total, long used, double percent) {
        boolean credible = total >= LEAST_CREDIBLE_VRAM && used <= total;
        return new Gpu(
                name,
                credible ? total : 0,
                used < 0 ? OptionalLong.empty() : OptionalLong.of(used),
                percent < 0 ? OptionalDouble.empty() : OptionalDouble.of(percent / 100));
    }
}
