package dev.paddock.packaging;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Uses an app on this screen as a person would, with pointer and keys. */
public final class Driver {
    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final int LOOK_MILLIS = 50;
    private static final int KEY_MILLIS = 15;

    private static final int PAUSE_MILLIS = 2_000;
    private static final int FIRST_X = 90;
    private static final int FIRST_Y = 132;
    private static final int TEXT_X = 500;
    private static final int TEXT_Y = 300;

    private final Robot robot;
    private final Rectangle screen;
    private final int shortcut;

    public Driver() throws AWTException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new AWTException("there is no screen: DISPLAY is not set");
        }
        robot = new Robot();
        screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        shortcut = mac ? KeyEvent.VK_META : KeyEvent.VK_CONTROL;
    }

    /** Waits until the screen has stood still, at most so long. A blinking caret may use it all. */
    public void settle(int mostMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        long still = System.nanoTime();
        int[] before = look();
        while (System.nanoTime() < end && System.nanoTime() - still < SETTLED_NANOS) {
            robot.delay(LOOK_MILLIS);
            int[] now = look();
            if (!Arrays.equals(before, now)) {
                still = System.nanoTime();
                before = now;
            }
        }
    }

    /** Waits until something is on the screen; false when nothing is in time. */
    public boolean awaitWindow(int mostMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        int[] empty = look();
        while (System.nanoTime() < end) {
            robot.delay(LOOK_MILLIS);
            if (!Arrays.equals(empty, look())) {
                return true;
            }
        }
        return false;
    }

    private int[] look() {
        BufferedImage picture = robot.createScreenCapture(screen);
        return picture.getRGB(0, 0, screen.width, screen.height, null, 0, screen.width);
    }

    public void click(int x, int y) {
        robot.mouseMove(x, y);
        robot.delay(KEY_MILLIS);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.delay(KEY_MILLIS);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    public void scroll(int notches) {
        for (int notch = 0; notch < Math.abs(notches); notch++) {
            robot.mouseWheel(Integer.signum(notches));
            robot.delay(KEY_MILLIS);
        }
    }

    /** In the app's window where {@link LongConversation} puts it; the pointer ends on its text. */
    public void openFirstConversation() {
        int left = (int) LongConversation.PLACE.x();
        int top = (int) LongConversation.PLACE.y();
        click(left + FIRST_X, top + FIRST_Y);
        settle(PAUSE_MILLIS);
        click(left + TEXT_X, top + TEXT_Y);
    }

    /** Lower case letters and spaces. */
    public void type(String text) {
        for (char letter : text.toCharArray()) {
            key(KeyEvent.getExtendedKeyCodeForChar(letter));
        }
    }

    public void key(int key) {
        robot.keyPress(key);
        robot.delay(KEY_MILLIS);
        robot.keyRelease(key);
        robot.delay(KEY_MILLIS);
    }

    /** With the key this system has for shortcuts held, and the one given. */
    public void shortcut(int held, int key) {
        robot.keyPress(held);
        shortcut(key);
        robot.keyRelease(held);
    }

    /** With the key this system holds for shortcuts. */
    public void shortcut(int key) {
        robot.keyPress(shortcut);
        key(key);
        robot.keyRelease(shortcut);
    }
}
