package dev.paddock.engine.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for engines of tests: none is given twice, neither here nor in another process that tests
 * at the same time. One that the system gives out is free only at that moment: a second process may
 * get it before the engine listens, and the two meet there.
 */
public final class TestPorts {
    /** Below those that systems give to connections by themselves. */
    private static final int FIRST = 10_000;

    private static final int RANGES = 40;
    private static final int OF_RANGE = 500;

    /** What takes the next free port beside one of these meets none that is given later. */
    private static final int STEP = 2;

    /** A process that a test starts gets its one port from that test, under this property. */
    public static final String GIVEN = "paddock.test.port";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestPorts() {}

    /** Free, and nobody else's. */
    public static int next() {
        var given = Integer.getInteger(GIVEN);
        if (given != null) {
            return given;
        }
        int place = STEP * NEXT.getAndIncrement() % (OF_RANGE - STEP);
        int port = Range.BASE.getLocalPort() + STEP + place;
        return FreePort.isFree(port) ? port : next();
    }

    /** Whoever holds its first port has the range, until its process ends. */
    private static final class Range {
        static final ServerSocket BASE = claim();

        private static ServerSocket claim() {
            int first = Math.floorMod(System.getProperty("user.dir").hashCode(), RANGES);
            for (int i = 0; i < RANGES; i++) {
                int port = FIRST + (first + i) % RANGES * OF_RANGE;
                try {
                    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                } catch (IOException taken) {
                    // By another process that tests.
                }
            }
            throw new IllegalStateException("no range of ports is left");
        }
    }
}
