package dev.paddock.hardware;

import oshi.hardware.GpuStats;
import oshi.hardware.GpuTicks;
import oshi.hardware.GraphicsCard;

/** A card that says what a test wants, and counts its open sessions. */
final class FakeCard implements GraphicsCard {
    private final String name;
    private final String vendor;
    private final long vram;
    private final long used;
    private final double percent;
    private int open;

    FakeCard(String name, String vendor, long vram, long used, double percent) {
        this.name = name;
        this.vendor = vendor;
        this.vram = vram;
        this.used = used;
        this.percent = percent;
    }

    int openSessions() {
        return open;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDeviceId() {
        return "0x1234";
    }

    @Override
    public String getVendor() {
        return vendor;
    }

    @Override
    public String getVersionInfo() {
        return "";
    }

    @Override
    public long getVRam() {
        return vram;
    }

    @Override
    public GpuStats createStatsSession() {
        open++;
        return new Session();
    }

    private final class Session implements GpuStats {
        private boolean closed;

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
            }
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public GpuTicks getGpuTicks() {
            return new GpuTicks(0, 0);
        }

        @Override
        public double getGpuUtilization() {
            return percent;
        }

        @Override
        public long getVramUsed() {
            return used;
        }

        @Override
        public long getSharedMemoryUsed() {
            return -1;
        }

        @Override
        public double getTemperature() {
            return -1;
        }

        @Override
        public double getPowerDraw() {
            return -1;
        }

        @Override
        public long getCoreClockMhz() {
            return -1;
        }

        @Override
        public long getMemoryClockMhz() {
            return -1;
        }

        @Override
        public double getFanSpeedPercent() {
            return -1;
        }
    }
}
