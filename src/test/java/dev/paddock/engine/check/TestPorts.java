package dev.paddock.engine.check;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for engines of tests: none is given twice, neither here nor in another process that tests
 * at the same time. One that the system gives out is free only at that moment: a second process may
 * get it before the engine listens, and the two meet there.
 */
public final class TestPorts {
    /** Below those that systems give to connections by themselves. */
    private static final int FIRST = 10_000;

    private static final int CHECKOUTS = 20;
    private static final int OF_CHECKOUT = 1_000;
    private static final int OF_PROCESS = 450;

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
        int port = first() + NEXT.getAndIncrement() % OF_PROCESS;
        return FreePort.isFree(port) ? port : next();
    }

    private static int first() {
        int checkout = Math.floorMod(System.getProperty("user.dir").hashCode(), CHECKOUTS);
        int process = Integer.getInteger("paddock.test.process", 1) - 1;
        return FIRST + checkout * OF_CHECKOUT + process % 2 * OF_PROCESS;
    }
}
