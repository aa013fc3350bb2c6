package dev.paddock.ui.platform;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;

import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.function.Predicate;

/**
 * Lets JavaFX rest while nothing moves. It asks the timer of its frames to pause a quarter of a
 * second after the last one, but the timer for GTK does not know how, and wakes the app sixty times
 * a second for as long as it runs. This one stops that timer and starts it again.
 *
 * <p>It stands in for a part that JavaFX keeps to itself (as of release 26), which {@code
 * packaging/jvm.options} opens. Where that part is not as expected, all stays as it was.
 */
public final class RestingTimer extends Timer {
    private static final String RESTLESS = "com.sun.glass.ui.gtk.GtkTimer";
    private static final long STARTED = 1;

    private final Timer frames;
    private int period;

    /**
     * @param frames knows what to do at each frame
     */
    RestingTimer(Timer frames) {
        super(() -> {});
        this.frames = frames;
    }

    /** On the FX thread, once it has shown a window. */
    public static void install() {
        install(Toolkit.getToolkit(), timer -> timer.getClass().getName().equals(RESTLESS));
    }

    static void install(Toolkit toolkit, Predicate<Timer> restless) {
        try {
            Field place = field(toolkit, "pulseTimer");
            int millis = field(toolkit, "PULSE_INTERVAL").getInt(toolkit);
            synchronized (toolkit) {
                var frames = (Timer) place.get(toolkit);
                if (restless.test(frames)) {
                    var resting = new RestingTimer(frames);
                    resting.start(millis);
                    place.set(toolkit, resting);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError other) {
            LoggerFactory.getLogger(RestingTimer.class).info("JavaFX keeps its timer", other);
        }
    }

    private static Field field(Toolkit toolkit, String name) throws NoSuchFieldException {
        Field field = toolkit.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected long _start(Runnable each) {
        throw new UnsupportedOperationException("only with a period");
    }

    @Override
    protected long _start(Runnable each, int millis) {
        period = millis;
        frames.start(millis);
        return STARTED;
    }

    @Override
    protected void _stop(long timer) {
        frames.stop();
    }

    @Override
    protected void _pause(long timer) {
        frames.stop();
    }

    @Override
    protected void _resume(long timer) {
        if (!frames.isRunning()) {
            frames.start(period);
        }
    }
}
