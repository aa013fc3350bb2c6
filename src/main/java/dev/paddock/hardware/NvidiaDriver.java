package dev.paddock.hardware;

import oshi.util.gpu.NvmlUtilJNA;

import java.util.Optional;

/**
 * NVIDIA's own library, asked directly: on Linux OSHI finds cards with {@code lspci} and by their
 * display driver, and a machine that only computes may have neither. Figures are negative when
 * unknown.
 */
interface NvidiaDriver {
    /** The card's identifier when there is exactly one, which is all the library can tell apart. */
    Optional<String> onlyCard();

    long vramTotal(String id);

    long vramUsed(String id);

    /** In percent. */
    double load(String id);

    /** Through OSHI's binding. */
    final class Oshi implements NvidiaDriver {
        private static final String IN_EVERY_NAME = "nvidia";

        @Override
        public Optional<String> onlyCard() {
            return NvmlUtilJNA.isAvailable()
                    ? Optional.ofNullable(NvmlUtilJNA.findDeviceByName(IN_EVERY_NAME))
                    : Optional.empty();
        }

        @Override
        public long vramTotal(String id) {
            return NvmlUtilJNA.getVramTotal(id);
        }

        @Override
        public long vramUsed(String id) {
            return NvmlUtilJNA.getVramUsed(id);
        }

        @Override
        public double load(String id) {
            return NvmlUtilJNA.getGpuUtilization(id);
        }
    }
}
